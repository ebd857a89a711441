import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { messageOf } from '../io/error-message.ts'
import { removeTree } from '../io/files.ts'
import { readLines } from '../io/output.ts'
import type { Variables } from '../io/process-environment.ts'
import { endGroup, ownGroup } from '../io/process-group.ts'
import { startDeadline } from '../io/waiting.ts'
import type { Answer, Call, Report } from './cache-process.ts'
import { cacheEnvironment } from './client-environment.ts'
import { makeOwnFolder, type OwnFolder } from './own-folder.ts'
import { type CallOutcome, isOffer, obstacleOf } from './result.ts'
import {
  afterBeat,
  type Beat,
  type Deadlines,
  passedLimit,
  type Silence,
  usualDeadlines,
} from './silence.ts'
import { type NotDone, notDone } from './status.ts'

/** The cache's process, seen from this one. */
export interface CacheClient {
  /** Makes a call; folders are relative to the root. Settles, however the process ends. */
  call(call: Unnumbered<Call>): Promise<CallOutcome>
  /** Ends the process, its `tar` and all calls, and removes its folder. */
  close(): Promise<void>
}

type Unnumbered<C> = C extends Call ? Omit<C, 'id'> : never

export interface ClientOptions {
  readonly root: string
  readonly temp: string
  readonly env: Variables
  readonly log: (line: string) => void
  readonly deadlines: Partial<Deadlines> | undefined
}

/** A call under way. */
interface Pending {
  readonly lines: string[]
  readonly log: (line: string) => void
  readonly end: (end: CallOutcome['end']) => void
  answer: Answer | null
  isLookup: boolean
  silence: Silence
}

/** `cache-process.ts` beside this file, or `cache-process.js` beside the bundle. */
const script = path.join(import.meta.dirname, `cache-process${path.extname(import.meta.filename)}`)

/** Without any sign from the process, however slow the machine. */
const frozenMs = 120_000

/** Starts the process; where that cannot be done, calls say why. */
export function startClient({ root, temp, env, log, ...options }: ClientOptions): CacheClient {
  const deadlines = { ...usualDeadlines, ...options.deadlines }
  const pending = new Map<number, Pending>()
  let refusal: NotDone | null = null
  let isStopped = false
  let lastId = 0
  let own: OwnFolder | null = null
  let child: ReturnType<typeof startProcess> | null = null
  try {
    own = makeOwnFolder(root, temp)
    child = startProcess(own, env)
  } catch (error) {
    refusal = notDone('client', messageOf(error))
  }
  const frozen = startDeadline(frozenMs)
  frozen.signal.addEventListener('abort', () => void stop(notDone('ended')), { once: true })
  const exited = child === null ? null : once(child, 'exit').catch(() => {})
  child?.on('message', (message: Report | Beat) => {
    frozen.refresh()
    if (message.kind === 'beat') for (const call of pending.values()) count(call, message)
    else hear(message)
  })
  child?.once('error', error => void stop(notDone('client', error.message)))
  child?.once('exit', () => void stop(notDone('ended')))

  function hear(report: Report): void {
    const call = pending.get(report.id)
    if (call === undefined) return
    if (report.kind === 'answered') call.answer = report.answer
    else if (report.kind !== 'wrote') call.end(report)
    else {
      for (const { text } of readLines(report.text)) {
        call.lines.push(text)
        call.log(text)
        if (isOffer(text)) call.isLookup = false
      }
    }
  }

  /** Silence of one call ends them all: none can be stopped alone, and none may write after its end. */
  function count(call: Pending, beat: Beat): void {
    call.silence = afterBeat(call.silence, beat, call.isLookup)
    const limitMs = passedLimit(call.silence, deadlines)
    if (limitMs === null) return
    const silent = notDone(call.silence.phase === 'packing' ? 'packing' : 'silent', limitMs / 1000)
    const sofar: CallOutcome = { ...call, end: { kind: 'returned', value: undefined } }
    void stop(obstacleOf(sofar) ?? silent)
  }

  async function stop(why: NotDone): Promise<void> {
    refusal ??= why
    frozen.clear()
    if (child?.pid !== undefined && !isStopped) endGroup(child.pid)
    isStopped = true
    for (const { end } of pending.values()) end({ kind: 'lost', why })
    await exited
  }

  return {
    call: async call => {
      const lines: string[] = []
      if (child === null || refusal !== null) {
        const why = refusal ?? notDone('ended')
        return { lines, answer: null, end: { kind: 'lost', why } }
      }
      const id = ++lastId
      const { promise, resolve } = Promise.withResolvers<CallOutcome['end']>()
      const isLookup = call.kind === 'restore'
      const made: Pending = {
        lines,
        log: line => log(`${call.folders.join(', ')}: ${line}`),
        end: resolve,
        answer: null,
        isLookup,
        silence: { id, phase: isLookup ? 'lookup' : 'transfer', bytes: 0, silentMs: 0 },
      }
      pending.set(id, made)
      const folders = call.folders.map(folder => `${own?.prefix}${folder}`)
      child.send({ ...call, id, folders } as Call, () => {})
      const end = await promise
      pending.delete(id)
      return { lines, answer: made.answer, end }
    },
    close: async () => {
      await stop(notDone('closed'))
      if (own !== null) await removeTree(own.path)
    },
  }
}

function startProcess(own: OwnFolder, env: Variables) {
  return fork(script, [], {
    ...ownGroup,
    cwd: own.cwd,
    env: cacheEnvironment(env, own.env),
    execArgv: [],
    // What the library writes past our interception is for nobody.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}
