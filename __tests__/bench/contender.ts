import type { Probe } from './measure.ts'

/** What can be asked for with `--contender`. `plain` is without bytecode. */
export const contenderIds = [
  'action',
  'uv',
  'by-hand',
  'action-plain',
  'uv-plain',
  'by-hand-plain',
] as const

/** What one run took. */
export interface Sample {
  readonly wallMs: number
  /** Of all cores, user and system; `null` where the system does not tell. */
  readonly cpuMs: number | null
}

/** Somebody who does the work of a contest, from the same start each time. */
export interface Contender {
  readonly id: string
  readonly label: string
  /** Whether the work includes bytecode: only those who do the same are compared. */
  readonly bytecode: boolean
  /** Before each run, not timed. */
  readonly prepare: () => Promise<void>
  /** Starts its processes through the probe. Returns what counts as its time. */
  readonly run: (probe: Probe) => Promise<Sample>
  /** After the first run, not timed: what was made, in a few words. Throws where it was not done. */
  readonly inspect: () => Promise<string>
}

/** Somebody who cannot take part here. */
export interface Absent {
  readonly label: string
  readonly reason: string
}

/** A contender's rounds. */
export interface Series {
  readonly id: string
  readonly label: string
  readonly bytecode: boolean
  readonly made: string
  readonly samples: readonly Sample[]
  /** All its processes together, at most, in a round that is not timed. */
  readonly peakBytes: number | null
}

/** Contenders, and what they had to do. */
export interface Contest {
  readonly part: 'install' | 'warm' | 'cache'
  readonly versions: number
  readonly cpus: number
  readonly series: readonly Series[]
  readonly absent: readonly Absent[]
}
