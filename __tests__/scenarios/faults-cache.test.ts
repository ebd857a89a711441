import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, type TestContext, vi } from 'vitest'
import * as behave from '../support/behaviours.ts'
import {
  type CacheEntry,
  type CacheService,
  type Endpoint,
  type Road,
  startCacheService,
  twirpError,
} from '../support/cache-service.ts'
import { mountDisk } from '../support/disk.ts'
import { editEntry } from '../support/edit-entry.ts'
import { type FaultFixtures, startFaultFixtures } from '../support/fault-fixture.ts'
import { works } from '../support/fault-rows.ts'
import { defineArea } from '../support/faults.ts'
import type { JobResult } from '../support/runner.ts'
import { installationsOf } from '../support/runner-fixture.ts'
import { faultsOf, straysIn } from '../support/tool-cache.ts'

// Many of these jobs do nothing but wait for a deadline, those of the first rows for a minute. With
// more of them at once, a small machine could be late for the deadlines of others.
vi.setConfig({ maxConcurrency: 8 })

let fixtures: FaultFixtures
beforeAll(async () => {
  fixtures = await startFaultFixtures()
})
afterAll(() => fixtures.close())

type Spoil = (entry: CacheEntry) => Promise<void>

/** What is wrong, beyond an empty cache that works. */
interface CacheFault {
  readonly road?: Road
  readonly answers?: readonly [Endpoint, behave.Behaviour]
  readonly token?: Parameters<CacheService['allow']>[0]
  readonly env?: Readonly<Record<string, string>>
  /** What has become of the entry that an earlier job saved. */
  readonly entry?: Spoil
  /** The size of the disk that the tool cache is on. */
  readonly diskBytes?: number
  /** Why it cannot be tried on this system. */
  readonly untried?: string | false
}

const cache = defineArea('Cache')
const cached = { 'cache-python': 'true' }

/** Registers a row: the job installs as if there were no cache, and these are its words about that. */
function row(stage: string, fault: string, said: readonly string[], what: CacheFault): void {
  cache({ stage, fault, end: works(`“${said.join('; ')}”`) }, async test => {
    if (what.untried) test.skip(what.untried)
    await using service = await startCacheService({ road: what.road ?? 'plain' })
    await using fixture = await fixtures.open({ patient: true })
    const { machine } = fixture
    if (what.entry !== undefined) {
      await fixture.run(cached, { env: service.environment })
      expect(service.entries()).toHaveLength(1)
      for (const entry of service.entries()) await what.entry(entry)
      await machine.renew()
    }
    if (what.diskBytes !== undefined) await mount(machine.toolCache, what.diskBytes, test)
    if (what.answers !== undefined) service.behave(...what.answers)
    service.allow(what.token ?? 'read-write')
    const job = await fixture.run(cached, { env: { ...service.environment, ...what.env } })
    expect(remarks(job)).toEqual(said.map(words => expect.stringMatching(patternOf(words))))
    expect(job.annotations).toEqual([])
    expect(job.outputs['python-cache-hit']).toBe('false')
    expect(installationsOf(job).map(({ source }) => source)).toEqual(['download'])
    for (const { path } of installationsOf(job)) expect(await faultsOf(path)).toEqual([])
    expect(await straysIn(machine.toolCache)).toEqual([])
    return job
  })
}

/** `…` stands for what differs from machine to machine. */
function patternOf(words: string): RegExp {
  const parts = words.split('…').map(part => part.replace(/[()./]/g, '\\$&'))
  return new RegExp(parts.join('.+'))
}

/** What the log says of the cache, but for what it says where all is well. */
function remarks({ text, environment }: JobResult): readonly string[] {
  const ordinary = /^::|cache is on: |: restored .* from the cache|is saved to the cache, /
  return text
    .split('\n')
    .filter(line => line.includes('cache') && !line.includes(environment.RUNNER_TOOL_CACHE ?? ''))
    .filter(line => !ordinary.test(line))
}

async function mount(folder: string, sizeBytes: number, test: TestContext): Promise<void> {
  await mkdir(folder, { recursive: true })
  const disk = await mountDisk(folder, { sizeBytes })
  if (disk === null) test.skip('needs root on Linux, to mount a small disk')
  test.onTestFinished(() => disk?.remove())
}

const says = (words: string) => `the cache client says “${words}”`
const silent = (seconds: number) => `the cache service did not respond for ${seconds} s`
const answered = (status: number) => `the cache service answered ${status}`
const unreachable = (code: string) => `the cache service cannot be reached (${code})`
const notTaken = (reason: string) => [`cannot be restored from the cache: ${reason}`]
const notSaved = (reason: string) => [`cannot be saved to the cache: ${reason}`]
const notUsed = (reason: string) => [`is not used: ${reason}`]
const code = (status: number) => () => twirpError(status, 'code', 'why')
const cut = behave.truncate(5, { contentLength: true })
const intact = async () => {}
/** Still longer than a busy machine takes to answer. */
const impatient = { SETUP_MANAGED_PYTHON_CACHE_TIMEOUT: '12' }
const windows = process.platform === 'win32'
const recordName = '.managed-python.json'

function edited(edit: (root: string) => Promise<void>): Spoil {
  return entry => editEntry(entry, edit)
}
function recorded(changes: object): Spoil {
  return edited(async root => {
    const file = join(root, recordName)
    const record = JSON.parse(await readFile(file, 'utf8'))
    await writeFile(file, JSON.stringify({ ...record, ...changes }))
  })
}

