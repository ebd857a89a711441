import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import {
  chmod,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  stat,
  writeFile,
} from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layoutOf, stdlibFolder } from '../../src/domain/layout.ts'
import { gate } from '../support/behaviours.ts'
import { offeredDistribution } from '../support/distributions.ts'
import { listJson, type Offer } from '../support/list.ts'
import { repack } from '../support/repack.ts'
import type { JobResult } from '../support/runner.ts'
import {
  type InstallationOutput,
  installationsOf,
  type Machine,
  type RunnerFixture,
  requestFor,
  stagingFolder,
  startRunnerFixture,
} from '../support/runner-fixture.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/shared.ts'
import { surveyCaches } from '../support/tool-cache.ts'

const run = promisify(execFile)
const windows = process.platform === 'win32'

let runner: RunnerFixture
let folder: TemporaryFolder
beforeAll(async () => {
  runner = await startRunnerFixture()
  folder = await temporaryFolder('repacked')
})
afterAll(async () => {
  await runner.close()
  await folder.remove()
})

async function cachesBelow(root: string): Promise<readonly string[]> {
  const files = await readdir(root, { recursive: true })
  return files.filter(file => file.endsWith('.pyc'))
}

async function only(job: JobResult): Promise<InstallationOutput> {
  expect(job.annotations).toEqual([])
  const [installation] = installationsOf(job)
  if (installation === undefined) throw new Error(job.output)
  return installation
}

describe('every archive at hand', () => {
  const title = 'gets a valid cache for every source that compiles, whatever the job has set'
  it(title, { tags: 'shared' }, async () => {
    const machine = await runner.machine('where it is täglich [1] used')
    const offers = [
      runner.builds[1],
      ...runner.shared.filter(({ entry }) => entry.name === 'cpython'),
    ]
    const flags = { null: '', freethreaded: 't', debug: 'd' } as Record<string, string>
    const requests = offers.map(offer => {
      const { major, minor, patch, variant, build } = offer.entry
      return `${major}.${minor}.${patch}${flags[String(variant)]}+${build}`
    })
    const env = {
      PYTHONPYCACHEPREFIX: path.join(machine.path, 'elsewhere'),
      PYTHONPATH: machine.path,
      PYTHONHOME: machine.path,
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONOPTIMIZE: '2',
    }
    const inputs = { 'python-version': requests.join('\n'), 'compile-bytecode': 'true' }
    const job = await machine.run(inputs, { env })
    expect(job.annotations).toEqual([])
    expect(existsSync(env.PYTHONPYCACHEPREFIX)).toBe(false)
    for (const installation of installationsOf(job)) {
      const { valid, uncompilable, modes, wrong } = await surveyCaches(installation.path)
      expect(wrong).toEqual([])
      expect(valid).toBeGreaterThan(500)
      expect(installation.bytecode).toMatchObject({ mode: 'timestamp', files: valid, uncompilable })
      expect(modes).toEqual(['timestamp'])
      expect(await cachesBelow(installation.path)).toHaveLength(valid)
    }
    expect(job.text).toMatch(/Bytecode compiled [\d,]+ files for \d+ versions? in/)
  })

  it('a PyPy too', { tags: 'shared' }, async ({ skip }) => {
    const pypy = runner.shared.find(({ entry }) => entry.name === 'pypy')
    if (pypy === undefined) return skip('needs an archive of PyPy')
    const machine = await runner.machine()
    const request = `pypy${pypy.entry.major}.${pypy.entry.minor}`
    const job = await machine.run({ 'python-version': request, 'compile-bytecode': 'true' })
    const [installation] = installationsOf(job)
    if (installation === undefined) throw new Error(job.output)
    const { valid, uncompilable, wrong } = await surveyCaches(installation.path)
    expect(wrong).toEqual([])
    expect(installation.bytecode).toMatchObject({ files: valid, uncompilable })
  })
})

it('installs a Pyodide, and counts it as what nothing here could compile', async () => {
  const machine = await runner.machine()
  const program = path.join(folder.path, 'xbuildenv', 'pyodide-root', 'dist', 'python')
  await mkdir(path.dirname(program), { recursive: true })
  await writeFile(program, '#!/bin/sh\n')
  const archive = path.join(folder.path, 'xbuildenv-314.0.5.tar.gz')
  await run('tar', ['-czf', archive, '-C', folder.path, 'xbuildenv'])
  runner.mirror.add('xbuildenv-314.0.5.tar.gz', archive)
  const entry = {
    ...runner.builds[0].entry,
    ...{ os: 'emscripten', libc: 'musl', arch: { family: 'wasm32', variant: null } },
    ...{ minor: 14, patch: 2, build: '314.0.5', sha256: null },
    url: `${runner.mirror.url}/xbuildenv-314.0.5.tar.gz`,
  }
  runner.mirror.add('pyodide.json', Buffer.from(JSON.stringify({ pyodide: entry })))
  const job = await machine.run({
    'python-version': 'pyodide',
    'python-downloads-json-url': `${runner.mirror.url}/pyodide.json`,
    'compile-bytecode': 'true',
  })
  const installation = await only(job)
  expect(installation).toMatchObject({ implementation: 'pyodide', bytecode: null })
  expect(existsSync(installation['python-path'])).toBe(true)
  expect(job.text).toContain('Bytecode skipped 1 incompatible version')
})

