import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import {
  type ActionMetadata,
  inputVariables,
  readMetadata,
  runnerVariables,
  type Variables,
} from './runner-environment.ts'
import { type FileCommands, makeCommandFiles, readCommandFiles } from './runner-files.ts'
import { type JobLog, readLog } from './runner-log.ts'
import { projectFolder } from './shared.ts'

const commandFiles = /^GITHUB_(OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)$/

/** One step that uses the action, in a job of its own. */
export interface JobOptions {
  /** What the workflow writes under `with`. */
  readonly inputs?: Readonly<Record<string, string>>
  /** On top of the runner's own variables; nothing else of this process is passed on. */
  readonly env?: Variables
  readonly workspace: string
  readonly toolCache: string
  readonly temp: string
  /** The program; by default the packaged action. */
  readonly action?: string
  /** The Node that runs it; by default the one that runs the tests. */
  readonly node?: string
  readonly metadata?: ActionMetadata
  /** What `github.token` is. */
  readonly token?: string
  readonly environment?: 'github-hosted' | 'self-hosted'
  /** The user that the step runs as; by default the one that runs the tests. */
  readonly uid?: number
  /** Sees the output as it comes. */
  readonly onOutput?: (text: string) => void
}

/** What is left of a step when it has ended. */
export interface JobResult extends JobLog, FileCommands {
  /** `null`: a signal ended it. */
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  /** Standard output and error as they came, masks and commands included. */
  readonly output: string
  readonly durationMs: number
  /** The environment that the step itself ran in. */
  readonly environment: Readonly<Record<string, string>>
}

/** A step that is running. */
export interface RunningJob {
  readonly pid: number
  readonly result: Promise<JobResult>
  kill(signal: NodeJS.Signals): void
  /** Settles when the output so far matches; rejects when the step ends without. */
  waitForOutput(pattern: RegExp): Promise<void>
}

/** Runs the packaged action as GitHub's runner would, and waits for it. */
export async function runAction(options: JobOptions): Promise<JobResult> {
  return (await startAction(options)).result
}

/** Starts the action, for tests that interfere with it. */
export async function startAction(options: JobOptions): Promise<RunningJob> {
  const { workspace, toolCache, temp, inputs = {}, token = '', onOutput } = options
  const { action = join(projectFolder, 'dist', 'index.js'), environment = 'self-hosted' } = options
  const metadata = options.metadata ?? (await readMetadata())
  const files = await makeCommandFiles(temp)
  for (const folder of [workspace, toolCache]) await mkdir(folder, { recursive: true })
  const variables = defined({
    ...runnerVariables({ workspace, toolCache, temp, action, environment }),
    ...files,
    ...inputVariables(metadata, inputs, token),
    ...options.env,
  })

  if (options.uid !== undefined) {
    const owner = `${options.uid}:${options.uid}`
    await promisify(execFile)('chown', ['-R', owner, workspace, temp])
  }
  const startedMs = performance.now()
  const child = spawn(options.node ?? process.execPath, [action], {
    cwd: workspace,
    env: variables,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  })
  let output = ''
  const watchers = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      onOutput?.(text)
      for (const watch of watchers) watch()
    })
  }
  const end = async (): Promise<JobResult> => {
    const [exitCode, signal] = await once(child, 'close')
    const durationMs = performance.now() - startedMs
    const told = await readCommandFiles(files)
    return {
      ...readLog(output),
      ...told,
      exitCode,
      signal,
      output,
      durationMs,
      environment: variables,
    }
  }
  const result = end()
  return {
    pid: child.pid ?? 0,
    result,
    kill: signal => child.kill(signal),
    waitForOutput: pattern =>
      new Promise((resolve, reject) => {
        const watch = () => pattern.test(output) && resolve()
        watchers.add(watch)
        watch()
        result.then(() => reject(new Error(`no ${pattern} in:\n${output}`)), reject)
      }),
  }
}

export interface PostOptions {
  /** How the job has ended so far. */
  readonly status?: 'success' | 'failure' | 'cancelled'
  readonly env?: Variables
}

/** Runs the step after the job, where `post-if` lets the runner run it; else `null`. */
export async function runPost(
  job: JobResult,
  { status = 'success', env = {} }: PostOptions = {},
): Promise<JobResult | null> {
  const { runs } = await readMetadata()
  if (runs?.['post-if'] !== 'success()') {
    throw new Error(`The test runner knows no ${runs?.['post-if']}`)
  }
  if (status !== 'success') return null
  const inputs = Object.entries(job.environment).filter(([name]) => name.startsWith('INPUT_'))
  const states = Object.entries(job.state).map(([name, value]) => [`STATE_${name}`, value] as const)
  // The runner's files are others for each step.
  const inherited = Object.entries(jobEnvironment(job)).filter(([name]) => !commandFiles.test(name))
  const { GITHUB_WORKSPACE = '', RUNNER_TEMP = '', RUNNER_TOOL_CACHE = '' } = job.environment
  return await runAction({
    workspace: GITHUB_WORKSPACE,
    temp: RUNNER_TEMP,
    toolCache: RUNNER_TOOL_CACHE,
    action: join(projectFolder, runs.post),
    env: { ...Object.fromEntries([...inherited, ...inputs, ...states]), ...env },
  })
}

/** The environment of the job's next step: PATH and variables as the runner changes them. */
export function jobEnvironment({ environment, variables, pathAdditions }: JobResult) {
  // The runner blocks this one; every other is the step's to set.
  const { NODE_OPTIONS: _blocked, ...set } = variables
  const own = Object.entries(environment).filter(([name]) => !name.startsWith('INPUT_'))
  const merged: Record<string, string> = { ...Object.fromEntries(own), ...set }
  // What is added again moves to the front.
  const rest = (merged.PATH ?? '').split(delimiter).filter(name => !pathAdditions.includes(name))
  return { ...merged, PATH: [...pathAdditions.toReversed(), ...rest].join(delimiter) }
}

/** Folders for one job below `root`; a second job of the same machine shares the tool cache. */
export function jobFolders(root: string, job = 'job') {
  return {
    workspace: join(root, job, 'workspace'),
    temp: join(root, job, 'temp'),
    toolCache: join(root, 'tool-cache'),
  }
}

function defined(variables: Variables): Record<string, string> {
  const entries = Object.entries(variables).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Record<string, string>
}
