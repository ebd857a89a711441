import { compareBuilds, matchesBuild } from '../build.ts'
import { type Architecture, libcFor, type Platform } from '../platform.ts'
import type { Python } from '../python.ts'
import { compareVersions } from '../version.ts'
import type { VersionRequest } from './request.ts'
import { versionFilter } from './specifier.ts'

/** Whether the newest or the oldest version that matches is wanted. */
export type Strategy = 'highest' | 'lowest'

/**
 * The one Python that answers a request on this host, from the list's distributions or from the
 * tool cache's installations alike; `null` where none does.
 *
 * Stable comes before prerelease (unless the request puts them on a par), native before emulated,
 * and only then the version decides. Of one version it is always the newest build.
 */
export function selectPython<T extends Python>(
  request: VersionRequest,
  pythons: readonly T[],
  host: Platform,
  strategy: Strategy,
): T | null {
  const direction = strategy === 'highest' ? -1 : 1
  // Sorted first and matched then: matching takes longest, and the first that matches is the answer.
  const candidates = pythons
    .filter(python => isWanted(request, python) && runsOn(request, python.platform, host))
    .sort(
      (a, b) =>
        (request.prereleases === 'fallback' ? prereleaseRank(a) - prereleaseRank(b) : 0) ||
        Number(isEmulated(a, host)) - Number(isEmulated(b, host)) ||
        direction * compareVersions(a.version, b.version) ||
        compareBuilds(b.build, a.build),
    )
  const accepts = versionFilter(request)
  return candidates.find(python => accepts(python.version)) ?? null
}

/** Whether a Python is for another processor than the host's and runs there by emulation. */
export function isEmulated({ platform }: Python, host: Platform): boolean {
  return platform.os !== 'emscripten' && platform.architecture.family !== host.architecture.family
}

/** What the request says apart from version and platform. */
export function isWanted(request: VersionRequest, python: Python): boolean {
  return (
    python.implementation === request.implementation &&
    python.variant === request.variant &&
    (request.build === null || matchesBuild(python.build, request.build))
  )
}

/** Whether the platform is the one that the request names or, where it names none, one that the host runs. */
export function runsOn(request: VersionRequest, platform: Platform, host: Platform): boolean {
  // Pyodide runs wherever Node does.
  if (platform.os === 'emscripten') return true
  return (
    platform.os === host.os &&
    platform.os === (request.os ?? host.os) &&
    // Only Linux has a choice of C library; `libc: musl` in a matrix is for its Linux rows.
    (platform.os !== 'linux' ||
      platform.libc === (request.libc ?? libcFor(platform.architecture, host))) &&
    (request.architecture === null
      ? runsNatively(platform.architecture, host) || runsEmulated(platform.architecture, host)
      : sameArchitecture(platform.architecture, request.architecture))
  )
}

/** Builds for higher levels of the instruction set are only chosen by name: not every runner has it. */
function runsNatively({ family, level }: Architecture, host: Platform): boolean {
  return family === host.architecture.family && level === null
}

/** Windows and macOS on ARM run x86_64 programs by themselves (Rosetta). */
function runsEmulated({ family, level }: Architecture, host: Platform): boolean {
  return (
    (host.os === 'windows' || host.os === 'darwin') &&
    host.architecture.family === 'aarch64' &&
    family === 'x86_64' &&
    level === null
  )
}

function sameArchitecture(a: Architecture, b: Architecture): boolean {
  return a.family === b.family && a.level === b.level
}

function prereleaseRank({ version }: Python): number {
  return version.prerelease === null ? 0 : 1
}
