import { getExecOutput } from '@actions/exec'
import { describeEnd, startChild } from './child.ts'

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
}

/**
 * What a program writes to its standard output, for programs that change nothing: one that takes
 * too long is left alone. No shell, no console output. Throws a `CommandError`.
 */
export async function runCommand(
  program: string,
  args: readonly string[],
  { env, timeoutMs }: CommandOptions,
): Promise<string> {
  const execution = getExecOutput(quoteProgram(program), [...args], {
    env: { ...env },
    silent: true,
    ignoreReturnCode: true,
    // exec waits this long for output streams that a grandchild holds open.
    delay: 1000,
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

/**
 * Runs a program that writes to disk: where it takes too long or `signal` says so, it is ended and
 * waited for. Throws a `CommandError`, or the signal's reason.
 */
export async function runToEnd(
  file: string,
  args: readonly string[],
  { env, timeoutMs, signal }: CommandOptions & { readonly signal: AbortSignal },
): Promise<void> {
  signal.throwIfAborted()
  const child = startChild({ file, args, env })
  child.stdin.end()
  child.stdout.resume()
  const late = AbortSignal.timeout(timeoutMs)
  const stop = AbortSignal.any([signal, late])
  stop.addEventListener('abort', child.kill, { once: true })
  const end = await child.ended
  stop.removeEventListener('abort', child.kill)
  signal.throwIfAborted()
  if (end.kind === 'exited' && end.code === 0) return
  if (end.kind === 'not-started') throw new CommandError('could not be started', '', end.error)
  const message = late.aborted ? `did not end within ${timeoutMs / 1000} s` : describeEnd(end)
  throw new CommandError(message, lastLines(child.stderrTail()))
}

/** What went wrong with a program, and its last words. */
export function explainCommand({ message, stderr }: CommandError): string {
  return [message, stderr].filter(Boolean).join(': ')
}

/** exec reads its first argument as a command line; in quotes it is one word, whatever it holds. */
function quoteProgram(program: string): string {
  return `"${program.replaceAll('"', '\\"')}"`
}

/** The end of what a program complained of: what a person needs to see of it. */
export function lastLines(text: string, count = 10): string {
  return text.trimEnd().split('\n').slice(-count).join('\n')
}
