import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as behave from '../support/behaviours.ts'
import {
  type CacheEntry,
  type CacheService,
  type Endpoint,
  startCacheService,
  twirpError,
} from '../support/cache-service.ts'
import { editEntry } from '../support/edit-entry.ts'
import { type JobResult, type PostOptions, runPost } from '../support/runner.ts'
import {
  type Machine,
  type RunnerFixture,
  requestFor,
  startRunnerFixture,
} from '../support/runner-fixture.ts'
import { straysIn } from '../support/tool-cache.ts'

const run = promisify(execFile)
const windows = process.platform === 'win32'

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
beforeEach(async ({ skip }) => {
  skip(runner.host.pip === null, 'needs a Python with ensurepip')
  service.drop()
  service.clear()
  service.allow('read-write')
  await rm(machine.workspace, { recursive: true, force: true })
  await write('requirements.txt', 'six==1.17.0\n')
})

async function write(name: string, text: string): Promise<void> {
  const file = join(machine.workspace, name)
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, text)
}

type Settings = Readonly<Record<string, string>>

/** Where pip has its cache, on every system. */
const pipFolder = () => join(machine.path, 'pip')

/** The step of a job that keeps pip's cache; the Python is in the tool cache. */
async function runJob(inputs: Settings = {}, env: Settings = {}): Promise<JobResult> {
  if (env.PIP_CACHE_DIR === undefined) await rm(pipFolder(), { recursive: true, force: true })
  const job = await machine.run(
    {
      'python-version': requestFor(runner.builds[1]),
      'cache-python': 'false',
      cache: 'pip',
      ...inputs,
    },
    { env: { ...service.environment, PIP_CACHE_DIR: pipFolder(), ...env } },
  )
  expect(job.exitCode).toBe(0)
  expect(await straysIn(machine.toolCache)).toEqual([])
  return job
}

/** What a later step's pip would leave in its cache. */
async function download(name = 'package'): Promise<void> {
  await mkdir(pipFolder(), { recursive: true })
  await writeFile(join(pipFolder(), name), 'downloaded')
}

/** A whole job: the step, what fills the cache, the step after the job. */
async function runWhole(inputs: Settings = {}, env: Settings = {}) {
  const job = await runJob(inputs, env)
  await download()
  return { job, saved: await finish(job) }
}

/** What the step after the job says, without its name; nothing where it is not run. */
async function finish(job: JobResult, options: PostOptions = {}): Promise<string | null> {
  const post = await runPost(job, options)
  if (post === null) return null
  expect([post.exitCode, post.annotations]).toEqual([0, []])
  const lines = post.text.split('\n').filter(line => !line.startsWith('::debug::'))
  return lines
    .join('\n')
    .trim()
    .replace(/^Packages \(pip\): /, '')
}

function said(job: JobResult): string {
  return /^(?:::warning::)?Packages \(pip\): (.*)$/m.exec(job.text)?.[1] ?? ''
}

function programIn(environment: string): string {
  return windows ? join(environment, 'Scripts', 'python.exe') : join(environment, 'bin', 'python')
}

const keys = () => service.entries().map(({ key }) => key)

