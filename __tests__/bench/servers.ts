import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { pinToRest } from './pinning.ts'
import type { MirrorContent, ServerAddress } from './programs/server.ts'

const program = join(import.meta.dirname, 'programs', 'server.ts')

/** A server in a process of its own. */
export interface Server extends ServerAddress, AsyncDisposable {}

/** Starts a mirror on the cores that contenders leave. */
export function startMirrorProcess(content: MirrorContent, cpus: number): Promise<Server> {
  return start('mirror', cpus, content)
}

/** Starts an empty cache service, likewise. */
export function startCacheProcess(cpus: number): Promise<Server> {
  return start('cache', cpus)
}

async function start(
  role: string,
  cpus: number,
  content: MirrorContent | null = null,
): Promise<Server> {
  const command = pinToRest(
    { file: process.execPath, args: [program, role], env: {}, cwd: import.meta.dirname },
    cpus,
  )
  const child = spawn(command.file, command.args, {
    cwd: command.cwd,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  // A list as long as the real one is more than a command line may be.
  if (content !== null) child.send(content)
  const exit = once(child, 'exit')
  const ended = exit.then(() => {
    throw new Error('a server of the bench ended before its time')
  })
  const [address] = await Promise.race([once(child, 'message') as Promise<[ServerAddress]>, ended])
  ended.catch(() => {})
  return {
    ...address,
    [Symbol.asyncDispose]: async () => {
      child.disconnect()
      await exit
    },
  }
}
