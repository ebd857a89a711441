import { availableParallelism } from 'node:os'
import { type CompilePool, createCompilePool } from '../bytecode/pool.ts'
import { decideCache } from '../cache/policy.ts'
import { type CacheStore, openStore, type ServiceState } from '../cache/store.ts'
import { compileSlots } from '../domain/machine-limit.ts'
import type { Python } from '../domain/python.ts'
import type { Inputs } from '../inputs/read.ts'
import { createStaging, folderInStaging } from '../install/staging.ts'
import { installationFolder } from '../install/tool-cache.ts'
import type { TreePaths } from '../install/tree.ts'
import { usableMemory } from '../io/memory.ts'
import { childEnvironment, type Variables } from '../io/process-environment.ts'
import type { Log } from '../report/log.ts'

export interface JobContextOptions {
  readonly inputs: Inputs
  readonly toolCache: string
  readonly processEnv: NodeJS.ProcessEnv
  readonly log: Log
  readonly signal: AbortSignal
}

/** What the steps need to know and to use. */
export interface JobContext extends Omit<JobContextOptions, 'processEnv'> {
  /** The variables of the job. */
  readonly jobEnv: Variables
  /** This job's staging folder. */
  readonly staging: string
  readonly pool: CompilePool
  /** `null`: this job does not use the Actions cache. */
  readonly store: CacheStore | null
  /** Opens the Actions cache for folders below another root; `temp` is for its archives. */
  readonly openStore: (root: string, temp?: string) => CacheStore
  /** The whole environment of child processes. */
  readonly env: Readonly<Record<string, string>>
  /** Throws the reason why nothing can be installed, where there is one. */
  readonly requireStaging: () => void
}

/**
 * Opens the context for as long as the work takes, and leaves nothing behind. Where there can
 * be nothing to install, nothing is written and no cache is asked.
 */
export async function withJobContext<T>(
  { processEnv, ...options }: JobContextOptions,
  { mayInstall }: { readonly mayInstall: boolean },
  work: (context: JobContext) => Promise<T>,
): Promise<T> {
  const { inputs, toolCache, log, signal } = options
  const staging = createStaging(toolCache)
  const env = childEnvironment(processEnv, process.platform)
  const pool = createCompilePool({
    slots: compileSlots({ processors: availableParallelism(), memoryBytes: usableMemory() }),
    fileTimeoutMs: inputs.compileTimeoutMs,
    env,
    signal,
  })
  const service: ServiceState = { outage: null }
  const deadlines = inputs.patience.cache
  const openStoreAt = (root: string, temp = root) =>
    openStore({ root, temp, env: processEnv, log: log.debug, deadlines, service, signal })
  let store: CacheStore | null = null
  let refusal: { readonly reason: unknown } | null = null
  const requireStaging = (): void => {
    if (refusal !== null) throw refusal.reason
  }
  try {
    if (mayInstall) {
      refusal = await staging.open().then(
        () => null,
        (reason: unknown) => ({ reason }),
      )
      if (refusal === null && usesCache(options, processEnv)) store = openStoreAt(staging.path)
    }
    return await work({
      ...options,
      jobEnv: processEnv,
      staging: staging.path,
      pool,
      store,
      openStore: openStoreAt,
      env,
      requireStaging,
    })
  } finally {
    await Promise.all([pool.close(), store?.close()])
    if (mayInstall) await staging.remove()
  }
}

function usesCache({ inputs, log }: Pick<JobContextOptions, 'inputs' | 'log'>, env: Variables) {
  // A pip of its own takes seconds to install, too.
  const paysOff = inputs.bytecode !== null || inputs.pipVersion !== null
  const { enabled, reason } = decideCache(inputs.cachePython, env, { paysOff })
  log.info(`The Actions cache is ${enabled ? 'on' : 'off'}: ${reason}.`)
  return enabled
}

/** The place of a Python in the making. */
export function treePathsOf({ toolCache, staging }: JobContext, python: Python): TreePaths {
  return {
    folder: folderInStaging(staging, python),
    finalPath: installationFolder(toolCache, python),
  }
}
