import type { Bytecode } from './bytecode.ts'
import type { Python } from './python.ts'

/** A Python on disk, published: complete, proved to run, and found by the next job. */
export interface Installation extends Python {
  /** The folder that `python-path` and the rest of the tree stand in; absolute. */
  readonly path: string
  /** SHA-256 of the archive that it was extracted from; `null` where the list knew none. */
  readonly archiveSha256: string | null
  /** `null`: not compiled by us. */
  readonly bytecode: Bytecode | null
}

/** Where an installation of this job came from. */
export type Source = 'tool-cache' | 'cache' | 'download'

/** The same, for people. */
export const sourceNames: Readonly<Record<Source, string>> = {
  'tool-cache': 'tool cache',
  cache: 'Actions cache',
  download: 'download',
}
