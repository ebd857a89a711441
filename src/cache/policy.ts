import type { Variables } from '../io/process-environment.ts'

/** What the input `cache-python` can say. */
export type CacheChoice = 'auto' | 'true' | 'false'

/** Whether this job uses the Actions cache, and why: a clause for the log. */
export interface CacheDecision {
  readonly enabled: boolean
  readonly reason: string
}

/** Runs in which an entry that an untrusted run has written could reach a release, or a secret. */
const exposedEvents: readonly string[] = ['release', 'pull_request_target', 'workflow_run']

/**
 * Decides by the input, by what the runner's variables say about this run, and by whether a restore is
 * faster than what it spares.
 */
export function decideCache(
  choice: CacheChoice,
  env: Variables,
  { paysOff }: { readonly paysOff: boolean },
): CacheDecision {
  if (choice === 'false') return off('cache-python is false')
  const obstacle = findObstacle(env)
  if (obstacle !== null) return off(obstacle)
  if (choice === 'true') return on('cache-python is true')
  const exposure = findExposure(env)
  if (exposure !== null) return off(`runs for ${exposure} do not use a shared cache`)
  if (env.RUNNER_ENVIRONMENT !== 'github-hosted') {
    return off('a self-hosted runner keeps its tool cache')
  }
  if (!paysOff) return off('without compile-bytecode, installing is as fast as restoring')
  return on('a GitHub-hosted runner starts with an empty tool cache')
}

/** What this run is for, where a poisoned entry would do the most harm: `release`; else `null`. */
export function findExposure(env: Variables): string | null {
  const event = env.GITHUB_EVENT_NAME ?? ''
  if (exposedEvents.includes(event)) return event
  return env.GITHUB_REF_TYPE === 'tag' ? 'a tag' : null
}

/** Why no cache can be used in this job, whatever was asked for; `null` where one can. */
export function findObstacle(env: Variables): string | null {
  if (env.ACTIONS_CACHE_MODE?.trim().toLowerCase() === 'none') return 'ACTIONS_CACHE_MODE is none'
  // GitHub Enterprise Server has the service's first version, whose address is another variable.
  const second = env.ACTIONS_CACHE_SERVICE_V2 && !isEnterpriseServer(env.GITHUB_SERVER_URL)
  // To that version, other forges and local runners give no token; the second one has none without.
  const isThere = second
    ? env.ACTIONS_RESULTS_URL && env.ACTIONS_RUNTIME_TOKEN
    : env.ACTIONS_CACHE_URL
  return isThere ? null : 'this runner offers no cache service'
}

function isEnterpriseServer(address: string | undefined): boolean {
  const host = URL.parse(address || 'https://github.com')?.hostname ?? ''
  return host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost')
}

function on(reason: string): CacheDecision {
  return { enabled: true, reason }
}

function off(reason: string): CacheDecision {
  return { enabled: false, reason }
}
