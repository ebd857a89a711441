/**
 * The thread that `@actions/cache` has for itself. The library takes its root from variables and the
 * working directory of the process, writes commands for the runner to stdout, and may never come
 * back; in here those are the thread's own, and ending the thread ends the call.
 */
import type { ChildProcess } from 'node:child_process'
import { subscribe } from 'node:diagnostics_channel'
import { parentPort, workerData } from 'node:worker_threads'
import { restoreCache, saveCache } from '@actions/cache'
import { useAgentsInLibraries } from '../io/agent.ts'
import { captureOutput } from '../io/output.ts'

/** What the store asks for. Folders are relative to the root: the library hashes them as they stand. */
export type Call = { readonly id: number; readonly folders: readonly string[] } & (
  | { readonly kind: 'restore'; readonly keys: readonly string[] }
  | { readonly kind: 'save'; readonly key: string }
)

/** To be answered with the same, once all that happened before has been reported. */
export type Ping = 'ping'

/** What the store hears of a call: anything the library writes, then how it ended. */
export type Report = { readonly id: number } & (
  | { readonly kind: 'wrote'; readonly text: string }
  | { readonly kind: 'returned'; readonly value: string | number | undefined }
  | { readonly kind: 'threw'; readonly message: string }
)

/** A process that would outlive the thread: its `tar` goes on writing. */
export interface ChildReport {
  readonly kind: 'started' | 'ended'
  readonly pid: number
}

const send = (report: Report | ChildReport | Ping) => parentPort?.postMessage(report)

// Threads cannot change their directory; the library only asks for it to resolve relative paths.
process.cwd = () => String(workerData)

// For the library to read, and not for its `tar` to inherit.
process.env = Object.defineProperty({ ...process.env }, 'ACTIONS_RUNTIME_TOKEN', {
  value: process.env.ACTIONS_RUNTIME_TOKEN,
  enumerable: false,
})

useAgentsInLibraries()

subscribe('child_process', message => {
  const { process: child } = message as { readonly process: ChildProcess }
  const tell = (kind: ChildReport['kind']) => () => send({ kind, pid: child.pid ?? 0 })
  child.once('spawn', tell('started')).once('exit', tell('ended'))
})

// The calls run side by side, and this is the one place where their messages can be told apart.
parentPort?.on('message', (call: Call | Ping) => {
  if (call === 'ping') return send('ping')
  const tell = (text: string) => send({ id: call.id, kind: 'wrote', text })
  void captureOutput(tell, () => answer(call))
})

async function answer(call: Call): Promise<void> {
  try {
    send({ id: call.id, kind: 'returned', value: await perform(call) })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    send({ id: call.id, kind: 'threw', message })
  }
}

function perform(call: Call): Promise<string | number | undefined> {
  switch (call.kind) {
    case 'restore':
      return restoreCache([...call.folders], call.keys[0] ?? '', call.keys.slice(1))
    case 'save':
      return saveCache([...call.folders], call.key)
  }
}
