import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { decideCache } from '../cache/policy.ts'
import { type CacheStore, openStore } from '../cache/store.ts'
import { layoutOf } from '../domain/layout.ts'
import { checkEnvironment } from '../environment/check.ts'
import { environmentLayout } from '../environment/layout.ts'
import { locateEnvironment } from '../environment/location.ts'
import { makeEnvironment } from '../environment/make.ts'
import { recordName, writeRecord } from '../environment/record.ts'
import { runInstall } from '../environment/run-install.ts'
import { activatedVariables } from '../environment/shell.ts'
import { findSitePackages } from '../environment/site-packages.ts'
import { findWorkspaceContent } from '../environment/workspace-content.ts'
import { removeTree } from '../io/files.ts'
import { surveyFolder } from '../io/survey-folder.ts'
import { formatBytes, formatDuration } from '../report/format.ts'
import type { JobContext } from './context.ts'
import { describeKey, type EnvironmentOptions, type EnvironmentWork } from './environment-key.ts'

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

/** Larger ones take longer to move than to make, and push everything else out of the cache. */
const maxSavedBytes = 2_000_000_000

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
  const work: EnvironmentWork = { context, options, workspace, folder }
  if (inputs.install === '') {
    if (occupant !== 'environment') await make(work)
    return { folder, programs: environmentLayout(folder).programs, isHit: null, key: '' }
  }
  const key = await describeKey(work)
  for (const line of key.lines) context.log.info(line)
  const isHit = await obtain(work, key.name, occupant === 'environment')
  return { folder, programs: environmentLayout(folder).programs, isHit, key: key.name }
}

/** Whether the environment came from somewhere, so that nothing had to be installed. */
async function obtain(work: EnvironmentWork, key: string, isThere: boolean): Promise<boolean> {
  const { context, folder } = work
  const { log, jobEnv, inputs, signal } = context
  if (isThere) {
    const found = await check(work, key)
    if (!('fault' in found)) {
      log.info(`The environment of an earlier job is still there and is reused.`)
      return true
    }
    log.info(`The existing environment is rebuilt: ${found.fault}.`)
  }
  await removeTree(folder)
  const { enabled, reason } = decideCache(inputs.cachePython, jobEnv)
  if (!enabled) log.info(`The environment is not cached: ${reason}.`)
  const temp = await mkdtemp(path.join(jobEnv.RUNNER_TEMP || tmpdir(), 'managed-python-'))
  const root = path.dirname(folder)
  const { cache: deadlines } = inputs.patience
  const options = { root, temp, env: jobEnv, log: log.debug, deadlines, signal }
  const store = enabled ? openStore(options) : null
  try {
    if (store !== null && (await restore(work, store, key))) return true
    const sizeBytes = await install(work, key, temp)
    if (sizeBytes !== null && store !== null) await save(work, store, { key, sizeBytes })
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

async function check({ context, options, folder }: EnvironmentWork, key: string) {
  const { env, signal } = context
  const { binFolder } = layoutOf(options.python)
  return await checkEnvironment({
    folder,
    key,
    home: path.join(options.python.path, binFolder),
    env,
    signal,
  })
}

async function restore(work: EnvironmentWork, store: CacheStore, key: string): Promise<boolean> {
  const { context, folder } = work
  const { log, signal } = context
  const startedMs = performance.now()
  const result = await store.restore([key], path.basename(folder))
  signal.throwIfAborted()
  if (result.kind === 'miss') log.info(`There is no entry ${key}.`)
  if (result.kind === 'failed' || result.kind === 'skipped') {
    log.info(`The environment cannot be restored from the cache: ${result.reason}.`)
  }
  if (result.kind !== 'hit') return false
  const found = await check(work, key)
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

async function make({ context, options, folder }: EnvironmentWork): Promise<void> {
  const { executable } = layoutOf(options.python)
  await makeEnvironment(folder, path.join(options.python.path, executable), context)
}

/**
 * Makes the environment, and its record. Returns its size in bytes; `null`: a part of it is the
 * workspace's own, so it is of no use to other jobs.
 */
async function install(work: EnvironmentWork, key: string, temp: string): Promise<number | null> {
  const { context, options, workspace, folder } = work
  const { inputs, jobEnv, log, signal } = context
  await options.beforeInstall()
  const startedMs = performance.now()
  await make(work)
  const env = activatedVariables(jobEnv, {
    folder,
    platform: process.platform,
    paths: options.paths,
    compiles: inputs.bytecode !== null,
  })
  const { install } = options.inputs
  await log.group('Install', () => runInstall({ install, temp, cwd: workspace, env, signal }))
  await compile(work)
  const installSeconds = Math.round(performance.now() - startedMs) / 1000
  log.info(`Environment installed in ${formatDuration(installSeconds * 1000)}.`)

  for (const site of await findSitePackages(folder)) {
    const [own] = await findWorkspaceContent(site, { workspace, environment: folder })
    if (own === undefined) continue
    log.warning(
      `The environment is not cached: ${own.from} points to ${own.to}, which is part of this checkout. Install the dependencies here (uv sync --no-install-project, pip install -r requirements.txt), and the project itself in a later step: pip install --no-deps -e .`,
    )
    return null
  }
  const { digest, caches, sizeBytes } = surveyFolder(folder, [recordName])
  await writeRecord(folder, { key, digest, caches, installSeconds })
  return sizeBytes
}

/** Compiles what was installed, where the workflow wants bytecode; what is compiled already stays. */
async function compile({ context, options, folder }: EnvironmentWork): Promise<void> {
  const { inputs, pool, log } = context
  if (inputs.bytecode === null || options.python.implementation === 'pyodide') return
  const { sources } = surveyFolder(folder)
  const { compiled, startedAtMs, finishedAtMs } = await pool.compile({
    label: 'the environment',
    pythonPath: path.join(options.python.path, layoutOf(options.python).executable),
    root: folder,
    finalPath: folder,
    mode: inputs.bytecode,
    published: false,
    sources,
  })
  log.info(
    `Compiled ${compiled} files of packages in ${formatDuration(finishedAtMs - startedAtMs)}.`,
  )
}

async function save(
  { context, folder }: EnvironmentWork,
  store: CacheStore,
  { key, sizeBytes }: { readonly key: string; readonly sizeBytes: number },
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
