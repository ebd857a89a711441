import type { Inputs } from '../inputs/read.ts'
import { chooseInstalled, type Plan, type ResolutionContext } from './plan.ts'

/** The requests that the tool cache answers. */
export function planFromToolCache(
  { checkLatest, requests }: Inputs,
  resolution: ResolutionContext,
): Plan {
  return checkLatest ? new Map() : chooseInstalled(requests, resolution)
}
