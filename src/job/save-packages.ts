import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openStore } from '../cache/store.ts'
import { readPatience } from '../inputs/patience.ts'
import { askTool } from '../io/ask-tool.ts'
import { messageOf } from '../io/error-message.ts'
import { removeTree } from '../io/files.ts'
import { drainOutput } from '../io/output.ts'
import { stepEnvironment } from '../io/process-environment.ts'
import { onStopSignal } from '../io/signals.ts'
import { type PackagesState, parseState } from '../packages/state.ts'
import { formatBytes, formatDuration } from '../report/format.ts'
import { log } from '../report/log.ts'

/** Long enough for a cache of some gigabytes. */
const pruneTimeoutMs = 120_000

/**
 * Saves what the job's package manager has in its cache, as the step before the job noted down. What
 * stands in the way is a line in the log; never throws.
 */
export async function savePackages(text: string, env: NodeJS.ProcessEnv): Promise<void> {
  const state = parseState(text)
  if (state === null) return log.info('Packages: not saved, as the state of the step is damaged')
  const controller = new AbortController()
  onStopSignal(() => controller.abort())
  const outcome = await save(state, env, controller.signal).catch((error: unknown) => {
    return `not saved: ${messageOf(error)}`
  })
  log.info(`Packages (${state.manager}): ${outcome}`)
  await drainOutput()
}

/** What became of it, as a clause for the log. */
async function save(
  { manager, key, matched, place }: PackagesState,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<string> {
  if (matched === key) return `nothing to save, as ${key} was restored`
  const filled = await Promise.all(place.folders.map(name => isFilled(path.join(place.root, name))))
  const folders = place.folders.map(name => path.join(place.root, name)).join(', ')
  if (!filled.includes(true)) return `nothing to save: ${folders} is not there, or empty`
  if (manager === 'uv') await pruneUv(env, signal)
  const temp = await mkdtemp(path.join(env.RUNNER_TEMP || tmpdir(), 'managed-python-packages-'))
  const deadlines = readPatience(env).cache
  const store = openStore({ root: place.root, temp, env, log: log.debug, deadlines, signal })
  const startedMs = performance.now()
  try {
    const result = await store.save(key, place.folders)
    switch (result.kind) {
      case 'saved': {
        const size = result.sizeBytes === null ? '' : ` ${formatBytes(result.sizeBytes)}`
        return `saved${size} in ${formatDuration(performance.now() - startedMs)} as ${key}`
      }
      case 'exists':
      case 'needless':
        return `not saved, as another job saved it first: ${key}`
      case 'skipped':
      case 'failed':
        return `not saved: ${result.reason}`
    }
  } finally {
    await store.close()
    await removeTree(temp).catch(() => {})
  }
}

async function isFilled(folder: string): Promise<boolean> {
  return (await readdir(folder).catch(() => [])).length > 0
}

/** What the index has already built is faster to get from there, says uv. */
async function pruneUv(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  const options = {
    env: stepEnvironment(env),
    cwd: process.cwd(),
    timeoutMs: pruneTimeoutMs,
    signal,
  }
  const answer = await askTool('uv', ['cache', 'prune', '--ci'], options)
  if (answer.kind === 'failed') log.info(`uv cache prune ${answer.reason}: all of it is saved`)
  if (answer.kind === 'missing') log.info('uv is not on PATH any more: all of its cache is saved')
}
