import { execFile } from 'node:child_process'
import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type CacheService, startCacheService } from '../support/cache-service.ts'
import { type FaultFixtures, startFaultFixtures } from '../support/fault-fixture.ts'
import { linksFolders } from '../support/links.ts'
import { listJson, type Offer } from '../support/list.ts'
import { startProxy } from '../support/proxy.ts'
import { type JobResult, jobEnvironment } from '../support/runner.ts'
import {
  installationsOf,
  listPath,
  type Machine,
  type RunnerFixture,
  requestFor,
} from '../support/runner-fixture.ts'
import { temporaryFolder } from '../support/shared.ts'
import { slimOffer } from '../support/slim.ts'
import { faultsOf, straysIn, surveyCaches } from '../support/tool-cache.ts'

const run = promisify(execFile)
const windows = process.platform === 'win32'
const archive = /\.tar\.gz$/

let fixtures: FaultFixtures
let runner: RunnerFixture
let service: CacheService
let older: Offer
let newer: Offer
beforeAll(async () => {
  fixtures = await startFaultFixtures()
  service = await startCacheService()
  ;({ runner, slim: older, newer } = fixtures)
  runner.add(older, newer)
})
afterAll(async () => {
  await fixtures.close()
  await service.close()
})
afterEach(() => {
  runner.mirror.clear()
  service.clear()
})

/** A job that may use the cache, on a machine that has nothing else. */
async function runAfresh(machine: Machine, inputs: Readonly<Record<string, string>>) {
  await machine.renew()
  return await runCached(machine, inputs)
}

async function runCached(machine: Machine, inputs: Readonly<Record<string, string>>) {
  runner.mirror.clear()
  service.clear()
  const defaults = { 'cache-python': 'true', 'python-version': requestFor(older) }
  const job = await machine.run({ ...defaults, ...inputs }, { env: service.environment })
  expect(job.annotations).toEqual([])
  expect(job.exitCode).toBe(0)
  expect(await straysIn(machine.toolCache)).toEqual([])
  for (const { path } of installationsOf(job)) expect(await faultsOf(path)).toEqual([])
  return job
}

function sourcesOf(job: JobResult): readonly string[] {
  return installationsOf(job).map(({ source }) => source)
}

/** What the entries hold, as their keys have it, oldest first. */
function contents(): readonly string[] {
  return service.entries().map(({ key }) => key.replace(/^.*-(source|bytecode-.*)-\w+$/, '$1'))
}

it('the service is reached through a proxy', async () => {
  service.drop()
  const { port } = new URL(service.url)
  await using proxy = await startProxy({ routes: { 'cache.test:80': Number(port) } })
  const machine = await runner.machine()
  const results = { ACTIONS_RESULTS_URL: 'http://cache.test/', http_proxy: proxy.url }
  const env = { ...service.environment, ...results }
  const inputs = { 'cache-python': 'true', 'python-version': requestFor(older) }
  for (const source of ['download', 'cache']) {
    await machine.renew()
    expect(sourcesOf(await machine.run(inputs, { env }))).toEqual([source])
  }
  const asked = proxy.requests.filter(request => request.includes('cache.test'))
  expect(asked.length).toBeGreaterThan(2)
  expect(asked.filter(request => !request.startsWith('POST http://cache.test/'))).toEqual([])
})

describe('a miss, then a hit', () => {
  let first: JobResult
  let second: JobResult

  beforeAll(async () => {
    service.drop()
    // The cache's library takes a path with spaces only by a link.
    const machine = await runner.machine(linksFolders ? 'a machine with spaces' : 'a-machine')
    const inputs = { 'python-version': requestFor(runner.builds[1]), 'compile-bytecode': 'true' }
    first = await runAfresh(machine, inputs)
    const [key] = service.entries().map(entry => entry.key)
    expect(first.debug.join('\n')).toContain(`is not in the cache: there is no ${key}`)
    expect(first.text.match(/^(?!::debug::).* cache.*$/gm)).toEqual([
      expect.stringContaining('The Actions cache is on: '),
      expect.stringMatching(/is saved to the cache, [\d.]+ MB$/),
    ])
    second = await runAfresh(machine, inputs)
    expect(second.debug.join('\n')).toContain(`is in the cache: ${key}`)
    expect(second.text).toMatch(/: restored [\d.]+ MB from the cache/)
    expect(runner.mirror.requestsFor(archive)).toEqual([])
    expect(runner.mirror.requestsFor(listPath).length).toBeLessThanOrEqual(1)
    expect(service.requests.map(({ endpoint }) => endpoint)).not.toContain('CreateCacheEntry')
  })

  it('is told as it is', () => {
    expect(sourcesOf(first)).toEqual(['download'])
    expect(first.outputs['python-cache-hit']).toBe('false')
    expect(sourcesOf(second)).toEqual(['cache'])
    expect(second.outputs['python-cache-hit']).toBe('true')
    expect(second.text).not.toContain('saved')
  })

  it('gives the same installation, at the same place', () => {
    const [was] = installationsOf(first)
    const [is] = installationsOf(second)
    expect(is).toEqual({ ...was, source: 'cache' })
  })

  it('brings caches that the import system takes', async () => {
    const [installation] = installationsOf(second)
    const { valid, uncompilable, modes } = await surveyCaches(installation?.path ?? '')
    expect(modes).toEqual(['timestamp'])
    expect(valid).toBeGreaterThan(500)
    expect(installation?.bytecode).toMatchObject({ files: valid, uncompilable })
  })

  it('brings an interpreter and a pip that work', async ({ skip }) => {
    const env = { ...jobEnvironment(second), PYTHONDONTWRITEBYTECODE: '1' }
    const { stdout } = await run('python', ['-c', 'import sys; print(sys.prefix)'], { env })
    expect(stdout.trim()).toBe(second.variables.pythonLocation)
    skip(runner.host.pip === null, 'needs a Python with ensurepip')
    expect((await run('pip', ['--version'], { env })).stdout).toContain(`pip ${runner.host.pip}`)
  })
})

