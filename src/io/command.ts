import { type ChildEnd, describeEnd, startChild } from './child.ts'
import { startDeadline } from './waiting.ts'

/** A program that could not be started, failed, or did not end in time. */
export class CommandError extends Error {
  readonly stderr: string
  /** `null`: it was ended as it took too long. */
  readonly end: ChildEnd | null

  constructor(message: string, stderr: string, end: ChildEnd | null = null) {
    const cause = end?.kind === 'not-started' ? end.error : undefined
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'CommandError'
    this.stderr = stderr
    this.end = end
  }
}

export interface CommandOptions {
  /** The whole environment of the program: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

/**
 * What a program writes to its standard output. Where it takes too long or `signal` says so, it is
 * ended and waited for. No shell. Throws a `CommandError`, or the signal's reason.
 */
export async function runCommand(
  file: string,
  args: readonly string[],
  { env, timeoutMs, signal }: CommandOptions,
): Promise<string> {
  signal.throwIfAborted()
  const child = startChild({ file, args, env })
  child.stdin.end()
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  const deadline = startDeadline(timeoutMs)
  const stop = AbortSignal.any([signal, deadline.signal])
  stop.addEventListener('abort', child.kill, { once: true })
  const end = await child.ended
  deadline.clear()
  const isLate = deadline.signal.aborted
  stop.removeEventListener('abort', child.kill)
  signal.throwIfAborted()
  if (end.kind === 'exited' && end.code === 0) return output
  const message = isLate ? `did not end within ${timeoutMs / 1000} s` : describeEnd(end)
  throw new CommandError(message, lastLines(child.stderrTail()), isLate ? null : end)
}

/** What went wrong with a program, and its last words. */
export function explainCommand({
  message,
  stderr,
}: Pick<CommandError, 'message' | 'stderr'>): string {
  return [message, stderr].filter(Boolean).join(': ')
}

/** The end of what a program complained of: what a person needs to see of it. */
export function lastLines(text: string, count = 10): string {
  return text.trimEnd().split('\n').slice(-count).join('\n')
}
