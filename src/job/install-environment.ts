import path from 'node:path'
import { layoutOf } from '../domain/layout.ts'
import { makeEnvironment } from '../environment/make.ts'
import { recordName, writeRecord } from '../environment/record.ts'
import { runInstall } from '../environment/run-install.ts'
import { activatedVariables } from '../environment/shell.ts'
import { findSitePackages } from '../environment/site-packages.ts'
import { findWorkspaceContent } from '../environment/workspace-content.ts'
import { surveyFolder } from '../io/survey-folder.ts'
import { formatDuration } from '../report/format.ts'
import type { EnvironmentWork } from './environment-key.ts'

/**
 * Makes the environment, installs into it, compiles it, and writes its record. Returns its size in
 * bytes; `null`: a part of it is the workspace's own, so it is of no use to other jobs.
 */
export async function installEnvironment(
  work: EnvironmentWork,
  temp: string,
): Promise<number | null> {
  const { context, options, workspace, folder, key } = work
  const { log } = context
  await options.beforeInstall()
  const startedMs = performance.now()
  await log.group('Install', async () => {
    await makeEmpty(work)
    await runCommands(work, temp)
  })
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

/** Makes an environment that has pip and nothing else. */
export async function makeEmpty({
  context,
  options,
  folder,
}: Pick<EnvironmentWork, 'context' | 'options' | 'folder'>): Promise<void> {
  const { executable } = layoutOf(options.python)
  await makeEnvironment(folder, path.join(options.python.path, executable), context)
}

async function runCommands(work: EnvironmentWork, temp: string): Promise<void> {
  const { context, options, workspace, folder } = work
  const { inputs, jobEnv, log, signal } = context
  const { install } = options.inputs
  for (const line of install.split(/\r?\n/)) log.aside(line)
  const startedMs = performance.now()
  const env = activatedVariables(jobEnv, {
    folder,
    platform: process.platform,
    paths: options.paths,
    compiles: inputs.bytecode !== null,
  })
  await runInstall({ install, temp, cwd: workspace, env, signal })
  log.info(`The install command took ${formatDuration(performance.now() - startedMs)}.`)
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
