import type { Bytecode, Compilation } from './bytecode.ts'
import type { Python } from './python.ts'
import type { StageSpan } from './stage.ts'

/** A Python on disk, published: complete, seen to run, and found by the next job. */
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

/** An installation, and what this job has done for it. */
export interface Installed {
  readonly installation: Installation
  readonly source: Source
  readonly compilation: Compilation
  /** What came over the network: an archive, or an entry of the cache; `null` where that is unknown. */
  readonly transferredBytes: number | null
  readonly spans: readonly StageSpan[]
}
