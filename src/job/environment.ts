import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { decideCache } from '../cache/policy.ts'
import { layoutOf } from '../domain/layout.ts'
import { checkEnvironment } from '../environment/check.ts'
import { environmentLayout } from '../environment/layout.ts'
import { locateEnvironment } from '../environment/location.ts'
import { removeTree } from '../io/files.ts'
import type { JobContext } from './context.ts'
import { restoreEnvironment, saveEnvironment } from './environment-cache.ts'
import { describeKey, type EnvironmentOptions, type EnvironmentWork } from './environment-key.ts'
import { installEnvironment, makeEmpty } from './install-environment.ts'

/** A virtual environment that is ready for use. */
export interface PreparedEnvironment {
  readonly folder: string
  /** The folder of its programs. */
  readonly programs: string
  /** Whether it was there or restored, so that nothing was installed; `null`: nothing was to be. */
  readonly isHit: boolean | null
  /** The key of its entry in the cache; empty where it has none. */
  readonly key: string
}

/**
 * Keeps, restores or makes the environment that the workflow wants, whichever comes first, and saves
 * what it has made. Throws an `ActionError`, or the signal's reason; nothing is activated then.
 */
export async function prepareEnvironment(
  context: JobContext,
  options: EnvironmentOptions,
): Promise<PreparedEnvironment> {
  const { inputs } = options
  const workspace = context.jobEnv.GITHUB_WORKSPACE || process.cwd()
  const location = { workspace, temp: context.jobEnv.RUNNER_TEMP ?? '' }
  const { folder, occupant } = await locateEnvironment(inputs.folder, location)
  const { programs } = environmentLayout(folder)
  const work = { context, options, workspace, folder }
  if (inputs.install === '') {
    if (occupant !== 'environment') await makeEmpty(work)
    return { folder, programs, isHit: null, key: '' }
  }
  const key = await context.log.group('The virtual environment', async () => {
    const { name, lines } = await describeKey(work)
    for (const line of lines) context.log.info(line)
    return name
  })
  const isHit = await obtain({ ...work, key }, occupant === 'environment')
  return { folder, programs, isHit, key }
}

/** Whether the environment came from somewhere, so that nothing had to be installed. */
async function obtain(work: EnvironmentWork, isThere: boolean): Promise<boolean> {
  const { context, folder } = work
  const { log, jobEnv, inputs } = context
  if (isThere && !inputs.reinstall) {
    const found = await check(work)
    if (!('fault' in found)) {
      log.info('The environment of an earlier job is still there and is reused.')
      return true
    }
    log.info(`The existing environment is rebuilt: ${found.fault}.`)
  }
  await removeTree(folder)
  const { enabled, reason } = decideCache(inputs.cachePython, jobEnv, { paysOff: true })
  if (!enabled) log.info(`The environment is not cached: ${reason}.`)
  const temp = await mkdtemp(path.join(jobEnv.RUNNER_TEMP || tmpdir(), 'managed-python-'))
  const store = enabled ? context.openStore(path.dirname(folder), temp) : null
  try {
    if (store !== null && !inputs.reinstall) {
      if (await restoreEnvironment(work, store, () => check(work))) return true
    }
    const sizeBytes = await installEnvironment(work, temp)
    if (sizeBytes !== null && store !== null) await saveEnvironment(work, store, sizeBytes)
    return false
  } catch (error) {
    // Without a record nobody would use it, but a failed step leaves nothing half-made.
    await removeTree(folder).catch(() => {})
    throw error
  } finally {
    await store?.close()
    await removeTree(temp)
  }
}

async function check({ context, options, folder, key }: EnvironmentWork) {
  const { env, signal } = context
  const home = path.join(options.python.path, layoutOf(options.python).binFolder)
  return await checkEnvironment({ folder, key, home, env, signal })
}
