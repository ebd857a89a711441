import { expect, it } from 'vitest'
import { parseCpuList } from './cpu-list.ts'

it.each([
  ['0\n', [0]],
  ['0-3', [0, 1, 2, 3]],
  ['0,2-3,7', [0, 2, 3, 7]],
])('reads %j', (text, cpus) => {
  expect(parseCpuList(text)).toEqual(cpus)
})