describe("two jobs with pip's cache", () => {
  it('hand it on, and say so', async () => {
    const { job, saved } = await runWhole()
    const [key = ''] = keys()
    const { outputs } = job
    expect(key).toMatch(
      /^managed-python-packages-v1-pip-[\w.-]+-cpython3\.\d+-\d{4}-\d{2}-[0-9a-f]{32}$/,
    )
    expect(said(job)).toBe(`nothing to restore: there is no ${key} yet`)
    expect(outputs).toMatchObject({
      'cache-hit': 'false',
      'cache-primary-key': key,
      'cache-matched-key': '',
    })
    expect(saved).toMatch(new RegExp(`^saved [\\d.]+ kB in [\\d.]+ s as ${key}$`))
    expect(job.text).toMatch(/^dependency file: requirements.txt \([0-9a-f]{32}\)$/m)
    for (const part of ['manager: pip', 'system: ', 'Python: cpython3.', 'dependency files: ']) {
      expect(job.text).toContain(`\n${part}`)
    }

    const second = await runJob({ 'job-summary': 'always' })
    expect(said(second)).toMatch(new RegExp(`^restored [\\d.]+ kB in [\\d.]+ s from ${key}$`))
    expect(second.summary).toContain('Packages (pip): restored ')
    expect(second.outputs).toMatchObject({
      'cache-hit': 'true',
      'cache-primary-key': key,
      'cache-matched-key': key,
      'python-cache-hit': 'false',
    })
    expect(await readFile(join(pipFolder(), 'package'), 'utf8')).toBe('downloaded')
    expect(await finish(second)).toBe(`nothing to save, as ${key} was restored`)
  })

  it('find what is for other files in the same month, which is no hit, and save what they add', async () => {
    await runWhole()
    await write('requirements.txt', 'six==1.16.0\n')
    const job = await runJob()
    const [key] = keys()
    expect(said(job)).toMatch(new RegExp(`from ${key}, which is for other dependency files$`))
    expect(job.outputs).toMatchObject({ 'cache-hit': 'false', 'cache-matched-key': key })
    await download('another')
    expect(await finish(job)).toContain('saved')
    const third = await runJob()
    expect(third.outputs['cache-hit']).toBe('true')
    for (const name of ['package', 'another']) {
      expect(existsSync(join(pipFolder(), name))).toBe(true)
    }
  })

  it('have Pythons of the cache beside it', async () => {
    for (const hit of ['false', 'true']) {
      await machine.renew()
      const { job } = await runWhole({ 'cache-python': 'true' })
      expect([job.outputs['python-cache-hit'], job.outputs['cache-hit']]).toEqual([hit, hit])
    }
  })

  it('use it to install an environment that is not cached', async () => {
    await runWhole()
    const install = `python -c "import os; os.stat(os.path.join(os.environ['PIP_CACHE_DIR'], 'package'))"`
    const job = await runJob({ environment: '.venv', install })
    expect(said(job)).toMatch(/^restored /)
    expect(job.outputs).toMatchObject({ 'cache-hit': 'false', 'cache-matched-key': keys()[0] })
  })

  it('keep what a machine has, where it has that already', async () => {
    await runWhole()
    const folder = join(machine.path, 'lasting', 'pip')
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'package'), 'mine')
    await writeFile(join(folder, 'own'), 'mine')
    const job = await runJob({}, { PIP_CACHE_DIR: folder })
    expect(job.outputs['cache-hit']).toBe('true')
    expect(await readFile(join(folder, 'package'), 'utf8')).toBe('mine')
    expect(await readFile(join(folder, 'own'), 'utf8')).toBe('mine')
  })
})

