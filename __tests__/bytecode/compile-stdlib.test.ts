import { execFile, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmod,
  link,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CompileJob } from '../../src/bytecode/compile-job.ts'
import { createCompilePool } from '../../src/bytecode/pool.ts'
import { workerArgs } from '../../src/bytecode/worker.ts'
import type { CompileOutcome } from '../../src/domain/bytecode.ts'
import { invalidationModes } from '../../src/domain/bytecode.ts'
import {
  checkCaches,
  copySources,
  findTestInterpreters,
  sourcesBelow,
  type TestInterpreter,
  workerProgram,
} from '../support/interpreters.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/shared.ts'
import { childEnv } from '../support/unpacked-python.ts'

const run = promisify(execFile)
const windows = process.platform === 'win32'
const interpreters = await findTestInterpreters()
const host = interpreters[0] as TestInterpreter
const finalPath = path.resolve('/opt/a final place/python')

let folder: TemporaryFolder
let root: string
let count = 0
beforeAll(async () => {
  folder = await temporaryFolder('bytecode')
})
afterAll(() => folder.remove())
beforeEach(async () => {
  count += 1
  root = path.join(folder.path, `tree ${count}`)
  await mkdir(root)
})

function newJob(changes: Partial<CompileJob>): CompileJob {
  return {
    label: host.name,
    pythonPath: host.python,
    root,
    finalPath,
    mode: 'timestamp',
    published: false,
    sources: [],
    ...changes,
  }
}

/** Compiles everything below the root, or what is named. */
async function compile(job: Partial<CompileJob> = {}, env = childEnv): Promise<CompileOutcome> {
  const { signal } = new AbortController()
  const pool = createCompilePool({ slots: 2, fileTimeoutMs: 60_000, env, signal })
  try {
    return await pool.compile(
      newJob({ ...job, sources: job.sources ?? (await sourcesBelow(root)) }),
    )
  } finally {
    await pool.close()
  }
}

async function write(files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, content)
  }
}

/** All caches below the root: their path from there. */
async function caches(): Promise<readonly string[]> {
  const names = await readdir(root, { recursive: true })
  return names.filter(name => path.dirname(name).endsWith('__pycache__')).sort()
}

async function identities(): Promise<readonly unknown[]> {
  const stats = (await caches()).map(name => stat(path.join(root, name), { bigint: true }))
  return (await Promise.all(stats)).map(({ ino, mtimeNs }) => [ino, mtimeNs])
}

async function contents(): Promise<readonly string[]> {
  const files = (await caches()).map(name => readFile(path.join(root, name), 'base64'))
  return await Promise.all(files)
}

describe('every interpreter of this machine', () => {
  it.each(
    interpreters.map((interpreter, index) => ({
      ...interpreter,
      mode: invalidationModes[index % 3] ?? 'timestamp',
    })),
  )('$name accepts all its caches ($mode)', async ({ name, python, stdlib, mode }) => {
    await copySources(stdlib, root, 25)
    const sources = await sourcesBelow(root)
    const outcome = await compile({ pythonPath: python, mode, sources })
    const report = await checkCaches(python, { root, finalPath, mode })
    expect(report.wrong).toEqual([])
    expect(outcome).toMatchObject({ compiled: report.valid, unchanged: 0 })
    expect(report.valid + report.uncompilable).toBe(sources.length)
    expect(await caches()).toHaveLength(report.valid)
    // Older ones note strings as shared by what else is loaded, nearly all of the time.
    if (/^cpython 3\.1[1-9]/.test(name))
      expect(report.identical).toBeGreaterThan(report.valid * 0.9)
  })

  it.each([
    ['timestamp', 8],
    ['checked-hash', 8],
    ['unchecked-hash', 8],
  ] as const)('the first one, in each mode (%s, one source in %i)', async (mode, every) => {
    await copySources(host.stdlib, root, every)
    const sources = await sourcesBelow(root)
    const outcome = await compile({ mode, sources })
    const { wrong, valid, uncompilable } = await checkCaches(host.python, { root, finalPath, mode })
    expect(wrong).toEqual([])
    expect(outcome).toMatchObject({ compiled: valid, unchanged: 0, uncompilable })
    expect(await caches()).toHaveLength(valid)
  })
})

