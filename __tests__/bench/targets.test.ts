import { expect, it } from 'vitest'
import { sampleContest } from './sample-contest.ts'
import { judgeTargets } from './targets.ts'

it('are not measured without contests', () => {
  expect(new Set(judgeTargets([]).map(({ met }) => met))).toEqual(new Set([null]))
})

it('are judged by what was measured, the bound included', () => {
  const targets = judgeTargets([
    sampleContest({ action: [8.5, 17], uv: [10, 20], limit: [6, 12] }),
    sampleContest({ action: [3], 'by-hand': [4] }, { versions: 4 }),
    sampleContest({ action: [1], cold: [4] }, { part: 'cache', versions: 4 }),
  ])
  const judged = targets.filter(({ met }) => met !== null)
  expect(judged.map(({ text, value, met }) => [text, value, met])).toEqual([
    ['one version with bytecode ÷ uv', 0.85, true],
    ['four versions with bytecode ÷ by hand', 0.75, false],
    ['limit ÷ one version with bytecode', 6 / 8.5, false],
    ['peak memory in all, MB', 123, true],
    ['cache hit of four ÷ install and compile', 0.25, true],
  ])
})
