import { compareBuilds } from '../domain/build.ts'
import type { Distribution } from '../domain/distribution.ts'
import { fetchList } from '../list/fetch.ts'
import { type IsWanted, type List, readListText } from '../list/parse.ts'
import { formatCount } from '../report/format.ts'
import type { Log } from '../report/log.ts'
import type { JobContext } from './context.ts'

export interface ListContext extends Pick<JobContext, 'inputs' | 'log' | 'signal'> {
  /** A folder where parts of the list are cached for later jobs; `null`: they would not be there. */
  readonly cacheFolder: string | null
}

/** A list that has been read, and parsed as far as it was asked for. */
export interface OpenList {
  readonly listed: readonly Distribution[]
  /** For every machine. */
  readonly parseAll: () => Promise<readonly Distribution[]>
  /** Why it may lack the newest builds, a sentence without its end; `null`: it does not. */
  readonly stale: string | null
}

/** The list that the workflow names. Throws an `ActionError`. */
export async function openNamedList(context: ListContext, wanted: IsWanted): Promise<OpenList> {
  const { inputs, log, signal } = context
  const { list, isLocked, lockFile } = inputs
  // By its name, as addresses of files have no place in a file of the repository.
  const source = isLocked && lockFile !== null ? lockFile.name : list.url.href
  const text = readListText(await fetchList(list, signal, inputs.patience.list), source)
  const { distributions, skipped } = text.parse(wanted)
  logList({ source, distributions, skipped }, log)
  return {
    listed: distributions,
    parseAll: async () => text.parse().distributions,
    stale: null,
  }
}

/** Says to those who debug what a list has for this job, and what of it was of no use. */
export function logList({ source, distributions, skipped }: List & { source: string }, log: Log) {
  log.debug(`${source}: ${describeFit(distributions)}`)
  for (const line of describeSkipped(skipped)) log.debug(line)
}

/** `12 entries fit, of builds up to 20261120`. */
function describeFit(distributions: readonly Distribution[]): string {
  const newest = distributions
    .map(({ build }) => build)
    .sort(compareBuilds)
    .at(-1)
  const count = formatCount(distributions.length, 'entry fits', 'entries fit')
  return newest === undefined ? count : `${count}, of builds up to ${newest}`
}

/** A list can have thousands of entries that are of no use here. */
const shownSkipped = 20

function describeSkipped(skipped: readonly string[]): readonly string[] {
  if (skipped.length === 0) return []
  const first = skipped.length > shownSkipped ? `, the first ${shownSkipped}` : ''
  const count = `${formatCount(skipped.length, 'entry', 'entries')} of the list skipped${first}:`
  return [count, ...skipped.slice(0, shownSkipped)]
}
