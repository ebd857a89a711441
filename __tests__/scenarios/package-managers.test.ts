import { execFile } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type CacheService, startCacheService } from '../support/cache-service.ts'
import {
  type InstalledManager,
  indexEnvironment,
  installManager,
  pipfile,
} from '../support/package-managers.ts'
import { type JobResult, jobEnvironment, runPost } from '../support/runner.ts'
import {
  type Machine,
  type RunnerFixture,
  requestFor,
  startRunnerFixture,
} from '../support/runner-fixture.ts'

const run = promisify(execFile)

let runner: RunnerFixture
let service: CacheService
let machine: Machine
beforeAll(async () => {
  runner = await startRunnerFixture()
  service = await startCacheService()
  machine = await runner.machine()
})
afterAll(async () => {
  await runner.close()
  await service.close()
})

type Command = readonly [program: string, ...args: readonly string[]]

/** A workflow of someone's, with a real package manager. */
interface Workflow {
  /** Where it is another one than Python's own. */
  readonly manager?: InstalledManager
  /** Whether the manager is installed after our step, as setup-python's own workflow does with pipenv. */
  readonly later?: boolean
  readonly files: Readonly<Record<string, string>>
  /** Makes the lock file, before the first job. */
  readonly lock?: Command
  readonly inputs: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  /** Run as `if: steps.python.outputs.cache-hit != 'true'` where `guarded`. */
  readonly install: Command
  readonly guarded: boolean
  /** What says that all is well. */
  readonly check: Command
  /** What installing says in the second job, and only there. */
  readonly reused?: RegExp
}

const project = `[project]
name = "sample"
version = "0.1.0"
requires-python = ">=3.9"
dependencies = ["six==1.17.0"]

[tool.poetry]
package-mode = false

[[tool.poetry.source]]
name = "index"
url = "https://pypi.org/simple/"

[tool.pdm]
distribution = false
`
/** What imports the package, and names the Python that it runs in. */
const question = 'import six, sys; print(sys.base_prefix)'
const pip: Pick<Workflow, 'install' | 'guarded' | 'check' | 'reused'> = {
  // It has to be built, and what is built is cached whatever the index says of its files.
  install: ['python', '-m', 'pip', 'install', 'docopt==0.6.2', '--target', 'installed'],
  guarded: false,
  check: [
    'python',
    '-c',
    "import sys; sys.path.insert(0, 'installed'); import docopt; print(sys.base_prefix)",
  ],
  reused: /Using cached/,
}
const pipenv: Pick<Workflow, 'manager' | 'later' | 'lock' | 'guarded' | 'install' | 'check'> = {
  manager: 'pipenv',
  later: true,
  lock: ['pipenv', 'lock'],
  install: ['pipenv', 'sync', '--python', '{python}'],
  guarded: true,
  check: ['pipenv', 'run', 'python', '-c', question],
}
const poetry: Pick<Workflow, 'manager' | 'files' | 'lock' | 'guarded' | 'install' | 'check'> = {
  manager: 'poetry',
  files: { 'pyproject.toml': project },
  lock: ['poetry', 'lock'],
  install: ['poetry', 'install', '--no-root'],
  guarded: true,
  check: ['poetry', 'run', 'python', '-c', question],
}
const uv: Pick<Workflow, 'manager' | 'guarded' | 'install' | 'check' | 'reused'> = {
  manager: 'uv',
  install: ['uv', 'pip', 'install', '--target', 'installed', '--no-binary', 'six', 'six==1.17.0'],
  guarded: false,
  check: ['python', '-c', `import sys; sys.path.insert(0, 'installed'); ${question}`],
}

/** The rows of setup-python's own e2e-cache workflow, then those that it has not. */
const workflows: Readonly<Record<string, Workflow>> = {
  'pip, with requirements.txt': {
    ...pip,
    files: { 'requirements.txt': 'six==1.17.0\n' },
    inputs: { cache: 'pip' },
  },
  'pip, with pyproject.toml': {
    ...pip,
    files: { 'pyproject.toml': project },
    inputs: { cache: 'pip' },
  },
  'pip, with a dependency path': {
    ...pip,
    files: { 'tests/data/requirements.txt': 'six==1.17.0\n' },
    inputs: { cache: 'pip', 'cache-dependency-path': 'tests/data/requirements.txt' },
  },
  'pip, with several patterns': {
    ...pip,
    files: { 'a/dev.txt': 'six==1.17.0\n', 'b/test.in': 'six\n' },
    inputs: { cache: 'pip', 'cache-dependency-path': '**/dev.txt\n**/*.in' },
  },
  pipenv: { ...pipenv, files: { Pipfile: pipfile }, inputs: { cache: 'pipenv' } },
  'pipenv, with a dependency path, in the project': {
    ...pipenv,
    files: { Pipfile: pipfile, 'pipenv-requirements.txt': 'six==1.17.0\n' },
    inputs: { cache: 'pipenv', 'cache-dependency-path': '**/pipenv-requirements.txt' },
    env: { PIPENV_VENV_IN_PROJECT: '1' },
  },
  poetry: { ...poetry, inputs: { cache: 'poetry' } },
  uv: { ...uv, files: { 'requirements.txt': 'six==1.17.0\n' }, inputs: { cache: 'uv' } },
  pdm: {
    manager: 'pdm',
    files: { 'pyproject.toml': project },
    lock: ['pdm', 'lock'],
    inputs: { cache: 'pdm' },
    install: ['pdm', 'sync'],
    guarded: false,
    check: ['pdm', 'run', 'python', '-c', question],
  },
}

