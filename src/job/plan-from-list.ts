import type { Distribution } from '../domain/distribution.ts'
import { ActionError } from '../domain/errors.ts'
import { fetchList } from '../list/fetch.ts'
import { parseList } from '../list/parse.ts'
import type { JobContext } from './context.ts'
import { chooseInstalled, chooseListed, type Plan, type ResolutionContext } from './plan.ts'

/**
 * Adds to a plan what is to be done for the requests that it has nothing for, by asking the list.
 * Where the list cannot be had, an installation that would do is taken, with a warning.
 */
export async function completeFromList(
  fromToolCache: Plan,
  resolution: ResolutionContext,
  context: JobContext,
): Promise<Plan> {
  const { inputs, log } = context
  const missing = inputs.requests.filter(request => !fromToolCache.has(request))
  if (missing.length === 0) return fromToolCache
  try {
    const distributions = await readList(context)
    return new Map([...fromToolCache, ...chooseListed(missing, distributions, resolution)])
  } catch (error) {
    if (!(error instanceof ActionError) || error.code !== 'LIST_UNAVAILABLE') throw error
    const installed = chooseInstalled(missing, resolution, { secondBest: true })
    if (installed.size < missing.length) throw error
    log.warning(`${error.message} The tool cache has what is needed, though maybe not the newest.`)
    return new Map([...fromToolCache, ...installed])
  }
}

/** The distributions of the list that the workflow names. Throws an `ActionError`. */
export async function readList({
  inputs,
  log,
  signal,
}: Pick<JobContext, 'inputs' | 'log' | 'signal'>): Promise<readonly Distribution[]> {
  const { list } = inputs
  const { distributions, skipped } = parseList(await fetchList(list, signal), list.url.href)
  for (const entry of skipped) log.debug(`Skipped in the list: ${entry}`)
  return distributions
}
