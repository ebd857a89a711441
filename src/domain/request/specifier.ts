import semver from 'semver'
import { formatManifestVersion } from '../setup-python-version.ts'
import type { PythonVersion } from '../version.ts'
import { compareVersions, formatVersion } from '../version.ts'
import { satisfies as satisfiesPep440 } from './pep440.ts'
import { pep440VersionOf } from './pep440-version.ts'
import type { Prereleases, Specifier, VersionRequest } from './request.ts'

/**
 * The versions that a request may be answered with. A list has each version twenty times, so every
 * version is judged once.
 */
export function versionFilter({
  specifier,
  prereleases,
}: Pick<VersionRequest, 'specifier' | 'prereleases'>): (version: PythonVersion) => boolean {
  const known = new Map<string, boolean>()
  return version => {
    const name = formatVersion(version)
    const accepted = known.get(name) ?? accepts(version, specifier, prereleases)
    known.set(name, accepted)
    return accepted
  }
}

function accepts(version: PythonVersion, specifier: Specifier, prereleases: Prereleases): boolean {
  if (version.prerelease === null) return matches(version, specifier)
  switch (prereleases) {
    case 'never':
      return false
    case 'fallback':
      // Someone who allows prereleases for `>=3.15` wants 3.15.0rc1, which by the letter comes
      // before 3.15: it counts as the release that it leads to.
      return matches({ ...version, prerelease: null }, specifier)
    case 'equal':
      return matches(version, specifier)
  }
}

function matches(version: PythonVersion, specifier: Specifier): boolean {
  switch (specifier.kind) {
    case 'any':
      return true
    case 'release': {
      const numbers = [version.major, version.minor, version.patch]
      return specifier.numbers.every((number, i) => number === numbers[i])
    }
    case 'exact':
      return compareVersions(version, specifier.version) === 0
    case 'pep440':
      return satisfiesPep440(pep440VersionOf(version), specifier.clauses)
    case 'npm':
      return semver.satisfies(formatManifestVersion(version), specifier.text)
    case 'all':
      return specifier.parts.every(part => matches(version, part))
    case 'some':
      return specifier.parts.some(part => matches(version, part))
  }
}
