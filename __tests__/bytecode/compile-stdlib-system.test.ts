import { spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  checkCaches,
  findTestInterpreters,
  type TestInterpreter,
  workerProgram,
} from '../support/interpreters.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/shared.ts'

// What systems do seldom, or only Windows does: see `fake_worker.py`.
const standIn = path.join(import.meta.dirname, 'fake_worker.py')
const interpreters = await findTestInterpreters()
const host = interpreters[0] as TestInterpreter
const finalPath = path.resolve('/opt/final')

let folder: TemporaryFolder
let root: string
let count = 0
beforeAll(async () => {
  folder = await temporaryFolder('system')
})
afterAll(() => folder.remove())
beforeEach(async () => {
  count += 1
  root = path.join(folder.path, `tree ${count}`)
  await mkdir(path.join(root, 'package'), { recursive: true })
  await writeFile(path.join(root, 'package/a.py'), 'a = 1\n')
})

interface Settings {
  readonly windows?: boolean
  readonly cache_busy?: number
  readonly new_busy?: number
  readonly denied?: boolean
  readonly rival?: 'same' | 'other mode' | 'cut off'
  readonly full?: boolean
  readonly uninstall?: boolean
}

interface Doing {
  readonly python?: string
  readonly writing?: 'direct' | 'atomic'
  readonly names?: readonly string[]
}

/** Has the sources compiled on such a system. */
async function compileOn(settings: Settings, doing: Doing = {}) {
  const { python = host.python, writing = 'atomic', names = ['package/a.py'] } = doing
  const report = path.join(folder.path, `report-${count}`)
  const { stdout, stderr } = spawnSync(
    python,
    [
      ...['-I', '-S', '-B', '-X', 'utf8', standIn, report, JSON.stringify(settings)],
      ...[workerProgram, 'timestamp', root + path.sep, finalPath + path.sep, writing],
    ],
    { input: names.map(name => `${name}\0`).join('') },
  )
  const naps: readonly number[] = JSON.parse(await readFile(report, 'utf8'))
  return {
    answers: String(stdout).replace('compile_stdlib 1\n', ''),
    error: String(stderr).trim().split('\n').at(-1),
    naps,
  }
}

/** What is beside the caches, or all that is in their folder. */
const leftovers = async () => (await filesBeside()).filter(name => !name.endsWith('.pyc'))
const filesBeside = () => readdir(path.join(root, 'package/__pycache__'))

const isValid = async () => {
  const report = await checkCaches(host.python, { root, finalPath, mode: 'timestamp' })
  return report.valid === 1 && report.wrong.length === 0
}

const seconds = (naps: readonly number[]) => naps.reduce((sum, nap) => sum + nap, 0)

