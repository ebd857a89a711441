import type { HashMode } from './bytecode.ts'
import type { Platform } from './platform.ts'
import { targetTriple } from './platform.ts'
import type { PythonVersion } from './version.ts'
import { formatVersion } from './version.ts'

/** What the list's distributions and the tool cache's installations have in common. */
export interface Python {
  readonly implementation: Implementation
  readonly version: PythonVersion
  readonly variant: Variant
  /** When it was built (`20260814`), or the implementation's own version (`7.3.23` for PyPy). */
  readonly build: string
  readonly platform: Platform
  /** The version of pip that we installed in place of its own; `null`: it has what its build brings. */
  readonly pip: string | null
  /** The mode of its bytecode, where it was made with one that goes by hashes; `null`: by time, or none. */
  readonly hashMode: HashMode | null
}

export const implementations = ['cpython', 'pypy', 'graalpy', 'pyodide'] as const
export type Implementation = (typeof implementations)[number]

export const variants = ['default', 'freethreaded', 'debug', 'freethreaded+debug'] as const
export type Variant = (typeof variants)[number]

export function isFreethreaded(variant: Variant): boolean {
  return variant === 'freethreaded' || variant === 'freethreaded+debug'
}

export function isDebug(variant: Variant): boolean {
  return variant === 'debug' || variant === 'freethreaded+debug'
}

/** `t`, `d`, `td` or nothing: what CPython appends to its version, and people to their requests. */
export function variantSuffix(variant: Variant): string {
  return `${isFreethreaded(variant) ? 't' : ''}${isDebug(variant) ? 'd' : ''}`
}

/** The name that is unique among all Pythons: `cpython-3.13.15-20260814-x86_64-unknown-linux-gnu-debug`. */
export function pythonId(python: Python): string {
  const { implementation, version, build, platform, variant } = python
  const parts = [implementation, formatVersion(version), build, targetTriple(platform)]
  const marks = variant === 'default' ? [] : [variant]
  return [...parts, ...marks, ...marksOf(python)].join('-')
}

/** What we make of a build, other than as it comes. */
export type Make = Pick<Python, 'pip' | 'hashMode'>

export const asItComes: Make = { pip: null, hashMode: null }

/** How an installation's name says that, at its end. */
export function marksOf({ pip, hashMode }: Make): readonly string[] {
  return [...(pip === null ? [] : [`pip${pip}`]), ...(hashMode === null ? [] : [hashMode])]
}

/** The implementations' names, for people. */
export const implementationNames: Readonly<Record<Implementation, string>> = {
  cpython: 'CPython',
  pypy: 'PyPy',
  graalpy: 'GraalPy',
  pyodide: 'Pyodide',
}

/** Where each implementation's builds come from, and faults of theirs are reported. */
export const projects: Readonly<Record<Implementation, string>> = {
  cpython: 'https://github.com/astral-sh/python-build-standalone',
  pypy: 'https://github.com/pypy/pypy',
  graalpy: 'https://github.com/oracle/graalpython',
  pyodide: 'https://github.com/pyodide/pyodide',
}

/** `CPython 3.13.15`, with the variant where it is not the default one: for people. */
export function describePython({ implementation, version, variant }: Python): string {
  const suffix = variant === 'default' ? '' : ` ${variant}`
  return `${implementationNames[implementation]} ${formatVersion(version)}${suffix}`
}