/** The rows of setup-python's own tests of its cache, and what tells entries apart here. */
describe('the key', () => {
  interface Row {
    readonly files?: Settings
    readonly inputs?: Settings
    readonly env?: Settings
    /** Whether another job finds the entry of a plain one. */
    readonly finds: 'hit' | 'part' | 'nothing'
  }
  /** Has what a plain job saves. */
  let plain: CacheService
  beforeAll(async () => {
    plain = await startCacheService()
    if (runner.host.pip === null) return
    await write('requirements.txt', 'six==1.17.0\n')
    await runWhole({}, plain.environment)
  })
  afterAll(() => plain.close())

  const path = (text: string) => ({ 'cache-dependency-path': text })
  it.each<[string, Row]>([
    ['the same files', { finds: 'hit' }],
    ['a file that nobody asks for', { files: { 'pyproject.toml': '' }, finds: 'hit' }],
    ['another requirements.txt', { files: { 'a/requirements.txt': '' }, finds: 'part' }],
    ['one in a virtual environment', { files: venv('a'), finds: 'hit' }],
    ['one of node_modules', { files: { 'node_modules/requirements.txt': '' }, finds: 'hit' }],
    ['the same one as a path', { inputs: path('requirements.txt'), finds: 'hit' }],
    [
      'the same one by the workspace',
      { inputs: path('{workspace}/requirements.txt'), finds: 'hit' },
    ],
    ['another one as a path', { files: { 'dev.txt': '' }, inputs: path('dev.txt'), finds: 'part' }],
    [
      'several patterns',
      { files: { 'b/dev.txt': '' }, inputs: path('requirements.txt\n**/dev.txt'), finds: 'part' },
    ],
    [
      'patterns that leave one out',
      {
        files: { 'b/requirements.txt': '' },
        inputs: path('**/requirements.txt\n!b/**'),
        finds: 'hit',
      },
    ],
    ['a suffix', { inputs: { 'cache-suffix': 'lint' }, finds: 'nothing' }],
    ['restore-cache: false', { inputs: { 'restore-cache': 'false' }, finds: 'nothing' }],
  ])('with %s', async (_, { files = {}, inputs = {}, env = {}, finds }) => {
    for (const [name, text] of Object.entries(files)) await write(name, text)
    const given = Object.entries(inputs).map(([name, text]) => [
      name,
      text.replace('{workspace}', machine.workspace),
    ])
    const job = await runJob(Object.fromEntries(given), { ...plain.environment, ...env })
    const { 'cache-hit': hit, 'cache-matched-key': matched } = job.outputs
    expect([hit, matched]).toEqual([
      String(finds === 'hit'),
      finds === 'nothing' ? '' : plain.entries()[0]?.key,
    ])
  })

  function venv(name: string): Settings {
    return { [`${name}/pyvenv.cfg`]: '', [`${name}/lib/requirements.txt`]: '' }
  }

  it.each([['pyproject.toml'], ['sub/setup.py'], ['pylock.dev.toml']])(
    'is made of %s where there is no requirements.txt',
    async name => {
      await rm(join(machine.workspace, 'requirements.txt'))
      await write(name, '')
      await runWhole()
      expect((await runJob()).outputs['cache-hit']).toBe('true')
    },
  )

  it('needs a file: without any the job goes on, with a warning', async () => {
    await rm(join(machine.workspace, 'requirements.txt'))
    const { job, saved } = await runWhole()
    const [warning] = job.annotations
    expect(warning?.level).toBe('warning')
    expect(warning?.message).toMatch(
      /^Packages \(pip\): not cached: no file in the workspace matches \*\*\/requirements\.txt, .*cache-dependency-path$/,
    )
    expect(job.outputs).toMatchObject({ 'cache-hit': 'false' })
    expect([saved, keys()]).toEqual(['', []])
  })
})

describe('environments of several projects', () => {
  const projects = ['a', 'b/c']
  const folders = () => projects.map(name => join(machine.workspace, name, '.venv'))
  const cache = { cache: 'pipenv' }
  const env = { PIPENV_VENV_IN_PROJECT: '1' }
  /** Whether each environment is there, and its Python answers. */
  const answers = () =>
    Promise.all(
      folders().map(folder =>
        run(programIn(folder), ['-c', 'print("yes")']).then(
          ({ stdout }) => stdout.trim(),
          () => 'no',
        ),
      ),
    )

  async function checkOut(): Promise<void> {
    await rm(machine.workspace, { recursive: true, force: true })
    for (const name of projects) await write(`${name}/Pipfile.lock`, name)
  }

  async function saveBoth(): Promise<JobResult> {
    await checkOut()
    const job = await runJob(cache, env)
    const { 'python-path': python = '' } = job.outputs
    for (const folder of folders()) await run(python, ['-m', 'venv', '--without-pip', folder])
    expect(await finish(job)).toMatch(/^Packages \(pipenv\): saved /)
    return job
  }

  it('are one entry', async () => {
    await saveBoth()
    await checkOut()
    const job = await runJob(cache, env)
    expect([job.outputs['cache-hit'], await answers()]).toEqual(['true', ['yes', 'yes']])
    expect(keys()).toHaveLength(1)
  })

  it('go where they do not work here, which is a miss', async () => {
    await saveBoth()
    for (const entry of service.entries()) {
      await editEntry(entry, async root => {
        if (!root.endsWith('a')) return
        await writeFile(join(root, '.venv', 'pyvenv.cfg'), 'home = /nowhere/bin\n')
      })
    }
    await checkOut()
    const job = await runJob(cache, env)
    expect(job.text).toMatch(
      /\.venv does not work here, as its Python, in \/nowhere\/bin, is not there\n/,
    )
    expect([job.outputs['cache-hit'], await answers()]).toEqual(['false', ['no', 'yes']])
    expect(job.annotations).toEqual([])
  })

  it('are those of one interpreter and one place', async () => {
    const { outputs } = await saveBoth()
    const key = outputs['cache-primary-key']
    const older = { 'python-version': requestFor(runner.builds[0]) }
    for (const [inputs, variables] of [
      [older, env],
      [{}, { WORKON_HOME: join(machine.path, 'envs') }],
    ] as const) {
      await checkOut()
      const job = await runJob({ ...cache, ...inputs }, variables)
      expect(job.outputs['cache-hit']).toBe('false')
      expect(job.outputs['cache-primary-key']).not.toBe(key)
    }
  })
})

