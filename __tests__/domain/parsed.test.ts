import { expect, it } from 'vitest'
import { isCount, isObject } from '../../src/domain/parsed.ts'

it('only what has fields of its own names is an object', () => {
  expect([{}, { a: 1 }].map(isObject)).toEqual([true, true])
  expect([null, undefined, [], [1], 'a', 1].filter(isObject)).toEqual([])
})

it('only what can count or measure is a number of things', () => {
  expect([0, 1, 1.5].map(isCount)).toEqual([true, true, true])
  expect([-1, Number.NaN, Number.POSITIVE_INFINITY, '1', null].filter(isCount)).toEqual([])
})
