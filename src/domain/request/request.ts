import type { Architecture, Libc, Os } from '../platform.ts'
import type { Implementation, Variant } from '../python.ts'
import type { PythonVersion } from '../version.ts'
import type { Clause } from './pep440.ts'

/** One Python that the workflow asks for, understood: the text and every part that it pins down. */
export interface VersionRequest {
  /** As it was asked, trimmed. */
  readonly text: string
  readonly origin: Origin
  readonly implementation: Implementation
  readonly specifier: Specifier
  readonly prereleases: Prereleases
  readonly variant: Variant
  /** `20250612`, or the first numbers of a PyPy or GraalPy version (`7.3`); `null`: the newest. */
  readonly build: string | null
  /** `null` in these three: what the runner has. */
  readonly os: Os | null
  readonly architecture: Architecture | null
  readonly libc: Libc | null
}

/**
 * When a prerelease may be chosen: `never`; as a `fallback`, where no stable version matches
 * (`allow-prereleases`); or by the same right as a stable version (`-dev`, or named).
 */
export type Prereleases = 'never' | 'fallback' | 'equal'

/** Where a request came from, so that an error can point there. */
export type Origin =
  | { readonly kind: 'input'; readonly name: string; readonly line: number }
  | { readonly kind: 'file'; readonly path: string; readonly line: number | null }
  | { readonly kind: 'default' }

/** Which versions a request accepts. */
export type Specifier =
  | { readonly kind: 'any' }
  /** `3`, `3.13`, `3.13.5`: every version that starts with these numbers. */
  | { readonly kind: 'release'; readonly numbers: readonly number[] }
  /** `3.15.0rc1`: this version and no other. */
  | { readonly kind: 'exact'; readonly version: PythonVersion }
  /** A PEP 440 version specifier. */
  | { readonly kind: 'pep440'; readonly clauses: readonly Clause[] }
  /** An npm range, valid; read only where the text is no PEP 440 specifier. */
  | { readonly kind: 'npm'; readonly text: string }
  /** Poetry's mixture of both: `^3.9,!=3.9.7` is what every part accepts, `||` what some part does. */
  | { readonly kind: 'all' | 'some'; readonly parts: readonly Specifier[] }

/** `python-version, line 2`: for tables. */
export function nameOrigin(origin: Origin): string {
  switch (origin.kind) {
    case 'input':
      return `${origin.name}, line ${origin.line}`
    case 'file':
    case 'default':
      return describeOrigin(origin)
  }
}

/** `line 2 of the input python-version`: for messages. */
export function describeOrigin(origin: Origin): string {
  switch (origin.kind) {
    case 'input':
      return `line ${origin.line} of the input ${origin.name}`
    case 'file':
      return origin.line === null ? origin.path : `${origin.path}, line ${origin.line}`
    case 'default':
      return 'the default'
  }
}
