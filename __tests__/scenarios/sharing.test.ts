import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { gate } from '../support/behaviours.ts'
import { type CacheService, startCacheService } from '../support/cache-service.ts'
import { type FaultFixtures, startFaultFixtures } from '../support/fault-fixture.ts'
import type { Offer } from '../support/list.ts'
import type { JobResult } from '../support/runner.ts'
import {
  installationsOf,
  type Machine,
  type RunnerFixture,
  requestFor,
} from '../support/runner-fixture.ts'
import { faultsOf, publishedIn, straysIn } from '../support/tool-cache.ts'

const windows = process.platform === 'win32'

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

type Inputs = Readonly<Record<string, string>>

/** Runs jobs side by side on one machine: all succeed, and all that stays is sound. */
async function runTogether(machine: Machine, inputs: readonly Inputs[]) {
  const defaults = { 'python-version': requestFor(older), 'cache-python': 'false' }
  const env = service.environment
  const jobs = await Promise.all(
    inputs.map(input => machine.start({ ...defaults, ...input }, { env })),
  )
  const results = await Promise.all(jobs.map(({ result }) => result))
  for (const { exitCode, annotations } of results) expect([exitCode, annotations]).toEqual([0, []])
  expect(await straysIn(machine.toolCache)).toEqual([])
  for (const path of await publishedIn(machine.toolCache)) expect(await faultsOf(path)).toEqual([])
  return results
}

/** Opens when as many requests as this are held: the jobs are all past their look at what is there. */
function openWith(count: number): void {
  const { behaviour, open } = gate()
  let waiting = 0
  runner.mirror.behave(/tar\.gz$/, answer => {
    waiting += 1
    if (waiting === count) open()
    return behaviour(answer)
  })
}

const compiled = { 'compile-bytecode': 'true' }
const cached = { 'cache-python': 'true' }

function pathsOf(results: readonly JobResult[]): readonly string[] {
  // By their own path: they are named by one that outlives their build.
  return results.flatMap(result => installationsOf(result).map(({ path }) => realpathSync(path)))
}

function modesOf(results: readonly JobResult[]) {
  return results.flatMap(result => installationsOf(result).map(({ bytecode }) => bytecode?.mode))
}

describe('four jobs that want the same', () => {
  it('and restore it', async () => {
    const machine = await runner.machine()
    await runTogether(machine, [{ ...cached, ...compiled }])
    await machine.renew()
    runner.mirror.clear()
    const results = await runTogether(machine, Array(4).fill({ ...cached, ...compiled }))
    expect(runner.mirror.requestsFor(/tar\.gz$/)).toEqual([])
    expect(await publishedIn(machine.toolCache)).toHaveLength(1)
    expect(modesOf(results)).toEqual(Array(4).fill('timestamp'))
  })

  it('and download it: one tree stays, one is saved, and the others are told', async () => {
    service.drop()
    const machine = await runner.machine()
    openWith(4)
    const results = await runTogether(machine, [cached, cached, cached, cached])
    expect(new Set(pathsOf(results))).toEqual(new Set(await publishedIn(machine.toolCache)))
    const log = results.map(({ text: log }) => log).join('\n')
    expect(log.match(/is saved to the cache/g)).toHaveLength(1)
    expect(log.match(/is already in the cache/g)).toHaveLength(3)
    expect(service.entries().filter(({ finalized }) => finalized)).toHaveLength(1)
  })

  it('and download, restore and compile it or not: each gets what it asked for', async () => {
    service.drop()
    const machine = await runner.machine()
    await runTogether(machine, [cached])
    await machine.renew()
    openWith(2)
    const results = await runTogether(machine, [{}, compiled, cached, { ...cached, ...compiled }])
    expect(await publishedIn(machine.toolCache)).toHaveLength(1)
    const [, asked, , askedToo] = results.map(result => modesOf([result])[0])
    expect([asked, askedToo]).toEqual(['timestamp', 'timestamp'])
  })
})

it('installs different versions side by side, compiled and not', async () => {
  const machine = await runner.machine()
  const both = `${requestFor(older)}\n${requestFor(newer)}`
  const another = { 'python-version': requestFor(newer) }
  openWith(5)
  const results = await runTogether(machine, [
    compiled,
    another,
    { 'python-version': both, ...compiled },
    { 'python-version': requestFor(older) },
  ])
  expect(await publishedIn(machine.toolCache)).toHaveLength(2)
  const [first, , third] = results.map(result => modesOf([result]))
  expect([first, third]).toEqual([['timestamp'], ['timestamp', 'timestamp']])
})

it('gives bytecode to an installation that others are importing from', async () => {
  const machine = await runner.machine()
  const [plain] = await runTogether(machine, [{}])
  const python = plain?.outputs['python-path'] ?? ''
  const stop = join(machine.path, 'stop')
  const script = join(import.meta.dirname, '..', 'support', 'importer.py')
  const importer = spawn(python, ['-I', '-B', script, stop], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said = text(importer.stdout)
  const results = await runTogether(machine, [compiled, compiled])
  expect(modesOf(results)).toEqual(['timestamp', 'timestamp'])
  expect(new Set(pathsOf(results))).toEqual(new Set(pathsOf(plain === undefined ? [] : [plain])))
  await writeFile(stop, '')
  const imports = (await said).trim().split(/\r?\n/)
  expect(new Set(imports)).toEqual(new Set(['ok']))
})

describe('what an installation is said to have, it has,', () => {
  const request = () => ({ 'python-version': requestFor(older) })

  it('where jobs want different kinds of bytecode: each gets its own', async () => {
    const machine = await runner.machine()
    await runTogether(machine, [request()])
    const modes = ['timestamp', 'unchecked-hash', 'checked-hash', 'timestamp']
    const inputs = modes.map(mode => ({ ...request(), ...compiled, 'pyc-invalidation-mode': mode }))
    for (const results of [
      await runTogether(machine, inputs),
      await runTogether(machine, inputs),
    ]) {
      expect(modesOf(results)).toEqual(modes)
    }
    expect(await publishedIn(machine.toolCache)).toHaveLength(3)
  })

  // Windows moves no folder of which a program runs.
  it.skipIf(windows)('where one job replaces what another one compiles', async () => {
    const machine = await runner.machine()
    await runTogether(machine, [request()])
    for (let round = 0; round < 3; round++) {
      const results = await runTogether(machine, [
        { ...request(), ...compiled },
        { ...request(), reinstall: 'true' },
      ])
      expect(modesOf(results)[0]).toBe('timestamp')
    }
  })
})