describe('the worker', () => {
  const talk = (pythonPath: string, names: readonly string[]) => {
    const args = workerArgs({ job: newJob({ pythonPath }), workerPath: workerProgram })
    return spawnSync(pythonPath, args, { input: names.map(name => `${name}\0`).join('') })
  }

  it.each(interpreters)('keeps warnings to itself ($name)', async ({ python }) => {
    await write({ 'warned.py': 'x = "\\d"\nx is 1\nassert (x, 1)\n' })
    const { stdout, stderr, status } = talk(python, ['warned.py'])
    expect([stdout, stderr].map(String)).toEqual(['compile_stdlib 1\nc', ''])
    expect(status).toBe(0)
  })

  it('has answered for all that came before where it fails', async () => {
    const names = Array.from({ length: 10 }, (_, index) => `${index}.py`)
    await write(Object.fromEntries(names.map(name => [name, 'x = 1\n'])))
    const { stdout, stderr } = talk(host.python, [...names, 'missing.py', ...names])
    expect(String(stdout)).toBe(`compile_stdlib 1\n${'c'.repeat(10)}`)
    expect(String(stderr)).toContain('missing.py')
  })
})

describe('the environment changes nothing:', () => {
  it.each([
    ['PYTHONPYCACHEPREFIX', () => folder.path],
    ['PYTHONPATH', () => root],
    ['PYTHONHOME', () => folder.path],
    ['PYTHONDONTWRITEBYTECODE', () => '1'],
    ['PYTHONOPTIMIZE', () => '2'],
    ['PYTHONWARNINGS', () => 'error'],
    ['PYTHONSTARTUP', () => path.join(root, 'errno.py')],
  ])('%s', async (name, value) => {
    // Would break a worker that looks for its modules here, or in the folder that it runs in.
    await write({ 'errno.py': 'raise SystemExit(1)', 'gc.py': 'raise SystemExit(1)' })
    await write({
      'sitecustomize.py': 'raise SystemExit(1)',
      'documented.py': '"""A"""\nassert 1\n',
    })
    await write({ 'warned.py': 'x = "\\d"\nx is 1\n' })
    await compile()
    const before = await contents()
    for (const each of await caches()) await rm(path.join(root, each))
    const outcome = await compile({}, { ...childEnv, [name]: value() })
    expect(outcome).toMatchObject({ compiled: 5, unchanged: 0, uncompilable: 0 })
    expect(await contents()).toEqual(before)
  })
})

describe('what is valid already', () => {
  beforeEach(() => write({ 'a.py': 'a = 1\n', 'package/b.py': 'b = 2\n' }))

  it.each(invalidationModes)('is left untouched (%s)', async mode => {
    await compile({ mode })
    const before = await identities()
    expect(await compile({ mode })).toMatchObject({ compiled: 0, unchanged: 2, uncompilable: 0 })
    expect(await compile({ mode, published: true })).toMatchObject({ compiled: 0, unchanged: 2 })
    expect(await identities()).toEqual(before)
  })

  it.each(invalidationModes)('also where the interpreter itself made it (%s)', async mode => {
    const { stdout } = await run(host.python, [
      ...['-I', '-m', 'compileall', '-q', '--invalidation-mode', mode, root],
    ])
    expect(stdout).toBe('')
    const atHome = { mode, finalPath: root, published: true }
    expect(await compile(atHome)).toMatchObject({ compiled: 0, unchanged: 2 })
    // The same files in staging would name the wrong folder.
    expect(await compile({ mode })).toMatchObject({ compiled: 2, unchanged: 0 })
    expect((await checkCaches(host.python, { root, finalPath, mode })).wrong).toEqual([])
  })

  it('is made again for another mode', async () => {
    for (const mode of [...invalidationModes, ...invalidationModes]) {
      expect(await compile({ mode })).toMatchObject({ compiled: 2, unchanged: 0 })
      expect((await checkCaches(host.python, { root, finalPath, mode })).wrong).toEqual([])
    }
  })

  it.each(invalidationModes)('is made again where the source has changed (%s)', async mode => {
    await compile({ mode })
    await write({ 'a.py': 'a = 123\n' })
    expect(await compile({ mode })).toMatchObject({ compiled: 1, unchanged: 1 })
    expect((await checkCaches(host.python, { root, finalPath, mode })).wrong).toEqual([])
  })

  it('is told by time in timestamp mode, by content in the others', async () => {
    for (const mode of invalidationModes) {
      await compile({ mode })
      await utimes(path.join(root, 'a.py'), 0, Math.random() * 1e9)
      const compiled = mode === 'timestamp' ? 1 : 0
      expect(await compile({ mode })).toMatchObject({ compiled, unchanged: 2 - compiled })
    }
  })

  it.each([0, 15, 16, 20])('is made again where it was cut off after %s bytes', async length => {
    await compile()
    for (const name of await caches()) await truncate(path.join(root, name), length)
    expect(await compile()).toMatchObject({ compiled: 2, unchanged: 0 })
    const report = await checkCaches(host.python, { root, finalPath, mode: 'timestamp' })
    expect(report.wrong).toEqual([])
  })

  it.each([true, false])('is replaced, not overwritten (published: %s)', async published => {
    await compile()
    const [cache = ''] = await caches()
    const other = path.join(root, 'hard-link')
    await link(path.join(root, cache), other)
    const before = await readFile(other)
    await write({ 'a.py': 'a = "something else"\n' })
    await compile({ published })
    expect(await readFile(other)).toEqual(before)
    const left = (await readdir(root, { recursive: true })).filter(name => name.includes('.tmp'))
    expect(left).toEqual([])
  })
})

