/** How a cache file says that it still belongs to its source (PEP 552). */
export const invalidationModes = ['timestamp', 'checked-hash', 'unchecked-hash'] as const
export type InvalidationMode = (typeof invalidationModes)[number]

/** The modes that go by the content of a source, and not by its time. */
export const hashModes = ['checked-hash', 'unchecked-hash'] as const
export type HashMode = (typeof hashModes)[number]

/** What of a mode is a part of an installation's name: bytecode that goes by time can be added to any. */
export function hashModeOf(mode: InvalidationMode | null): HashMode | null {
  return mode === 'timestamp' ? null : mode
}

/** A source file of an installation. */
export interface SourceFile {
  /** Relative to the installation's root, with the system's separator. */
  readonly path: string
  readonly sizeBytes: number
}

/** What compiling an installation's standard library came to. */
export interface Bytecode {
  readonly mode: InvalidationMode
  /** Sources that have a valid cache now. */
  readonly files: number
  /** Sources that no cache can be made of: templates, fixtures of other grammars. */
  readonly uncompilable: number
  /** Wall time from the first source handed to a worker to the last one finished. */
  readonly seconds: number
}

/** What came of compiling in this job. Times are those of `performance.now()`. */
export interface CompileOutcome {
  readonly compiled: number
  /** Had a valid cache before. */
  readonly unchanged: number
  /** Kept a cache of another kind or an older source, which another program has open (Windows). */
  readonly busy: number
  /** No cache can be made of them. */
  readonly uncompilable: number
  readonly startedAtMs: number
  readonly finishedAtMs: number
}

/** What became of one installation's bytecode in this job. */
export type Compilation =
  | { readonly kind: 'compiled'; readonly outcome: CompileOutcome }
  /** By an earlier job: nothing was to be done. */
  | { readonly kind: 'there-already' }
  /** Pyodide, which nothing here can start, or one whose standard library is elsewhere. */
  | { readonly kind: 'incompatible' }
  | { readonly kind: 'unwanted' }
