import { homedir } from 'node:os'
import type { Installation, Installed } from '../domain/installation.ts'
import type { Inputs } from '../inputs/read.ts'
import { messageOf } from '../io/error-message.ts'
import { describeBytecode } from '../report/bytecode-line.ts'
import {
  environmentOf,
  exportEnvironment,
  type JobEnvironment,
  renderEnvironment,
  withVirtualEnvironment,
} from '../report/job-environment.ts'
import { log } from '../report/log.ts'
import {
  defaultOf,
  environmentOutputs,
  outputsOf,
  type RequestResult,
  setOutputs,
} from '../report/outputs.ts'
import { addProblemMatchers } from '../report/problem-matcher.ts'
import { renderSummary, wantsSummary, writeSummary } from '../report/summary.ts'
import { renderResults } from '../report/tables.ts'
import type { JobContext } from './context.ts'
import type { PreparedEnvironment } from './environment.ts'
import type { EnvironmentOptions } from './environment-key.ts'
import { registerPythons } from './register-pythons.ts'
import type { PackagesReport } from './restore-packages.ts'
import { byPreference } from './results.ts'

/** Prepares the virtual environment, where one is wanted, and tells later steps and people of it all. */
export async function finish(
  context: JobContext,
  answers: readonly RequestResult[],
  results: readonly Installed[],
): Promise<void> {
  const { inputs, jobEnv } = context
  const installations = byPreference(inputs, answers).map(({ installation }) => installation)
  const pythons = environmentOf(installations, jobEnv)
  await registerPythons(context, installations)
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
  const { restorePackages } = await import('./restore-packages.ts')
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
  const { prepareEnvironment } = await import('./environment.ts')
  return await prepareEnvironment(context, { inputs, ...options })
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

/** Does what a job can do without: where it fails, that is a warning. */
async function decorate(what: string, work: () => void | Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    log.warning(`${what} could not be written: ${messageOf(error)}`)
  }
}
