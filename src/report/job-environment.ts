import { existsSync } from 'node:fs'
import path from 'node:path'
import * as core from '@actions/core'
import type { Installation } from '../domain/installation.ts'
import { layoutOf } from '../domain/layout.ts'
import type { Variables } from '../io/process-environment.ts'
import { writingTo } from './command-file.ts'
import { alignColumns } from './format.ts'
import { pathsOf, searchPath, splitPath } from './search-path.ts'

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
  env: Variables,
  isThere: (file: string) => boolean = existsSync,
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
      PKG_CONFIG_PATH: [
        ...new Set([join(root, 'lib', 'pkgconfig'), ...splitPath(env.PKG_CONFIG_PATH, delimiter)]),
      ].join(delimiter),
    },
    paths: searchPath(installations, env, isThere),
  }
}

/** The same with a virtual environment activated: its programs come first. */
export function withVirtualEnvironment(
  { variables, paths }: JobEnvironment,
  { folder, programs }: { readonly folder: string; readonly programs: string },
): JobEnvironment {
  return { variables: { ...variables, VIRTUAL_ENV: folder }, paths: [programs, ...paths] }
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
  const before = splitPath(process.env.PATH, path.delimiter)
  if (paths.every((folder, index) => before[index] === folder)) return
  writingTo('GITHUB_PATH', () => {
    // The runner puts each one before those that came earlier, and takes it from where it was.
    for (const folder of paths.toReversed()) core.addPath(folder)
  })
}
