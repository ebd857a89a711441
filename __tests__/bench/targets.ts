import type { Contest, Series } from './contender.ts'
import { summarize, summarizeRatios } from './statistics.ts'

/** What we want a figure to be, and what it is. */
export interface Target {
  readonly text: string
  /** `at most` or `at least` this. */
  readonly bound: string
  /** `null`: not measured in this run. */
  readonly value: number | null
  readonly met: boolean | null
}

/** The project's targets beside what was measured on the most cores. */
export function judgeTargets(contests: readonly Contest[]): readonly Target[] {
  const cpus = Math.max(...contests.map(contest => contest.cpus))
  const find = (part: Contest['part'], versions: number) =>
    contests.find(each => each.part === part && each.versions === versions && each.cpus === cpus)
  const ratio = (contest: Contest | undefined, dividend: string, divisor: string) => {
    const walls = [dividend, divisor].map(id => contest?.series.find(each => each.id === id))
    const [a, b] = walls.map(series => series?.samples.map(sample => sample.wallMs))
    return a === undefined || b === undefined ? null : summarizeRatios(a, b).median
  }
  const one = find('install', 1)
  const four = find('install', 4)
  const warm = find('warm', 1)
  const peaks = contests.flatMap(contest => contest.series.flatMap(peakOfAction))
  return [
    atMost('one plain version ÷ uv', 1.15, ratio(one, 'action-plain', 'uv-plain')),
    atMost('four plain versions ÷ uv', 1.4, ratio(four, 'action-plain', 'uv-plain')),
    atMost('one version with bytecode ÷ uv', 0.85, ratio(one, 'action', 'uv')),
    atMost('four versions with bytecode ÷ uv', 0.78, ratio(four, 'action', 'uv')),
    atMost('four versions with bytecode ÷ by hand', 0.6, ratio(four, 'action', 'by-hand')),
    atLeast('limit ÷ one version with bytecode', 0.85, ratio(one, 'limit', 'action')),
    atLeast('limit ÷ four versions with bytecode', 0.85, ratio(four, 'limit', 'action')),
    atLeast('limit ÷ one plain version', 0.85, ratio(one, 'limit-plain', 'action-plain')),
    atLeast('limit ÷ four plain versions', 0.85, ratio(four, 'limit-plain', 'action-plain')),
    atMost('peak memory in all, MB', 250, peaks.length === 0 ? null : Math.max(...peaks) / 1e6),
    atMost('warm tool cache ÷ empty script', 1.35, ratio(warm, 'action', 'empty')),
    atMost(
      'cache hit of one plain version ÷ plain install',
      1,
      ratio(find('cache', 1), 'hit-plain', 'cold-plain'),
    ),
    atMost(
      'cache hit of four ÷ install and compile',
      0.5,
      ratio(find('cache', 4), 'action', 'cold'),
    ),
  ]
}

/** Seconds of wall time, or `null` where a contest or contender is missing. */
export function medianSeconds(contest: Contest, id: string): number | null {
  const series = contest.series.find(each => each.id === id)
  if (series === undefined) return null
  return summarize(series.samples.map(sample => sample.wallMs)).median / 1000
}

function peakOfAction({ id, peakBytes }: Series): readonly number[] {
  return /^(action|cold)/.test(id) && peakBytes !== null ? [peakBytes] : []
}

function atMost(text: string, bound: number, value: number | null): Target {
  return { text, bound: `at most ${bound}`, value, met: value === null ? null : value <= bound }
}

function atLeast(text: string, bound: number, value: number | null): Target {
  return { text, bound: `at least ${bound}`, value, met: value === null ? null : value >= bound }
}