describe('sources that are unusual', () => {
  it.each([
    ['spaces', 'with some spaces.py'],
    ['dots', 'a.b.c.py'],
    ['other alphabets', 'Ünï/パイソン🐍.py'],
    ['many folders', `${'deep folder/'.repeat(30)}x.py`],
    ['no name', '.py'],
    ...(windows ? [] : [['a line break and a backslash', 'a\nb\\c.py']]),
  ])('%s in the name', async (_, name = '') => {
    await write({ [name]: 'x = 1\n' })
    expect(await compile({ sources: [{ path: name, sizeBytes: 6 }] })).toMatchObject({
      compiled: 1,
    })
    const report = await checkCaches(host.python, { root, finalPath, mode: 'timestamp' })
    expect(report).toMatchObject({ valid: 1, wrong: [] })
  })

  it.skipIf(windows)('a name that leaves no room for that of its cache', async () => {
    await write({ [`${'x'.repeat(250)}.py`]: '' })
    expect(await compile()).toMatchObject({ compiled: 0, uncompilable: 1 })
    expect(await compile({ published: true })).toMatchObject({ compiled: 0, uncompilable: 1 })
    expect(await caches()).toEqual([])
  })

  it.skipIf(windows).each([
    ['644', '022', '644'],
    ['444', '022', '644'],
    ['755', '022', '644'],
    ['666', '000', '666'],
    ['660', '002', '660'],
    ['400', '000', '600'],
  ])(
    'a source of mode %s, where the umask is %s: a cache of mode %s',
    async (mode, umask, wanted) => {
      await write({ 'a.py': 'a = 1\n' })
      await chmod(path.join(root, 'a.py'), mode)
      const script = path.join(folder.path, `masked-${count}`)
      const line = `umask ${umask}; exec '${host.python}' "$@"`
      await writeFile(script, `#!/bin/sh\n${line}\n`, { mode: 0o755 })
      const found: string[] = []
      for (const published of [false, true]) {
        await compile({ pythonPath: script, published })
        const [name = ''] = await caches()
        const cache = path.join(root, name)
        found.push(((await stat(cache)).mode & 0o7777).toString(8))
        await rm(cache)
      }
      expect(found).toEqual([wanted, wanted])
    },
  )

  it.skipIf(windows)('read-only files, links, and links that lead nowhere', async () => {
    await write({ 'a.py': 'a = 1\n', 'real.txt': 'b = 2\n' })
    await chmod(path.join(root, 'a.py'), 0o444)
    await symlink('real.txt', path.join(root, 'b.py'))
    await symlink('missing.txt', path.join(root, 'c.py'))
    const sources = ['a.py', 'b.py', 'c.py'].map(name => ({ path: name, sizeBytes: 6 }))
    expect(await compile({ sources })).toMatchObject({ compiled: 2, uncompilable: 1 })
    await rm(path.join(root, 'c.py'))
    const report = await checkCaches(host.python, { root, finalPath, mode: 'timestamp' })
    expect(report).toMatchObject({ valid: 2, wrong: [] })
  })

  it('contents of all kinds', async () => {
    await write({
      'empty.py': '',
      'mark.py': '\ufeffx = 1\r\n',
      'latin.py': Buffer.from('# coding: latin-1\nx = "\xe9"\n', 'latin1'),
      'warning.py': 'assert (1, "always true")\n',
      'large.py': 'x = 1\n'.repeat(20_000),
    })
    expect(await compile()).toMatchObject({ compiled: 5, uncompilable: 0 })
    const report = await checkCaches(host.python, { root, finalPath, mode: 'timestamp' })
    expect(report).toMatchObject({ valid: 5, wrong: [] })
  })

  it('contents that cannot be compiled, in between those that can', async () => {
    await write({
      'syntax.py': 'def {{ name }}():\n',
      'old.py': 'print "hello"\n',
      'nul.py': 'x = 1\0\n',
      'encoding.py': Buffer.from('x = "\xe9"\n', 'latin1'),
      'unknown.py': '# coding: no-such-thing\n',
      'deep.py': `x = ${'('.repeat(5000)}${')'.repeat(5000)}\n`,
      'surrogate.py': '"\\N{no such character}"\n',
      'fine.py': 'x = 1\n',
    })
    expect(await compile()).toMatchObject({ compiled: 1, uncompilable: 7 })
    expect(await compile()).toMatchObject({ compiled: 0, unchanged: 1, uncompilable: 7 })
    expect(await caches()).toHaveLength(1)
  })

  it('a source that is not there fails, and is named', async () => {
    await write({ 'a.py': '' })
    const sources = ['a.py', 'b.py'].map(name => ({ path: name, sizeBytes: 0 }))
    await expect(compile({ sources })).rejects.toMatchObject({
      code: 'COMPILE_FAILED',
      message: expect.stringMatching(/ at b\.py: .*FileNotFoundError/s),
    })
  })

  it.skipIf(windows)('a file that cannot be written whole fails, and leaves nothing', async () => {
    await write({ 'a.py': `x = "${'long '.repeat(1000)}"\n` })
    const script = path.join(folder.path, `limited-${count}`)
    await writeFile(script, `#!/bin/sh\nulimit -f 1\nexec '${host.python}' "$@"\n`, { mode: 0o755 })
    for (const published of [false, true]) {
      await expect(compile({ pythonPath: script, published })).rejects.toMatchObject({
        code: 'COMPILE_FAILED',
        message: expect.stringMatching(/ at a\.py: .*OSError/s),
      })
      expect(await caches()).toEqual([])
    }
  })
})

