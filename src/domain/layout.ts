import type { Distribution } from './distribution.ts'
import { isFreethreaded, type Python, variantSuffix } from './python.ts'

/** Grows when installations of an older make must not be used any more, from wherever they come. */
export const layoutNumber = 3

/** Where things are inside an installation: relative paths with `/`. */
export interface Layout {
  /** The interpreter's own file. */
  readonly executable: string
  /** The folder that programs and scripts are started from. */
  readonly binFolder: string
  /** Where scripts go that come with packages (pip's own among them). */
  readonly scriptsFolder: string
}

/** The layout of an installation: a pure function of what is installed. */
export function layoutOf(python: Python): Layout {
  const windows = python.platform.os === 'windows'
  switch (python.implementation) {
    case 'cpython':
      return windows
        ? { executable: 'python.exe', binFolder: '.', scriptsFolder: 'Scripts' }
        : inBin(`python${pythonSuffix(python)}`)
    case 'pypy':
      return windows
        ? { executable: 'pypy3.exe', binFolder: '.', scriptsFolder: 'Scripts' }
        : inBin('pypy3')
    case 'graalpy':
      return windows
        ? { executable: 'bin/graalpy.exe', binFolder: 'bin', scriptsFolder: 'Scripts' }
        : inBin('graalpy')
    case 'pyodide':
      return {
        executable: 'pyodide-root/dist/python',
        binFolder: 'pyodide-root/dist',
        scriptsFolder: 'pyodide-root/dist',
      }
  }
}

function inBin(name: string): Layout {
  return { executable: `bin/${name}`, binFolder: 'bin', scriptsFolder: 'bin' }
}

/** `3.13`, `3.13t`, `3.13d`, `3.13td`: what CPython appends to the names of its files. */
export function pythonSuffix({ version, variant }: Python): string {
  return `${version.major}.${version.minor}${variantSuffix(variant)}`
}

/** Where CPython keeps its standard library; a debug build shares its name. */
export function stdlibFolder({ platform, version, variant }: Python): string {
  if (platform.os === 'windows') return 'Lib'
  return `lib/python${version.major}.${version.minor}${isFreethreaded(variant) ? 't' : ''}`
}

/** What an archive's name ends in, and says how to unpack it. */
export function archiveEnding({ url }: Pick<Distribution, 'url'>): ArchiveEnding {
  if (url.pathname.endsWith('.zip')) return '.zip'
  if (url.pathname.endsWith('.bz2')) return '.tar.bz2'
  return url.pathname.endsWith('.zst') ? '.tar.zst' : '.tar.gz'
}

export type ArchiveEnding = '.zip' | '.tar.zst' | '.tar.bz2' | '.tar.gz'

/**
 * The folder of an extracted archive that becomes the installation; `null`: its only top folder.
 * python-build-standalone's full archives hold build files too, and the installation one level down;
 * the old ones among them have no `full` in their names, but are the only ones packed with zstd.
 */
export function archiveRoot(distribution: Distribution): string | null {
  if (distribution.implementation !== 'cpython') return null
  return archiveEnding(distribution) === '.tar.zst' ? 'python/install' : 'python'
}

/** Whether it is what people mean by `python3.13`: CPython, and neither free-threaded nor a debug build. */
export function isUsualBuild({ implementation, variant }: Python): boolean {
  return implementation === 'cpython' && variant === 'default'
}

/**
 * Where people find an interpreter: relative paths. Those that an archive lacks are made: `python`
 * in the bin folder among them, as every version must answer to it.
 */
export function interpreterPaths(python: Python): readonly string[] {
  const { implementation, version, platform } = python
  const { major, minor } = version
  const windows = platform.os === 'windows'
  const cpython = implementation === 'cpython'
  const names = new Set(['python', `python${major}`, `python${major}.${minor}`])
  if (cpython) {
    // Nothing on PATH can come before it there, so it is left to the usual build.
    if (windows && !isUsualBuild(python)) names.delete(`python${major}.${minor}`)
    names.add(`python${pythonSuffix(python)}`)
  }
  if (implementation === 'pypy') names.add('pypy').add('pypy3').add(`pypy${major}.${minor}`)
  if (implementation === 'graalpy') names.add('graalpy')
  const { binFolder } = layoutOf(python)
  const folder = binFolder === '.' ? '' : `${binFolder}/`
  const paths = [...names].map(name => `${folder}${name}${windows ? '.exe' : ''}`)
  // `$pythonLocation/python` is there on every system, as in setup-python's Pythons.
  return cpython && !windows ? [...paths, 'python'] : paths
}

/** Relative to an installation. */
export const versionedPath = 'bin/versioned'

/**
 * The folder of a usual build in which `python3.13` and `pip3.13` have names once more, and nothing
 * else: on PATH before a free-threaded 3.13, it leaves `python` to that one. `null`: there is none.
 */
export function versionedFolder(python: Python): string | null {
  return isUsualBuild(python) && python.platform.os !== 'windows' ? versionedPath : null
}
