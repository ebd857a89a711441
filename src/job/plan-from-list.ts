import type { Distribution } from '../domain/distribution.ts'
import { ActionError } from '../domain/errors.ts'
import type { LockFile } from '../inputs/lock-file.ts'
import { folderInToolCache } from '../install/tool-cache.ts'
import { settleAll } from '../io/settle.ts'
import type { JobContext } from './context.ts'
import { hasLatestPip } from './install-wanted-pip.ts'
import {
  chooseInstalled,
  chooseListed,
  installTask,
  type Plan,
  preferInstalled,
  type ResolutionContext,
} from './plan.ts'
import { readList } from './read-list.ts'

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
    const cacheFolder = cachedListsFolder(context)
    const asking = { ...context, inputs: { ...inputs, requests: missing }, cacheFolder }
    const { distributions, isStale } = await readList(asking, [resolution.host])
    const chosen = chooseListed(missing, distributions, resolution)
    const installed = chooseInstalled(missing, resolution, { secondBest: true })
    const plan = isStale ? preferInstalled(chosen, installed, resolution) : chosen
    const listed = await withLatestPips(context, plan, { distributions, make: resolution.make })
    return new Map([...fromToolCache, ...listed])
  } catch (error) {
    if (inputs.isLocked) throw explainUnlocked(error, inputs.lockFile)
    if (!(error instanceof ActionError) || error.code !== 'LIST_UNAVAILABLE') throw error
    const installed = chooseInstalled(missing, resolution, { secondBest: true })
    if (installed.size < missing.length) throw error
    log.warning(
      `${error.message} What the tool cache has is used instead; there may be newer versions.`,
    )
    return new Map([...fromToolCache, ...installed])
  }
}

/** Where a machine that lasts caches what it has read of the list; `null`: this one does not. */
function cachedListsFolder({ toolCache, jobEnv }: JobContext): string | null {
  if (jobEnv.RUNNER_ENVIRONMENT === 'github-hosted') return null
  return folderInToolCache(toolCache, 'managed-python-lists')
}

interface Listed extends Pick<ResolutionContext, 'make'> {
  readonly distributions: readonly Distribution[]
}

/** The same plan, with an installation made again where the index has a newer pip than it has. */
async function withLatestPips(
  context: JobContext,
  plan: Plan,
  { distributions, make }: Listed,
): Promise<Plan> {
  const tasks = [...plan].map(async ([request, task]) => {
    if (task.kind === 'install' || (await hasLatestPip(context, task.installation))) {
      return [request, task] as const
    }
    const distribution = distributions.find(({ sha256 }) => {
      return sha256 === task.installation.archiveSha256
    })
    const again = distribution && installTask(distribution, make)
    return [request, again ?? task] as const
  })
  return new Map(await settleAll(tasks, context.signal))
}

/** A request that the lock file has nothing for: says how to add it. Any other error stays what it is. */
function explainUnlocked(error: unknown, lockFile: LockFile | null): unknown {
  const name = lockFile?.name ?? ''
  if (!(error instanceof ActionError) || error.code !== 'REQUEST_UNMATCHED') return error
  return new ActionError({
    code: error.code,
    message: `The lock file ${name} has no match. ${error.message}`,
    hint: `To add it, run a step with update-lock: true, with this request in python-version and this platform in lock-platforms, and commit ${name}.`,
    cause: error.cause,
  })
}
