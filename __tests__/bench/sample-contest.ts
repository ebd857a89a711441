import type { Contest, Series } from './contender.ts'

/** A contest with these seconds for each contender: for tests of what is made of contests. */
export function sampleContest(
  walls: Readonly<Record<string, readonly number[]>>,
  { part = 'install', versions = 1 }: Partial<Pick<Contest, 'part' | 'versions'>> = {},
): Contest {
  const series = Object.entries(walls).map(([id, seconds]): Series => {
    return {
      id,
      label: `<${id}> & co`,
      bytecode: !id.endsWith('-plain'),
      made: '1 of 1',
      samples: seconds.map(wall => ({ wallMs: wall * 1000, cpuMs: null })),
      peakBytes: 123e6,
    }
  })
  return { part, versions, cpus: 2, series, absent: [{ label: 'uv', reason: 'not on PATH' }] }
}