it('compiles, and publishes, while another version is still downloading', async () => {
  const [older, newer] = runner.builds
  const machine = await runner.machine()
  const held = gate(1000)
  runner.mirror.behave(older.path, held.behaviour)
  const requests = [requestFor(older), requestFor(newer)].join('\n')
  const job = await machine.start({ 'python-version': requests, 'compile-bytecode': 'true' })
  await held.reached
  const { major, minor, patch } = newer.entry
  const published = path.join(machine.toolCache, 'managed-cpython', `${major}.${minor}.${patch}`)
  const isPublished = async () => {
    const names = await readdir(published).catch(() => [])
    return names.some(name => name.endsWith(`${newer.entry.build}.complete`))
  }
  while (!(await isPublished())) await sleep(50)
  held.open()
  const [first, second] = installationsOf(await job.result)
  runner.mirror.clear()
  expect(first?.bytecode?.files).toBe(second?.bytecode?.files)
  expect((await surveyCaches(second?.path ?? '')).wrong).toEqual([])
})

describe('what is compiled already', () => {
  let machine: Machine
  const request = () => requestFor(runner.builds[1])
  beforeAll(async () => {
    machine = await runner.machine()
  })

  it('is nothing at first, unless it is wanted', async () => {
    const inputs = { 'python-version': request(), 'compile-bytecode': 'false' }
    const job = await machine.run(inputs, { env: { UV_COMPILE_BYTECODE: '1' } })
    const installation = await only(job)
    expect(installation.bytecode).toBeNull()
    expect(await cachesBelow(installation.path)).toEqual([])
  })

  it('is made up for in an installation that is there already', async () => {
    const job = await machine.run(
      { 'python-version': request() },
      { env: { UV_COMPILE_BYTECODE: 'yes' } },
    )
    const installation = await only(job)
    expect(installation.source).toBe('tool-cache')
    const { valid, wrong } = await surveyCaches(installation.path)
    expect(wrong).toEqual([])
    expect(installation.bytecode?.files).toBe(valid)
  })

  it('is left as it is, and no interpreter is even started for it', async () => {
    const inputs = { 'python-version': request(), 'compile-bytecode': 'true' }
    const before = await only(await machine.run(inputs))
    const program = await realpath(before['python-path'])
    await rename(program, `${program}.away`)
    await writeFile(program, '#!/bin/sh\nexit 1\n')
    await chmod(program, 0o755)
    const after = await only(await machine.run(inputs))
    await rename(`${program}.away`, program)
    expect(after).toEqual(before)
  })

  it.each(['checked-hash', 'unchecked-hash'])(
    'has %s in a place of its own: other jobs never meet it, and it stays as it is',
    async mode => {
      const hashed = { 'compile-bytecode': 'true', 'pyc-invalidation-mode': mode }
      const installation = await only(await machine.run({ 'python-version': request(), ...hashed }))
      expect(installation.bytecode?.mode).toBe(mode)
      const { modes, wrong } = await surveyCaches(installation.path)
      expect([modes, wrong]).toEqual([[mode], []])
      const caches = await cachesBelow(installation.path)
      const stats = async () => {
        const all = await Promise.all(caches.map(file => stat(path.join(installation.path, file))))
        return all.map(({ ino, mtimeMs }) => [ino, mtimeMs])
      }
      const before = await stats()
      for (const wanted of ['true', 'false']) {
        const inputs = { 'python-version': request(), 'compile-bytecode': wanted }
        const other = await only(await machine.run(inputs))
        expect(other.path).not.toBe(installation.path)
        expect((await surveyCaches(other.path)).modes).toEqual(['timestamp'])
      }
      const again = await only(await machine.run({ 'python-version': request(), ...hashed }))
      expect(again).toEqual({ ...installation, source: 'tool-cache' })
      expect(await stats()).toEqual(before)
    },
  )
})

