import { spawn } from 'node:child_process'
import { type ChildEnd, type ChildOptions, endOf, notStartedBy } from './child.ts'
import { endGroup, ownGroup } from './process-group.ts'

export interface ForegroundOptions extends ChildOptions {
  readonly cwd: string
  /** Ends the program, and all that it has started. */
  readonly signal: AbortSignal
}

/** Runs a program, without a shell, until it is gone; its output is this process's own. Never throws. */
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
      if (child.pid === undefined) resolve(notStartedBy(error))
    })
    child.once('exit', (code, endedBy) => {
      signal.removeEventListener('abort', end)
      resolve(endOf(code, endedBy))
    })
  } catch (error) {
    // Some systems refuse at once what is no program.
    resolve(notStartedBy(error))
  }
  return await promise
}
