import { expect, it } from 'vitest'
import { seededRandom } from './random.ts'

it('repeats itself for a seed, and only for that', () => {
  const numbers = (seed: number) => {
    const random = seededRandom(seed)
    return Array.from({ length: 100 }, () => random.next())
  }
  expect(numbers(1)).toEqual(numbers(1))
  expect(numbers(1)).not.toEqual(numbers(2))
  for (const number of numbers(3)) {
    expect(number).toBeGreaterThanOrEqual(0)
    expect(number).toBeLessThan(1)
  }
})

it('comes upon every choice', () => {
  const random = seededRandom(1)
  const letters = ['a', 'b', 'c'] as const
  const picked = Array.from({ length: 100 }, () => random.pick(letters))
  expect(new Set(picked)).toEqual(new Set(letters))
  const chosen = Array.from({ length: 100 }, () => random.some(letters).join(''))
  expect(new Set(chosen)).toEqual(new Set(['a', 'b', 'c', 'ab', 'ac', 'bc', 'abc']))
})