const home = () => join(machine.path, 'home')

/** A job on a machine that has nothing but Pythons: what its setup, its installing and its end said. */
async function runJob(workflow: Workflow, files: Readonly<Record<string, string>>, tools: string) {
  for (const folder of [home(), machine.workspace])
    await rm(folder, { recursive: true, force: true })
  await writeFiles(files)
  const path = [...(workflow.later ? [] : [tools]), process.env.PATH].join(delimiter)
  const job = await machine.run(
    {
      'python-version': requestFor(runner.builds[1]),
      'cache-python': 'false',
      ...workflow.inputs,
    },
    {
      env: {
        ...service.environment,
        ...indexEnvironment(),
        ...workflow.env,
        HOME: home(),
        PATH: path,
      },
    },
  )
  expect([job.exitCode, job.annotations]).toEqual([0, []])
  const env = jobEnvironment(job)
  const later = { ...env, PATH: [env.PATH, tools].join(delimiter) }
  const isHit = job.outputs['cache-hit'] === 'true'
  const skipped = workflow.guarded && isHit
  const installed = skipped ? '' : await step(workflow.install, job, later)
  const checked = await step(workflow.check, job, later)
  // The interpreter's own answer, last of what the manager may say besides.
  const answer = checked.trim().split('\n').at(-1) ?? ''
  expect(realpathSync(answer)).toBe(realpathSync(job.variables.pythonLocation ?? ''))
  const post = await runPost(job, { env: { PATH: later.PATH } })
  const end = post?.text.split('\n').filter(line => !line.startsWith('::debug::'))
  return { job, isHit, skipped, installed, end: end?.join('\n').trim() ?? '' }
}

async function step(
  [program, ...args]: Command,
  job: Pick<JobResult, 'outputs'>,
  env: Readonly<Record<string, string>>,
): Promise<string> {
  const given = args.map(text => text.replace('{python}', job.outputs['python-path'] ?? ''))
  const { stdout, stderr } = await run(program, given, { cwd: machine.workspace, env: { ...env } })
  return stderr + stdout
}

async function writeFiles(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = join(machine.workspace, name)
    await mkdir(join(file, '..'), { recursive: true })
    await writeFile(file, text)
  }
}

const lockFiles = ['Pipfile.lock', 'poetry.lock', 'pdm.lock']

/** The files of a workflow, with the lock file that its manager makes of them. */
async function withLock(workflow: Workflow, tools: string) {
  if (workflow.lock === undefined) return workflow.files
  await writeFiles(workflow.files)
  const path = [tools, process.env.PATH].join(delimiter)
  const env = { ...indexEnvironment(), ...workflow.env, HOME: home(), PATH: path }
  await step(workflow.lock, { outputs: {} }, env)
  const locks = await Promise.all(
    lockFiles.map(async name => {
      const text = await readFile(join(machine.workspace, name), 'utf8').catch(() => null)
      return text === null ? [] : [[name, text] as const]
    }),
  )
  return { ...workflow.files, ...Object.fromEntries(locks.flat()) }
}

for (const [name, workflow] of Object.entries(workflows)) {
  it(`a workflow with ${name} finds in its second job what the first one left`, async ({
    skip,
  }) => {
    service.drop()
    // Any of them shows whether there is an index.
    const tools = await installManager(workflow.manager ?? 'uv')
    if (tools === null) return skip('needs the package index')
    skip(runner.host.pip === null, 'needs a Python with ensurepip')
    await rm(machine.workspace, { recursive: true, force: true })
    const files = await withLock(workflow, tools)
    const first = await runJob(workflow, files, tools)
    expect([first.isHit, first.end]).toEqual([false, expect.stringContaining(': saved ')])
    const second = await runJob(workflow, files, tools)
    expect([second.isHit, second.skipped]).toEqual([true, workflow.guarded])
    expect(second.end).toContain('nothing to save')
    if (workflow.reused !== undefined) {
      expect(first.installed).not.toMatch(workflow.reused)
      expect(second.installed).toMatch(workflow.reused)
    }
  })
}
