import semver from 'semver'
import { parseSpecifier } from './pep440.ts'
import type { Specifier } from './request.ts'
import type { VersionTerms } from './version-text.ts'
import { parseVersionText, splitSuffixes } from './version-text.ts'

/** Reads a PEP 440 specifier or, where it is none, an npm range; `null` for anything else. */
export function parseRangeText(text: string): VersionTerms | null {
  // PEP 440 reads `==3.13` as 3.13.0. Nobody means that: uv and setup-python take any 3.13.
  const pinned = /^==([^=,][^,]*)$/.exec(text)?.[1]
  if (pinned !== undefined) {
    const version = parseVersionText(pinned.trim())
    if (version !== null) return version
  }
  const suffixes = splitSuffixes(text)
  if (suffixes === null || suffixes.dev || suffixes.head === '') return null
  // To Poetry, one bar means what two do.
  const specifier = parseRange(suffixes.head.replace(/(?<!\|)\|(?!\|)/g, '||'))
  if (specifier === null) return null
  const { variant, build } = suffixes
  return {
    specifier,
    variant,
    build,
    prereleases: namesPrerelease(suffixes.head) ? 'equal' : 'never',
  }
}

function parseRange(text: string): Specifier | null {
  const clauses = split(text, ',')
  if (clauses.length === 0) return null
  // PEP 440 reads npm's `3.12.0-0` as a post-release, of which CPython has none.
  const isNpm = (clause: string) => {
    return /\d-[\da-z]/.test(clause) && semver.validRange(npmSpelling(clause)) !== null
  }
  const pep440 = clauses.some(isNpm) ? null : parseSpecifier(text)
  if (pep440 !== null) return { kind: 'pep440', clauses: pep440 }
  const npm = npmSpelling(text)
  if (semver.validRange(npm) !== null) return { kind: 'npm', text: npm }
  if (text.includes('||')) return combine('some', split(text, '||'))
  // `3.11, 3.12` is two requests in one line, which `all` would turn into one that nothing matches.
  return clauses.every(clause => /^[<>=!~^]|(?:^|\.)\*$/.test(clause))
    ? combine('all', clauses)
    : null
}

function combine(kind: 'all' | 'some', texts: readonly string[]): Specifier | null {
  if (texts.length < 2) return null
  const parts = texts.map(parseRange)
  return parts.every(part => part !== null) ? { kind, parts } : null
}

function split(text: string, separator: string): readonly string[] {
  return text
    .split(separator)
    .map(part => part.trim())
    .filter(part => part !== '')
}

/** `3.13.0-alpha.1`, as npm's order and setup-python's manifest have it, for `3.13.0a1`. */
function npmSpelling(text: string): string {
  return text
    .replaceAll(/(\d)-?a\.?(\d)/g, '$1-alpha.$2')
    .replaceAll(/(\d)-?b\.?(\d)/g, '$1-beta.$2')
    .replaceAll(/(\d)-?rc\.?(\d)/g, '$1-rc.$2')
}

/** `3.15.0b1`, `3.15.dev0` and npm's `3.15.0-0`, anywhere in a range. */
function namesPrerelease(text: string): boolean {
  return /\d[-_.]?[abcdpr]|\d-[\da-z]/.test(text)
}
