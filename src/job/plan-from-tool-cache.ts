import type { Inputs } from '../inputs/read.ts'
import { waitForLock } from '../install/lock.ts'
import { findInstallations } from '../install/tool-cache.ts'
import { chooseInstalled, installationsOf, type Plan, type ResolutionContext } from './plan.ts'

/**
 * What there is to choose from, and the requests that the tool cache answers. Where another job is
 * changing one of the answers, waits for that and looks anew: it may have died, and left none.
 */
export async function planFromToolCache(
  { strategy, checkLatest, requests }: Inputs,
  toolCache: string,
  first: Pick<ResolutionContext, 'host' | 'installations'>,
  signal: AbortSignal,
): Promise<{ readonly resolution: ResolutionContext; readonly fromToolCache: Plan }> {
  const { host } = first
  let { installations } = first
  for (;;) {
    const resolution = { host, strategy, installations }
    const fromToolCache: Plan = checkLatest ? new Map() : chooseInstalled(requests, resolution)
    const ends = await Promise.all(
      installationsOf(fromToolCache).map(({ path }) => waitForLock(path, signal)),
    )
    if (ends.every(end => end === 'none')) return { resolution, fromToolCache }
    installations = await findInstallations(toolCache)
  }
}
