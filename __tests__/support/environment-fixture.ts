import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { promisify } from 'node:util'
import { type CacheService, startCacheService } from './cache-service.ts'
import { type JobResult, jobEnvironment, type RunningJob } from './runner.ts'
import {
  type Machine,
  type RunnerFixture,
  requestFor,
  startRunnerFixture,
} from './runner-fixture.ts'

const run = promisify(execFile)
const windows = process.platform === 'win32'
const makeWheel = join(import.meta.dirname, 'make_wheel.py')

/** A machine whose jobs install a package `sample`, 1.0 or 2.0, into an environment. */
export interface EnvironmentFixture {
  readonly runner: RunnerFixture
  readonly service: CacheService
  readonly machine: Machine
  /** Why nothing can be installed here; `null`: it can. */
  readonly obstacle: string | null
  /** The variables that lead installers to the package, and jobs to the cache. */
  readonly env: Readonly<Record<string, string>>
  /** An environment of the workspace. */
  readonly folder: (name?: string) => string
  /** Before each test: skips it where nothing can be installed, and forgets what others have left. */
  readonly reset: (skip: (condition: boolean, note?: string) => void) => Promise<void>
  /** Writes a file of the workspace. */
  readonly write: (name: string, text: string) => Promise<void>
  readonly start: (inputs?: Inputs, options?: EnvironmentJob) => Promise<RunningJob>
  readonly run: (inputs?: Inputs, options?: EnvironmentJob) => Promise<JobResult>
  /** How often the install command has been run: it leaves a line each time. */
  readonly installs: () => Promise<number>
  readonly close: () => Promise<void>
}

export interface EnvironmentJob {
  /** Whether the job finds what earlier ones have left in the workspace. */
  readonly keep?: boolean
  readonly env?: Readonly<Record<string, string>>
}

type Inputs = Readonly<Record<string, string>>

/** Installs what requirements.txt says. */
export const install = `python -c "open('installs', 'a').write('once' + chr(10))"
python -m pip install --quiet -r requirements.txt`

export async function startEnvironmentFixture(): Promise<EnvironmentFixture> {
  const runner = await startRunnerFixture()
  const service = await startCacheService()
  const machine = await runner.machine()
  const { workspace } = machine
  const wheels = join(machine.path, 'wheels')
  await mkdir(workspace, { recursive: true })
  const obstacle = await findObstacle(runner)
  const python = windows ? 'python' : 'python3'
  for (const version of ['1.0', '2.0']) await run(python, [makeWheel, wheels, 'sample', version])
  const folder = (name = '.venv') => join(workspace, name)
  const env = {
    ...service.environment,
    ...{ PIP_NO_INDEX: '1', PIP_FIND_LINKS: wheels, PIP_NO_CACHE_DIR: '1' },
  }
  const usual = {
    'python-version': requestFor(runner.builds[1]),
    ...{ environment: '.venv', install, 'cache-python': 'true' },
  }
  const start = async (
    inputs: Inputs = {},
    { keep = false, env: more = {} }: EnvironmentJob = {},
  ) => {
    if (!keep) await rm(folder(inputs.environment), { recursive: true, force: true })
    return await machine.start({ ...usual, ...inputs }, { env: { ...env, ...more } })
  }
  const write = (name: string, text: string) => writeFile(join(workspace, name), text)
  return {
    ...{ runner, service, machine, obstacle, env, folder, start, write },
    reset: async skip => {
      skip(obstacle !== null, obstacle ?? '')
      service.drop()
      await write('requirements.txt', 'sample==1.0\n')
    },
    run: async (inputs, options) => (await start(inputs, options)).result,
    installs: async () => {
      const text = await readFile(join(workspace, 'installs'), 'utf8').catch(() => '')
      return text.split('\n').length - 1
    },
    close: async () => {
      await runner.close()
      await service.close()
    },
  }
}

async function findObstacle({ host }: RunnerFixture): Promise<string | null> {
  if (host.pip === null) return 'needs a Python with ensurepip'
  if (!windows) return null
  // Wine has a program of this name that does nothing.
  const { code } = await run('powershell', ['-NoProfile', '-Command', 'exit 3']).then(
    () => ({ code: 0 }),
    (error: { readonly code: unknown }) => error,
  )
  return code === 3 ? null : 'needs PowerShell'
}

/** What a program of a job's next step prints. */
export async function say(
  job: JobResult,
  program: string,
  ...args: readonly string[]
): Promise<string> {
  const { stdout } = await run(program, [...args], { env: jobEnvironment(job) })
  return stdout.trim()
}

/** The `__init__.py` of a package in an environment. */
export async function moduleOf(name: string, root: string): Promise<string> {
  const names = await readdir(root, { recursive: true })
  const found = names.find(file => file.endsWith(sep + join(name, '__init__.py')))
  if (found === undefined) throw new Error(`${name} is not in ${root}`)
  return join(root, found)
}

/** The files of bytecode below a folder. */
export async function cachesBelow(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true })
  return names.filter(name => name.endsWith('.pyc')).sort()
}
