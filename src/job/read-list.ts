import { compareBuilds } from '../domain/build.ts'
import type { Distribution } from '../domain/distribution.ts'
import type { Platform } from '../domain/platform.ts'
import type { VersionRequest } from '../domain/request/request.ts'
import { isWanted, runsOn, selectPython } from '../domain/request/selection.ts'
import { versionFilter } from '../domain/request/specifier.ts'
import { explainUnmatched } from '../domain/request/unmatched.ts'
import type { Inputs } from '../inputs/read.ts'
import { fetchList } from '../list/fetch.ts'
import { findInHistory } from '../list/history.ts'
import { type IsWanted, parseList } from '../list/parse.ts'
import { formatBytes, formatCount } from '../report/format.ts'
import type { JobContext } from './context.ts'

export type ListContext = Pick<JobContext, 'inputs' | 'log' | 'signal'>

/**
 * What there is to choose from for the job's requests on some machines, the job's own first: what
 * the list has and, of the versions and builds that it does not have any more, the history. A list
 * of the workflow's own, or a lock file, is asked alone. Throws an `ActionError` where the list
 * cannot be had, or for the first request that nothing answers on the job's own machine.
 */
export async function readList(
  context: ListContext,
  machines: readonly [Platform, ...Platform[]],
): Promise<readonly Distribution[]> {
  const { inputs } = context
  const { requests } = inputs
  const hasHistory = !inputs.ownList && !inputs.isLocked
  if (hasHistory && requests.every(({ build }) => build !== null)) {
    // A build stays what it is, so there is nothing that a newer list could say.
    const pinned = await findBuilds(requests, machines)
    if (unanswered(inputs, pinned, machines).length === 0) return pinned
  }
  const parse = await openList(context)
  const listed = parse(wantedBy(requests, machines))
  const missing = unanswered(inputs, listed, machines)
  if (missing.length === 0) return listed
  const all = [...listed, ...(hasHistory ? await findBuilds(missing, machines) : [])]
  const [unmatched] = unanswered(inputs, all, [machines[0]])
  if (unmatched === undefined) return all
  const past = hasHistory ? await findInHistory([unmatched], () => true) : []
  throw explainUnmatched(unmatched, [...parse(() => true), ...past], machines[0], {
    isComplete: hasHistory,
  })
}

/** The list that the workflow names; it is parsed as far as it is asked for. */
async function openList(
  context: ListContext,
): Promise<(wanted: IsWanted) => readonly Distribution[]> {
  const { inputs, log, signal } = context
  const { list, isLocked, lockFile } = inputs
  // By its name, as addresses of files have no place in a file of the repository.
  const source = isLocked && lockFile !== null ? lockFile.name : list.url.href
  const text = await fetchList(list, signal)
  return wanted => {
    const { distributions, skipped } = parseList(text, source, wanted)
    log.debug(`${source}, ${formatBytes(text.length)}: ${describeFit(distributions)}`)
    for (const line of describeSkipped(skipped)) log.debug(line)
    return distributions
  }
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

/** The requests that one of the machines has no answer for. */
function unanswered(
  { requests, strategy }: Inputs,
  distributions: readonly Distribution[],
  machines: readonly Platform[],
): readonly VersionRequest[] {
  return requests.filter(request => {
    return machines.some(host => selectPython(request, distributions, host, strategy) === null)
  })
}

/** What the history has for exactly these requests: it must not answer any others. */
async function findBuilds(
  requests: readonly VersionRequest[],
  machines: readonly Platform[],
): Promise<readonly Distribution[]> {
  const wanted = wantedBy(requests, machines)
  const found = await findInHistory(requests, platform => {
    return requests.some(({ implementation }) => wanted(implementation, platform))
  })
  const filters = requests.map(request => [request, versionFilter(request)] as const)
  return found.filter(python => {
    return filters.some(
      ([request, accepts]) => isWanted(request, python) && accepts(python.version),
    )
  })
}

/** Whether one of the machines would run an archive for one of the requests. */
function wantedBy(requests: readonly VersionRequest[], machines: readonly Platform[]): IsWanted {
  const verdicts = new Map<string, boolean>()
  return (implementation, platform) => {
    const { os, architecture, libc } = platform
    const key = [implementation, os, architecture.family, architecture.level, libc].join(' ')
    const verdict =
      verdicts.get(key) ??
      requests.some(request => {
        return (
          request.implementation === implementation &&
          machines.some(host => runsOn(request, platform, host))
        )
      })
    verdicts.set(key, verdict)
    return verdict
  }
}