it('works while others import from the tree, and find a cache at any time', async () => {
  await write({ 'busy.py': `x = "${'long '.repeat(50_000)}"\n` })
  await compile()
  const reader = `
import importlib, os, sys
from importlib.machinery import SourceFileLoader
sys.path.insert(0, sys.argv[1])
sys.dont_write_bytecode = True
import busy
def refuse(*args, **kwargs): raise LookupError('would be compiled again')
# On Windows nobody can open a file in the moment in which another one takes its place.
if os.name != 'nt': SourceFileLoader.source_to_code = refuse
print('ready', flush=True)
while not os.path.exists(sys.argv[2]):
    importlib.reload(busy)
    assert len(busy.x) == 250_000
`
  const stop = path.join(folder.path, `stop ${count}`)
  const child = execFile(host.python, ['-I', '-c', reader, root, stop])
  const exit = once(child, 'exit')
  await once(child.stdout as NodeJS.ReadableStream, 'data')
  for (let round = 0; round < 10; round++) {
    // One is as good as the other, so that the reader never has a reason to compile.
    for (const mode of ['unchecked-hash', 'timestamp'] as const) {
      expect(await compile({ published: true, mode })).toMatchObject({ compiled: 1 })
    }
  }
  await writeFile(stop, '')
  expect(await exit).toEqual([0, null])
})
