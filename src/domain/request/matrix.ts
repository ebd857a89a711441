import type { Platform } from '../platform.ts'
import type { Python } from '../python.ts'
import { variantSuffix } from '../python.ts'
import type { PythonVersion } from '../version.ts'
import { compareVersions, formatVersion } from '../version.ts'
import type { VersionRequest } from './request.ts'
import { isWanted, runsOn } from './selection.ts'
import { versionFilter } from './specifier.ts'

/** One job of a matrix: a version, and the text that asks for it. */
interface Row {
  readonly version: PythonVersion
  readonly text: string
}

/**
 * What to write into `strategy.matrix` for these requests: each minor version that some Python for
 * this platform answers, oldest first, in a form that `python-version` takes. Where the newest of a
 * minor version is outside of the request, it is named by the newest version inside.
 */
export function matrixOf(
  requests: readonly VersionRequest[],
  pythons: readonly Python[],
  host: Platform,
): readonly string[] {
  const rows = requests.flatMap(request => rowsOf(request, pythons, host))
  const sorted = rows.toSorted((a, b) => compareVersions(a.version, b.version))
  return [...new Set(sorted.map(({ text }) => text))]
}

function rowsOf(
  request: VersionRequest,
  pythons: readonly Python[],
  host: Platform,
): readonly Row[] {
  const versions = pythons
    .filter(python => isWanted(request, python) && runsOn(request, python.platform, host))
    .map(({ version }) => version)
  const accepts = versionFilter(request)
  const minors = Map.groupBy(versions, ({ major, minor }) => `${major}.${minor}`)
  return [...minors].flatMap(([minor, all]) => {
    const version = newest(all.filter(accepts))
    if (version === null) return []
    // A build is of one version, which its number alone would not ask for again.
    if (request.build !== null) return [{ version, text: request.text }]
    const { prerelease } = version
    const siblings = all.filter(each => prerelease !== null || each.prerelease === null)
    const isNewest = newest(siblings) === version
    return [{ version, text: nameOf(request, isNewest ? minor : formatVersion(version), version) }]
  })
}

/** The newest version, a stable one where there is one; `null` of none. */
function newest(versions: readonly PythonVersion[]): PythonVersion | null {
  const stable = versions.filter(({ prerelease }) => prerelease === null)
  return (stable.length > 0 ? stable : versions).toSorted(compareVersions).at(-1) ?? null
}

/** `3.13t`, `pypy3.11`, and `3.15-dev` where a minor version has no release yet. */
function nameOf(
  { implementation, variant }: VersionRequest,
  text: string,
  { prerelease }: PythonVersion,
): string {
  const name = implementation === 'cpython' ? '' : implementation
  const isMinor = text.split('.').length === 2
  return `${name}${text}${variantSuffix(variant)}${prerelease !== null && isMinor ? '-dev' : ''}`
}
