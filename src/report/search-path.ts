import path from 'node:path'
import type { Installation } from '../domain/installation.ts'
import { isUsualBuild, layoutOf, versionedFolder, versionedPath } from '../domain/layout.ts'
import type { Platform } from '../domain/platform.ts'
import { isFreethreaded } from '../domain/python.ts'
import type { Variables } from '../io/process-environment.ts'

const windowsSuffixes: Readonly<Record<string, string>> = { i686: '-32', aarch64: '-arm64' }

/** What CPython appends to its version on Windows: `-32`, `-arm64` or nothing. */
export function windowsSuffix({ architecture }: Platform): string {
  return windowsSuffixes[architecture.family] ?? ''
}

/** The folders of PATH for these installations, the most wanted one first; `isThere` looks for a file. */
export function searchPath(
  installations: readonly Installation[],
  env: Variables,
  isThere: (file: string) => boolean,
): readonly string[] {
  const versioned = versionedFolders(installations, env, isThere)
  const folders = installations.flatMap(installation => pathFolders(installation, env))
  return [...new Set([...versioned, ...folders])]
}

/**
 * What comes before all else, so that `python3.13` is the usual 3.13 where a free-threaded one is
 * preferred to it: of the usual builds that are set up now, or by a step before this one.
 */
function versionedFolders(
  installations: readonly Installation[],
  { PATH }: Variables,
  isThere: (file: string) => boolean,
): readonly string[] {
  const others = installations.filter(installation => !isUsualBuild(installation))
  return others.flatMap(other => {
    const minor = minorOf(other)
    const usual = installations.filter(each => isUsualBuild(each) && minorOf(each) === minor)
    if (usual.length > 0) {
      return usual.flatMap(each => {
        const folder = versionedFolder(each)
        return folder === null ? [] : [pathsOf(each).join(each.path, folder)]
      })
    }
    return splitPath(PATH, path.delimiter)
      .filter(folder => path.basename(folder) === 'bin')
      .map(folder => path.resolve(folder, '..', versionedPath))
      .filter(folder => isThere(path.join(folder, `python${minor}`)))
  })
}

function minorOf({ version: { major, minor } }: Installation): string {
  return `${major}.${minor}`
}

function pathFolders(installation: Installation, env: Variables): readonly string[] {
  const { binFolder, scriptsFolder } = layoutOf(installation)
  const { join } = pathsOf(installation)
  const folders = [binFolder, scriptsFolder, '.'].map(name => join(installation.path, name))
  return [...userScripts(installation, env), ...folders]
}

/** Where `pip install --user` puts programs on Windows: `Python313t-arm64`, after `sys.winver`. */
function userScripts(
  { platform, version, variant }: Installation,
  env: Variables,
): readonly string[] {
  if (platform.os !== 'windows' || !env.APPDATA) return []
  const { major, minor } = version
  const threading = isFreethreaded(variant) ? 't' : ''
  // Until 3.9 all builds of a version shared one folder.
  const suffix = minor < 10 ? '' : windowsSuffix(platform)
  const name = `Python${major}${minor}${threading}${suffix}`
  return [path.win32.join(env.APPDATA, 'Python', name, 'Scripts')]
}

/** The paths of the system that it is for, wherever we are: so they can be tested everywhere. */
export function pathsOf({ platform }: Installation): path.PlatformPath {
  // Pyodide runs wherever Node does.
  if (platform.os === 'emscripten') return path
  return platform.os === 'windows' ? path.win32 : path.posix
}

/** The folders of a list such as PATH. */
export function splitPath(list: string | undefined, delimiter: string): readonly string[] {
  return list?.split(delimiter).filter(folder => folder !== '') ?? []
}
