import path from 'node:path'
import type { CacheStore } from '../cache/store.ts'
import type { checkEnvironment } from '../environment/check.ts'
import { removeTree } from '../io/files.ts'
import { formatBytes, formatDuration } from '../report/format.ts'
import type { EnvironmentWork } from './environment-key.ts'

/** Larger ones take longer to move than to make, and push everything else out of the cache. */
const maxSavedBytes = 2_000_000_000

/** Restores an environment from the cache, if there is one and `check` finds no fault with it. */
export async function restoreEnvironment(
  { context, folder, key }: EnvironmentWork,
  store: CacheStore,
  check: () => ReturnType<typeof checkEnvironment>,
): Promise<boolean> {
  const { log, signal } = context
  const startedMs = performance.now()
  const result = await store.restore([key], path.basename(folder))
  signal.throwIfAborted()
  if (result.kind === 'miss') log.info(`There is no entry ${key}.`)
  if (result.kind === 'failed' || result.kind === 'skipped') {
    log.info(`The environment cannot be restored from the cache: ${result.reason}.`)
  }
  if (result.kind !== 'hit') return false
  const found = await check()
  if ('fault' in found) {
    log.info(`The cache entry of the environment is not used: ${found.fault}.`)
    await removeTree(folder)
    return false
  }
  const tookMs = performance.now() - startedMs
  const onceMs = found.installSeconds * 1000
  log.info(
    `Environment restored in ${formatDuration(tookMs)}; installing took ${formatDuration(onceMs)}.`,
  )
  if (tookMs > onceMs) {
    log.notice(
      'Restoring the environment took longer than installing it once did: without `install` this job may be faster.',
    )
  }
  return true
}

/** Saves an environment of this size in bytes, and says what came of it. */
export async function saveEnvironment(
  { context, folder, key }: EnvironmentWork,
  store: CacheStore,
  sizeBytes: number,
): Promise<void> {
  const { log, signal } = context
  if (sizeBytes > maxSavedBytes) {
    return log.warning(
      `The environment is not saved to the cache: it has ${formatBytes(sizeBytes)}, and above ${formatBytes(maxSavedBytes)} restoring takes longer than installing.`,
    )
  }
  const result = await store.save(key, path.basename(folder))
  signal.throwIfAborted()
  switch (result.kind) {
    case 'saved':
      return log.info(`The environment is saved to the cache: ${key}`)
    case 'exists':
      return log.info(`The environment is already in the cache: ${key}`)
    case 'needless':
      return
    case 'skipped':
    case 'failed':
      return log.info(`The environment cannot be saved to the cache: ${result.reason}.`)
  }
}
