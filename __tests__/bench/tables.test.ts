import { describe, expect, it } from 'vitest'
import { sampleContest } from './sample-contest.ts'
import { renderContest, renderGrowth, renderTargets, table } from './tables.ts'
import { judgeTargets } from './targets.ts'

it('aligns the columns of a table', () => {
  expect(
    table(
      ['', 'wall s'],
      [
        ['uv', '10.25'],
        ['by hand', '9'],
      ],
    ),
  ).toBe(
    [
      '|         | wall s |',
      '| ------- | -----: |',
      '| uv      |  10.25 |',
      '| by hand |      9 |',
    ].join('\n'),
  )
})

describe('a contest', () => {
  const contest = sampleContest({ action: [2, 4], uv: [4, 8], 'uv-plain': [1, 1] }, { versions: 2 })
  const cells = renderContest(contest)
    .split('\n')
    .filter(line => line.startsWith('| <'))
    .map(line => line.split('|').map(cell => cell.trim()))

  it('compares round by round, and only what does the same', () => {
    expect(cells.map(row => row.slice(2, 5))).toEqual([
      ['yes', '3.00', '2.00–4.00'],
      ['yes', '6.00', '4.00–8.00'],
      ['no', '1.00', '1.00–1.00'],
    ])
    expect(cells.map(row => row.slice(7, 9))).toEqual([
      ['', ''],
      ['0.50', '0.50–0.50'],
      ['', ''],
    ])
  })

  it('names who is absent', () => {
    expect(renderContest(contest)).toContain('Not there: uv (not on PATH).')
  })
})

it('shows growth where there is some', () => {
  const one = sampleContest({ action: [2], limit: [1] })
  expect(renderGrowth([one])).toBe(null)
  const four = sampleContest({ action: [6], limit: [5] }, { versions: 4 })
  expect(renderGrowth([one, four])).toMatch(/4 on 2 +\| +6\.00 +\| +1\.50 +\| +5\.00/)
})

it('says which targets are met', () => {
  const text = renderTargets(judgeTargets([sampleContest({ action: [8], uv: [10], limit: [4] })]))
  expect(text).toMatch(/÷ uv +\| +at most 0\.85 +\| +0\.80 +\| +met/)
  expect(text).toMatch(/limit ÷ one version.* 0\.50 +\| +NOT MET/)
  expect(text).toMatch(/cache hit.*not measured/)
})
