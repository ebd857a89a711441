import { compareBuilds } from '../build.ts'
import { ActionError } from '../errors.ts'
import type { Platform } from '../platform.ts'
import { describePlatform, libcFor } from '../platform.ts'
import type { Python } from '../python.ts'
import { implementationNames, variantSuffix } from '../python.ts'
import { quote } from '../quote.ts'
import type { PythonVersion } from '../version.ts'
import { compareVersions, formatVersion } from '../version.ts'
import type { VersionRequest } from './request.ts'
import { describeOrigin } from './request.ts'
import { isWanted, runsOn, selectPython } from './selection.ts'
import { versionFilter } from './specifier.ts'

/** What is in the way of an answer, and what to do about it. */
interface Finding {
  readonly found: string
  readonly hint: string
}

/**
 * Says why nothing on offer answers a request, and what comes nearest; for requests that
 * `selectPython` has no answer to. `isComplete` where `pythons` are all that there has ever been.
 */
export function explainUnmatched(
  request: VersionRequest,
  pythons: readonly Python[],
  host: Platform,
  { isComplete = false } = {},
): ActionError {
  const here = pythons.filter(python => runsOn(request, python.platform, host))
  const { found, hint } =
    explainOs(request, host) ??
    explainPrerelease(request, here, host) ??
    explainBuild(request, here) ??
    explainVariant(request, here) ??
    explainPlatform(request, pythons, here) ??
    (isComplete ? explainNeverBuilt(request, pythons, here) : null) ??
    explainVersion(request, here)
  return new ActionError({
    code: 'REQUEST_UNMATCHED',
    message: `No Python for ${describePlatform(wantedPlatform(request, host))} matches ${quote(request.text)} (${describeOrigin(request.origin)}): ${found}.`,
    hint,
  })
}

function explainOs({ os }: VersionRequest, host: Platform): Finding | null {
  if (os === null || os === host.os) return null
  return {
    found: `it is for ${os}, and this runner is ${host.os}`,
    hint: 'Leave the operating system out, or write `any`.',
  }
}

/** A minor version of which there are only prereleases so far. */
function explainPrerelease(
  request: VersionRequest,
  here: readonly Python[],
  host: Platform,
): Finding | null {
  const newest = selectPython({ ...request, prereleases: 'fallback' }, here, host, 'highest')
  if (newest === null) return null
  const { major, minor } = newest.version
  const version = formatVersion(newest.version)
  const suffix = variantSuffix(request.variant)
  return {
    found: `only prereleases match, of which ${version} is the newest`,
    hint: `Use '${major}.${minor}${suffix}-dev' or '${version}${suffix}', or set allow-prereleases: true.`,
  }
}

function explainBuild(request: VersionRequest, here: readonly Python[]): Finding | null {
  if (request.build === null) return null
  const builds = matching({ ...request, build: null }, here).map(python => python.build)
  if (builds.length === 0) return null
  const shown = [...new Set(builds)].sort((a, b) => compareBuilds(b, a))
  return {
    found: `there is no build ${quote(request.build)} of it`,
    hint: `Available: ${shorten(shown)}. Without a build number, the newest build is used.`,
  }
}

function explainVariant(request: VersionRequest, here: readonly Python[]): Finding | null {
  if (matching({ ...request, variant: 'default' }, here).length === 0) return null
  const versions = here.filter(python => isWanted(request, python)).map(python => python.version)
  const [first] = versions.sort(compareVersions)
  return {
    found: `it has no ${request.variant} build`,
    hint:
      first === undefined
        ? 'Use the default build.'
        : `The first version with such a build is ${formatVersion(first)}.`,
  }
}

/** A version that exists, but for others. */
function explainPlatform(
  request: VersionRequest,
  pythons: readonly Python[],
  here: readonly Python[],
): Finding | null {
  const elsewhere = matching(request, pythons)
  const platforms = elsewhere.map(python => python.platform).filter(isBaseLevel)
  if (platforms.length === 0) return null
  return {
    found: 'it exists for other platforms only',
    hint: `It is available for ${shorten([...new Set(platforms.map(describePlatform))])}. ${explainVersion(request, here).hint}`,
  }
}

