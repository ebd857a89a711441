/**
 * The process that `@actions/cache` has for itself. The library takes its root from variables and the
 * working directory, writes commands for the runner to stdout, and may never come back: all of that
 * is this process's own, and ending its group ends every call, and every `tar`.
 */

import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import type { ClientRequest, IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { restoreCache, saveCache } from '@actions/cache'
import { useAgentsInLibraries } from '../io/agent.ts'
import { messageOf } from '../io/error-message.ts'
import { errorCode } from '../io/files.ts'
import { captureOutput } from '../io/output.ts'
import { endGroup } from '../io/process-group.ts'
import { createWaitMeter } from '../io/waiting.ts'
import { type Beat, beatMs } from './silence.ts'

/** What the store asks for. Folders are relative to the working directory: the library hashes them as they stand. */
export type Call = { readonly id: number; readonly folders: readonly string[] } & (
  | { readonly kind: 'restore'; readonly keys: readonly string[] }
  | { readonly kind: 'save'; readonly key: string }
)

/** What the store hears of a call: what the library writes, what servers answer to it, and how it ended. */
export type Report = { readonly id: number } & (
  | { readonly kind: 'wrote'; readonly text: string }
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'returned'; readonly value: string | number | undefined }
  | { readonly kind: 'threw'; readonly message: string }
)

/** The status of an HTTP answer, or the system's code where there was none. */
export type Answer = number | string

const send = (message: Report | Beat) => process.send?.(message)
const calls = new AsyncLocalStorage<number>()

// For the library to read, and not for its `tar` to inherit.
process.env = Object.defineProperty({ ...process.env }, 'ACTIONS_RUNTIME_TOKEN', {
  value: process.env.ACTIONS_RUNTIME_TOKEN,
  enumerable: false,
})

useAgentsInLibraries()

// Both of the library's HTTP clients come by here, whatever they make of an answer.
const sockets = new Set<Socket>()
let closedBytes = 0
subscribe('http.client.request.created', message => {
  const { request } = message as { readonly request: ClientRequest }
  const id = calls.getStore()
  // An upload that is refused breaks off after the answer.
  let isAnswered = false
  const tell = (answer: Answer) => {
    if (id !== undefined && !isAnswered) send({ id, kind: 'answered', answer })
    isAnswered = true
  }
  request.once('response', ({ statusCode }: IncomingMessage) => tell(statusCode ?? 0))
  request.once('error', error => tell(errorCode(error) ?? error.message))
  request.once('socket', (socket: Socket) => {
    if (sockets.has(socket)) return
    sockets.add(socket)
    socket.once('close', () => {
      sockets.delete(socket)
      closedBytes += bytesOf(socket)
    })
  })
})

const readWait = createWaitMeter()
let lastId = 0
setInterval(() => {
  let bytes = closedBytes
  for (const socket of sockets) bytes += bytesOf(socket)
  const isPacking = process.getActiveResourcesInfo().includes('ProcessWrap')
  send({ kind: 'beat', bytes, isPacking, lastId, waitedMs: readWait(beatMs) })
}, beatMs)

process.on('message', (call: Call) => {
  lastId = call.id
  const tell = (text: string) => send({ id: call.id, kind: 'wrote', text })
  void calls.run(call.id, () => captureOutput(tell, () => answer(call)))
})
// Whoever has started it is gone: nobody waits for what is still under way.
process.once('disconnect', () => endGroup(process.pid))

async function answer(call: Call): Promise<void> {
  const { id } = call
  try {
    send({ id, kind: 'returned', value: await perform(call) })
  } catch (error) {
    send({ id, kind: 'threw', message: messageOf(error) })
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

function bytesOf({ bytesRead, bytesWritten }: Socket): number {
  return bytesRead + bytesWritten
}