it('saves nothing after a job that failed or was cancelled', async () => {
  const job = await runJob()
  await download()
  for (const status of ['failure', 'cancelled'] as const) {
    expect(await finish(job, { status })).toBeNull()
  }
  expect(keys()).toEqual([])
})

it('says why it saves nothing', async () => {
  const empty = await runJob()
  expect(await finish(empty)).toBe(`nothing to save: ${pipFolder()} is not there, or empty`)
  const first = await runJob()
  const second = await runJob()
  await download()
  expect(await finish(first)).toMatch(/^saved /)
  expect(await finish(second)).toBe(`not saved, as another job saved it first: ${keys()[0]}`)
  const off = await runJob({ 'save-cache': 'false', 'cache-suffix': 'off' })
  await download()
  expect(await finish(off)).toBe('')
  const none = await runJob({ cache: '' })
  expect([none.state, none.outputs['cache-hit'], await finish(none)]).toEqual([{}, undefined, ''])
})

it("leaves pip's cache alone where the job has none", async () => {
  const job = await runJob({}, { PIP_NO_CACHE_DIR: '1' })
  expect(said(job)).toBe("not cached: pip's cache is disabled")
  expect(job.annotations).toEqual([])
  const folder = join(machine.path, 'pip cache')
  const { saved } = await runWhole({}, { PIP_CACHE_DIR: folder })
  expect(saved).toBe(`nothing to save: ${folder} is not there, or empty`)
})

it('obeys `cache` in every run, and names the risk', async () => {
  const job = await runJob({}, { GITHUB_EVENT_NAME: 'release' })
  expect(job.text).toContain('Packages (pip): runs for release should not use a cache')
  await download()
  expect(await finish(job)).toMatch(/^saved /)
})

it.each([
  ['nothing that is JSON', 'tampered'],
  [
    'another folder',
    (state: string) => state.replace(/"folders":\["pip"\]/, '"folders":["../.."]'),
  ],
  ['a pattern', (state: string) => state.replace(/"folders":\["pip"\]/, '"folders":["*"]')],
  ["another action's key", (state: string) => state.replaceAll('managed-python-packages', 'node')],
  ['no key', (state: string) => state.replace(/"key":/, '"kei":')],
])('saves nothing where the state is %s', async (_, change) => {
  const job = await runJob()
  await download()
  const { packages = '' } = job.state
  const changed = typeof change === 'string' ? change : change(packages)
  expect(changed).not.toBe(packages)
  expect(await finish({ ...job, state: { packages: changed } })).toBe(
    'Packages: not saved, as the state of the step is damaged',
  )
  expect(keys()).toEqual([])
})

