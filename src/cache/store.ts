import { randomUUID } from 'node:crypto'
import { rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { removeTree } from '../io/files.ts'
import { readLines } from '../io/output.ts'
import type { Environment } from '../io/process-environment.ts'
import type { Call, ChildReport, Ping, Report } from './cache-thread.ts'
import { threadEnvironment } from './environment.ts'
import {
  type CallOutcome,
  findOffered,
  findProgress,
  findReason,
  findServiceFault,
  type RestoreResult,
  redact,
  type SaveResult,
  toRestoreResult,
  toSaveResult,
} from './outcome.ts'

/** The Actions cache, for folders below one root. Nothing here throws, and nothing waits for ever. */
export interface CacheStore {
  /** Restores the first of the keys that has an entry to its folders, which must not exist yet. */
  restore(keys: readonly string[], folders: Folders, options?: Lookup): Promise<RestoreResult>
  /** Stores folders under a key. An entry is found only by who asks for the same ones. */
  save(key: string, folders: Folders): Promise<SaveResult>
  /** Ends the thread, and with it whatever is still under way. */
  close(): Promise<void>
}

/** One folder or several: relative to the root, with `/`. */
export type Folders = string | readonly string[]

export interface Lookup {
  /** Where no key has an entry, the newest one whose key begins like this is taken. */
  readonly prefix?: string
}

export interface StoreOptions {
  /** Where folders are restored to and saved from; there by the first call. */
  readonly root: string
  /** A folder of our own that archives are made in, which leaves empty folders; the root by default. */
  readonly temp?: string
  readonly env: Environment
  /** Takes what the library has to say: lines for those who debug, not for everyone. */
  readonly log: (line: string) => void
  readonly deadlines?: Partial<Deadlines>
}

export interface Deadlines {
  /** For the service to say whether it has an entry, retries included. */
  readonly lookupMs: number
  /** For the next sign of progress in a transfer. */
  readonly transferMs: number
  /** For packing and unpacking, which give none; many small files take Windows minutes. */
  readonly packingMs: number
}

const usualDeadlines: Deadlines = { lookupMs: 10_000, transferMs: 60_000, packingMs: 600_000 }

/** `cache-thread.ts` beside this file, or `cache-thread.js` beside the bundle. */
const threadPath = path.join(
  import.meta.dirname,
  `cache-thread${path.extname(import.meta.filename)}`,
)

/** The thread waits for others and has little to do itself: where it does not answer, it is broken. */
const pingTimeoutMs = 1_000

type Lost = Extract<CallOutcome['end'], { kind: 'lost' }>
type Unnumbered<C> = C extends Call ? Omit<C, 'id'> : never

/** Starts the cache's thread, which loads the library while the job does other things. */
export function openStore({ root, temp, env, log, ...options }: StoreOptions): CacheStore {
  const deadlines = { ...usualDeadlines, ...options.deadlines }
  const alias = aliasWithoutSpaces(root)
  const threadRoot = alias ?? root
  // Loaded here, as a job that finds all in the tool cache can do without.
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  const thread = new Worker(threadPath, {
    workerData: threadRoot,
    env: threadEnvironment(env, { root: threadRoot, temp: temp ?? threadRoot }),
    // Where the library writes past our interception, it writes into a pipe that nobody reads.
    stdout: true,
    stderr: true,
  })
  const show = (text: string) => redact(text, env.ACTIONS_RUNTIME_TOKEN)
  const pending = new Map<number, (news: Report | Lost) => void>()
  const children = new Set<number>()
  let childEndedAtMs = 0
  let lastId = 0
  /** Why the cache is no use to this job any more: found out once, not by every version again. */
  let outage: string | null = null
  let outageTold = false
  /** Keys that are taken: entries never change, a spoilt one no more than others. */
  const taken = new Set<string>()

  const answered = Promise.withResolvers<void>()

  thread.on('message', (report: Report | ChildReport | Ping) => {
    if (report === 'ping') answered.resolve()
    else if ('id' in report) pending.get(report.id)?.(report)
    else if (report.kind === 'started') children.add(report.pid)
    else {
      children.delete(report.pid)
      childEndedAtMs = performance.now()
    }
  })
  thread.on('error', error => void stop(`the cache client broke down: ${error.message}`))
  thread.on('exit', () => {
    answered.resolve()
    void stop('the cache client has ended')
  })

  async function stop(reason: string): Promise<void> {
    outage ??= reason
    // A process that it has just started may be known to nobody but itself.
    if (pending.size > 0) {
      thread.postMessage('ping' satisfies Ping)
      await Promise.race([answered.promise, sleep(pingTimeoutMs, null, { ref: false })])
    }
    for (const pid of children) kill(pid)
    children.clear()
    for (const tell of pending.values()) tell({ kind: 'lost', reason })
    await thread.terminate()
  }

  function ask(call: Unnumbered<Call>, patienceMs: number): Promise<CallOutcome> {
    const lines: string[] = []
    if (outage !== null) return Promise.resolve({ lines, end: { kind: 'lost', reason: outage } })
    const id = ++lastId
    return new Promise(resolve => {
      let transferredBytes = -1
      let heard = { atMs: performance.now(), patienceMs }
      const look = () => {
        const mayPack = call.kind === 'save' || transferredBytes >= 0
        const limitMs = mayPack && children.size > 0 ? deadlines.packingMs : heard.patienceMs
        const sinceMs = mayPack ? Math.max(heard.atMs, childEndedAtMs) : heard.atMs
        // Rounded up: a timer may be early by less than a millisecond.
        const leftMs = Math.ceil(sinceMs + limitMs - performance.now())
        if (leftMs > 0) timer = setTimeout(look, Math.min(leftMs, heard.patienceMs))
        else giveUp(lines, limitMs)
      }
      let timer = setTimeout(look, patienceMs)
      pending.set(id, news => {
        if (news.kind !== 'wrote') {
          clearTimeout(timer)
          pending.delete(id)
          return resolve({ lines, end: news })
        }
        for (const { text: line } of readLines(news.text)) {
          lines.push(line)
          log(show(`${call.folders.join(', ')}: ${line}`))
          const bytes = findProgress(line)
          if (bytes === null || bytes <= transferredBytes) continue
          transferredBytes = bytes
          heard = { atMs: performance.now(), patienceMs: deadlines.transferMs }
          clearTimeout(timer)
          timer = setTimeout(look, heard.patienceMs)
        }
      })
      thread.postMessage({ ...call, id })
    })
  }

  /** Silence of one call ends them all: none can be stopped alone, and none may write after its end. */
  function giveUp(lines: readonly string[], afterMs: number): void {
    const silence = `the cache service gave no sign of life for ${afterMs / 1000} s`
    void stop(show(findReason(lines) ?? silence))
  }

  function conclude<R extends RestoreResult | SaveResult>(result: R, { lines }: CallOutcome): R {
    if (!('reason' in result)) return result
    outage ??= findServiceFault(lines)
    outageTold ||= outage !== null
    return { ...result, reason: show(result.reason) }
  }

  return {
    restore: async (keys, restored, { prefix } = {}) => {
      const folders = [restored].flat()
      const asked = prefix === undefined ? keys : [...keys, prefix]
      const answer = await ask({ kind: 'restore', keys: asked, folders }, deadlines.lookupMs)
      const result = toRestoreResult(keys, answer, prefix)
      const offered = findOffered(answer.lines)
      if (offered !== null) taken.add(offered)
      // Half an entry, or one that only shares the beginning of its key with ours.
      if (result.kind !== 'hit') {
        for (const folder of folders) await removeTree(path.join(root, folder)).catch(() => {})
      }
      return conclude(result, answer)
    },
    save: async (key, saved) => {
      const folders = [saved].flat()
      if (taken.has(key) || outageTold) return { kind: 'needless' }
      const answer = await ask({ kind: 'save', key, folders }, deadlines.transferMs)
      return conclude(toSaveResult(answer), answer)
    },
    close: async () => {
      await stop('the cache is closed')
      if (alias !== null) rmSync(alias, { force: true })
    },
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has just ended by itself.
  }
}

/** A link to a folder whose path has spaces, at which the library's `tar` commands would be cut; else `null`. */
function aliasWithoutSpaces(folder: string): string | null {
  if (!folder.includes(' ')) return null
  const alias = path.join(tmpdir(), `managed-python-cache-${randomUUID()}`)
  try {
    symlinkSync(folder, alias, 'junction')
    return alias
  } catch {
    return null
  }
}
