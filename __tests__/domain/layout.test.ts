import { expect, it } from 'vitest'
import type { Distribution } from '../../src/domain/distribution.ts'
import {
  archiveEnding,
  archiveRoot,
  interpreterPaths,
  isUsualBuild,
  layoutOf,
  pythonSuffix,
  stdlibFolder,
  versionedFolder,
} from '../../src/domain/layout.ts'
import { distribution } from '../support/distributions.ts'

const windows: Partial<Distribution> = {
  platform: { os: 'windows', architecture: { family: 'x86_64', level: null }, libc: 'none' },
}
const at = (name: string) => ({ url: new URL(`https://example.org/${name}`) })

it.each<readonly [Partial<Distribution>, string, string, string]>([
  [{}, 'bin/python3.13', 'bin', 'bin'],
  [{ variant: 'freethreaded' }, 'bin/python3.13t', 'bin', 'bin'],
  [{ variant: 'debug' }, 'bin/python3.13d', 'bin', 'bin'],
  [{ variant: 'freethreaded+debug' }, 'bin/python3.13td', 'bin', 'bin'],
  [{ implementation: 'pypy' }, 'bin/pypy3', 'bin', 'bin'],
  [{ implementation: 'graalpy' }, 'bin/graalpy', 'bin', 'bin'],
  [windows, 'python.exe', '.', 'Scripts'],
  [{ ...windows, variant: 'freethreaded' }, 'python.exe', '.', 'Scripts'],
  [{ ...windows, implementation: 'pypy' }, 'pypy3.exe', '.', 'Scripts'],
  [{ ...windows, implementation: 'graalpy' }, 'bin/graalpy.exe', 'bin', 'Scripts'],
])('the layout of %j', (parts, executable, binFolder, scriptsFolder) => {
  expect(layoutOf(distribution(parts))).toEqual({ executable, binFolder, scriptsFolder })
})

it('a Pyodide has all in one folder', () => {
  const { executable, binFolder } = layoutOf(distribution({ implementation: 'pyodide' }))
  expect(executable).toBe(`${binFolder}/python`)
})

it.each([
  ['default', '3.13', 'lib/python3.13'],
  ['freethreaded', '3.13t', 'lib/python3.13t'],
  ['debug', '3.13d', 'lib/python3.13'],
  ['freethreaded+debug', '3.13td', 'lib/python3.13t'],
] as const)(
  'a %s build has %s in its files’ names and %s for its library',
  (variant, suffix, stdlib) => {
    expect(pythonSuffix(distribution({ variant }))).toBe(suffix)
    expect(stdlibFolder(distribution({ variant }))).toBe(stdlib)
    expect(stdlibFolder(distribution({ ...windows, variant }))).toBe('Lib')
  },
)

it.each<readonly [Partial<Distribution>, string | null]>([
  [at('cpython-3.13.5%2B20250612-x86_64-install_only_stripped.tar.gz'), 'python'],
  [at('cpython-3.12.3%2B20240415-aarch64-apple-darwin-install_only.tar.gz'), 'python'],
  [at('cpython-3.13.5%2B20250612-x86_64-freethreaded%2Bdebug-full.tar.zst'), 'python/install'],
  [at('cpython-3.10.0-aarch64-apple-darwin-pgo%2Blto-20211017T1616.tar.zst'), 'python/install'],
  [at('cpython.tar.zst?signature=x.tar.gz'), 'python/install'],
  [{ implementation: 'pypy', ...at('pypy3.11-v7.3.23-linux64.tar.gz') }, null],
  [{ implementation: 'graalpy', ...at('graalpy.zip') }, null],
  [{ implementation: 'pyodide', ...at('xbuildenv.tar.gz') }, null],
])('the root within the archive of %j is %j', (parts, root) => {
  expect(archiveRoot(distribution(parts))).toBe(root)
})

it.each([
  ['cpython-3.13.5%2B20250612-x86_64-install_only_stripped.tar.gz', '.tar.gz'],
  ['cpython.tar.zst?signature=x.tar.gz', '.tar.zst'],
  ['pypy3.11-v7.3.23-win64.zip', '.zip'],
])('%s ends in %s', (name, ending) => {
  expect(archiveEnding(distribution(at(name)))).toBe(ending)
})

it.each<readonly [Partial<Distribution>, string, string]>([
  [{}, 'python python3 python3.13', 'python'],
  [{ variant: 'freethreaded' }, 'python python3 python3.13 python3.13t', 'python'],
  [{ variant: 'debug' }, 'python python3 python3.13 python3.13d', 'python'],
  [{ implementation: 'pypy' }, 'python python3 python3.13 pypy pypy3 pypy3.13', ''],
  [{ implementation: 'graalpy' }, 'python python3 python3.13 graalpy', ''],
  [{ ...windows, variant: 'freethreaded' }, '', 'python.exe python3.exe python3.13t.exe'],
])('%j answers to %s in bin, and to %s in its root', (parts, inBin, inRoot) => {
  const words = (text: string) => text.split(' ').filter(Boolean)
  const paths = [...words(inBin).map(name => `bin/${name}`), ...words(inRoot)]
  expect(interpreterPaths(distribution(parts))).toEqual(paths)
})

it('only the usual build has a folder of versioned names, and none on Windows', () => {
  const windows = { ...distribution().platform, os: 'windows', libc: 'none' } as const
  const folders = [
    {},
    { variant: 'freethreaded' as const },
    { implementation: 'pypy' as const },
    { platform: windows },
  ].map(parts => [isUsualBuild(distribution(parts)), versionedFolder(distribution(parts))])
  expect(folders).toEqual([
    [true, 'bin/versioned'],
    [false, null],
    [false, null],
    [true, null],
  ])
})

it('PyPy is packed with bzip2', () => {
  const url = new URL('https://example.org/pypy3.11-v7.3.20-linux64.tar.bz2')
  expect(archiveEnding({ url })).toBe('.tar.bz2')
})