describe.skipIf(process.platform === 'win32')('Windows, where others have the cache open', () => {
  it('waits a little longer each time, until it is free', async () => {
    const { answers, naps } = await compileOn({ windows: true, cache_busy: 4 })
    expect(answers).toBe('c')
    expect(naps).toEqual([0.01, 0.02, 0.04, 0.08])
    expect(await isValid()).toBe(true)
    expect(await leftovers()).toEqual([])
  })

  it.each(interpreters)('leaves it after two seconds ($name)', async ({ python }) => {
    const { answers, naps } = await compileOn({ windows: true, cache_busy: 100 }, { python })
    expect(answers).toBe('b')
    expect(seconds(naps)).toBeGreaterThan(1.5)
    expect(seconds(naps)).toBeLessThan(2.5)
    expect(await filesBeside()).toEqual([])
  })

  it('waits so long for the first one only', async () => {
    const names = ['package/a.py', 'package/b.py', 'package/c.py']
    for (const name of names) await writeFile(path.join(root, name), 'a = 1\n')
    const { answers, naps } = await compileOn({ windows: true, cache_busy: 100 }, { names })
    expect(answers).toBe('bbb')
    expect(seconds(naps)).toBeLessThan(2.5)
  })

  it('keeps what another worker has written meanwhile', async () => {
    const { answers, naps } = await compileOn({ windows: true, cache_busy: 100, rival: 'same' })
    expect(answers).toBe('k')
    expect(seconds(naps)).toBeGreaterThan(1.5)
    expect(await isValid()).toBe(true)
    expect(await leftovers()).toEqual([])
  })

  it.each([
    ['other mode', 'b'],
    // Nobody could import this module.
    ['cut off', ''],
  ] as const)('unless it is not the same: %s', async (rival, answer) => {
    const { answers, error } = await compileOn({ windows: true, cache_busy: 100, rival })
    expect(answers).toBe(answer)
    if (answer === '') expect(error).toContain('Replacing is refused')
    expect(await leftovers()).toEqual([])
  })

  it('waits for a virus scanner, to remove what it could not use', async () => {
    const { answers } = await compileOn({ windows: true, new_busy: 10 })
    expect(answers).toBe('b')
    expect(await filesBeside()).toEqual([])
  })

  it('says what it could not replace, not what it could not remove', async () => {
    const settings = { windows: true, new_busy: 100, rival: 'cut off' } as const
    const { error } = await compileOn(settings)
    expect(error).toContain('Replacing is refused')
  })

  it.each(['direct', 'atomic'] as const)('replaces a stale one as well (%s)', async writing => {
    await compileOn({})
    await writeFile(path.join(root, 'package/a.py'), 'a = "changed"\n')
    const { answers, naps } = await compileOn({ windows: true, cache_busy: 2 }, { writing })
    expect(answers).toBe('c')
    expect(naps).toHaveLength(2)
    expect(await isValid()).toBe(true)
    expect(await leftovers()).toEqual([])
  })
})

describe.skipIf(process.platform === 'win32')('a disk that is full', () => {
  it.each([
    { windows: true, writing: 'direct' },
    { windows: true, writing: 'atomic' },
    { windows: false, writing: 'direct' },
    { windows: false, writing: 'atomic' },
  ] as const)('is named, and nothing is left (%o)', async ({ windows, writing }) => {
    const { answers, error } = await compileOn({ windows, full: true }, { writing })
    expect(answers).toBe('')
    expect(error).toContain('No space left on device')
    expect(await filesBeside()).toEqual([])
  })

  it('is named also where what is left cannot be removed', async () => {
    const { error } = await compileOn({ windows: true, full: true, new_busy: 100 })
    expect(error).toContain('No space left on device')
  })
})

describe.skipIf(process.platform === 'win32')('elsewhere', () => {
  it('takes no for an answer', async () => {
    const { answers, error, naps } = await compileOn({ denied: true })
    expect(answers).toBe('')
    expect(error).toContain('Replacing is refused')
    expect(naps).toEqual([])
    expect(await filesBeside()).toEqual([])
  })
})

describe.skipIf(process.platform === 'win32')('a source that another job removes', () => {
  const names = ['missing.py', 'package/a.py', 'missing/b.py']

  it.each(interpreters)('is passed over in a published tree ($name)', async ({ python }) => {
    expect(await compileOn({}, { names, python })).toMatchObject({ answers: 'ucu', error: '' })
  })

  it('is an error in staging', async () => {
    const { answers, error } = await compileOn({}, { names, writing: 'direct' })
    expect(answers).toBe('')
    expect(error).toMatch(/^FileNotFoundError.*missing\.py/)
  })

  it('is passed over also while it is compiled', async () => {
    expect(await compileOn({ uninstall: true })).toMatchObject({ answers: 'u', error: '' })
  })

  it('is an error in staging also while it is compiled', async () => {
    const { answers, error } = await compileOn({ uninstall: true }, { writing: 'direct' })
    expect(answers).toBe('')
    expect(error).toMatch(/^FileNotFoundError.*__pycache__/)
  })

  it.each(['direct', 'atomic'] as const)('is not a link that leads nowhere (%s)', async writing => {
    await symlink('nowhere', path.join(root, 'link.py'))
    expect(await compileOn({}, { names: ['link.py'], writing })).toMatchObject({ answers: 'u' })
  })
})
