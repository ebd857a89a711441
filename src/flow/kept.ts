import type { Inputs } from '../inputs/read.ts'
import { waitForLock } from '../install/lock.ts'
import { findInstallations } from '../install/tool-cache.ts'
import { chooseInstalled, installationsOf, type Plan, type Situation } from './plan.ts'

/**
 * What there is to choose from, and the requests that the tool cache answers. Where another job is
 * changing one of the answers, waits for that and looks anew: it may have died, and left none.
 */
export async function chooseKept(
  { strategy, checkLatest, requests }: Inputs,
  toolCache: string,
  first: Pick<Situation, 'host' | 'installations'>,
  signal: AbortSignal,
): Promise<{ readonly situation: Situation; readonly kept: Plan }> {
  const { host } = first
  let { installations } = first
  for (;;) {
    const situation = { host, strategy, installations }
    const kept: Plan = checkLatest ? new Map() : chooseInstalled(requests, situation)
    const ends = await Promise.all(
      installationsOf(kept).map(({ path }) => waitForLock(path, signal)),
    )
    if (ends.every(end => end === 'none')) return { situation, kept }
    installations = await findInstallations(toolCache)
  }
}
