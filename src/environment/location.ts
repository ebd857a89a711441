import { lstat, readdir, realpath } from 'node:fs/promises'
import path from 'node:path'
import { ActionError } from '../domain/errors.ts'
import { errorCode, isInside } from '../io/files.ts'

/** What lies where an environment is to be. */
export type Occupant = 'nothing' | 'environment' | 'empty folder'

/** Where an environment is, and what is there already. */
export interface EnvironmentLocation {
  /** Absolute, and free of symbolic links. */
  readonly folder: string
  readonly occupant: Occupant
}

export interface LocationOptions {
  readonly workspace: string
  /** The runner's folder for temporary files; empty where it has none. */
  readonly temp: string
}

/**
 * Finds the folder that the input `environment` names, below the workspace or the runner's temporary
 * folder. Throws an `ActionError` where it is elsewhere, or holds what is no virtual environment:
 * an environment is rebuilt by removing its folder, and that must not hit anything else.
 */
export async function locateEnvironment(
  text: string,
  { workspace, temp }: LocationOptions,
): Promise<EnvironmentLocation> {
  const folder = await resolveParent(path.resolve(workspace, text))
  const roots = await Promise.all([workspace, temp].filter(Boolean).map(resolveParent))
  if (!roots.some(root => folder !== root && isInside(root, folder))) {
    throw wrongLocation(text, 'it is not below the workspace or RUNNER_TEMP')
  }
  const occupant = await findOccupant(folder)
  if (occupant === null) throw wrongLocation(text, 'it already contains something else')
  return { folder, occupant }
}

/** A path without links in what exists of it; the last part stays what it is. */
async function resolveParent(file: string): Promise<string> {
  const parent = path.dirname(file)
  if (parent === file) return file
  const real = await realpath(parent).catch(() => null)
  return path.join(real ?? (await resolveParent(parent)), path.basename(file))
}

async function findOccupant(folder: string): Promise<Occupant | null> {
  try {
    if (!(await lstat(folder)).isDirectory()) return null
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'nothing'
    throw error
  }
  if (await isFile(path.join(folder, 'pyvenv.cfg'))) return 'environment'
  return (await isEmpty(folder)) ? 'empty folder' : null
}

async function isFile(file: string): Promise<boolean> {
  return await lstat(file).then(
    found => found.isFile(),
    () => false,
  )
}

async function isEmpty(folder: string): Promise<boolean> {
  return (await readdir(folder)).length === 0
}

function wrongLocation(text: string, found: string): ActionError {
  return new ActionError({
    code: 'INPUT_INVALID',
    message: `The input environment is ${JSON.stringify(text.slice(0, 200))}, but ${found}.`,
    hint: 'Use a folder that is only for the virtual environment, such as .venv.',
  })
}