row('reserve', 'accepts and stalls', notSaved(silent(12)), {
  answers: ['CreateCacheEntry', behave.stall()],
  env: impatient,
})
row('finalize', 'accepts and stalls', notSaved(silent(12)), {
  answers: ['FinalizeCacheEntryUpload', behave.stall()],
  env: impatient,
})
row('reserve', '503', notSaved(answered(503)), { answers: ['CreateCacheEntry', code(503)] })
row('finalize', '503', notSaved(answered(503)), {
  answers: ['FinalizeCacheEntryUpload', code(503)],
})

row('lookup', 'accepts and stalls', notTaken(silent(10)), {
  answers: ['GetCacheEntryDownloadURL', behave.stall()],
})
row('lookup', 'cut off', notTaken(silent(10)), { answers: ['GetCacheEntryDownloadURL', cut] })
row('lookup', '503', notTaken(answered(503)), { answers: ['GetCacheEntryDownloadURL', code(503)] })
row('lookup', '429', notTaken(answered(429)), { answers: ['GetCacheEntryDownloadURL', code(429)] })
row('lookup', 'nothing listens', notTaken(unreachable('ECONNREFUSED')), {
  env: { ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/' },
})
row('reserve', '429', notSaved(answered(429)), { answers: ['CreateCacheEntry', code(429)] })
// GitHub's entries lie where the library has another client than for other forges.
for (const road of ['plain', 'azure'] as const) {
  const where = road === 'azure' ? ', as GitHub has it' : ''
  const aborted = notTaken(says('Failed to restore: …'))
  row(`upload${where}`, 'accepts and stalls', notSaved(silent(12)), {
    ...{ road, env: impatient, answers: ['upload', behave.stall()] },
  })
  row(`upload${where}`, '503', notSaved(answered(503)), {
    ...{ road, answers: ['upload', behave.status(503)] },
  })
  row(`upload${where}`, 'connection reset', notSaved(unreachable('ECONNRESET')), {
    ...{ road, answers: ['upload', behave.reset()] },
  })
  row(`transfer${where}`, 'accepts and stalls', notTaken(silent(12)), {
    ...{ road, entry: intact, env: impatient, answers: ['download', behave.stall()] },
  })
  row(`transfer${where}`, '503', notTaken(answered(503)), {
    ...{ road, entry: intact, answers: ['download', behave.status(503)] },
  })
  row(`transfer${where}`, 'cut off', aborted, {
    ...{ road, entry: intact, answers: ['download', cut] },
  })
  const stalled = road === 'azure' ? notTaken(silent(12)) : aborted
  row(`transfer${where}`, 'stalls in the middle', stalled, {
    ...{ road, entry: intact, env: impatient, answers: ['download', behave.stall(5)] },
  })
}

row(
  'permission',
  'a token without any right',
  [
    ...notTaken('this run may not read the cache'),
    ...notSaved('this run may not write to the cache'),
  ],
  { token: 'none' },
)
row('permission', 'a token that may only read', notSaved('this run may not write to the cache'), {
  token: 'read',
})
row(
  'permission',
  'ACTIONS_CACHE_MODE=none',
  ['The Actions cache is off: ACTIONS_CACHE_MODE is none'],
  {
    env: { ACTIONS_CACHE_MODE: 'none' },
  },
)
row('permission', 'ACTIONS_CACHE_MODE=read', notSaved('ACTIONS_CACHE_MODE is read'), {
  env: { ACTIONS_CACHE_MODE: 'read' },
})
row('permission', 'ACTIONS_CACHE_MODE=write-only', notTaken('ACTIONS_CACHE_MODE is write-only'), {
  env: { ACTIONS_CACHE_MODE: 'write-only' },
})
row('permission', 'no service', ['The Actions cache is off: this runner offers no cache service'], {
  env: { ACTIONS_RESULTS_URL: '' },
})
row(
  'permission',
  'a GHES without one',
  ['The Actions cache is off: this runner offers no cache service'],
  {
    env: { GITHUB_SERVER_URL: 'https://github.example' },
  },
)

const unpackable = notTaken(says('…'))
row('unpack', 'random bytes', unpackable, {
  entry: ({ file }) => writeFile(file, randomBytes(50_000)),
})
row('unpack', 'truncated', unpackable, { entry: ({ file }) => truncate(file, 1_000_000) })
row('unpack', 'empty', unpackable, { entry: ({ file }) => truncate(file, 0) })
row('unpack', 'disk full', notTaken(says('…No space left on device')), {
  entry: edited(root => writeFile(join(root, 'large'), Buffer.alloc(64_000_000))),
  diskBytes: 60_000_000,
})

row('check', 'no record', notUsed('it has no record'), {
  entry: edited(root => rm(join(root, recordName))),
})
row('check', 'the record is of another layout', notUsed('it has no record'), {
  entry: recorded({ layout: 0 }),
})
row('check', 'another archive', notUsed('it is of another archive'), {
  entry: recorded({ archiveSha256: '0'.repeat(64) }),
})
row('check', 'made for another place', notUsed('it was made for /elsewhere'), {
  entry: recorded({ path: '/elsewhere' }),
})
const changed = notUsed('its files are not those that were saved')
const firstSource = async (root: string) => {
  const names = await readdir(root, { recursive: true })
  return join(root, names.sort().find(name => name.endsWith('.py')) ?? '')
}
row('check', 'a file less', changed, {
  entry: edited(async root => rm(await firstSource(root))),
})
row('check', 'a file more', changed, { entry: edited(root => writeFile(join(root, 'more'), '')) })
row('check', 'a module that was emptied', changed, {
  entry: edited(async root => truncate(await firstSource(root))),
})
row('check', 'an empty interpreter', changed, {
  entry: edited(root => truncate(join(root, windows ? 'python.exe' : 'bin/python3'))),
})
row('check', 'a module that became a program', changed, {
  entry: edited(async root => chmod(await firstSource(root), 0o755)),
  untried: windows && 'no file says here whether it is a program',
})
