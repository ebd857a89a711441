import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type CacheService, startCacheService } from '../support/cache-service.ts'
import { editEntry } from '../support/edit-entry.ts'
import { type JobResult, jobEnvironment } from '../support/runner.ts'
import {
  type Machine,
  type RunnerFixture,
  requestFor,
  startRunnerFixture,
} from '../support/runner-fixture.ts'

const run = promisify(execFile)
const windows = process.platform === 'win32'
const makeWheel = path.join(import.meta.dirname, '..', 'support', 'make_wheel.py')

let runner: RunnerFixture
let service: CacheService
let machine: Machine
let wheels = ''
beforeAll(async () => {
  runner = await startRunnerFixture()
  service = await startCacheService()
  machine = await runner.machine()
  wheels = path.join(machine.path, 'wheels')
  await mkdir(machine.workspace, { recursive: true })
  const python = windows ? 'python' : 'python3'
  for (const version of ['1.0', '2.0']) await run(python, [makeWheel, wheels, 'sample', version])
})
afterAll(async () => {
  await runner.close()
  await service.close()
})
beforeEach(async ({ skip }) => {
  skip(runner.host.pip === null, 'needs a Python with ensurepip')
  service.drop()
  await rm(environment(), { recursive: true, force: true })
  await write('requirements.txt', 'sample==1.0\n')
})

const environment = () => path.join(machine.workspace, '.venv')
const programs = () => path.join(environment(), windows ? 'Scripts' : 'bin')
const write = (name: string, text: string) => writeFile(path.join(machine.workspace, name), text)
/** How often the install command has been run: it leaves a line each time. */
const installs = async () => {
  const text = await readFile(path.join(machine.workspace, 'installs'), 'utf8').catch(() => '')
  return text.split('\n').length - 1
}

const install = `python -c "open('installs', 'a').write('once' + chr(10))"
python -m pip install --quiet -r requirements.txt`

interface Options {
  /** Whether the job finds what earlier ones have left in the workspace. */
  readonly keep?: boolean
  readonly env?: Readonly<Record<string, string>>
}

async function runJob(
  inputs: Readonly<Record<string, string>> = {},
  { keep = false, env = {} }: Options = {},
): Promise<JobResult> {
  if (!keep) await rm(environment(), { recursive: true, force: true })
  const usual = {
    'python-version': requestFor(runner.builds[1]),
    environment: '.venv',
    install,
    'cache-python': 'true',
  }
  const settings = { PIP_NO_INDEX: '1', PIP_FIND_LINKS: wheels, PIP_NO_CACHE_DIR: '1' }
  return await machine.run(
    { ...usual, ...inputs },
    { env: { ...service.environment, ...settings, ...env } },
  )
}

async function say(job: JobResult, program: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run(program, [...args], { env: jobEnvironment(job) })
  return stdout.trim()
}

async function cachesBelow(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true })
  return names.filter(name => name.endsWith('.pyc')).sort()
}