it.skipIf(windows)('has no entry of what lacks its pip, as another job may get one', async () => {
  await using folder = await temporaryFolder('no pip')
  const [original] = runner.builds
  const { major, minor } = original.entry
  const link = (root: string) => symlink(`python${major}.${minor}`, join(root, 'bin', 'pypy3'))
  const slim = await slimOffer(original, { build: '7.3.99', folder: folder.path, edit: link })
  const pypy = { ...slim, key: `pypy-${slim.key}`, entry: { ...slim.entry, name: 'pypy' } }
  runner.add(pypy)
  const machine = await runner.machine()
  for (const _ of ['first', 'second']) {
    await machine.renew()
    const inputs = { 'python-version': `pypy${major}.${minor}-7.3.99`, 'cache-python': 'true' }
    const job = await machine.run(inputs, { env: service.environment })
    expect(job.annotations.map(({ message }) => message)).toEqual([
      expect.stringContaining('is installed without pip'),
    ])
    expect(job.text).toContain('is not saved to the cache, as it is not complete.')
    expect(sourcesOf(job)).toEqual(['download'])
  }
})

it('asks no cache for what the list has no hash of, as the archive may change', async () => {
  service.drop()
  const machine = await runner.machine()
  const entry = { ...older.entry, sha256: null }
  runner.mirror.add('no-hash.json', Buffer.from(listJson([{ ...older, entry }])))
  const inputs = { 'python-downloads-json-url': `${runner.mirror.url}/no-hash.json` }
  for (const _ of ['first', 'second']) {
    const job = await runAfresh(machine, inputs)
    expect([job.outputs['python-cache-hit'], ...sourcesOf(job)]).toEqual(['false', 'download'])
    expect(runner.mirror.requestsFor(archive)).toHaveLength(1)
    expect(job.text).toContain('The Actions cache is on')
    expect(service.requests).toEqual([])
  }
})

describe('an entry is for one kind of bytecode', () => {
  let machine: Machine
  const compiled = { 'compile-bytecode': 'true' }
  const hashed = { ...compiled, 'pyc-invalidation-mode': 'checked-hash' }

  beforeAll(async () => {
    service.drop()
    machine = await runner.machine()
  })

  it('with bytecode it is not for a job without', async () => {
    await runAfresh(machine, compiled)
    const job = await runAfresh(machine, {})
    expect(sourcesOf(job)).toEqual(['download'])
    const [installation] = installationsOf(job)
    expect(installation?.bytecode).toBeNull()
    expect((await surveyCaches(installation?.path ?? '')).valid).toBe(0)
    expect(contents()).toEqual(['bytecode-timestamp', 'source'])
  })

  it('without, it spares a job with bytecode the download; that job saves its own', async () => {
    service.drop()
    await runAfresh(machine, {})
    const job = await runAfresh(machine, compiled)
    expect(runner.mirror.requestsFor(archive)).toEqual([])
    expect(sourcesOf(job)).toEqual(['cache'])
    expect(job.outputs['python-cache-hit']).toBe('false')
    expect(installationsOf(job)[0]?.bytecode?.mode).toBe('timestamp')
    expect(contents()).toEqual(['source', 'bytecode-timestamp'])
  })

  it('of another mode it is of no use', async () => {
    service.drop()
    await runAfresh(machine, compiled)
    expect(sourcesOf(await runAfresh(machine, hashed))).toEqual(['download'])
  })

  it('and each is a hit for the jobs that it is for', async () => {
    for (const inputs of [compiled, hashed]) {
      const job = await runAfresh(machine, inputs)
      expect([job.outputs['python-cache-hit'], ...sourcesOf(job)]).toEqual(['true', 'cache'])
    }
  })
})

