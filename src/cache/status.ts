/** What kept an entry from being restored or saved; docs/caching.md says what to do about each. */
export type Obstacle =
  | 'mode'
  | 'read-denied'
  | 'write-denied'
  | 'unreachable'
  | 'unavailable'
  | 'silent'
  | 'packing'
  | 'client'
  | 'ended'
  | 'closed'

/** As clauses for the log; `…` stands for the detail. */
export const clauses: Readonly<Record<Obstacle, string>> = {
  mode: 'ACTIONS_CACHE_MODE is …',
  'read-denied': 'this run may not read the cache',
  'write-denied': 'this run may not write to the cache',
  unreachable: 'the cache service cannot be reached (…)',
  unavailable: 'the cache service answered …',
  silent: 'the cache service did not respond for … s',
  packing: 'tar was not ready after … s',
  client: 'the cache client says “…”',
  ended: 'the cache client has ended',
  closed: 'the cache is closed',
}

/** `skipped`: this run may not, and nobody is at fault; `failed`: it could not. */
export interface NotDone {
  readonly kind: 'skipped' | 'failed'
  readonly obstacle: Obstacle
  /** A clause for the log. */
  readonly reason: string
}

/** Whether the cache is no use to this job any more. */
export function isOutage({ obstacle }: NotDone): boolean {
  return !isRefusal(obstacle) && obstacle !== 'client'
}

/** With the obstacle in words. */
export function notDone(obstacle: Obstacle, detail: string | number = ''): NotDone {
  const reason = clauses[obstacle].replace('…', () => String(detail))
  return { kind: isRefusal(obstacle) ? 'skipped' : 'failed', obstacle, reason }
}

function isRefusal(obstacle: Obstacle): boolean {
  return ['mode', 'read-denied', 'write-denied'].includes(obstacle)
}