// Elsewhere an open file can be replaced.
const leaves = 'leaves a compiled file that another program has open, and says so'
it.runIf(windows)(leaves, { timeout: 600_000 }, async () => {
  const machine = await runner.machine()
  const inputs = { 'python-version': requestFor(runner.builds[1]) }
  const compiles = { ...inputs, 'compile-bytecode': 'true' }
  const { path: root, 'python-path': python } = await only(await machine.run(inputs))
  const hold = `import py_compile, sys, this
cache = py_compile.compile(this.__file__, invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH)
file = open(cache)
print(cache, flush=True)
sys.stdin.read()`
  const program = spawn(python, ['-I', '-B', '-c', hold])
  const [said] = await once(program.stdout, 'data')
  const cache = String(said).trim().split(/\r?\n/).at(-1) ?? ''
  const before = await readFile(cache)
  const job = await machine.run(compiles)
  expect(job.exitCode).toBe(0)
  expect(job.annotations.map(({ level, message }) => `${level}: ${message}`)).toEqual([
    expect.stringMatching(/^warning: CPython [\d.]+: 1 compiled file could not be replaced/),
  ])
  expect(job.text).toContain('left 1 file that other programs have open')
  expect(installationsOf(job).map(({ bytecode }) => bytecode)).toEqual([null])
  expect(await readFile(cache)).toEqual(before)
  program.stdin.end()
  await once(program, 'close')
  expect((await only(await machine.run(compiles))).bytecode?.mode).toBe('timestamp')
  expect((await surveyCaches(root)).modes).toEqual(['timestamp'])
})

describe('an interpreter that misbehaves', () => {
  /** Serves the host's Python with another one's behaviour where its worker is concerned. */
  async function faulty(build: string, script: string): Promise<Offer> {
    const offer = await repack(runner.builds[1], {
      build,
      folder: folder.path,
      edit: async root => {
        const program = path.join(root, layoutOf(offeredDistribution(runner.builds[1])).executable)
        await rename(program, `${program}-real`)
        const wrapper = `#!/bin/sh\ncase "$*" in *compile_stdlib*) ${script};; esac\nexec "$0-real" "$@"\n`
        await writeFile(program, wrapper)
        await chmod(program, 0o755)
      },
    })
    serve(offer)
    return offer
  }

  function serve(offer: Offer): void {
    runner.mirror.add(offer.path, offer.file)
    runner.mirror.add(`${offer.entry.build}.json`, Buffer.from(listJson([offer])))
  }

  async function runFaulty(offer: Offer, env: Record<string, string> = {}) {
    const machine = await runner.machine()
    const inputs = {
      'python-version': requestFor(offer),
      'python-downloads-json-url': `${runner.mirror.url}/${offer.entry.build}.json`,
      'compile-bytecode': 'true',
    }
    return { machine, job: await machine.run(inputs, { env }) }
  }

  // Its behaviour is a shell script.
  it.skipIf(windows).each([
    ['dies', '20250201', 'kill -9 $$', /SIGKILL|signal/],
    ['fails', '20250202', 'echo no such luck >&2; exit 3', /exit code 3.*no such luck/],
    ['hangs', '20250203', 'exec sleep 600', /1 s|second/],
    ['talks nonsense', '20250204', 'echo hello; exec cat', /hello|unexpected|protocol/],
  ])('%s: the step fails, says so, and publishes nothing', async (_, build, script, expected) => {
    const offer = await faulty(build, script)
    const { machine, job } = await runFaulty(offer, { UV_COMPILE_BYTECODE_TIMEOUT: '1' })
    expect(job.exitCode).toBe(1)
    expect(job.annotations).toHaveLength(1)
    expect(job.annotations[0]?.message).toMatch(expected)
    expect(job.annotations[0]?.message).toContain('CPython')
    expect(await readdir(machine.toolCache)).toEqual([])
    expect(existsSync(stagingFolder(machine))).toBe(false)
  })

  it('reports a standard library elsewhere: it is skipped, with a warning that names it', async () => {
    const offer = await repack(runner.builds[1], {
      build: '20250205',
      folder: folder.path,
      edit: async root => {
        const python = offeredDistribution(runner.builds[1])
        const lib = path.join(root, stdlibFolder(python))
        const module = existsSync(path.join(lib, 'sysconfig.py'))
          ? path.join(lib, 'sysconfig.py')
          : path.join(lib, 'sysconfig', '__init__.py')
        const lie =
          '\n_real_get_path = get_path\ndef get_path(name, *args, **kwargs):\n    return "/usr/lib" if name == "stdlib" else _real_get_path(name, *args, **kwargs)\n'
        await writeFile(module, (await readFile(module, 'utf8')) + lie)
      },
    })
    serve(offer)
    const { job } = await runFaulty(offer)
    expect(job.exitCode).toBe(0)
    expect(job.annotations.map(({ level }) => level)).toEqual(['warning'])
    expect(job.annotations[0]?.message).toContain('CPython')
    expect(job.annotations[0]?.message).toContain('20250205')
    expect(installationsOf(job)[0]?.bytecode).toBeNull()
    expect(await cachesBelow(installationsOf(job)[0]?.path ?? '')).toEqual([])
    expect(job.text).toContain('skipped 1 incompatible version')
  })
})