/** A patch that CPython has released, between others that were built. */
function explainNeverBuilt(
  { implementation, specifier, variant }: VersionRequest,
  pythons: readonly Python[],
  here: readonly Python[],
): Finding | null {
  if (implementation !== 'cpython' || specifier.kind !== 'release') return null
  const [major = 0, minor = 0, patch] = specifier.numbers
  if (patch === undefined) return null
  const target = { major, minor, patch, prerelease: null }
  const isNewer = ({ version, ...python }: Python) => {
    const { prerelease } = version
    const isStable = python.implementation === implementation && prerelease === null
    return isStable && version.minor === minor && compareVersions(version, target) > 0
  }
  if (!pythons.some(isNewer)) return null
  const above = here.filter(python => isNewer(python) && python.variant === variant)
  const [next] = above.map(({ version }) => version).sort(compareVersions)
  return {
    found: 'it was never built by python-build-standalone',
    hint:
      next === undefined
        ? `No ${major}.${minor} is available for this machine.`
        : `The next patch is ${formatVersion(next)}.`,
  }
}

/** A version that nobody has: end of life, withdrawn, not yet made, or contradictory. */
function explainVersion(request: VersionRequest, here: readonly Python[]): Finding {
  const versions = here
    .filter(python => isWanted({ ...request, build: null }, python))
    .map(python => python.version)
    .filter(version => version.prerelease === null)
    .sort(compareVersions)
  const name = implementationNames[request.implementation]
  if (versions.length === 0) {
    return {
      found: `there is no ${name} for it`,
      hint: `No ${name} is available for this machine.`,
    }
  }
  const minors = newestOfMinors(versions)
  const target = targetVersion(request)
  if (target === null) {
    const list = minors.map(formatVersion).reverse()
    return { found: 'no available version matches', hint: `Available: ${shorten(list)}.` }
  }
  const below = versions.findLast(version => compareVersions(version, target) < 0)
  const next = versions.find(version => compareVersions(version, target) > 0)
  // Of another minor version its newest: nobody who asks for 3.6 is helped by 3.8.2.
  const above =
    next?.minor === target.minor ? next : minors.find(version => version.minor === next?.minor)
  const nearest = [below, above].filter(version => version !== undefined).map(formatVersion)
  return {
    found:
      below === undefined
        ? 'it is older than every available version'
        : above === undefined
          ? 'it is newer than every available version'
          : 'no available version matches',
    hint: `The nearest versions: ${nearest.join(', ')}.`,
  }
}

/** The version that a request is about; `null` for a range. */
function targetVersion({ specifier }: VersionRequest): PythonVersion | null {
  if (specifier.kind === 'exact') return specifier.version
  if (specifier.kind !== 'release') return null
  const [major = 0, minor = 0, patch = 0] = specifier.numbers
  return { major, minor, patch, prerelease: null }
}

/** The newest of each minor version, of versions in ascending order. */
function newestOfMinors(versions: readonly PythonVersion[]): readonly PythonVersion[] {
  return [...new Map(versions.map(v => [`${v.major}.${v.minor}`, v])).values()]
}

function matching(request: VersionRequest, pythons: readonly Python[]): readonly Python[] {
  const accepts = versionFilter(request)
  return pythons.filter(python => isWanted(request, python) && accepts(python.version))
}

function wantedPlatform(request: VersionRequest, host: Platform): Platform {
  if (request.os !== null && request.os !== host.os) return host
  const architecture = request.architecture ?? host.architecture
  const libc = libcFor(architecture, host)
  return { os: host.os, architecture, libc: host.os === 'linux' ? (request.libc ?? libc) : libc }
}

function isBaseLevel({ architecture }: Platform): boolean {
  return architecture.level === null
}

function shorten(items: readonly string[]): string {
  const shown = items.slice(0, 8)
  const more = items.length - shown.length
  return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${more} more`
}
