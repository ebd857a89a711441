import type { Pep440Version } from './pep440-version.ts'
import {
  comparePep440,
  compareReleases,
  formatPep440,
  parsePep440Version,
} from './pep440-version.ts'

/** One clause of a specifier: what `>=3.9` says. */
export type Clause =
  | { readonly operator: '<' | '<=' | '>' | '>=' | '~='; readonly bound: Pep440Version }
  /** `isPrefix`: `==3.13.*`. */
  | {
      readonly operator: '==' | '!='
      readonly bound: Pep440Version
      readonly isPrefix: boolean
    }
  /** The version as it is written. */
  | { readonly operator: '==='; readonly text: string }

/** Reads a version specifier in lower case, `>=3.9,!=3.9.7`; `null` where the text is none. */
export function parseSpecifier(text: string): readonly Clause[] | null {
  const clauses = text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(parseClause)
  return clauses.length > 0 && clauses.every(clause => clause !== null) ? clauses : null
}

function parseClause(text: string): Clause | null {
  const [, operator, version = ''] = /^(===|~=|[=!<>]=|[<>])\s*(.+)$/.exec(text) ?? []
  switch (operator) {
    case '===':
      return /[\s;)]/.test(version) ? null : { operator, text: version }
    case '==':
    case '!=': {
      const isPrefix = version.endsWith('.*')
      const bound = parsePep440Version(isPrefix ? version.slice(0, -2) : version)
      return bound === null || (isPrefix && !isRelease(bound))
        ? null
        : { operator, bound, isPrefix }
    }
    case '~=':
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const bound = parsePep440Version(version)
      if (bound === null || bound.local !== null) return null
      return operator === '~=' && bound.release.length < 2 ? null : { operator, bound }
    }
    default:
      return null
  }
}

function isRelease({ prerelease, post, dev, local }: Pep440Version): boolean {
  return prerelease === null && post === null && dev === null && local === null
}

/**
 * Whether a version is one that every clause accepts, including prereleases. As in Python's
 * `packaging`; `@renovatebot/pep440` 4.2.4 takes all of the bound's release out of `<` and `>`, so
 * that to it 3.15.0rc1 is not `>3.15.0b1`.
 */
export function satisfies(version: Pep440Version, specifier: readonly Clause[]): boolean {
  return specifier.every(clause => accepts(clause, version))
}

function accepts(clause: Clause, version: Pep440Version): boolean {
  if (clause.operator === '===') return clause.text === formatPep440(version)
  const { bound } = clause
  switch (clause.operator) {
    case '==':
      return isEqual(version, bound, clause.isPrefix)
    case '!=':
      return !isEqual(version, bound, clause.isPrefix)
    case '~=': {
      const series = { ...bound, release: bound.release.slice(0, -1) }
      return comparePep440(version, bound) >= 0 && isEqual(version, series, true)
    }
    case '<=':
      return comparePep440(version, bound) <= 0
    case '>=':
      return comparePep440(version, bound) >= 0
    case '<': {
      // 3.15.0rc1 comes before 3.15, but is not what `<3.15` means; `<3.15.0rc1` means 3.15.0b4.
      const leadsTo = { ...version, prerelease: null, dev: null }
      return comparePep440(version, bound) < 0 && comparePep440(leadsTo, bound) !== 0
    }
    case '>': {
      const follows = { ...version, post: null, dev: null }
      return comparePep440(version, bound) > 0 && comparePep440(follows, bound) !== 0
    }
  }
}

function isEqual(version: Pep440Version, bound: Pep440Version, isPrefix: boolean): boolean {
  if (!isPrefix) {
    const sameLocal = bound.local === null || bound.local === version.local
    return sameLocal && comparePep440(version, bound) === 0
  }
  const { length } = bound.release
  const start = Array.from({ length }, (_, i) => version.release[i] ?? 0)
  return version.epoch === bound.epoch && compareReleases(start, bound.release) === 0
}
