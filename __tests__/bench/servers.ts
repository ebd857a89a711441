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
  return start(['mirror', JSON.stringify(content)], cpus)
}

/** Starts an empty cache service, likewise. */
export function startCacheProcess(cpus: number): Promise<Server> {
  return start(['cache'], cpus)
}

async function start(args: readonly string[], cpus: number): Promise<Server> {
  const command = pinToRest(
    { file: process.execPath, args: [program, ...args], env: {}, cwd: import.meta.dirname },
    cpus,
  )
  const child = spawn(command.file, command.args, {
    cwd: command.cwd,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
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
