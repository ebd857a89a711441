import { cacheContents, type PackageManager } from '../domain/package-manager.ts'
import { type Python, variantSuffix } from '../domain/python.ts'
import { formatVersion } from '../domain/version.ts'
import { digest } from '../io/digest.ts'

/** Everything that makes one cache of packages different from another. */
export interface PackageKeyParts {
  readonly manager: PackageManager
  /** Operating system, C library and processor, as one text. */
  readonly system: string
  readonly pythons: readonly Python[]
  /** The input `cache-suffix`. */
  readonly suffix: string
  /** Digest of the dependency files. */
  readonly dependencies: string
  /** The month in UTC, `2026-11`: what was last needed in another one drops out. */
  readonly month: string
  /** What installed packages are bound to besides; downloads are not. */
  readonly environment: EnvironmentParts | null
}

export interface EnvironmentParts {
  /** Interpreters, as the outputs name them. */
  readonly interpreters: readonly string[]
  readonly workspace: string
  /** Where environments are: their programs name these folders. */
  readonly folders: readonly string[]
  /** What the manager says of its version. */
  readonly toolVersion: string
}

/** A key, and what it is made of as lines for the log: two logs show why one missed. */
export interface PackageKey {
  readonly primary: string
  /** An entry whose key begins like this is of use, too; `null`: none is. */
  readonly prefix: string | null
  readonly lines: readonly string[]
}

/** What all of these keys begin with. */
export const keyStart = 'managed-python-packages-v1-'

/** The key of a cache of packages. */
export function packageKey(parts: PackageKeyParts): PackageKey {
  const { manager, system, pythons, suffix, dependencies, environment } = parts
  const downloads = cacheContents[manager] === 'downloads'
  const month = downloads ? parts.month : ''
  const abi = abiOf(pythons)
  const named: readonly (readonly [string, string])[] = [
    ['manager', manager],
    ['system', system],
    ['Python', abi],
    ['suffix', suffix],
    ['month', month],
    ['dependency files', dependencies],
    ['interpreter', environment?.interpreters.join(', ') ?? ''],
    ['workspace', environment?.workspace ?? ''],
    ['folder', environment?.folders.join(', ') ?? ''],
    ['version', environment?.toolVersion ?? ''],
  ]
  const readable = [system, abi, suffix, month].filter(Boolean).map(clean).join('-')
  const prefix = `${keyStart}${manager}-${readable}-`
  return {
    primary: `${prefix}${digest(JSON.stringify(named))}`,
    prefix: downloads ? prefix : null,
    lines: named.filter(([, text]) => text !== '').map(([part, text]) => `${part}: ${text}`),
  }
}

/**
 * What compiled packages are made for: `cpython3.13t`. Patches of a release share packages; of a
 * prerelease, no two builds do.
 */
function abiOf(pythons: readonly Python[]): string {
  const names = pythons.map(python => {
    const { implementation, version, variant, build } = python
    const { major, minor, prerelease } = version
    const suffix = variantSuffix(variant)
    return prerelease === null
      ? `${implementation}${major}.${minor}${suffix}`
      : `${implementation}${formatVersion(version)}${suffix}+${build}`
  })
  return [...new Set(names)].sort().join('_')
}

/** The service refuses keys of 512 characters, and commas separate them. */
function clean(part: string): string {
  const name = part.replaceAll(/[^\w.+-]/g, '_')
  return name.length > 100 ? `${name.slice(0, 80)}_${digest(part, 16)}` : name
}