describe('of two versions', () => {
  it('one is a hit, one a miss: together they are none', async () => {
    service.drop()
    const machine = await runner.machine()
    const both = { 'python-version': `${requestFor(older)}\n${requestFor(newer)}` }
    await runAfresh(machine, {})
    const job = await runAfresh(machine, both)
    expect(sourcesOf(job)).toEqual(['cache', 'download'])
    expect(job.outputs['python-cache-hit']).toBe('false')
    expect(runner.mirror.requestsFor(archive).map(({ path }) => path)).toEqual([newer.path])
    const next = await runAfresh(machine, both)
    expect([next.outputs['python-cache-hit'], ...sourcesOf(next)]).toEqual([
      'true',
      'cache',
      'cache',
    ])
  })
})

it('asks no cache for what the tool cache has', async () => {
  const machine = await runner.machine()
  await runCached(machine, {})
  const job = await runCached(machine, {})
  expect([job.outputs['python-cache-hit'], ...sourcesOf(job)]).toEqual(['false', 'tool-cache'])
  expect([...service.requests, ...runner.mirror.requests]).toEqual([])
})

it('takes nothing that was made for a tool cache elsewhere', async () => {
  service.drop()
  await runCached(await runner.machine(), {})
  const elsewhere = await runner.machine()
  const job = await runCached(elsewhere, {})
  expect(sourcesOf(job)).toEqual(['download'])
  expect(service.entries()).toHaveLength(2)
})

it('takes nothing with reinstall, and saves where the key is free', async () => {
  service.drop()
  const machine = await runner.machine()
  const reinstall = { reinstall: 'true' }
  const first = await runCached(machine, reinstall)
  expect(first.text).toContain('is saved to the cache')
  const again = await runCached(machine, reinstall)
  expect(sourcesOf(again)).toEqual(['download'])
  expect(service.requests.map(({ endpoint }) => endpoint)).toEqual(['CreateCacheEntry'])
  expect(again.text).toContain('is already in the cache')
})

describe('auto', () => {
  const hosted = 'github-hosted'
  it.each([
    [hosted, {}, 'on', 'a GitHub-hosted runner starts with an empty tool cache'],
    ['self-hosted', {}, 'off', 'a self-hosted runner keeps its tool cache'],
    [hosted, { GITHUB_EVENT_NAME: 'release' }, 'off', 'runs for release do not use a shared cache'],
    [
      hosted,
      { GITHUB_EVENT_NAME: 'workflow_run' },
      'off',
      'runs for workflow_run do not use a shared cache',
    ],
    [
      hosted,
      { GITHUB_EVENT_NAME: 'pull_request_target' },
      'off',
      'pull_request_target do not use a shared cache',
    ],
    [hosted, { GITHUB_REF_TYPE: 'tag' }, 'off', 'runs for a tag do not use a shared cache'],
    [hosted, { ACTIONS_RUNTIME_TOKEN: undefined }, 'off', 'this runner offers no cache service'],
    [hosted, { 'INPUT_COMPILE-BYTECODE': '' }, 'off', 'installing is as fast as restoring'],
  ] as const)('%s, %o: %s', async (environment, variables, state, reason) => {
    service.drop()
    const machine = await runner.machine()
    const env = { ...service.environment, ...variables }
    const inputs = {
      'python-version': requestFor(older),
      'compile-bytecode': 'true',
      'cache-python': 'auto',
    }
    const job = await machine.run(inputs, { environment, env })
    expect(job.text).toMatch(new RegExp(`The Actions cache is ${state}: .*${reason}`))
    expect(contents()).toEqual(state === 'on' ? ['bytecode-timestamp'] : [])
    if (state === 'off') expect(service.requests).toEqual([])
  })
})

it.skipIf(windows)(
  'has an entry with the same modes, whatever the umask of the job was',
  async () => {
    service.drop()
    const machine = await runner.machine()
    const preload = join(machine.path, 'umask.cjs')
    await writeFile(preload, 'process.umask(0o077)')
    const inputs = {
      'cache-python': 'true',
      'python-version': requestFor(older),
      'compile-bytecode': 'true',
    }
    const job = await machine.run(inputs, {
      env: { ...service.environment, NODE_OPTIONS: `--require=${preload}` },
    })
    expect(job.annotations).toEqual([])
    const [installation] = installationsOf(job)
    const { stdout } = await run('find', [
      installation?.path ?? '',
      '!',
      '-type',
      'l',
      '!',
      '-perm',
      '-444',
    ])
    expect(stdout).toBe('')
  },
)