describe('an environment', () => {
  it('is installed once and restored from then on, compiled and activated', async () => {
    const before = await installs()
    const inputs = { 'compile-bytecode': 'true' }
    const first = await runJob(inputs)
    expect(first.annotations).toEqual([])
    expect(first.outputs['cache-hit']).toBe('false')
    const key = first.outputs['cache-primary-key']
    expect(service.entries().map(entry => entry.key)).toContain(key)

    const second = await runJob(inputs)
    expect(second.annotations).toEqual([])
    expect(second.outputs).toMatchObject({
      'cache-hit': 'true',
      'cache-primary-key': key,
      'environment-path': environment(),
    })
    expect(await installs()).toBe(before + 1)
    expect(second.variables.VIRTUAL_ENV).toBe(environment())
    expect(second.pathAdditions.at(-1)).toBe(programs())
    expect(second.outputs['python-path']).not.toContain(environment())
    expect(await say(second, 'sample')).toBe('sample 1.0')
    expect(await say(second, 'python', '-c', 'import sys; print(sys.prefix)')).toBe(environment())

    // Nothing is left to be compiled by whoever imports it first.
    const caches = await cachesBelow(environment())
    expect(caches.some(name => /sample.__pycache__.part/.test(name))).toBe(true)
    await say(second, 'python', '-c', 'import sample.part, pip')
    expect(await cachesBelow(environment())).toEqual(caches)
  })

  it('is used as it is where it is still there, and made anew where it was changed', async () => {
    await runJob({ 'cache-python': 'false' })
    const before = await installs()
    const kept = await runJob({ 'cache-python': 'false' }, { keep: true })
    expect(kept.outputs['cache-hit']).toBe('true')
    expect(await installs()).toBe(before)
    const [module = ''] = await modulesOf('sample')
    await writeFile(module, '')
    const anew = await runJob({ 'cache-python': 'false' }, { keep: true })
    expect(anew.outputs['cache-hit']).toBe('false')
    expect(await say(anew, 'sample')).toBe('sample 1.0')
  })

  it.each<[string, () => Promise<JobResult>]>([
    [
      'a dependency file',
      async () => {
        await write('requirements.txt', 'sample==2.0\n')
        return await runJob()
      },
    ],
    ['the interpreter', () => runJob({ 'python-version': requestFor(runner.builds[0]) })],
  ])('is another one with other %s', async (_, change) => {
    await runJob()
    const job = await change()
    expect(job.exitCode).toBe(0)
    expect(job.outputs['cache-hit']).toBe('false')
  })

  it.each<[string, RegExp, (root: string) => Promise<void>]>([
    [
      'an emptied module',
      /its files are not those/,
      async root => {
        const [module = ''] = await modulesOf('sample', root)
        await writeFile(module, '')
      },
    ],
    [
      'no record',
      /it is not complete/,
      root => rm(path.join(root, '.managed-python-environment.json')),
    ],
    [
      'another interpreter',
      /it belongs to the Python in \/elsewhere/,
      async root => {
        await writeFile(path.join(root, 'pyvenv.cfg'), 'home = /elsewhere\n')
      },
    ],
  ])('is not taken from an entry with %s', async (_, why, edit) => {
    await runJob()
    const entry = service.entries().find(({ key }) => key.startsWith('managed-python-environment'))
    if (entry === undefined) throw new Error('nothing was saved')
    await editEntry(entry, edit)
    const job = await runJob()
    expect(job.annotations).toEqual([])
    expect(job.text).toMatch(why)
    expect(job.outputs['cache-hit']).toBe('false')
    expect(await say(job, 'sample')).toBe('sample 1.0')
  })

  it('with a part of the workspace inside works, and is kept for nobody', async () => {
    await mkdir(path.join(machine.workspace, 'src'), { recursive: true })
    const editable = `${install}
python -c "import pathlib, sysconfig; pathlib.Path(sysconfig.get_path('purelib'), 'own.pth').write_text(str(pathlib.Path('src').resolve()))"`
    const job = await runJob({ install: editable })
    expect(job.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /own\.pth points to .*src, which is part of this checkout.*--no-deps -e/,
      ),
    ])
    expect(job.exitCode).toBe(0)
    expect(service.entries().map(({ key }) => key)).not.toContain(job.outputs['cache-primary-key'])
    const next = await runJob({ install: editable }, { keep: true })
    expect(next.outputs['cache-hit']).toBe('false')
  })

  it('of requirements without versions has the week in its key, and says so', async () => {
    await write('requirements.txt', 'sample\n')
    const job = await runJob()
    expect(job.annotations.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      expect.stringContaining('notice: The environment is rebuilt every week'),
    ])
    expect(job.outputs['cache-primary-key']).toMatch(/-\d{4}-W\d\d-/)
    const never = await runJob({ 'environment-refresh': 'never' })
    expect(never.annotations).toEqual([])
    expect(never.outputs['cache-primary-key']).not.toMatch(/-\d{4}-W\d\d-/)
  })

  it('whose command fails is no environment, and fails the step with its exit code', async () => {
    const failing = windows ? 'exit 7' : 'echo almost\n(exit 7)\necho never'
    const job = await runJob({ install: failing })
    expect(job.exitCode).toBe(1)
    const errors = job.annotations.filter(({ level }) => level === 'error')
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The install command .* ended with exit code 7\./),
    ])
    expect(job.output).not.toMatch(/^never$/m)
    expect([job.outputs, job.variables, job.pathAdditions]).toEqual([{}, {}, []])
    expect(existsSync(environment())).toBe(false)
  })

  it.skipIf(windows)('of a job that ends while it installs is used by no later one', async () => {
    const slow = `${install}\necho waiting\nsleep 30`
    const inputs = { 'python-version': requestFor(runner.builds[1]), environment: '.venv' }
    const env = { PIP_NO_INDEX: '1', PIP_FIND_LINKS: wheels }
    const job = await machine.start({ ...inputs, install: slow }, { env })
    await job.waitForOutput(/^waiting/m)
    job.kill('SIGKILL')
    await job.result
    const next = await machine.run({ ...inputs, install }, { env })
    expect(next.outputs['cache-hit']).toBe('false')
    expect(await say(next, 'sample')).toBe('sample 1.0')
  })

  it('without an install command is empty, activated, and not cached', async () => {
    const job = await runJob({ install: '' })
    expect(job.exitCode).toBe(0)
    expect(job.outputs['cache-hit']).toBeUndefined()
    expect(job.variables.VIRTUAL_ENV).toBe(environment())
    expect(service.entries().some(({ key }) => key.includes('environment'))).toBe(false)
  })

  it.each([
    ['..', 'it is not below the workspace'],
    ['.', 'it is not below the workspace'],
    ['wheelhouse', 'it already contains something else'],
  ])('is not made in %j', async (folder, why) => {
    await mkdir(path.join(machine.workspace, 'wheelhouse'), { recursive: true })
    await write('wheelhouse/file', 'precious')
    const job = await runJob({ environment: folder })
    expect(job.exitCode).toBe(1)
    expect(job.annotations[0]?.message).toContain(why)
    expect(await readFile(path.join(machine.workspace, 'wheelhouse/file'), 'utf8')).toBe('precious')
  })
})

/** The `__init__.py` of a package in an environment. */
async function modulesOf(name: string, root = environment()): Promise<readonly string[]> {
  const names = await readdir(root, { recursive: true })
  const wanted = path.join(name, '__init__.py')
  return names.filter(file => file.endsWith(path.sep + wanted)).map(file => path.join(root, file))
}
