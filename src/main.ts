import { homedir } from 'node:os'
import * as core from '@actions/core'
import { hashModeOf } from './domain/bytecode.ts'
import { ActionError } from './domain/errors.ts'
import { platformOf } from './domain/host-platform.ts'
import type { Installed } from './domain/installation.ts'
import { describePlatform } from './domain/platform.ts'
import { type Inputs, readInputs, withLockedList } from './inputs/read.ts'
import { toolCacheFolder } from './inputs/runner.ts'
import { secretsOf } from './inputs/secrets.ts'
import { explainDiskError } from './install/disk-error.ts'
import { stablePath } from './install/stable-path.ts'
import { findInstallations } from './install/tool-cache.ts'
import { readHostFacts } from './io/host.ts'
import { optimizerToRest, stopOptimizing } from './io/optimizer.ts'
import { drainOutput } from './io/output.ts'
import { onStopSignal } from './io/signals.ts'
import { withJobContext } from './job/context.ts'
import { addDiskSpace } from './job/disk-space.ts'
import { finish } from './job/finish.ts'
import { runPipeline } from './job/pipeline.ts'
import { planFromToolCache, tasksById } from './job/plan.ts'
import { completeFromList } from './job/plan-from-list.ts'
import { resolveOnly } from './job/resolve-only.ts'
import { noticesOf, planRows, resultsByRequest } from './job/results.ts'
import { createSteps } from './job/steps.ts'
import { updateLock } from './job/update-lock.ts'
import { type CommandFile, requireCommandFiles } from './report/command-file.ts'
import { reportFailure } from './report/failure.ts'
import { log } from './report/log.ts'
import { renderPlan, renderSources } from './report/tables.ts'

/** More downloads or extractions at a time only get in each other's way. */
const limits = { downloads: 8, youngDownloads: 2, headStartMs: 1_000, extractions: 2 }

/** Runs the action. Returns the step's exit code; the one place where errors end. */
export async function main(env: NodeJS.ProcessEnv): Promise<number> {
  // What others restore has the same modes, whatever the job that made it allows its own files.
  process.umask(0o022)
  const controller = new AbortController()
  onStopSignal(signal => controller.abort(cancelled(signal)))
  process.once('uncaughtException', error => {
    // An unhandled rejection: work may still be running, which a later job cleans up after.
    reportFailure(error)
    process.exitCode = 1
    void drainOutput().then(() => process.exit())
  })
  try {
    await setup(env, controller)
    return 0
  } catch (error) {
    reportFailure(await addDiskSpace(explainDiskError(error), toolCacheFolder(env, homedir)))
    // It may have come right after a list was read.
    await optimizerToRest()
    return 1
  }
}

async function setup(env: NodeJS.ProcessEnv, controller: AbortController): Promise<void> {
  // First of all: what is wrong with an input will be printed.
  for (const secret of secretsOf(env)) core.setSecret(secret)
  const { signal } = controller
  const given = await readInputs(env)
  requireCommandFiles(commandFilesOf(given))
  for (const notice of given.notices) log.notice(notice)
  for (const { input, value, from } of given.settings) log.debug(`${input}: ${value} (${from})`)
  const { lockFile } = given
  if (lockFile?.update) {
    await updateLock(lockFile, platformOf(await readHostFacts()), {
      inputs: given,
      log,
      signal,
      cacheFolder: null,
    })
  }
  const inputs = withLockedList(given)
  if (inputs.resolveOnly) return await resolveOnly(inputs, signal)
  const toolCache = toolCacheFolder(env, homedir)
  const [facts, installations] = await Promise.all([
    readHostFacts(),
    inputs.reinstall ? [] : findInstallations(toolCache),
  ])
  const host = platformOf(facts)
  log.debug(`This machine is ${describePlatform(host)}. The tool cache is ${toolCache}.`)
  const { strategy, ownList } = inputs
  const make = { pip: inputs.pipVersion, hashMode: hashModeOf(inputs.bytecode) }
  const resolution = { host, strategy, installations, make, ownList }
  const fromToolCache = planFromToolCache(inputs, resolution)

  const options = { inputs, toolCache, processEnv: env, log, signal }
  const mayInstall = fromToolCache.size < inputs.requests.length
  await withJobContext(options, { mayInstall }, async context => {
    const plan = await log.group('Requested versions', async () => {
      const sources = mayInstall ? renderSources(inputs.settings) : []
      for (const line of sources) log.info(line)
      const complete = await completeFromList(fromToolCache, resolution, context)
      for (const line of renderPlan(planRows(inputs, complete))) log.info(line)
      return complete
    })
    for (const notice of noticesOf(inputs, plan, host)) log.notice(notice)
    stopOptimizing()
    const byId = tasksById(plan)
    const tasks = [...byId.values()]
    if (tasks.some(({ kind }) => kind === 'install')) context.requireStaging()
    const installed = await log.group('Installation', async () => {
      return await runPipeline(tasks, createSteps(context), { limits, controller })
    })
    const results = await Promise.all(installed.map(result => withStablePath(toolCache, result)))
    const ids = [...byId.keys()]
    const resultsById = new Map(results.map((result, i) => [ids[i] ?? '', result]))
    await finish(context, resultsByRequest(inputs, plan, resultsById), results)
  })
}

/** From here on an installation goes by the path that is the same for its next build. */
async function withStablePath(toolCache: string, result: Installed): Promise<Installed> {
  const path = await stablePath(toolCache, result.installation)
  return { ...result, installation: { ...result.installation, path } }
}

/** What the step has to tell the runner by files. */
function commandFilesOf({ updateEnvironment, resolveOnly }: Inputs): readonly CommandFile[] {
  const tells = updateEnvironment && !resolveOnly
  return tells ? ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH'] : ['GITHUB_OUTPUT']
}

function cancelled(signal: NodeJS.Signals): ActionError {
  return new ActionError({
    code: 'CANCELLED',
    message: `The job was cancelled (${signal}).`,
    hint: 'Incomplete installations are removed now, or ignored by later jobs.',
  })
}
