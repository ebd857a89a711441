import type { InvalidationMode, SourceFile } from '../domain/bytecode.ts'

/** One installation's sources, to be compiled by its own interpreter. */
export interface CompileJob {
  /** `CPython 3.13.5`: for messages. */
  readonly label: string
  readonly pythonPath: string
  /** Where the tree lies now. */
  readonly root: string
  /** Where it will lie: the path that the code objects get. */
  readonly finalPath: string
  readonly mode: InvalidationMode
  /** Whether others may be importing from the tree already. */
  readonly published: boolean
  readonly sources: readonly SourceFile[]
  /** Hears of each source that is done. */
  readonly onProgress?: (doneFiles: number, allFiles: number) => void
}

/** What a worker answers for a source. */
export type SourceStatus = 'compiled' | 'unchanged' | 'busy' | 'uncompilable' | 'out-of-memory'

/** What an answer says of a source for good. */
export type FinalStatus = Exclude<SourceStatus, 'out-of-memory'>
