import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as behave from '../support/behaviours.ts'
import { type Endpoint, startCacheService, twirpError } from '../support/cache-service.ts'
import { mountDisk } from '../support/disk.ts'
import { editEntry } from '../support/edit-entry.ts'
import {
  type EnvironmentFixture,
  say,
  startEnvironmentFixture,
} from '../support/environment-fixture.ts'

const recordName = '.managed-python-environment.json'

let fixture: EnvironmentFixture
beforeAll(async () => {
  fixture = await startEnvironmentFixture()
})
afterAll(() => fixture.close())
beforeEach(({ skip }) => fixture.reset(skip))

const environmentEntry = () => {
  const entry = fixture.service.entries().find(({ key }) => key.includes('python-environment'))
  if (entry === undefined) throw new Error('no environment was saved')
  return entry
}

it('that is restored more slowly than it was installed leads to a notice', async () => {
  await fixture.run()
  await editEntry(environmentEntry(), async root => {
    const file = path.join(root, recordName)
    const record = JSON.parse(await readFile(file, 'utf8'))
    await writeFile(file, JSON.stringify({ ...record, installSeconds: 0.001 }))
  })
  const { annotations, outputs } = await fixture.run()
  expect(outputs['cache-hit']).toBe('true')
  expect(annotations.map(({ level, message }) => `${level}: ${message}`)).toEqual([
    expect.stringMatching(/^notice: Restoring the environment took longer than installing/),
  ])
})

it('of more than 2 GB is used, but not saved', async () => {
  const sparse = `python -c "open('.venv/large', 'wb').truncate(2_000_000_001)"`
  const job = await fixture.run({ install: sparse, 'environment-refresh': 'never' })
  expect(job.annotations.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^The environment is not saved to the cache: it has 2\.0\d? GB/),
  ])
  expect(job.outputs['cache-hit']).toBe('false')
  expect(fixture.service.entries().some(({ key }) => key.includes('environment'))).toBe(false)
  await rm(fixture.folder(), { recursive: true })
})

it('has a key of its own for whatever makes it another one', async () => {
  const quick = { install: 'exit 0', 'environment-refresh': 'never', 'compile-bytecode': 'false' }
  const keyWith = async (inputs = {}, env = {}) => {
    const { outputs } = await fixture.run({ ...quick, ...inputs }, { env })
    return outputs['cache-primary-key'] ?? ''
  }
  const key = await keyWith()
  expect(await keyWith({}, { PIP_CACHE_DIR: '/elsewhere', PIP_QUIET: '1' })).toBe(key)
  const others = [
    await keyWith({ install: 'exit 0 # again' }),
    await keyWith({ environment: 'venv' }),
    await keyWith({ 'cache-suffix': 'other' }),
    await keyWith({}, { PIP_INDEX_URL: 'https://host.test/simple' }),
    await keyWith({}, { UV_RESOLUTION: 'lowest' }),
    await keyWith({ 'environment-refresh': 'daily' }),
    await keyWith({ 'environment-refresh': 'weekly' }),
  ]
  expect(new Set([key, ...others]).size).toBe(1 + others.length)
})

const code = (status: number) => () => twirpError(status, 'code', 'why')
const taken = 'The environment cannot be restored from the cache: '
const saved = 'The environment cannot be saved to the cache: '

/** What is wrong with the service, and the line that says so; `entry`: an earlier job has saved one. */
const faults: readonly (readonly [string, Endpoint, behave.Behaviour, entry: boolean])[] = [
  [`${taken}the cache service answered 503`, 'GetCacheEntryDownloadURL', code(503), false],
  [`${taken}the cache service answered 429`, 'GetCacheEntryDownloadURL', code(429), false],
  [`${taken}the cache service answered 503`, 'download', behave.status(503), true],
  [`${taken}the cache client says`, 'download', behave.truncate(5, { contentLength: true }), true],
  [
    `${taken}the cache service did not respond for`,
    'GetCacheEntryDownloadURL',
    behave.stall(),
    false,
  ],
  [`${saved}the cache service answered 503`, 'CreateCacheEntry', code(503), false],
  [`${saved}the cache service answered 503`, 'upload', behave.status(503), false],
  [`${saved}the cache service cannot be reached`, 'upload', behave.reset(), false],
  [`${saved}the cache service answered 503`, 'FinalizeCacheEntryUpload', code(503), false],
]

describe('faults of the service', () => {
  it.concurrent.for(faults.map((fault, index) => [...fault, index] as const))(
    '“%s” is said of %s, and the environment is installed',
    async ([said, endpoint, answer, entry, index], { expect }) => {
      await using service = await startCacheService()
      // Side by side, as most of them wait.
      const inputs = { environment: `environment-${index}` }
      const env = service.environment
      if (entry) expect((await fixture.run(inputs, { env })).exitCode).toBe(0)
      service.behave(endpoint, answer)
      const job = await fixture.run(inputs, { env })
      expect([job.annotations, job.outputs['cache-hit']]).toEqual([[], 'false'])
      expect(job.text.split('\n').filter(line => line.startsWith(said))).toHaveLength(1)
      expect(await say(job, 'sample')).toBe('sample 1.0')
    },
  )
})

it('that the disk has no room to restore is installed, and one that it has no room for fails', async ({
  skip,
  onTestFinished,
}) => {
  const folder = path.join(fixture.machine.workspace, 'disk')
  const inputs = { environment: 'disk/.venv' }
  await mkdir(folder, { recursive: true })
  await fixture.run(inputs)
  await editEntry(environmentEntry(), async root => {
    await writeFile(path.join(root, 'large'), Buffer.alloc(80_000_000))
  })
  const disk = await mountDisk(folder, { sizeBytes: 70_000_000 })
  if (disk === null) return skip('needs root on Linux, to mount a small disk')
  onTestFinished(() => disk.remove())
  const job = await fixture.run(inputs)
  expect([job.annotations, job.outputs['cache-hit']]).toEqual([[], 'false'])
  expect(job.text).toMatch(/^The environment cannot be restored from the cache: .*No space left/m)
  expect(await say(job, 'sample')).toBe('sample 1.0')

  await rm(path.join(folder, '.venv'), { recursive: true })
  await disk.change({ sizeBytes: 2_000_000 })
  const full = await fixture.run({ ...inputs, reinstall: 'true' })
  expect([full.exitCode, full.outputs]).toEqual([1, {}])
  expect(full.annotations.map(({ message }) => message).join()).toMatch(
    /could not be made|No space/,
  )
  expect(existsSync(path.join(folder, '.venv'))).toBe(false)
})
