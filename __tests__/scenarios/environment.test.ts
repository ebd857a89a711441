import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { editEntry } from '../support/edit-entry.ts'
import {
  cachesBelow,
  type EnvironmentFixture,
  type EnvironmentJob,
  install,
  moduleOf,
  say,
  startEnvironmentFixture,
} from '../support/environment-fixture.ts'
import type { JobResult } from '../support/runner.ts'
import { requestFor } from '../support/runner-fixture.ts'

const windows = process.platform === 'win32'

let fixture: EnvironmentFixture
beforeAll(async () => {
  fixture = await startEnvironmentFixture()
})
afterAll(() => fixture.close())
beforeEach(async ({ skip }) => {
  await fixture.reset(skip)
  await rm(environment(), { recursive: true, force: true })
})

const environment = () => fixture.folder()
const programs = () => path.join(environment(), windows ? 'Scripts' : 'bin')
const runJob = (inputs?: Readonly<Record<string, string>>, options?: EnvironmentJob) =>
  fixture.run(inputs, options)

/** Its program is of the same size and mode as before, but starts the Python of another folder. */
const strayProgram: [string, RegExp, (root: string) => Promise<void>] = [
  'a program of another folder',
  /its program sample belongs to another environment/,
  async root => {
    const file = path.join(root, 'bin', 'sample')
    const { mode } = await stat(file)
    await writeFile(file, (await readFile(file, 'latin1')).replace('/.venv/', '/.vent/'), 'latin1')
    await chmod(file, mode)
  },
]

describe('an environment', () => {
  it('is installed once and restored from then on, compiled and activated', async () => {
    const before = await fixture.installs()
    const inputs = { 'compile-bytecode': 'true' }
    const first = await runJob(inputs)
    expect(first.annotations).toEqual([])
    expect(first.outputs['cache-hit']).toBe('false')
    const key = first.outputs['cache-primary-key']
    expect(fixture.service.entries().map(entry => entry.key)).toContain(key)

    const second = await runJob(inputs)
    expect(second.annotations).toEqual([])
    expect(second.outputs).toMatchObject({
      'cache-hit': 'true',
      'cache-primary-key': key,
      'environment-path': environment(),
    })
    expect(await fixture.installs()).toBe(before + 1)
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
    const before = await fixture.installs()
    const kept = await runJob({ 'cache-python': 'false' }, { keep: true })
    expect(kept.outputs['cache-hit']).toBe('true')
    expect(await fixture.installs()).toBe(before)
    await writeFile(await moduleOf('sample', environment()), '')
    const anew = await runJob({ 'cache-python': 'false' }, { keep: true })
    expect(anew.outputs['cache-hit']).toBe('false')
    expect(await say(anew, 'sample')).toBe('sample 1.0')
  })

  it.each<[string, () => Promise<JobResult>]>([
    [
      'a dependency file',
      async () => {
        await fixture.write('requirements.txt', 'sample==2.0\n')
        return await runJob()
      },
    ],
    ['the interpreter', () => runJob({ 'python-version': requestFor(fixture.runner.builds[0]) })],
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
      async root => writeFile(await moduleOf('sample', root), ''),
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
    [
      'bytecode missing',
      /bytecode is missing/,
      async root => {
        const [cache = ''] = await cachesBelow(root)
        await rm(path.join(root, cache))
      },
    ],
    ...(windows ? [] : [strayProgram]),
  ])('is not taken from an entry with %s', async (_, why, edit) => {
    await runJob()
    const entry = fixture.service
      .entries()
      .find(({ key }) => key.startsWith('managed-python-environment'))
    if (entry === undefined) throw new Error('nothing was saved')
    await editEntry(entry, edit)
    const job = await runJob()
    expect(job.annotations).toEqual([])
    expect(job.text).toMatch(why)
    expect(job.outputs['cache-hit']).toBe('false')
    expect(await say(job, 'sample')).toBe('sample 1.0')
  })

  it('with a part of the workspace inside works, and is kept for nobody', async () => {
    await mkdir(path.join(fixture.machine.workspace, 'src'), { recursive: true })
    const editable = `${install}
python -c "import pathlib, sysconfig; pathlib.Path(sysconfig.get_path('purelib'), 'own.pth').write_text(str(pathlib.Path('src').resolve()))"`
    const job = await runJob({ install: editable })
    expect(job.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /own\.pth points to .*src, which is part of this checkout.*--no-deps -e/,
      ),
    ])
    expect(job.exitCode).toBe(0)
    expect(fixture.service.entries().map(({ key }) => key)).not.toContain(
      job.outputs['cache-primary-key'],
    )
    const next = await runJob({ install: editable }, { keep: true })
    expect(next.outputs['cache-hit']).toBe('false')
  })

  it('of requirements without versions has the week in its key, and says so', async () => {
    await fixture.write('requirements.txt', 'sample\n')
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
      expect.stringMatching(
        windows
          ? /^The install command "exit 7" ended with exit code 7\./
          : /^The install command "\(exit 7\)" in line 2 ended with exit code 7\./,
      ),
    ])
    expect(job.output).not.toMatch(/^never$/m)
    expect([job.outputs, job.variables, job.pathAdditions]).toEqual([{}, {}, []])
    expect(existsSync(environment())).toBe(false)
  })

  it('without an install command is empty, activated, and not cached', async () => {
    const job = await runJob({ install: '' })
    expect(job.exitCode).toBe(0)
    expect(job.outputs['cache-hit']).toBeUndefined()
    expect(job.variables.VIRTUAL_ENV).toBe(environment())
    expect(fixture.service.entries().some(({ key }) => key.includes('environment'))).toBe(false)
  })

  it.each([
    ['..', 'it is not below the workspace'],
    ['.', 'it is not below the workspace'],
    ['wheelhouse', 'it already contains something else'],
  ])('is not made in %j', async (folder, why) => {
    await mkdir(path.join(fixture.machine.workspace, 'wheelhouse'), { recursive: true })
    await fixture.write('wheelhouse/file', 'precious')
    const job = await runJob({ environment: folder }, { keep: true })
    expect(job.exitCode).toBe(1)
    expect(job.annotations[0]?.message).toContain(why)
    expect(await readFile(path.join(fixture.machine.workspace, 'wheelhouse/file'), 'utf8')).toBe(
      'precious',
    )
  })
})
