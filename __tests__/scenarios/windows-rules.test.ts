import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CacheService, startCacheService } from '../support/cache-service.ts'
import { type FaultFixtures, startFaultFixtures } from '../support/fault-fixture.ts'
import type { Machine, RunnerFixture } from '../support/runner-fixture.ts'
import { installationsOf, requestFor } from '../support/runner-fixture.ts'
import { faultsOf, publishedIn, straysIn } from '../support/tool-cache.ts'
import type { Refusal } from '../support/windows-rules.ts'

const preload = pathToFileURL(join(import.meta.dirname, '../support/windows-rules-preload.ts')).href

// The stand-in sees what is in use by Linux' /proc; Windows has the rules themselves.
describe.runIf(process.platform === 'linux')('where nothing in use may be moved', () => {
  let fixtures: FaultFixtures
  let runner: RunnerFixture
  let service: CacheService
  let request: string
  beforeAll(async () => {
    fixtures = await startFaultFixtures()
    service = await startCacheService()
    runner = fixtures.runner
    runner.add(fixtures.slim, fixtures.newer)
    request = requestFor(fixtures.slim)
  })
  afterAll(async () => {
    await fixtures.close()
    await service.close()
  })

  type Inputs = Readonly<Record<string, string>>

  /** Starts a job under these rules. */
  async function start(machine: Machine, inputs: Inputs) {
    const report = { WINDOWS_REFUSALS: join(machine.path, 'refusals') }
    const env = { ...service.environment, ...report, NODE_OPTIONS: `--import=${preload}` }
    const wanted = { 'python-version': request, 'compile-bytecode': 'true', ...inputs }
    return (await machine.start(wanted, { env })).result
  }

  async function refusalsOn(machine: Machine): Promise<readonly Refusal['rule'][]> {
    const text = await readFile(join(machine.path, 'refusals'), 'utf8').catch(() => '')
    const lines = text.split('\n').filter(line => line !== '')
    return lines.map(line => (JSON.parse(line) as Refusal).rule)
  }

  async function expectSound(machine: Machine): Promise<void> {
    expect(await straysIn(machine.toolCache)).toEqual([])
    for (const place of await publishedIn(machine.toolCache)) {
      expect(await faultsOf(place)).toEqual([])
    }
  }

  it('a job moves nothing that is in use: install, save, restore, in another mode, reinstall', async () => {
    const machine = await runner.machine()
    const cached = { 'cache-python': 'true' }
    const requests = `${request}\n${requestFor(fixtures.newer)}`
    const first = await start(machine, { ...cached, 'python-version': requests })
    await machine.renew()
    const second = await start(machine, { ...cached, 'python-version': requests })
    const third = await start(machine, { 'pyc-invalidation-mode': 'checked-hash' })
    const last = await start(machine, { reinstall: 'true' })
    const jobs = [first, second, third, last]
    expect(jobs.map(({ exitCode, annotations }) => [exitCode, annotations])).toEqual(
      Array(4).fill([0, []]),
    )
    expect(jobs.map(job => installationsOf(job)[0]?.source)).toEqual([
      ...['download', 'cache', 'download', 'download'],
    ])
    expect(await refusalsOn(machine)).toEqual([])
    await expectSound(machine)
  })

  it('jobs at once give way to each other', async () => {
    const machine = await runner.machine()
    const results = await Promise.all([1, 2, 3, 4].map(() => start(machine, {})))
    expect(results.map(({ exitCode, annotations }) => [exitCode, annotations])).toEqual(
      Array(4).fill([0, []]),
    )
    for (const rule of await refusalsOn(machine)) expect(rule).toBe('onto a folder')
    expect(await publishedIn(machine.toolCache)).toHaveLength(1)
    await expectSound(machine)
  })

  it('an installation of which a program runs can be compiled, but is not replaced', async () => {
    const machine = await runner.machine()
    const [installation] = installationsOf(await start(machine, { 'compile-bytecode': 'false' }))
    const program = spawn(installation?.['python-path'] ?? '', ['-I', '-c', 'input()'])
    const compiled = await start(machine, {})
    expect(installationsOf(compiled)[0]?.bytecode?.mode).toBe('timestamp')
    expect(await refusalsOn(machine)).toEqual([])

    const replaced = await start(machine, { reinstall: 'true' })
    expect(replaced.exitCode).toBe(1)
    expect(replaced.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /could not be put in place at .*no running program uses it.*DISK_FAILED/s,
      ),
    ])
    expect(await refusalsOn(machine)).toEqual(['in use'])
    await expectSound(machine)

    program.stdin.end()
    await once(program, 'close')
    expect((await start(machine, { reinstall: 'true' })).exitCode).toBe(0)
    await expectSound(machine)
  })
})
