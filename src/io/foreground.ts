import { spawn } from 'node:child_process'
import type { ChildEnd, ChildOptions } from './child.ts'
import { endGroup, ownGroup } from './process-group.ts'

export interface ForegroundOptions extends ChildOptions {
  readonly cwd: string
  /** Ends the program, and all that it has started. */
  readonly signal: AbortSignal
}

/** Runs a program, without a shell, whose output is this process's own, until it is gone; never throws. */
export async function runInForeground(options: ForegroundOptions): Promise<ChildEnd> {
  const { file, args, env, cwd, signal } = options
  const { promise, resolve } = Promise.withResolvers<ChildEnd>()
  try {
    const child = spawn(file, args, {
      ...ownGroup,
      ...{ cwd, env, stdio: ['ignore', 'inherit', 'inherit'] },
    })
    const end = () => child.pid !== undefined && endGroup(child.pid)
    signal.addEventListener('abort', end, { once: true })
    if (signal.aborted) end()
    child.once('error', error => {
      if (child.pid === undefined) resolve({ kind: 'not-started', error })
    })
    child.once('exit', (code, signalled) => {
      signal.removeEventListener('abort', end)
      resolve(
        signalled === null
          ? { kind: 'exited', code: code ?? -1 }
          : { kind: 'killed', signal: signalled },
      )
    })
  } catch (error) {
    // Some systems refuse at once what is no program.
    resolve({
      kind: 'not-started',
      error: error instanceof Error ? error : new Error(String(error)),
    })
  }
  return await promise
}
