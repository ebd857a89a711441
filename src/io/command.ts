import { getExecOutput } from '@actions/exec'

/** A program that could not be started, failed, or did not end in time. */
export class CommandError extends Error {
  readonly stderr: string

  constructor(message: string, stderr: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'CommandError'
    this.stderr = stderr
  }
}

export interface CommandOptions {
  /** The whole environment of the program: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>
  readonly timeoutMs: number
  readonly cwd?: string
}

/** What a program writes to its standard output. No shell, no console output. Throws a `CommandError`. */
export async function runCommand(
  program: string,
  args: readonly string[],
  { env, timeoutMs, cwd }: CommandOptions,
): Promise<string> {
  const execution = getExecOutput(quoteProgram(program), [...args], {
    env: { ...env },
    silent: true,
    ignoreReturnCode: true,
    // exec waits this long for output streams that a grandchild holds open.
    delay: 1000,
    ...(cwd === undefined ? {} : { cwd }),
  })
  const timeout = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    timeout.reject(new CommandError(`did not end within ${timeoutMs / 1000} s`, ''))
  }, timeoutMs)
  try {
    const { exitCode, stdout, stderr } = await Promise.race([execution, timeout.promise])
    if (exitCode !== 0)
      throw new CommandError(`ended with exit code ${exitCode}`, lastLines(stderr))
    return stdout
  } catch (error) {
    if (error instanceof CommandError) throw error
    throw new CommandError('could not be started', '', error)
  } finally {
    clearTimeout(timer)
  }
}

/** exec reads its first argument as a command line; in quotes it is one word, whatever it holds. */
function quoteProgram(program: string): string {
  return `"${program.replaceAll('"', '\\"')}"`
}

/** The end of what a program complained of: what a person needs to see of it. */
export function lastLines(text: string, count = 10): string {
  return text.trimEnd().split('\n').slice(-count).join('\n')
}
