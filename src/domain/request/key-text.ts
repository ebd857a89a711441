import type { Architecture, Libc, Os } from '../platform.ts'
import type { Implementation } from '../python.ts'
import { parseArchitecture, parseLibc, parseOs } from './platform-names.ts'
import { parseRangeText } from './range-text.ts'
import type { VersionTerms } from './version-text.ts'
import { parseVersionText } from './version-text.ts'

/** All that a request can pin down beside its implementation; `null`: left open. */
export interface Terms extends VersionTerms {
  readonly os: Os | null
  readonly architecture: Architecture | null
  readonly libc: Libc | null
}

export const openTerms: Terms = {
  specifier: { kind: 'any' },
  prereleases: 'never',
  variant: null,
  build: null,
  os: null,
  architecture: null,
  libc: null,
}

/** The order of the parts of a key. */
const slots = ['version', 'os', 'architecture', 'libc'] as const

/**
 * Reads what follows the implementation in uv's keys and setup-python's PyPy versions:
 * `3.13-linux-x86_64-musl`, `any-any-aarch64`, `3.11-v7.3.x`. A part that is skipped or `any` is
 * left open; `null` where a part fits no place that is left.
 */
export function parseKeyText(text: string, implementation: Implementation): Terms | null {
  let terms = openTerms
  let next = 0
  for (const part of text.split('-')) {
    if (part === 'any' && next < slots.length) {
      next += 1
      continue
    }
    if (implementation !== 'cpython' && next === 1 && isBuild(part) && terms.build === null) {
      terms = { ...terms, build: normalizeBuild(part) }
      continue
    }
    const places = slots.slice(next).map(slot => parseSlot(slot, part, implementation))
    const place = places.findIndex(found => found !== null)
    if (place === -1) return null
    terms = { ...terms, ...places[place] }
    next += place + 1
  }
  return terms
}

function parseSlot(
  slot: (typeof slots)[number],
  part: string,
  implementation: Implementation,
): Partial<Terms> | null {
  switch (slot) {
    case 'version':
      return parseImplementationVersion(part, implementation)
    case 'os': {
      const os = parseOs(part)
      return os && { os }
    }
    case 'architecture': {
      const architecture = parseArchitecture(part)
      return architecture && { architecture }
    }
    case 'libc': {
      const libc = parseLibc(part)
      return libc && { libc }
    }
  }
}

/** Reads a version of Python or, for the implementations that have their own, one of theirs. */
export function parseImplementationVersion(
  text: string,
  implementation: Implementation,
): VersionTerms | null {
  return implementation !== 'cpython' && isOwnVersion(text)
    ? { ...openTerms, build: normalizeBuild(text) }
    : (parseVersionText(text) ?? parseRangeText(text))
}

/** GraalPy 25, Pyodide 0.29 and 314.0: no version of Python begins like that, and `312` is 3.12. */
function isOwnVersion(text: string): boolean {
  const [, first = '', dot] = /^v?(\d+)(\.?)/.exec(text) ?? []
  const isPython = first === '2' || first === '3' || (first.startsWith('3') && dot === '')
  return isBuild(text) && !isPython
}

function isBuild(text: string): boolean {
  return text === 'nightly' || /^v?\d[\da-c.rx*]*$/.test(text)
}

/** `7.3` for `v7.3.x`. */
function normalizeBuild(text: string): string {
  return text.replace(/^v/, '').replace(/(\.[x*])+$/, '')
}
