import { readdir, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { stdlibFolder } from '../../src/domain/layout.ts'
import { gate } from '../support/behaviours.ts'
import { type CacheService, type Endpoint, startCacheService } from '../support/cache-service.ts'
import { offeredDistribution } from '../support/distributions.ts'
import { closeHold, holdCompilation, holdPip } from '../support/hold.ts'
import { listJson, type Offer } from '../support/list.ts'
import { type Mirror, startMirror } from '../support/mirror.ts'
import { endProcessesOf, processesOf } from '../support/processes.ts'
import type { JobResult, RunningJob } from '../support/runner.ts'
import {
  installationsOf,
  listPath,
  type Machine,
  type RunnerFixture,
  requestFor,
  stagingFolder,
  startRunnerFixture,
} from '../support/runner-fixture.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/shared.ts'
import { slimOffer } from '../support/slim.ts'
import { faultsOf, publishedIn, straysIn } from '../support/tool-cache.ts'

vi.setConfig({ maxConcurrency: 3 })

let runner: RunnerFixture
let folder: TemporaryFolder
beforeAll(async () => {
  runner = await startRunnerFixture()
  folder = await temporaryFolder('slim')
})
afterAll(async () => {
  await runner.close()
  await folder.remove()
})

/** What the jobs of one test meet, and no others. */
interface Place extends AsyncDisposable {
  readonly machine: Machine
  readonly mirror: Mirror
  readonly offer: Offer
  readonly service: CacheService
  /** The jobs' TMPDIR. */
  readonly temporary: string
  start(env?: Readonly<Record<string, string>>): Promise<RunningJob>
}

type Inputs = Readonly<Record<string, string>>

async function openPlace(offer: Offer, inputs: Inputs): Promise<Place> {
  const service = await startCacheService()
  const mirror = await startMirror({ files: { [offer.path]: offer.file } })
  mirror.add(listPath, Buffer.from(listJson([offer])))
  const machine = await runner.machine()
  const temporary = join(machine.path, 'temporary')
  const sources = {
    'python-version': requestFor(offer),
    'python-downloads-json-url': `${mirror.url}/${listPath}`,
    mirror: mirror.url,
  }
  return {
    machine,
    mirror,
    offer,
    service,
    temporary,
    start: env => {
      const variables = { ...service.environment, TMPDIR: temporary, ...env }
      return machine.start({ ...sources, ...inputs }, { env: variables })
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([mirror.close(), service.close()])
    },
  }
}

/** Where a job can be when its end comes. */
interface Stage {
  readonly while: string
  readonly inputs?: Inputs
  /** What the machine and the cache have from earlier jobs. */
  readonly before?: (place: Place) => Promise<unknown>
  /** Makes the next job stop there. */
  readonly hold: (place: Place) => Promise<Held>
}

interface Held {
  readonly reached: () => Promise<void>
  /** Lets the jobs to come pass. */
  readonly open: () => unknown
  readonly env?: Readonly<Record<string, string>>
}

const cached = { 'cache-python': 'true', 'compile-bytecode': 'false' }
const compiled = { 'compile-bytecode': 'true' }

const heldMirror = (path: string | RegExp, afterBytes = 0) => {
  return async ({ mirror }: Place): Promise<Held> => {
    const { behaviour, reached, open } = gate(afterBytes)
    mirror.behave(path, behaviour)
    return { reached: () => reached, open }
  }
}

const heldService = (endpoint: Endpoint, afterBytes = 0) => {
  return async ({ service }: Place): Promise<Held> => {
    // The job before this one may have reserved the key without filling it.
    if (endpoint === 'upload') service.drop()
    const { behaviour, reached, open } = gate(afterBytes)
    service.behave(endpoint, behaviour)
    return { reached: () => reached, open }
  }
}

/** Settles when there is more in the staging folder than an archive. */
async function untilUnpacking(machine: Machine): Promise<void> {
  await vi.waitFor(async () => {
    const names = await readdir(stagingFolder(machine), { recursive: true })
    expect(names.length).toBeGreaterThan(5)
  }, 20_000)
}

const stages: readonly Stage[] = [
  { while: 'waits for the list', hold: heldMirror(listPath) },
  { while: 'downloads', hold: heldMirror(/tar\.gz$/, 1000) },
  {
    while: 'unpacks',
    hold: async place => {
      const { size } = await stat(place.offer.file)
      const { reached, open } = await heldMirror(/tar\.gz$/, size >> 1)(place)
      return { reached: () => reached().then(() => untilUnpacking(place.machine)), open }
    },
  },
  { while: 'compiles', inputs: compiled, hold: ({ temporary }) => closeHold(temporary) },
  {
    while: 'compiles what is published',
    inputs: compiled,
    before: place => finish(place, { 'INPUT_COMPILE-BYTECODE': 'false' }),
    hold: ({ temporary }) => closeHold(temporary),
  },
  {
    while: 'asks the cache',
    inputs: cached,
    hold: heldService('GetCacheEntryDownloadURL'),
  },
  {
    while: 'restores',
    inputs: cached,
    before: async place => {
      await finish(place)
      await place.machine.renew()
    },
    hold: heldService('download', 1000),
  },
  { while: 'saves', inputs: cached, hold: heldService('upload') },
]

async function finish(place: Place, env?: Readonly<Record<string, string>>): Promise<void> {
  const { exitCode, output } = await (await place.start(env)).result
  if (exitCode !== 0) throw new Error(output)
}

/** Runs a job up to its stage, and ends it there. */
async function endAt(stage: Stage, place: Place, signal: NodeJS.Signals): Promise<JobResult> {
  const { reached, open, env } = await stage.hold(place)
  const job = await place.start(env)
  await Promise.race([reached(), job.result])
  job.kill(signal)
  const result = await job.result
  await open()
  return result
}

// Windows knows no signals: there, a cancelled job is a killed one.
describe.skipIf(process.platform === 'win32').concurrent('a job that ends while it', () => {
  let holding: Offer
  beforeAll(async () => {
    const [original] = runner.builds
    const { major, minor } = original.entry
    holding = await slimOffer(original, {
      build: '20250301',
      folder: folder.path,
      edit: async root => {
        await holdCompilation(join(root, 'bin', `python${major}.${minor}`))
        await holdPip(join(root, stdlibFolder(offeredDistribution(original))))
      },
    })
  })

  it.for(stages)('$while leaves nothing that the next one trusts', async stage => {
    await using place = await openPlace(holding, stage.inputs ?? {})
    const { path, toolCache } = place.machine
    await stage.before?.(place)
    const before = await publishedIn(toolCache)

    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const { exitCode, annotations, outputs } = await endAt(stage, place, signal)
      expect(exitCode).toBe(1)
      expect(annotations.map(({ level, message }) => `${level}: ${message}`)).toEqual([
        `error: The job was cancelled (${signal}). Incomplete installations are removed now, or ignored by later jobs. [CANCELLED]`,
      ])
      expect(outputs).toEqual({})
      await vi.waitFor(async () => expect(await processesOf(path)).toEqual([]), 10_000)
      expect(await publishedIn(toolCache)).toEqual(before)
      expect(await straysIn(toolCache)).toEqual([])
    }

    const { signal } = await endAt(stage, place, 'SIGKILL')
    expect(signal).toBe('SIGKILL')
    await endProcessesOf(path)
    expect(await publishedIn(toolCache)).toEqual(before)

    await finish(place)
    const [installation = '', ...others] = await publishedIn(toolCache)
    expect(await faultsOf(installation)).toEqual([])
    expect(others).toEqual([])
  })

  it('adds bytecode has its installation counted as one without', async () => {
    await using place = await openPlace(holding, {})
    await finish(place)
    const hold = await closeHold(place.temporary)
    const job = await place.start({ 'INPUT_COMPILE-BYTECODE': 'true' })
    await Promise.race([hold.reached(), job.result])
    job.kill('SIGKILL')
    await job.result
    await hold.open()
    await endProcessesOf(place.machine.path)
    const next = await (await place.start({ 'INPUT_COMPILE-BYTECODE': 'false' })).result
    expect(installationsOf(next).map(({ bytecode }) => bytecode)).toEqual([null])
  })

  it.for(['SIGTERM', 'SIGKILL'] as const)(
    'installs a pip leaves what others have as it was (%s)',
    async signal => {
      await using place = await openPlace(holding, {})
      await finish(place)
      const before = await publishedIn(place.machine.toolCache)
      const hold = await closeHold(place.temporary)
      const job = await place.start({ 'INPUT_PIP-VERSION': '99.0' })
      await Promise.race([hold.reached(), job.result])
      job.kill(signal)
      const { annotations } = await job.result
      if (signal === 'SIGKILL') await endProcessesOf(place.machine.path)
      expect(annotations.map(({ message }) => message)).toEqual(
        signal === 'SIGKILL' ? [] : [expect.stringContaining('cancelled (SIGTERM)')],
      )
      const left = () => processesOf(place.machine.path)
      await vi.waitFor(async () => expect(await left()).toEqual([]), 10_000)
      await hold.open()
      expect(await publishedIn(place.machine.toolCache)).toEqual(before)
      const next = await (await place.start()).result
      expect(installationsOf(next).map(({ source }) => source)).toEqual(['tool-cache'])
    },
  )
})

it('removes what jobs have left that died more than a day ago, and nothing younger', async () => {
  const machine = await runner.machine()
  const inputs = { 'python-version': requestFor(runner.builds[0]) }
  const leftovers = async (): Promise<readonly string[]> => {
    const names = await readdir(stagingFolder(machine)).catch(() => [])
    return names.map(name => join(stagingFolder(machine), name))
  }
  const leave = async (ageHours: number): Promise<string> => {
    const known = await leftovers()
    const { behaviour, reached } = gate(1000)
    runner.mirror.behave(/tar\.gz$/, behaviour)
    const job = await machine.start(inputs)
    await reached
    job.kill('SIGKILL')
    await job.result
    runner.mirror.clear()
    const left = (await leftovers()).find(name => !known.includes(name)) ?? ''
    const diedS = Date.now() / 1000 - ageHours * 3600
    await utimes(left, diedS, diedS)
    return left
  }
  const younger = await leave(23)
  const older = await leave(25)
  expect(await leftovers()).toContain(older)
  expect((await machine.run(inputs)).exitCode).toBe(0)
  expect(await leftovers()).toEqual([younger])
})
