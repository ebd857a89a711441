import type { Offer } from '../support/list.ts'
import type { Settings } from './arguments.ts'
import type { Uv } from './uv.ts'

/** What every part of the bench works with. */
export interface Bench {
  readonly settings: Settings
  /** The packaged action: a copy, so that building goes on meanwhile. */
  readonly action: string
  /** A temporary folder; parts make their own below. */
  readonly folder: string
  /** As many Pythons as the largest contest needs. */
  readonly offers: readonly Offer[]
  /** Or why there is none. */
  readonly uv: Uv | string
  /** Programs in one file each. */
  readonly programs: Readonly<Record<'by-hand' | 'empty', string>>
  /** Says how far things are; not part of the result. */
  readonly progress: (text: string) => void
}
