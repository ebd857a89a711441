import { access, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ActionError } from '../domain/errors.ts'
import { type ChildEnd, describeEnd } from '../io/child.ts'
import { runInForeground } from '../io/foreground.ts'
import { failedLineFile, scriptArgument, shellScript } from './shell.ts'

export interface InstallRun {
  /** The text of the input `install`. */
  readonly install: string
  /** A folder for the script, which nothing else uses. */
  readonly temp: string
  readonly cwd: string
  /** The whole environment of the command: the job's own, as it needs its indexes and tokens. */
  readonly env: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

/**
 * Runs the workflow's install command as a `run` step would, from a file, so that nothing of it is
 * read as anything else. Its output goes to the log as it comes. Throws an `ActionError` where it
 * fails, or the signal's reason; nothing of it runs any more then.
 */
export async function runInstall({ install, temp, cwd, env, signal }: InstallRun): Promise<void> {
  const { platform } = process
  const shells = await shellsOnPath(env, platform)
  const { program, args, extension, text } = shellScript(install, { platform, shells })
  const script = path.join(temp, `install${extension}`)
  await writeFile(script, text, { mode: 0o700 })
  const end = await runInForeground({
    file: program,
    args: [...args, scriptArgument(script, platform)],
    ...{ cwd, env, signal },
  })
  signal.throwIfAborted()
  if (end.kind === 'exited' && end.code === 0) return
  const noted = await readFile(failedLineFile(script), 'utf8').catch(() => '')
  throw installError(nameFailed(install, Number(noted)), end)
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

/** The install command, or the line of it that failed, by its number; 0: unknown. Pure. */
export function nameFailed(install: string, line: number): string {
  const lines = install.split(/\r?\n/)
  const filled = lines.filter(text => text.trim() !== '')
  const failed = filled.length === 1 ? filled[0] : lines[line - 1]
  if (failed === undefined) return `The install command of ${filled.length} lines`
  const where = filled.length === 1 ? '' : ` in line ${line}`
  return `The install command ${JSON.stringify(failed.trim())}${where}`
}

function installError(what: string, end: ChildEnd): ActionError {
  return new ActionError({
    code: 'INSTALL_FAILED',
    message: `${what} ${describeEnd(end)}.`,
    hint: 'Its output above says what went wrong. Nothing is saved, and the environment is not activated.',
    cause: end.kind === 'not-started' ? end.error : undefined,
  })
}
