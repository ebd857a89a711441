import { describe, expect, it } from 'vitest'
import { summarize, summarizeRatios } from './statistics.ts'

describe('a summary', () => {
  it.each([
    [[3], { median: 3, min: 3, max: 3 }],
    [[4, 1], { median: 2.5, min: 1, max: 4 }],
    [[10, 9, 100], { median: 10, min: 9, max: 100 }],
    [[2, 1, 4, 3], { median: 2.5, min: 1, max: 4 }],
  ])('of %j', (values, summary) => {
    expect(summarize(values)).toEqual(summary)
  })

  it('needs a value', () => {
    expect(() => summarize([])).toThrow(RangeError)
  })
})

describe('ratios', () => {
  it('are taken within a round: a slow round changes nothing', () => {
    expect(summarizeRatios([1, 10, 2], [2, 20, 4])).toEqual({ median: 0.5, min: 0.5, max: 0.5 })
  })

  it('need rounds that pair up', () => {
    expect(() => summarizeRatios([1, 2], [1])).toThrow(RangeError)
  })
})
