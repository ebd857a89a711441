import type { Installation } from '../domain/installation.ts'
import { layoutOf } from '../domain/layout.ts'
import { describePython, implementationNames, projects, variantSuffix } from '../domain/python.ts'
import { formatVersion } from '../domain/version.ts'
import type { RegistryChanges, RegistryKeys } from '../io/windows-registry.ts'
import { pythonPath } from './job-environment.ts'
import { pathsOf, windowsSuffix } from './search-path.ts'

/** Where Windows programs look for Pythons that we answer for (PEP 514). */
export const companyKey = 'HKEY_CURRENT_USER\\Software\\Python\\setup-managed-python'

type RegistryKey = readonly [key: string, values: RegistryKeys[string]]

/** Of programs that are started without a window of their own. */
const windowed: Readonly<Partial<Record<Installation['implementation'], string>>> = {
  cpython: 'pythonw.exe',
  pypy: 'pypyw.exe',
}

/**
 * What is to be written to the registry, so that the `py` launcher, tox and virtualenv find these
 * installations and none that are gone; pure. `found` is what is below `companyKey` already,
 * `isThere` looks for a file. The values are those that uv registers its Pythons with, but for the
 * archive's address, which an installation has forgotten.
 */
export function registrationChanges(
  installations: readonly Installation[],
  found: RegistryKeys,
  isThere: (file: string) => boolean,
): RegistryChanges {
  const wanted: RegistryKeys = Object.fromEntries([
    [companyKey, { DisplayName: 'setup-managed-python' }],
    // Of two builds of one version, the most wanted one has the name.
    ...installations.toReversed().flatMap(each => registration(each, isThere)),
  ])
  const stale = tagKeys(found).filter(key => {
    return wanted[key] === undefined && !isThere(found[`${key}\\InstallPath`]?.ExecutablePath ?? '')
  })
  const isNew = ([key, values]: RegistryKey) => {
    return Object.entries(values).some(([name, value]) => found[key]?.[name] !== value)
  }
  return { remove: stale, write: Object.fromEntries(Object.entries(wanted).filter(isNew)) }
}

/** The keys of single Pythons. */
function tagKeys(keys: RegistryKeys): readonly string[] {
  const isTag = (key: string) => {
    return key.startsWith(`${companyKey}\\`) && !key.includes('\\', companyKey.length + 1)
  }
  return Object.keys(keys).filter(isTag)
}

/** The keys of one Python; none where it is no program of Windows. */
function registration(
  installation: Installation,
  isThere: (file: string) => boolean,
): readonly RegistryKey[] {
  const { implementation, version, platform, archiveSha256, path } = installation
  if (platform.os !== 'windows') return []
  const bits = platform.architecture.family === 'i686' ? 32 : 64
  const tag = `${companyKey}\\${tagOf(installation)}`
  const { join } = pathsOf(installation)
  const withoutWindow = join(path, layoutOf(installation).binFolder, windowed[implementation] ?? '')
  const hasWindowed = implementation in windowed && isThere(withoutWindow)
  return [
    [
      tag,
      {
        DisplayName: `${describePython(installation)} (${bits}-bit)`,
        SupportUrl: projects[implementation],
        Version: formatVersion(version),
        SysVersion: `${version.major}.${version.minor}`,
        SysArchitecture: `${bits}bit`,
        ...(archiveSha256 === null ? {} : { DownloadSha256: archiveSha256 }),
      },
    ],
    [
      `${tag}\\InstallPath`,
      {
        '': path,
        ExecutablePath: pythonPath(installation),
        ...(hasWindowed ? { WindowedExecutablePath: withoutWindow } : {}),
      },
    ],
  ]
}

/** `CPython3.13.15t-arm64`: uv's tag, with what tells Pythons of one version apart. */
export function tagOf({ implementation, version, variant, platform }: Installation): string {
  const name = `${implementationNames[implementation]}${formatVersion(version)}`
  return `${name}${variantSuffix(variant)}${windowsSuffix(platform)}`
}
