import type { Distribution } from '../domain/distribution.ts'
import { ActionError } from '../domain/errors.ts'
import { fetchList } from '../manifest/fetch.ts'
import { parseList } from '../manifest/parse.ts'
import { chooseInstalled, chooseListed, type Plan, type Situation } from './plan.ts'
import type { Workshop } from './workshop.ts'

/**
 * Adds to a plan what is to be done for the requests that it has nothing for, by asking the list.
 * Where the list cannot be had, an installation that would do is taken, with a warning.
 */
export async function completePlan(
  kept: Plan,
  situation: Situation,
  workshop: Workshop,
): Promise<Plan> {
  const { inputs, log } = workshop
  const missing = inputs.requests.filter(request => !kept.has(request))
  if (missing.length === 0) return kept
  try {
    const distributions = await readList(workshop)
    return new Map([...kept, ...chooseListed(missing, distributions, situation)])
  } catch (error) {
    if (!(error instanceof ActionError) || error.code !== 'LIST_UNAVAILABLE') throw error
    const installed = chooseInstalled(missing, situation, { secondBest: true })
    if (installed.size < missing.length) throw error
    log.warning(`${error.message} The tool cache has what is needed, though maybe not the newest.`)
    return new Map([...kept, ...installed])
  }
}

async function readList({ inputs, log, signal }: Workshop): Promise<readonly Distribution[]> {
  const { list } = inputs
  const { distributions, skipped } = parseList(await fetchList(list, signal), list.url.href)
  for (const entry of skipped) log.debug(`Skipped in the list: ${entry}`)
  return distributions
}
