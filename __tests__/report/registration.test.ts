import { describe, expect, it } from 'vitest'
import type { Distribution } from '../../src/domain/distribution.ts'
import type { Installation } from '../../src/domain/installation.ts'
import type { ArchitectureFamily } from '../../src/domain/platform.ts'
import { installationOf } from '../../src/install/tool-cache.ts'
import { companyKey, registrationChanges, tagOf } from '../../src/report/registration.ts'
import { recordOfPython } from '../support/distributions.ts'

const on = (family: ArchitectureFamily) => {
  return { os: 'windows', architecture: { family, level: null }, libc: 'none' } as const
}
const installed = (parts: Partial<Distribution> = {}, path = 'C:\\tools\\a'): Installation => {
  return installationOf(recordOfPython(path, { platform: on('x86_64'), ...parts }))
}
const anywhere = () => true
const nowhere = () => false
const tag = `${companyKey}\\CPython3.13.5`

describe('the registry of Windows', () => {
  it('gets what the launcher, tox and virtualenv look for', () => {
    expect(registrationChanges([installed()], {}, anywhere)).toEqual({
      remove: [],
      write: {
        [companyKey]: { DisplayName: 'setup-managed-python' },
        [tag]: {
          DisplayName: 'CPython 3.13.5 (64-bit)',
          SupportUrl: 'https://github.com/astral-sh/python-build-standalone',
          Version: '3.13.5',
          SysVersion: '3.13',
          SysArchitecture: '64bit',
          DownloadSha256: 'a'.repeat(64),
        },
        [`${tag}\\InstallPath`]: {
          '': 'C:\\tools\\a',
          ExecutablePath: 'C:\\tools\\a\\python.exe',
          WindowedExecutablePath: 'C:\\tools\\a\\pythonw.exe',
        },
      },
    })
  })

  it.each<readonly [Partial<Distribution>, string, string]>([
    [{}, 'CPython3.13.5', 'CPython 3.13.5 (64-bit)'],
    // By this word virtualenv tells that it is one.
    [{ variant: 'freethreaded' }, 'CPython3.13.5t', 'CPython 3.13.5 freethreaded (64-bit)'],
    [{ platform: on('i686') }, 'CPython3.13.5-32', 'CPython 3.13.5 (32-bit)'],
    [{ platform: on('aarch64') }, 'CPython3.13.5-arm64', 'CPython 3.13.5 (64-bit)'],
    [{ implementation: 'pypy' }, 'PyPy3.13.5', 'PyPy 3.13.5 (64-bit)'],
    [{ implementation: 'graalpy' }, 'GraalPy3.13.5', 'GraalPy 3.13.5 (64-bit)'],
    [
      { version: { major: 3, minor: 15, patch: 0, prerelease: { phase: 'rc', number: 1 } } },
      'CPython3.15.0rc1',
      'CPython 3.15.0rc1 (64-bit)',
    ],
  ])('names %j %s', (parts, name, display) => {
    const { write } = registrationChanges([installed(parts)], {}, nowhere)
    expect(tagOf(installed(parts))).toBe(name)
    expect(write[`${companyKey}\\${name}`]?.DisplayName).toBe(display)
    expect(write[`${companyKey}\\${name}\\InstallPath`]).not.toHaveProperty(
      'WindowedExecutablePath',
    )
  })

  it.each<readonly [Partial<Distribution>, string, string | undefined]>([
    [{ implementation: 'pypy' }, 'C:\\tools\\a\\python.exe', 'C:\\tools\\a\\pypyw.exe'],
    [{ implementation: 'graalpy' }, 'C:\\tools\\a\\bin\\python.exe', undefined],
  ])('names the programs of %j', (parts, program, withoutWindow) => {
    const { write } = registrationChanges([installed(parts)], {}, anywhere)
    const place = write[`${companyKey}\\${tagOf(installed(parts))}\\InstallPath`]
    expect(place?.ExecutablePath).toBe(program)
    expect(place?.WindowedExecutablePath).toBe(withoutWindow)
  })

  it('has nothing of other systems, and no hash where none is known', () => {
    const linux = installationOf(recordOfPython('/tools/a'))
    expect(Object.keys(registrationChanges([linux], {}, anywhere).write)).toEqual([companyKey])
    const { write } = registrationChanges([installed({ sha256: null })], {}, anywhere)
    expect(write[tag]).not.toHaveProperty('DownloadSha256')
  })

  it('stays as it is where it says all of that already', () => {
    const { write } = registrationChanges([installed()], {}, anywhere)
    expect(registrationChanges([installed()], write, anywhere)).toEqual({ remove: [], write: {} })
    const moved = registrationChanges([installed({}, 'D:\\b')], write, anywhere)
    expect(Object.keys(moved.write)).toEqual([`${tag}\\InstallPath`])
  })

  it('names the most wanted of two builds of one version', () => {
    const builds = [installed({}, 'C:\\wanted'), installed({}, 'C:\\other')]
    const { write } = registrationChanges(builds, {}, anywhere)
    expect(write[`${tag}\\InstallPath`]?.['']).toBe('C:\\wanted')
  })

  it('loses the Pythons that are gone, and only those', () => {
    const gone = { version: { major: 3, minor: 11, patch: 2, prerelease: null } }
    const old = [installed(gone, 'C:\\gone'), installed({ variant: 'freethreaded' }, 'C:\\kept')]
    const found = {
      ...registrationChanges(old, {}, anywhere).write,
      [`${companyKey}\\Broken`]: { SysVersion: '3.9' },
      'HKEY_CURRENT_USER\\Software\\Python\\PythonCore\\3.9': { SysVersion: '3.9' },
    }
    const isThere = (file: string) => file.startsWith('C:\\kept')
    const { remove } = registrationChanges([installed()], found, isThere)
    expect(remove).toEqual([`${companyKey}\\CPython3.11.2`, `${companyKey}\\Broken`])
    expect(registrationChanges(old, found, nowhere).remove).toEqual([`${companyKey}\\Broken`])
  })
})
