import { lstat, readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { CommandError, explainCommand, runCommand } from '../io/command.ts'
import { removeTree } from '../io/files.ts'

export interface CheckOptions {
  /** The whole environment of the interpreters that are started. */
  readonly env: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

const startTimeoutMs = 60_000

/** The virtual environments in a folder: itself, or those directly in it. */
export async function environmentsIn(folder: string): Promise<readonly string[]> {
  if (await isEnvironment(folder)) return [folder]
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const folders = entries.filter(entry => entry.isDirectory())
  const paths = folders.map(({ name }) => path.join(folder, name))
  const areEnvironments = await Promise.all(paths.map(isEnvironment))
  return paths.filter((_, i) => areEnvironments[i])
}

/** Whether a folder is a virtual environment's own. */
export async function isEnvironment(folder: string): Promise<boolean> {
  return await lstat(path.join(folder, 'pyvenv.cfg')).then(
    found => found.isFile(),
    () => false,
  )
}

/**
 * Removes an environment that does not work here; a clause that says what was wrong, or `null`.
 * Throws only the signal's reason, or what the file system throws of removing.
 */
export async function removeIfBroken(
  environment: string,
  options: CheckOptions,
): Promise<string | null> {
  const fault = await findFault(environment, options)
  if (fault !== null) await removeTree(environment)
  return fault
}

async function findFault(
  environment: string,
  { env, signal }: CheckOptions,
): Promise<string | null> {
  const configuration = await readFile(path.join(environment, 'pyvenv.cfg'), 'utf8').catch(() => '')
  const home = /^\s*home\s*=\s*(.*?)\s*$/m.exec(configuration)?.[1] ?? ''
  const isThere = await stat(home).then(
    () => true,
    () => false,
  )
  if (!isThere) return `its Python, in ${home || 'no folder'}, is not there`
  const python = process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python']
  const args = ['-I', '-B', '-c', 'import sys; print(sys.prefix)']
  const options = { env, signal, timeoutMs: startTimeoutMs }
  try {
    await runCommand(path.join(environment, ...python), args, options)
    return null
  } catch (error) {
    signal.throwIfAborted()
    return error instanceof CommandError ? `its Python ${explainCommand(error)}` : String(error)
  }
}
