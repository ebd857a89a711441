import type { Distribution } from '../domain/distribution.ts'
import { ActionError } from '../domain/errors.ts'
import type { Platform } from '../domain/platform.ts'
import type { VersionRequest } from '../domain/request/request.ts'
import { isWanted, runsOn, selectPython } from '../domain/request/selection.ts'
import { versionFilter } from '../domain/request/specifier.ts'
import { explainUnmatched } from '../domain/request/unmatched.ts'
import type { Inputs } from '../inputs/read.ts'
import { findInHistory } from '../list/history.ts'
import type { IsWanted } from '../list/parse.ts'
import { type ListContext, type OpenList, openNamedList } from './open-list.ts'
import { openPublicList } from './public-list.ts'

/** What there is to choose from. */
export interface Listing {
  readonly distributions: readonly Distribution[]
  /** Whether there may be newer builds than the newest here. */
  readonly isStale: boolean
}

/**
 * What there is to choose from for the job's requests on some machines, the job's own first: what
 * the list has and, of the versions and builds that it does not have any more, the history. A list
 * of the workflow's own, or a lock file, is asked alone. Throws an `ActionError` where the list
 * cannot be had, or for the first request that nothing answers on the job's own machine.
 */
export async function readList(
  context: ListContext,
  machines: readonly [Platform, ...Platform[]],
): Promise<Listing> {
  const { inputs, log } = context
  const { requests } = inputs
  const hasHistory = !inputs.ownList && !inputs.isLocked
  if (hasHistory && requests.every(({ build }) => build !== null)) {
    const pinned = await findBuilds(requests, machines)
    if (arePinned(inputs, pinned, machines)) return { distributions: pinned, isStale: false }
  }
  const wanted = wantedBy(requests, machines)
  const wish = { requests, wanted, name: nameWish(requests, machines) }
  const list = hasHistory
    ? await openPublicList(context, wish)
    : await openNamedList(context, wanted)
  const missing = unanswered(inputs, list.listed, machines)
  const past = hasHistory && missing.length > 0 ? await findBuilds(missing, machines) : []
  const distributions = [...list.listed, ...past]
  const [unmatched] = unanswered(inputs, distributions, [machines[0]])
  if (unmatched !== undefined) throw await explain(unmatched, list, { hasHistory, machines })
  if (list.stale !== null)
    log.warning(`${list.stale} and is used instead: it does not have newer builds.`)
  return { distributions, isStale: list.stale !== null }
}

/**
 * Whether each request has its very build: that stays what it is, so there is nothing that a newer
 * list could say. For a part of one, such as PyPy 7.3, it could.
 */
function arePinned(
  { requests, strategy }: Inputs,
  pythons: readonly Distribution[],
  machines: readonly Platform[],
): boolean {
  return requests.every(request => {
    return machines.every(host => {
      return selectPython(request, pythons, host, strategy)?.build === request.build
    })
  })
}

async function explain(
  request: VersionRequest,
  list: OpenList,
  {
    hasHistory,
    machines,
  }: { readonly hasHistory: boolean; readonly machines: readonly [Platform, ...Platform[]] },
): Promise<ActionError> {
  const past = hasHistory ? await findInHistory([request], () => true) : []
  const all = [...(await list.parseAll()), ...past]
  const error = explainUnmatched(request, all, machines[0], { isComplete: hasHistory })
  if (list.stale === null) return error
  return new ActionError({
    code: 'LIST_UNAVAILABLE',
    message: `${list.stale}. ${error.message}`,
    hint: `A newer list may have it: try again. ${error.hint}`,
  })
}

/** Jobs with the same name want the same part of the list. */
function nameWish(requests: readonly VersionRequest[], machines: readonly Platform[]): string {
  const terms = requests.map(({ implementation, os, architecture, libc }) => {
    return JSON.stringify({ implementation, os, architecture, libc })
  })
  return JSON.stringify([[...new Set(terms)].sort(), machines])
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
  const found = await findInHistory(requests, wantedBy(requests, machines))
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
