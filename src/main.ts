import { homedir } from 'node:os'
import * as core from '@actions/core'
import { ActionError } from './domain/errors.ts'
import { platformOf } from './domain/host-platform.ts'
import type { Installation, Installed } from './domain/installation.ts'
import { describePlatform } from './domain/platform.ts'
import { type Inputs, readInputs, withLockedList } from './inputs/read.ts'
import { toolCacheFolder } from './inputs/runner.ts'
import { secretsOf } from './inputs/secrets.ts'
import { explainDiskError } from './install/disk-error.ts'
import { stablePath } from './install/stable-path.ts'
import { findInstallations } from './install/tool-cache.ts'
import { messageOf } from './io/error-message.ts'
import { readHostFacts } from './io/host.ts'
import { optimizerToRest, stopOptimizing } from './io/optimizer.ts'
import { drainOutput } from './io/output.ts'
import { onStopSignal } from './io/signals.ts'
import { type JobContext, withJobContext } from './job/context.ts'
import { addDiskSpace } from './job/disk-space.ts'
import type { PreparedEnvironment } from './job/environment.ts'
import type { EnvironmentOptions } from './job/environment-key.ts'
import { runPipeline } from './job/pipeline.ts'
import { tasksById } from './job/plan.ts'
import { completeFromList } from './job/plan-from-list.ts'
import { planFromToolCache } from './job/plan-from-tool-cache.ts'
import { readList } from './job/read-list.ts'
import { resolveRequests } from './job/resolve-only.ts'
import type { PackagesReport } from './job/restore-packages.ts'
import { byPreference, noticesOf, planRows, resultsByRequest } from './job/results.ts'
import { createSteps } from './job/steps.ts'
import { updateLock } from './job/update-lock.ts'
import { describeBytecode } from './report/bytecode-line.ts'
import { type CommandFile, requireCommandFiles } from './report/command-file.ts'
import { reportFailure } from './report/failure.ts'
import {
  environmentOf,
  exportEnvironment,
  type JobEnvironment,
  renderEnvironment,
  withVirtualEnvironment,
} from './report/job-environment.ts'
import { log } from './report/log.ts'
import {
  defaultOf,
  environmentOutputs,
  outputsOf,
  type RequestResult,
  resolutionOutputs,
  setOutputs,
} from './report/outputs.ts'
import { renderPlan, renderResolution, renderResults, renderSources } from './report/plan.ts'
import { addProblemMatchers } from './report/problem-matcher.ts'
import { renderSummary, wantsSummary, writeSummary } from './report/summary.ts'

/** More downloads or extractions at a time only get in each other's way. */
const limits = { downloads: 8, youngDownloads: 2, headStartMs: 1_000, extractions: 2 }

/** Runs the action. Returns the step's exit code; the one place where errors end. */
export async function main(env: NodeJS.ProcessEnv): Promise<number> {
  // What others restore has the same modes, whatever the job that made it allows its own files.
  process.umask(0o022)
  const controller = new AbortController()
  onStopSignal(signal => controller.abort(cancelled(signal)))
  process.once('uncaughtException', error => {
    // Thrown where nobody waits, so nobody knows what still runs: a later job sweeps up.
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
  const { strategy, pipVersion: pip, ownList } = inputs
  const resolution = { host, strategy, installations, pip, ownList }
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

/** Prepares the virtual environment, where one is wanted, and tells later steps and people of it all. */
async function finish(
  context: JobContext,
  answers: readonly RequestResult[],
  results: readonly Installed[],
): Promise<void> {
  const { inputs, jobEnv } = context
  const installations = byPreference(inputs, answers).map(({ installation }) => installation)
  const pythons = environmentOf(installations, jobEnv)
  let packages: Promise<PackagesReport | null> | undefined
  const restorePackages = () => (packages ??= restoreIfWanted(context, installations))
  const environment = await prepareIfWanted(context, {
    python: defaultOf(answers).installation,
    paths: pythons.paths,
    beforeInstall: restorePackages,
  })
  const found = environment === null ? pythons : withVirtualEnvironment(pythons, environment)
  await report(inputs, { answers, results, found, environment, restorePackages })
}

/** Restores packages, where the workflow wants that. */
async function restoreIfWanted(
  context: JobContext,
  installations: readonly Installation[],
): Promise<PackagesReport | null> {
  const { packageCache, cacheDependencyPath, cacheSuffix } = context.inputs
  if (packageCache === null) return null
  // Loaded here, as many workflows have none.
  const { restorePackages } = await import('./job/restore-packages.ts')
  return await restorePackages({
    inputs: packageCache,
    patterns: cacheDependencyPath,
    suffix: cacheSuffix,
    installations,
    home: homedir(),
    context,
  })
}

async function prepareIfWanted(
  context: JobContext,
  options: Omit<EnvironmentOptions, 'inputs'>,
): Promise<PreparedEnvironment | null> {
  const { environment: inputs } = context.inputs
  if (inputs === null) return null
  // Loaded here, as most workflows have none.
  const { prepareEnvironment } = await import('./job/environment.ts')
  return await log.group('The virtual environment', () => {
    return prepareEnvironment(context, { inputs, ...options })
  })
}

/** Answers what the requests come to; nothing is installed, and nothing is written but outputs. */
async function resolveOnly(inputs: Inputs, signal: AbortSignal): Promise<void> {
  const host = platformOf(await readHostFacts())
  const { distributions } = await readList({ inputs, log, signal, cacheFolder: null }, [host])
  const resolution = resolveRequests(inputs, distributions, host)
  for (const line of renderResolution(resolution)) log.info(line)
  setOutputs(resolutionOutputs(resolution))
}

interface Outcome {
  readonly answers: readonly RequestResult[]
  readonly results: readonly Installed[]
  /** What later steps find. */
  readonly found: JobEnvironment
  readonly environment: PreparedEnvironment | null
  readonly restorePackages: () => Promise<PackagesReport | null>
}

async function report(inputs: Inputs, outcome: Outcome): Promise<void> {
  const { answers, results, found, environment } = outcome
  if (inputs.addProblemMatchers) await decorate('The problem matchers', addProblemMatchers)
  if (inputs.updateEnvironment) {
    exportEnvironment(found)
    await log.group('Environment of later steps', async () => {
      for (const line of renderEnvironment(found)) log.info(line)
    })
  }
  const more = environment === null ? {} : environmentOutputs(environment)
  // What is installed already needs no packages.
  const packages = environment?.isHit ? null : await outcome.restorePackages()
  setOutputs({ ...outputsOf(answers), ...packages?.outputs, ...more })
  const bytecodeLine = describeBytecode(results)
  if (bytecodeLine !== null) log.info(bytecodeLine)
  for (const line of renderResults(answers)) log.info(line)
  if (wantsSummary(inputs.jobSummary, results)) {
    const summary = renderSummary(answers, bytecodeLine, packages?.sentence)
    await decorate('The job summary', () => writeSummary(summary))
  }
}

/** What the step has to tell the runner by files. */
function commandFilesOf({ updateEnvironment, resolveOnly }: Inputs): readonly CommandFile[] {
  const tells = updateEnvironment && !resolveOnly
  return tells ? ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH'] : ['GITHUB_OUTPUT']
}

/** Does what a job can do without: where it fails, that is a warning. */
async function decorate(what: string, work: () => void | Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    log.warning(`${what} could not be written: ${messageOf(error)}`)
  }
}

function cancelled(signal: NodeJS.Signals): ActionError {
  return new ActionError({
    code: 'CANCELLED',
    message: `The job was cancelled (${signal}).`,
    hint: 'What was half-made is removed, or used by no later job.',
  })
}
