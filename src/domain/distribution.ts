import type { Python } from './python.ts'

/** One archive on offer: an entry of the list. */
export interface Distribution extends Python {
  /** The list's key for it, such as `cpython-3.13.15-linux-x86_64-gnu`. */
  readonly key: string
  readonly url: URL
  /** Lower-case hexadecimal SHA-256 of the archive; `null` where the list knows none. */
  readonly sha256: string | null
}
