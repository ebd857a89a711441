import type { Python } from './python.ts'
import { variantSuffix } from './python.ts'
import type { Prerelease, PythonVersion } from './version.ts'
import { formatVersion } from './version.ts'

const phaseNames: Readonly<Record<Prerelease['phase'], string>> = {
  a: 'alpha',
  b: 'beta',
  rc: 'rc',
}

/** `3.15.0-alpha.7`: a version as setup-python's manifest and npm ranges written for it spell it. */
export function formatManifestVersion(version: PythonVersion): string {
  const { prerelease } = version
  const release = formatVersion({ ...version, prerelease: null })
  return prerelease === null
    ? release
    : `${release}-${phaseNames[prerelease.phase]}.${prerelease.number}`
}

/**
 * The output `python-version`, in setup-python's spelling: `3.13.1t`, `pypy3.11.15-7.3.23`,
 * `graalpy25.0.1`. Where setup-python has none (debug builds, Pyodide) it follows suit. Each can
 * be asked for again.
 */
export function formatSetupPythonVersion({
  implementation,
  version,
  variant,
  build,
}: Python): string {
  switch (implementation) {
    case 'cpython':
      return `${formatManifestVersion(version)}${variantSuffix(variant)}`
    case 'pypy':
    case 'pyodide':
      return `${implementation}${formatVersion(version)}-${build}`
    case 'graalpy':
      return `graalpy${build}`
  }
}
