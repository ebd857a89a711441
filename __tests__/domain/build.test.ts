import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareBuilds, matchesBuild } from '../../src/domain/build.ts'

test.each([
  [
    ['20260814', '20250612', '20251031'],
    ['20250612', '20251031', '20260814'],
  ],
  [
    ['7.3.23', '7.3.9', '7.10.0', '7.3'],
    ['7.3', '7.3.9', '7.3.23', '7.10.0'],
  ],
  [
    ['314.0.5', '0.29.4', '0.9.0'],
    ['0.9.0', '0.29.4', '314.0.5'],
  ],
])('%j by age', (builds, ordered) => {
  expect([...builds].sort(compareBuilds)).toEqual(ordered)
})

test('the order is total', () => {
  const build = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 4 }).map(n => n.join('.'))
  fc.assert(
    fc.property(build, build, build, (a, b, c) => {
      expect(Math.sign(compareBuilds(a, b))).toBe(-Math.sign(compareBuilds(b, a)) + 0)
      expect(compareBuilds(a, b) === 0).toBe(a === b)
      if (compareBuilds(a, b) <= 0 && compareBuilds(b, c) <= 0) {
        expect(compareBuilds(a, c)).toBeLessThanOrEqual(0)
      }
    }),
  )
})

test.each([
  ['7.3.23', '7.3.23', true],
  ['7.3.23', '7.3', true],
  ['7.3.23', '7', true],
  ['7.3.23', '7.3.2', false],
  ['20250612', '2025', false],
])('%s for %s: %s', (build, wanted, expected) => {
  expect(matchesBuild(build, wanted)).toBe(expected)
})