const answers = (status: number) => () => twirpError(status, 'code', 'why')
const silent = 'the cache service did not respond for 8 s'
const unreachable = 'the cache service cannot be reached (ECONNRESET)'

describe('a fault of the service', () => {
  it.each<[Endpoint, string, behave.Behaviour, string]>([
    ['GetCacheEntryDownloadURL', 'answers 503', answers(503), 'the cache service answered 503'],
    ['GetCacheEntryDownloadURL', 'answers 401', answers(401), '(401)'],
    ['GetCacheEntryDownloadURL', 'breaks off', behave.reset(0), unreachable],
    ['download', 'breaks off', behave.reset(10), ''],
    ['download', 'is cut off', behave.truncate(5, { contentLength: true }), ''],
    ['download', 'is of other bytes', behave.replaceBody(() => Buffer.from('no archive')), ''],
  ])('in restoring (%s %s) is one line', async (endpoint, _, behaviour, reason) => {
    await runWhole()
    service.behave(endpoint, behaviour)
    const job = await runJob()
    expect(said(job)).toMatch(/^not restored: ./)
    expect(said(job)).toContain(reason)
    expect([job.annotations, job.outputs['cache-hit']]).toEqual([[], 'false'])
    expect(existsSync(pipFolder())).toBe(false)
  })

  it.each<[Endpoint, string, behave.Behaviour, string]>([
    ['CreateCacheEntry', 'answers 401', answers(401), '(401)'],
    ['CreateCacheEntry', 'answers 503', answers(503), 'the cache service answered 503'],
    ['CreateCacheEntry', 'breaks off', behave.reset(0), unreachable],
    ['CreateCacheEntry', 'is silent', behave.stall(), silent],
    ['upload', 'breaks off', behave.reset(0), ''],
    ['upload', 'answers 503', behave.status(503), 'the cache service answered 503'],
    ['upload', 'is silent', behave.stall(), silent],
    ['FinalizeCacheEntryUpload', 'answers 404', answers(404), '(404)'],
    ['FinalizeCacheEntryUpload', 'answers 503', answers(503), 'the cache service answered 503'],
    ['FinalizeCacheEntryUpload', 'is silent', behave.stall(), silent],
  ])('in saving (%s %s) is one line', async (endpoint, _, behaviour, reason) => {
    const job = await runJob()
    await download()
    service.behave(endpoint, behaviour)
    const saved = await finish(job, { env: { SETUP_MANAGED_PYTHON_CACHE_TIMEOUT: '8' } })
    expect(saved).toMatch(/^not saved: ./)
    expect(saved).toContain(reason)
    expect(await readFile(join(pipFolder(), 'package'), 'utf8')).toBe('downloaded')
  })

  it('or no service at all, or a token that may only read: one line each', async () => {
    const job = await runJob({}, { ACTIONS_RESULTS_URL: '' })
    expect(said(job)).toBe('not cached: this runner offers no cache service')
    service.allow('read')
    expect((await runWhole()).saved).toBe('not saved: this run may not write to the cache')
    service.allow('none')
    expect(said(await runJob())).toBe('not restored: this run may not read the cache')
  })
})

it.each<[string, (entry: CacheEntry) => Promise<void>, RegExp]>([
  ['corrupt', ({ file }) => writeFile(file, 'no archive'), /^not restored: ./],
  ['truncated', ({ file }) => truncate(file, 40), /^not restored: ./],
  [
    'foreign',
    entry =>
      editEntry(entry, async root => {
        await rm(root, { recursive: true })
        await writeFile(root, 'a file where a folder should be')
      }),
    / is not used: it contains something else$/,
  ],
])('does without an entry that is %s', async (_, spoil, words) => {
  await runWhole()
  for (const entry of service.entries()) await spoil(entry)
  const job = await runJob()
  expect(said(job)).toMatch(words)
  expect([job.annotations, job.outputs['cache-hit']]).toEqual([[], 'false'])
  expect(existsSync(pipFolder())).toBe(false)
})
