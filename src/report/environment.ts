import path from 'node:path'
import * as core from '@actions/core'
import type { Installation } from '../domain/installation.ts'
import { layoutOf } from '../domain/layout.ts'
import { isFreethreaded } from '../domain/python.ts'
import type { Environment } from '../io/process-environment.ts'
import { writingTo } from './command-file.ts'
import { alignColumns } from './format.ts'

/** What CPython appends to its version on Windows. */
const windowsSuffixes: Readonly<Record<string, string>> = { i686: '-32', aarch64: '-arm64' }

/** What later steps of the job find. */
export interface JobEnvironment {
  readonly variables: Readonly<Record<string, string>>
  /** The first one is looked at first. */
  readonly paths: readonly string[]
}

/**
 * The variables and PATH folders for these installations, the most wanted one first: that one
 * answers to `python`. There is no LD_LIBRARY_PATH: it would reach every other program, and the
 * builds find their libraries without it.
 */
export function environmentOf(
  installations: readonly Installation[],
  env: Environment,
): JobEnvironment {
  const [byDefault] = installations
  if (byDefault === undefined) throw new RangeError('no installation to find')
  const root = byDefault.path
  const { join, delimiter } = pathsOf(byDefault)
  return {
    variables: {
      pythonLocation: root,
      Python_ROOT_DIR: root,
      Python2_ROOT_DIR: root,
      Python3_ROOT_DIR: root,
      PKG_CONFIG_PATH: [join(root, 'lib', 'pkgconfig'), env.PKG_CONFIG_PATH]
        .filter(Boolean)
        .join(delimiter),
    },
    paths: [...new Set(installations.flatMap(installation => pathFolders(installation, env)))],
  }
}

/** The same with a virtual environment activated: its programs come first. */
export function withVirtualEnvironment(
  { variables, paths }: JobEnvironment,
  { folder, programs }: { readonly folder: string; readonly programs: string },
): JobEnvironment {
  return { variables: { ...variables, VIRTUAL_ENV: folder }, paths: [programs, ...paths] }
}

/** The paths of the system that it is for, wherever we are: so they can be tested everywhere. */
function pathsOf({ platform }: Installation): path.PlatformPath {
  // Pyodide runs wherever Node does.
  if (platform.os === 'emscripten') return path
  return platform.os === 'windows' ? path.win32 : path.posix
}

function pathFolders(installation: Installation, env: Environment): readonly string[] {
  const { binFolder, scriptsFolder } = layoutOf(installation)
  const { join } = pathsOf(installation)
  const folders = [binFolder, scriptsFolder, '.'].map(name => join(installation.path, name))
  return [...userScripts(installation, env), ...folders]
}

/** Where `pip install --user` puts programs on Windows: `Python313t-arm64`, after `sys.winver`. */
function userScripts(
  { platform, version, variant }: Installation,
  env: Environment,
): readonly string[] {
  if (platform.os !== 'windows' || !env.APPDATA) return []
  const { major, minor } = version
  const threading = isFreethreaded(variant) ? 't' : ''
  // Until 3.9 all builds of a version shared one folder.
  const suffix = minor < 10 ? '' : (windowsSuffixes[platform.architecture.family] ?? '')
  const name = `Python${major}${minor}${threading}${suffix}`
  return [path.win32.join(env.APPDATA, 'Python', name, 'Scripts')]
}

/** The program to call: every installation has a `python`. */
export function pythonPath(installation: Installation): string {
  const { binFolder } = layoutOf(installation)
  const { join } = pathsOf(installation)
  const extension = installation.platform.os === 'windows' ? '.exe' : ''
  return join(installation.path, binFolder, `python${extension}`)
}

/** What later steps find, a variable or a folder of PATH a line; pure. */
export function renderEnvironment({ variables, paths }: JobEnvironment): readonly string[] {
  return alignColumns([
    ...paths.map((folder, index) => [index === 0 ? 'PATH' : '', folder]),
    ...Object.entries(variables),
  ])
}

/** Hands variables and folders to the job's later steps. */
export function exportEnvironment({ variables, paths }: JobEnvironment): void {
  writingTo('GITHUB_ENV', () => {
    for (const [name, value] of Object.entries(variables)) core.exportVariable(name, value)
  })
  writingTo('GITHUB_PATH', () => {
    // The runner puts each one before those that came earlier.
    for (const folder of paths.toReversed()) core.addPath(folder)
  })
}
