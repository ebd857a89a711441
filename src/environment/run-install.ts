import { access, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ActionError } from '../domain/errors.ts'
import { messageOf } from '../io/error-message.ts'
import { scriptArgument, shellScript } from './shell.ts'

export interface InstallRun {
  /** The text of the input `install`. */
  readonly install: string
  /** A folder for the script's file, which nothing else uses. */
  readonly temp: string
  readonly cwd: string
  /** The whole environment of the command: the job's own, as it needs its indexes and tokens. */
  readonly env: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

/**
 * Runs the workflow's install command as a `run` step would, from a file, so that nothing of it is
 * read as anything else. Its output goes to the log as it comes. Throws an `ActionError` where it
 * fails, or the signal's reason.
 */
export async function runInstall({ install, temp, cwd, env, signal }: InstallRun): Promise<void> {
  const { platform } = process
  const shells = await shellsOnPath(env, platform)
  const { program, args, extension, text } = shellScript(install, { platform, shells })
  const file = path.join(temp, `install${extension}`)
  await writeFile(file, text, { mode: 0o700 })
  const { exec } = await import('@actions/exec')
  const cancelled = Promise.withResolvers<never>()
  const cancel = () => cancelled.reject(signal.reason)
  signal.addEventListener('abort', cancel, { once: true })
  try {
    const options = { cwd, env: { ...env }, ignoreReturnCode: true }
    const code = await Promise.race([
      exec(program, [...args, scriptArgument(file, platform)], options),
      cancelled.promise,
    ])
    signal.throwIfAborted()
    if (code !== 0) throw installError(install, `ended with exit code ${code}`)
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof ActionError) throw error
    throw installError(install, messageOf(error), error)
  } finally {
    signal.removeEventListener('abort', cancel)
    await rm(file, { force: true })
  }
}

async function shellsOnPath(
  env: Readonly<Record<string, string>>,
  platform: NodeJS.Platform,
): Promise<readonly string[]> {
  const names = platform === 'win32' ? ['pwsh'] : ['bash']
  const pathVariable = Object.entries(env).find(([name]) => name.toUpperCase() === 'PATH')?.[1]
  const folders = (pathVariable ?? '').split(path.delimiter).filter(Boolean)
  const files = names.flatMap(name => {
    const program = platform === 'win32' ? `${name}.exe` : name
    return folders.map(folder => ({ name, file: path.join(folder, program) }))
  })
  const found = await Promise.all(
    files.map(({ name, file }) =>
      access(file).then(
        () => name,
        () => null,
      ),
    ),
  )
  return found.filter(name => name !== null)
}

function installError(install: string, found: string, cause?: unknown): ActionError {
  const lines = install.split(/\r?\n/).filter(line => line.trim() !== '')
  const shown = lines.length === 1 ? JSON.stringify(lines[0]?.trim()) : `of ${lines.length} lines`
  return new ActionError({
    code: 'INSTALL_FAILED',
    message: `The install command ${shown} ${found}.`,
    hint: 'Its output above says what went wrong. Nothing is saved, and the environment is not activated.',
    cause,
  })
}
