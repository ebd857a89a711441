import { lstat } from 'node:fs/promises'
import path from 'node:path'
import * as core from '@actions/core'
import type { CacheStore } from '../cache/store.ts'
import { cacheContents } from '../domain/package-manager.ts'
import { createStaging } from '../install/staging.ts'
import { digestOf } from '../io/dependency-files.ts'
import { messageOf } from '../io/error-message.ts'
import { environmentsIn, removeIfBroken } from '../packages/environments.ts'
import { usePoetryPython } from '../packages/folders.ts'
import { moveInto } from '../packages/move.ts'
import { formatState, stateName } from '../packages/state.ts'
import { formatBytes, formatDuration } from '../report/format.ts'
import type { JobContext } from './context.ts'
import { type PackagesJob, type PackagesPlan, planPackages } from './plan-packages.ts'

/** What later steps and the summary hear of packages. */
export interface PackagesReport {
  readonly outputs: Readonly<Record<string, string>>
  /** For the job summary. */
  readonly sentence: string
}

/** Whether packages were restored, and the clause that says so. */
interface RestoreOutcome {
  readonly matched: string | null
  readonly text: string
}

/** More are a matter for those who debug. */
const shownFiles = 40

/**
 * Restores what a package manager has downloaded or installed in an earlier job, and notes down for the
 * step after the job what to save. Nothing of this fails a job; throws only the signal's reason.
 */
export async function restorePackages(options: PackagesJob): Promise<PackagesReport> {
  const { inputs, context } = options
  const { log, signal } = context
  const { manager } = inputs
  const name = `Packages (${manager})`
  const told = (text: string, outputs: Readonly<Record<string, string>> = {}): PackagesReport => {
    return { outputs: { 'cache-hit': 'false', ...outputs }, sentence: `${name}: ${text}` }
  }
  try {
    const plan = await log.group(name, async () => await describePlan(options))
    if ('reason' in plan) {
      const text = `not cached: ${plan.reason}`
      log[plan.level](`${name}: ${text}`)
      return told(text)
    }
    const { key, place, exposure } = plan
    if (exposure !== null) {
      log.info(
        `${name}: runs for ${exposure} should not use a cache, as whoever can write an entry can put code into it. The input cache is followed nevertheless.`,
      )
    }
    const restored = inputs.restore
      ? await restore(plan, options)
      : { matched: null, text: 'not restored, as restore-cache is false' }
    log.info(`${name}: ${restored.text}`)
    const { matched } = restored
    if (inputs.save) {
      core.saveState(stateName, formatState({ manager, key: key.primary, matched, place }))
    }
    return told(restored.text, {
      'cache-hit': String(matched === key.primary),
      'cache-primary-key': key.primary,
      'cache-matched-key': matched ?? '',
    })
  } catch (error) {
    signal.throwIfAborted()
    const text = `not cached: ${messageOf(error)}`
    log.warning(`${name}: ${text}`)
    return told(text)
  }
}

async function describePlan(options: PackagesJob) {
  const { log } = options.context
  const plan = await planPackages(options)
  if ('reason' in plan) return plan
  for (const file of plan.files.slice(0, shownFiles)) {
    log.info(`dependency file: ${file.name} (${digestOf([file])})`)
  }
  if (plan.files.length > shownFiles) log.info(`… and ${plan.files.length - shownFiles} more files`)
  for (const line of plan.key.lines) log.info(line)
  const { root, folders } = plan.place
  for (const folder of folders) log.info(`folder: ${path.join(root, folder)}`)
  log.info(`key: ${plan.key.primary}`)
  return plan
}

async function restore(plan: PackagesPlan, options: PackagesJob): Promise<RestoreOutcome> {
  const { context } = options
  const { key, place } = plan
  const startedMs = performance.now()
  return await withStore(context, async (store, root) => {
    const lookup = key.prefix === null ? {} : { prefix: key.prefix }
    const result = await store.restore([key.primary], place.folders, lookup)
    context.signal.throwIfAborted()
    if (result.kind === 'miss') return missed(`nothing to restore: there is no ${key.primary} yet`)
    if (result.kind !== 'hit') return missed(`not restored: ${result.reason}`)
    const fault = await putInPlace(plan, root, options)
    if (fault !== null) return missed(`${result.key} is not used: ${fault}`)
    const size = result.sizeBytes === null ? '' : ` ${formatBytes(result.sizeBytes)}`
    const time = formatDuration(performance.now() - startedMs)
    const other = result.key === key.primary ? '' : ', which is for other dependency files'
    return { matched: result.key, text: `restored${size} in ${time} from ${result.key}${other}` }
  })
}

/** Works with the cache: this job's own where it has one open, with its root. */
async function withStore<T>(
  { store, staging, toolCache, openStore }: JobContext,
  work: (store: CacheStore, root: string) => Promise<T>,
): Promise<T> {
  if (store !== null) return await work(store, staging)
  const own = createStaging(toolCache)
  await own.open()
  const opened = openStore(own.path)
  try {
    return await work(opened, own.path)
  } finally {
    await opened.close()
    await own.remove()
  }
}

/** Moves what was unpacked to its folders; a clause that says why it is of no use, or `null`. */
async function putInPlace(
  { place, question }: PackagesPlan,
  staging: string,
  { inputs, context }: PackagesJob,
): Promise<string | null> {
  const { env, log, signal } = context
  const folders = await Promise.all(
    place.folders.map(async folder => {
      const from = path.join(staging, folder)
      const isFolder = await lstat(from).then(
        found => found.isDirectory(),
        () => false,
      )
      return isFolder ? [{ from, to: path.join(place.root, folder) }] : []
    }),
  )
  if (folders.flat().length === 0) return 'it contains something else'
  for (const { from, to } of folders.flat()) await moveInto(from, to)
  if (cacheContents[inputs.manager] === 'downloads') return null
  const faults: string[] = []
  for (const environment of (
    await Promise.all(folders.flat().map(({ to }) => environmentsIn(to)))
  ).flat()) {
    const fault = await removeIfBroken(environment, { env, signal })
    if (fault !== null) faults.push(`${path.basename(environment)} does not work here, as ${fault}`)
  }
  if (faults.length > 0) return faults.join('; ')
  if (inputs.manager === 'poetry') {
    for (const failure of await usePoetryPython(question)) log.info(`poetry env use: ${failure}`)
  }
  return null
}

function missed(text: string): RestoreOutcome {
  return { matched: null, text }
}
