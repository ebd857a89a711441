import path from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import type { Distribution } from '../../src/domain/distribution.ts'
import type { Installation } from '../../src/domain/installation.ts'
import { installationOf } from '../../src/install/tool-cache.ts'
import {
  environmentOf,
  exportEnvironment,
  pythonPath,
  renderEnvironment,
} from '../../src/report/job-environment.ts'
import { recordOfPython } from '../support/distributions.ts'
import { makeCommandFiles, readCommandFiles } from '../support/runner-files.ts'
import { temporaryFolder } from '../support/shared.ts'

const windowsHost = process.platform === 'win32'
const installed = (path: string, parts: Partial<Distribution> = {}): Installation => {
  return installationOf(recordOfPython(path, parts))
}
const x64 = { family: 'x86_64', level: null } as const
const windows = { os: 'windows', architecture: x64, libc: 'none' } as const
const python312 = { version: { major: 3, minor: 12, patch: 1, prerelease: null } }

describe.skipIf(windowsHost)('on Linux and macOS', () => {
  const [a, b] = [installed('/tools/a'), installed('/tools/b', python312)]

  it('later steps find the default Python by its variables', () => {
    expect(environmentOf([b, a], {}).variables).toEqual({
      pythonLocation: '/tools/b',
      Python_ROOT_DIR: '/tools/b',
      Python2_ROOT_DIR: '/tools/b',
      Python3_ROOT_DIR: '/tools/b',
      PKG_CONFIG_PATH: '/tools/b/lib/pkgconfig',
    })
  })

  it('what pkg-config was told before holds further on', () => {
    const { variables } = environmentOf([a], { PKG_CONFIG_PATH: '/x:/y' })
    expect(variables.PKG_CONFIG_PATH).toBe('/tools/a/lib/pkgconfig:/x:/y')
    const empty = environmentOf([a], { PKG_CONFIG_PATH: '' })
    expect(empty.variables.PKG_CONFIG_PATH).toBe('/tools/a/lib/pkgconfig')
  })

  it('PATH has all of them in this order, each folder once', () => {
    expect(environmentOf([b, a, b], { APPDATA: '/appdata' }).paths).toEqual([
      '/tools/b/bin',
      '/tools/b',
      '/tools/a/bin',
      '/tools/a',
    ])
  })

  it('what is set up again is not repeated', () => {
    const env = { PKG_CONFIG_PATH: '/x:/tools/a/lib/pkgconfig:/y' }
    const { variables } = environmentOf([a], env)
    expect(variables.PKG_CONFIG_PATH).toBe('/tools/a/lib/pkgconfig:/x:/y')
  })

  const threaded = installed('/tools/t', { variant: 'freethreaded' })
  const pypy = installed('/tools/p', { implementation: 'pypy' })
  const versioned = '/tools/a/bin/versioned'
  it.each([
    ['before it', [threaded, a], {}, [versioned]],
    ['after it', [a, threaded], {}, [versioned]],
    ['before it, be it a PyPy', [pypy, a], {}, [versioned]],
    ['of another version', [threaded, b], {}, []],
    ['after a step with it', [threaded], { PATH: '/bin:/tools/a/bin:/tools/b/bin' }, [versioned]],
    [
      'and another usual one, after such a step',
      [threaded, installed('/tools/c')],
      { PATH: '/tools/a/bin' },
      ['/tools/c/bin/versioned'],
    ],
    ['alone', [threaded], { PATH: '/bin:/tools/b/bin' }, []],
  ])('python3.13 is the usual build with another 3.13 %s', (_, installations, env, expected) => {
    const isThere = (file: string) => file === `${versioned}/python3.13`
    const { paths } = environmentOf(installations, env, isThere)
    expect(paths.filter(folder => folder.endsWith('/versioned'))).toEqual(expected)
    expect(paths.slice(0, expected.length)).toEqual(expected)
  })

  it('the log shows all of that', () => {
    expect(renderEnvironment(environmentOf([b, a], {}))).toEqual([
      'PATH              /tools/b/bin',
      '                  /tools/b',
      '                  /tools/a/bin',
      '                  /tools/a',
      'pythonLocation    /tools/b',
      'Python_ROOT_DIR   /tools/b',
      'Python2_ROOT_DIR  /tools/b',
      'Python3_ROOT_DIR  /tools/b',
      'PKG_CONFIG_PATH   /tools/b/lib/pkgconfig',
    ])
  })

  it.each<readonly [Partial<Distribution>, string]>([
    [{}, '/tools/x/bin/python'],
    [{ variant: 'freethreaded' }, '/tools/x/bin/python'],
    [{ implementation: 'pypy' }, '/tools/x/bin/python'],
    [{ implementation: 'graalpy' }, '/tools/x/bin/python'],
    [{ implementation: 'pyodide' }, '/tools/x/pyodide-root/dist/python'],
  ])('the program of %j is %s', (parts, program) => {
    expect(pythonPath(installed('/tools/x', parts))).toBe(program)
  })
})

