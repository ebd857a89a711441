import { setTimeout as sleep } from 'node:timers/promises'
import { astralReleases, releasesPath } from '../domain/list-sources.ts'
import type { Location } from '../domain/location.ts'
import type { VersionRequest } from '../domain/request/request.ts'
import { messageOf } from '../io/error-message.ts'
import { cachedListFile, readCachedList, writeCachedList } from '../list/cached-list.ts'
import { fetchPublishedList } from '../list/fetch.ts'
import { findInHistory, readHistoryIndex } from '../list/history.ts'
import { type IsWanted, readListText } from '../list/parse.ts'
import { fetchReleases, parseRelease } from '../list/releases.ts'
import { type ListContext, logList, type OpenList } from './open-list.ts'

/** How long the list's host is waited for alone. */
const headStartMs = 2_000

/** What a job is looking for. */
export interface Wish {
  readonly requests: readonly VersionRequest[]
  readonly wanted: IsWanted
  /** Tells it from other jobs' wishes: the part of the list that is cached is for all with the same. */
  readonly name: string
}

/**
 * The list where the workflow names none: uv's or, where its host is down, refuses or takes longer
 * than two seconds, Astral's list of what was released since the history was written. Where neither
 * can be had, the history alone. Throws the signal's reason.
 */
export async function openPublicList(context: ListContext, wish: Wish): Promise<OpenList> {
  const { inputs, signal } = context
  const stop = new AbortController()
  const asking = AbortSignal.any([signal, stop.signal])
  const published = inputs.astralMirror === null ? openPublished(context, wish, asking) : null
  const releases = openReleases(context, wish, { published, signal: asking })
  try {
    return await Promise.any(published === null ? [releases] : [published, releases])
  } catch (error) {
    signal.throwIfAborted()
    const failures = error instanceof AggregateError ? error.errors : [error]
    return await openHistory(wish, failures.map(messageOf).join(', nor '))
  } finally {
    stop.abort()
  }
}

/** The list of uv. On a machine that lasts, what has not changed is neither sent nor read as a whole. */
async function openPublished(
  { inputs, log, cacheFolder, signal: jobSignal }: ListContext,
  { wanted, name }: Wish,
  signal: AbortSignal,
): Promise<OpenList> {
  const { list } = inputs
  const file = cacheFolder === null ? null : cachedListFile(cacheFolder, list.url, name)
  const cached = file === null ? null : await readCachedList(file)
  const asking = { etag: cached?.etag ?? null, limits: inputs.patience.list, signal }
  const answer = await explained(list, () => fetchPublishedList(list, asking))
  const text = await explained(list, () => readListText(answer?.text ?? cached?.text ?? '', 'that'))
  const { distributions, skipped } = await explained(list, () => text.parse(wanted))
  logList({ source: list.url.href, distributions, skipped }, log)
  if (file !== null && answer?.etag && distributions.length > 0) {
    await writeCachedList(file, { etag: answer.etag, text: text.cut(wanted) })
  }
  const parseAll = async () => {
    if (answer !== null) return text.parse().distributions
    const again = { ...asking, etag: null, signal: jobSignal }
    const whole = await fetchPublishedList(list, again).catch(() => null)
    return (whole === null ? text : readListText(whole.text, list.url.href)).parse().distributions
  }
  return { listed: distributions, parseAll, stale: null }
}

/** The history with what Astral has released since, once uv's list has had its time. */
async function openReleases(
  { inputs, log }: ListContext,
  { requests, wanted }: Wish,
  first: { readonly published: Promise<OpenList> | null; readonly signal: AbortSignal },
): Promise<OpenList> {
  const { published, signal } = first
  const patienceMs = inputs.patience.headStartMs ?? headStartMs
  const why = published === null ? null : await failureOf(published, patienceMs, signal)
  const { base, authorization } = inputs.astralMirror ?? {
    base: new URL(astralReleases),
    authorization: null,
  }
  const location = { url: new URL(releasesPath, base), authorization }
  const { build } = await readHistoryIndex()
  const asking = { signal, limits: inputs.patience.list }
  const lines = await explained(location, () => fetchReleases(location, build, asking))
  if (why !== null) log.info(`${why}; ${location.url.host} was asked instead.`)
  const read = async (wanted: IsWanted) => {
    const newer = lines.flatMap(line => parseRelease(line, platform => wanted('cpython', platform)))
    return [...newer, ...(await findInHistory(requests, wanted))]
  }
  return { listed: await read(wanted), parseAll: () => read(() => true), stale: null }
}

/** Why the list has no answer, or none yet; rejects where it has one. */
async function failureOf(
  published: Promise<OpenList>,
  patienceMs: number,
  signal: AbortSignal,
): Promise<string> {
  const late = `The list of Python distributions was not downloaded within ${patienceMs / 1000} s`
  const asked = published.then(
    () => null,
    error => `The list of Python distributions could not be read: ${messageOf(error)}`,
  )
  const failure = await Promise.race([asked, sleep(patienceMs, late, { signal })])
  if (failure === null) throw new Error('the list was there')
  return failure
}

/** The history alone: what the lists of uv have had until it was written. */
async function openHistory({ requests, wanted }: Wish, failure: string): Promise<OpenList> {
  const { date } = await readHistoryIndex()
  return {
    listed: await findInHistory(requests, wanted),
    parseAll: () => findInHistory(requests, () => true),
    stale: `The list of Python distributions could not be read: ${failure}. The list inside this action is from ${date}`,
  }
}

/** Does what may fail at an address, and names that in the error. */
async function explained<T>({ url }: Location, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new Error(`${url.href} (${messageOf(error)})`, { cause: error })
  }
}
