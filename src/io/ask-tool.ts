import { setTimeout as sleep } from 'node:timers/promises'
import { getExecOutput } from '@actions/exec'
import { which } from '@actions/io'
import { messageOf } from './error-message.ts'

/** What became of asking one of the job's own tools something. */
export type ToolAnswer =
  /** What it wrote to its standard output, trimmed. */
  | { readonly kind: 'answered'; readonly text: string }
  /** There is no such program on PATH. */
  | { readonly kind: 'missing' }
  /** The reason is a clause for the log. */
  | { readonly kind: 'failed'; readonly reason: string }

export interface ToolOptions {
  /** The whole environment of the tool: that of a step of the job. */
  readonly env: Readonly<Record<string, string>>
  readonly cwd: string
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

/**
 * Starts a tool that the job brings along, without a shell, and hears what it says. Throws nothing but
 * the signal's reason.
 */
export async function askTool(
  program: string,
  args: readonly string[],
  { env, cwd, timeoutMs, signal }: ToolOptions,
): Promise<ToolAnswer> {
  const file = await which(program, false).catch(() => '')
  if (file === '') return { kind: 'missing' }
  const options = { env: { ...env }, cwd, silent: true, ignoreReturnCode: true }
  const end = new AbortController()
  try {
    const answer = await Promise.race([
      getExecOutput(`"${file}"`, [...args], options),
      sleep(timeoutMs, null, { signal: AbortSignal.any([end.signal, signal]) }),
    ])
    signal.throwIfAborted()
    if (answer === null) return failed(`did not answer within ${timeoutMs / 1000} s`)
    const { exitCode, stdout, stderr } = answer
    if (exitCode === 0) return { kind: 'answered', text: stdout.trim() }
    const lastWords = (stderr.trim() || stdout.trim()).split('\n').at(-1)?.slice(0, 300)
    return failed([`ended with exit code ${exitCode}`, lastWords].filter(Boolean).join(': '))
  } catch (error) {
    signal.throwIfAborted()
    return failed(`cannot be started (${messageOf(error)})`)
  } finally {
    end.abort()
  }
}

function failed(reason: string): ToolAnswer {
  return { kind: 'failed', reason }
}