describe('on Windows', () => {
  const root = 'C:\\tools\\a'
  const env = { APPDATA: 'C:\\Users\\me\\AppData\\Roaming', PKG_CONFIG_PATH: 'D:\\x' }
  const of = (parts: Partial<Distribution>) => installed(root, { platform: windows, ...parts })

  it('programs lie in the root and in Scripts, those of the user in %APPDATA%', () => {
    const python = of({})
    const { paths, variables } = environmentOf([python], env)
    expect(paths).toEqual([
      'C:\\Users\\me\\AppData\\Roaming\\Python\\Python313\\Scripts',
      'C:\\tools\\a',
      'C:\\tools\\a\\Scripts',
    ])
    expect(variables.PKG_CONFIG_PATH).toBe('C:\\tools\\a\\lib\\pkgconfig;D:\\x')
  })

  it.each([
    [13, 'i686', 'default', 'Python313-32'],
    [13, 'aarch64', 'default', 'Python313-arm64'],
    [13, 'x86_64', 'freethreaded', 'Python313t'],
    [14, 'aarch64', 'freethreaded', 'Python314t-arm64'],
    [10, 'i686', 'default', 'Python310-32'],
    [9, 'i686', 'default', 'Python39'],
  ] as const)('3.%i for %s, %s, keeps those of the user in %s', (minor, family, variant, name) => {
    const platform = { ...windows, architecture: { family, level: null } }
    const version = { major: 3, minor, patch: 1, prerelease: null }
    const python = of({ platform, variant, version })
    const [first] = environmentOf([python], env).paths
    expect(first).toBe(`C:\\Users\\me\\AppData\\Roaming\\Python\\${name}\\Scripts`)
  })

  it('there may be no %APPDATA%', () => {
    const python = of({})
    expect(environmentOf([python], {}).paths.join()).not.toContain('Python313')
  })

  it.each<readonly [Partial<Distribution>, string]>([
    [{}, 'C:\\tools\\a\\python.exe'],
    [{ implementation: 'pypy' }, 'C:\\tools\\a\\python.exe'],
    [{ implementation: 'graalpy' }, 'C:\\tools\\a\\bin\\python.exe'],
  ])('the program of %j is %s', (parts, program) => {
    expect(pythonPath(of(parts))).toBe(program)
  })
})

describe('the runner', async () => {
  const folder = await temporaryFolder()
  afterEach(() => vi.unstubAllEnvs())
  afterAll(folder.remove)

  it('is handed variables, and folders so that the first one is looked at first', async () => {
    const files = await makeCommandFiles(folder.path)
    for (const [name, value] of Object.entries({ ...files, PATH: '/bin' })) vi.stubEnv(name, value)
    // Also set in this process, for what the action itself may start.
    vi.stubEnv('A', '')
    exportEnvironment({ variables: { A: 'one\ntwo' }, paths: ['/first', '/second'] })
    const { variables, pathAdditions } = await readCommandFiles(files)
    expect(variables).toEqual({ A: 'one\ntwo' })
    expect(pathAdditions).toEqual(['/second', '/first'])
  })

  it('is not handed what comes first already', async () => {
    const files = await makeCommandFiles(folder.path)
    const PATH = ['/first', '/second', '/bin'].join(path.delimiter)
    for (const [name, value] of Object.entries({ ...files, PATH })) vi.stubEnv(name, value)
    exportEnvironment({ variables: {}, paths: ['/first', '/second'] })
    expect((await readCommandFiles(files)).pathAdditions).toEqual([])
    exportEnvironment({ variables: {}, paths: ['/second', '/first'] })
    expect((await readCommandFiles(files)).pathAdditions).toEqual(['/first', '/second'])
  })
})
