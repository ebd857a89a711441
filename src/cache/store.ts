import path from 'node:path'
import { redact } from '../domain/redact.ts'
import { removeTree } from '../io/files.ts'
import type { Variables } from '../io/process-environment.ts'
import { startClient } from './client.ts'
import {
  type CallOutcome,
  findOffered,
  type RestoreResult,
  type SaveResult,
  toRestoreResult,
  toSaveResult,
} from './result.ts'
import type { Deadlines } from './silence.ts'
import { isOutage, type NotDone } from './status.ts'

/** The Actions cache, for folders below one root. Nothing here throws, and nothing waits for ever. */
export interface CacheStore {
  /** Restores the first of the keys that has an entry to its folders, which must not exist yet. */
  restore(keys: readonly string[], folders: Folders, options?: Lookup): Promise<RestoreResult>
  /** Stores folders under a key. An entry is found only by who asks for the same ones. */
  save(key: string, folders: Folders): Promise<SaveResult>
  /** Ends the cache's process, and with it whatever is still under way. */
  close(): Promise<void>
}

/** One folder or several: relative to the root, with `/`. */
export type Folders = string | readonly string[]

export interface Lookup {
  /** Where no key has an entry, the newest one whose key begins like this is taken. */
  readonly prefix?: string
}

/** What is known of the service: found out once, and not by every version again. */
export interface ServiceState {
  outage: NotDone | null
}

export interface StoreOptions {
  /** Where folders are restored to and saved from; there by the first call. */
  readonly root: string
  /** A folder of our own that archives are made in; the root by default. */
  readonly temp?: string
  readonly env: Variables
  /** Takes what the library has to say: lines for those who debug, not for everyone. */
  readonly log: (line: string) => void
  readonly deadlines?: Partial<Deadlines>
  /** What other stores of the job have found out. */
  readonly service?: ServiceState
  /** Closes the store: a transfer would go on for longer than a runner waits for a cancelled step. */
  readonly signal: AbortSignal
}

/** Starts the cache's process, which loads the library while the job does other things. */
export function openStore(options: StoreOptions): CacheStore {
  const { root, temp = root, env, log, deadlines, signal } = options
  const { service = { outage: null } } = options
  const token = env.ACTIONS_RUNTIME_TOKEN
  const show = (text: string) => redact(token ? text.replaceAll(token, '***') : text)
  const client = startClient({ root, temp, env, deadlines, log: line => log(show(line)) })
  const close = () => void client.close()
  signal.addEventListener('abort', close, { once: true })
  /** Keys that are taken: entries never change, a spoilt one no more than others. */
  const taken = new Set<string>()

  function conclude<R extends RestoreResult | SaveResult>(result: R): R {
    if (!('obstacle' in result)) return result
    const { kind, obstacle } = result
    const shown = { kind, obstacle, reason: show(result.reason) }
    if (isOutage(shown)) service.outage = shown
    return { ...result, ...shown }
  }

  return {
    restore: async (keys, restored, { prefix } = {}) => {
      if (service.outage !== null) return service.outage
      const folders = [restored].flat()
      const asked = prefix === undefined ? keys : [...keys, prefix]
      const outcome: CallOutcome = await client.call({ kind: 'restore', keys: asked, folders })
      const offered = findOffered(outcome.lines)
      if (offered !== null) taken.add(offered)
      const result = toRestoreResult(keys, outcome, prefix)
      // Half an entry, or one that only shares the beginning of its key with ours.
      if (result.kind !== 'hit') {
        for (const folder of folders) await removeTree(path.join(root, folder)).catch(() => {})
      }
      return conclude(result)
    },
    save: async (key, saved) => {
      if (taken.has(key) || service.outage !== null) return { kind: 'needless' }
      return conclude(
        toSaveResult(await client.call({ kind: 'save', key, folders: [saved].flat() })),
      )
    },
    close: async () => {
      signal.removeEventListener('abort', close)
      await client.close()
    },
  }
}
