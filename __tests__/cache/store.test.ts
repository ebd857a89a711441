import { execFileSync } from 'node:child_process'
import {
  constants,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { type NotDone, notDone } from '../../src/cache/status.ts'
import { type CacheStore, openStore, type StoreOptions } from '../../src/cache/store.ts'
import * as behave from '../support/behaviours.ts'
import {
  type CacheService,
  type CacheServiceOptions,
  type Road,
  startCacheService,
  twirpError,
} from '../support/cache-service.ts'
import { linksFolders } from '../support/links.ts'
import { temporaryFolder } from '../support/shared.ts'
import { systemTar } from '../support/tar.ts'

const windows = process.platform === 'win32'

/** A service of the test's own with stores that use it. */
async function startPlace(options: CacheServiceOptions = {}) {
  const service = await startCacheService(options)
  const root = await temporaryFolder('store')
  const stores: CacheStore[] = []
  const log: string[] = []
  return {
    service,
    root: root.path,
    log,
    open: (options: Partial<StoreOptions> = {}) => {
      const env = { ...process.env, ...service.environment, ...options.env }
      const { signal } = new AbortController()
      const defaults = { root: root.path, log: (line: string) => log.push(line), signal }
      const store = openStore({ ...defaults, ...options, env })
      stores.push(store)
      return store
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(stores.map(store => store.close()))
      await Promise.all([service.close(), root.remove()])
    },
  }
}

/** A small tree with what archives lose easily. */
async function makeTree(root: string, folder: string): Promise<void> {
  const lib = path.join(root, folder, 'lib')
  await mkdir(lib, { recursive: true })
  await writeFile(path.join(lib, 'source.py'), folder)
  await utimes(path.join(lib, 'source.py'), 1_704_067_200, 1_704_067_200)
  // Windows lets no ordinary user make links, and its Pythons have none.
  if (!windows) await symlink('source.py', path.join(lib, 'link.py'))
}

function contentOf(root: string, folder: string): Promise<string> {
  return readFile(path.join(root, folder, 'lib', 'source.py'), 'utf8')
}

describe.concurrent('the cache store', () => {
  it('restores what it saved, under another root, with times and links', async () => {
    await using place = await startPlace()
    await using elsewhere = await temporaryFolder('elsewhere')
    await makeTree(place.root, 'tree')
    const sizeBytes = expect.any(Number)
    expect(await place.open().save('key', 'tree')).toEqual({ kind: 'saved', sizeBytes })
    const restored = await place.open({ root: elsewhere.path }).restore(['key'], 'tree')
    expect(restored).toEqual({ kind: 'hit', key: 'key', sizeBytes })
    const lib = path.join(elsewhere.path, 'tree', 'lib')
    expect((await lstat(path.join(lib, 'source.py'))).mtimeMs).toBe(1_704_067_200_000)
    if (!windows) expect(await readlink(path.join(lib, 'link.py'))).toBe('source.py')
    expect(await contentOf(elsewhere.path, 'tree')).toBe('tree')
  })

  it.runIf(linksFolders)('works below a folder whose name has spaces', async () => {
    await using place = await startPlace()
    await using spacious = await temporaryFolder('with two spaces')
    await using temp = await temporaryFolder('also with spaces')
    await makeTree(spacious.path, 'tree')
    const store = place.open({ root: spacious.path, temp: temp.path })
    expect(await store.save('key', 'tree')).toMatchObject({ kind: 'saved' })
    const copy = path.join(place.root, 'a copy')
    const other = place.open({ root: copy })
    expect(await other.restore(['key'], 'tree')).toMatchObject({ kind: 'hit' })
    expect(await contentOf(copy, 'tree')).toBe('tree')
    await store.close()
    expect(await contentOf(spacious.path, 'tree')).toBe('tree')
    expect(await readdir(temp.path)).toEqual([])
  })

  it('saves and restores side by side, each with its own answer', async () => {
    await using place = await startPlace()
    const { service, root } = place
    const store = place.open()
    const folders = ['one', 'two', 'three', 'four']
    await Promise.all(folders.map(folder => makeTree(root, folder)))
    const saves = await Promise.all(folders.map(folder => store.save(`key-${folder}`, folder)))
    expect(saves.map(({ kind }) => kind)).toEqual(['saved', 'saved', 'saved', 'saved'])
    expect(await store.save('key-one', 'one')).toEqual({ kind: 'exists' })

    service.drop('key-two')
    const damaged = service.entries().find(({ key }) => key === 'key-three')
    await writeFile(damaged?.file ?? '', 'damaged')
    const restores = folders.map(folder => store.restore([`key-${folder}`], folder))
    const kinds = (await Promise.all(restores)).map(({ kind }) => kind)
    expect(kinds).toEqual(['hit', 'miss', 'failed', 'hit'])
    const left = await readdir(root)
    expect(folders.filter(folder => left.includes(folder))).toEqual(['one', 'four'])
  })

  it('takes the first key that has an entry, and no entry that only starts like one', async () => {
    await using place = await startPlace()
    const store = place.open()
    await makeTree(place.root, 'tree')
    await store.save('source-1', 'tree')
    const restored = await store.restore(['bytecode-1', 'source-1'], 'tree')
    expect(restored).toMatchObject({ kind: 'hit', key: 'source-1' })
    expect(await store.restore(['bytecode-1', 'source-'], 'tree')).toEqual({ kind: 'miss' })
    expect(await readdir(place.root)).not.toContain('tree')
    const options = { prefix: 'source-' }
    const matched = await store.restore(['bytecode-1'], 'tree', options)
    expect(matched).toMatchObject({ kind: 'hit', key: 'source-1' })
    expect(await contentOf(place.root, 'tree')).toBe('tree')
  })

  it('keeps several folders in one entry, and makes its archives elsewhere', async () => {
    await using place = await startPlace()
    await using elsewhere = await temporaryFolder('elsewhere')
    const folders = ['one/inner', 'two']
    for (const folder of folders) await makeTree(place.root, folder)
    const store = place.open({ temp: elsewhere.path })
    expect(await store.save('key', folders)).toMatchObject({ kind: 'saved' })
    expect(await readdir(place.root)).toEqual(['one', 'two'])
    const other = place.open({ root: elsewhere.path })
    expect(await other.restore(['key'], 'two')).toEqual({ kind: 'miss' })
    expect(await other.restore(['key'], folders)).toMatchObject({ kind: 'hit' })
    for (const folder of folders) expect(await contentOf(elsewhere.path, folder)).toBe(folder)
  })

  it.skipIf(windows)('works below a root that is a link', async () => {
    await using place = await startPlace()
    await makeTree(path.join(place.root, 'real'), 'tree')
    const root = path.join(place.root, 'link')
    await symlink('real', root)
    const store = place.open({ root })
    expect(await store.save('key', 'tree')).toMatchObject({ kind: 'saved' })
    expect(await place.open().restore(['key'], 'tree')).toMatchObject({ kind: 'hit' })
    expect(await contentOf(place.root, 'tree')).toBe('tree')
  })

  it('speaks the first protocol, where no token is given', async () => {
    await using place = await startPlace({ protocol: 1 })
    await makeTree(place.root, 'tree')
    const store = place.open()
    expect(await store.restore(['key'], 'other')).toEqual({ kind: 'miss' })
    expect(await store.save('key', 'tree')).toMatchObject({ kind: 'saved' })
    expect(await store.save('key', 'tree')).toEqual({ kind: 'exists' })
    await rm(path.join(place.root, 'tree'), { recursive: true })
    expect(await store.restore(['key'], 'tree')).toMatchObject({ kind: 'hit', key: 'key' })
    expect(await contentOf(place.root, 'tree')).toBe('tree')
  })

  it('lets a transfer take its time once the service has answered', async () => {
    await using place = await startPlace()
    await makeTree(place.root, 'tree')
    await place.open().save('key', 'tree')
    const { behaviour, reached, open: release } = behave.gate()
    place.service.behave('download', behaviour)
    const deadlines = { lookupMs: 6000, transferMs: 60_000 }
    const restored = place.open({ deadlines }).restore(['key'], 'tree')
    await reached
    await sleep(deadlines.lookupMs)
    release()
    expect(await restored).toMatchObject({ kind: 'hit' })
  })

  const silent = notDone('silent', 2)
  const broken = notDone('unreachable', 'ECONNRESET')
  const said = (words: string) => ({
    ...notDone('client'),
    reason: expect.stringContaining(`the cache client says “${words}`),
  })
  const unpackable = said('')
  const answered = (status: number) => notDone('unavailable', status)
  const answers = (status: number) => () => twirpError(status, 'code', 'why')
  const cut = behave.truncate(5, { contentLength: true })
  const half = behave.replaceBody(body => body.subarray(0, body.length >> 1))
  /** Time for a busy machine to see the fault, wherever the fault is not the time itself. */
  const patienceFor = (result: NotDone) => (result === silent ? 2000 : 8000)

  it.each<[string, behave.Behaviour, NotDone]>([
    ['silent', behave.stall(), silent],
    ['silent in the middle', behave.stall(5), silent],
    ['cut off', cut, silent],
    ['reset', behave.reset(), broken],
    ['500', behave.status(500), answered(500)],
    ['503', answers(503), answered(503)],
    ['429', answers(429), answered(429)],
  ])('asks a service no more that fails at looking up: %s', async (_name, behaviour, result) => {
    await using place = await startPlace()
    const { requests } = place.service
    place.service.behave('GetCacheEntryDownloadURL', behaviour)
    const deadlines = { lookupMs: patienceFor(result), transferMs: 60_000 }
    const store = place.open({ deadlines })
    const restores = ['one', 'two', 'three'].map(folder => store.restore(['key'], folder))
    expect(await Promise.all(restores)).toEqual([result, result, result])
    const before = requests.length
    expect(await store.restore(['other'], 'four')).toEqual(result)
    expect(await store.save('key', 'one')).toEqual({ kind: 'needless' })
    expect(requests).toHaveLength(before)
  })

  it.each<[Road, string, behave.Behaviour, NotDone]>([
    ['plain', 'silent', behave.stall(), silent],
    ['plain', 'reset', behave.reset(), broken],
    ['plain', 'cut off', cut, said('Failed to restore: aborted')],
    ['plain', '503', behave.status(503), answered(503)],
    ['plain', '404', behave.status(404), unpackable],
    ['plain', 'half an archive', half, unpackable],
    ['plain', 'a damaged archive', behave.corrupt(), unpackable],
    ['azure', 'silent', behave.stall(), silent],
    ['azure', 'reset', behave.reset(), broken],
    ['azure', 'cut off', cut, said('Failed to restore: The operation was aborted')],
    ['azure', '503', behave.status(503), answered(503)],
    ['azure', '404', behave.status(404), unpackable],
    ['azure', 'half an archive', half, unpackable],
    ['azure', 'a damaged archive', behave.corrupt(), unpackable],
  ])('leaves nothing of a failed download: %s, %s', async (road, _name, behaviour, result) => {
    await using place = await startPlace({ road })
    await makeTree(place.root, 'tree')
    await place.open().save('key', 'tree')
    place.service.behave('download', behaviour)
    const deadlines = { lookupMs: 20_000, transferMs: patienceFor(result) }
    expect(await place.open({ deadlines }).restore(['key'], 'tree')).toEqual(result)
    expect(await readdir(place.root)).not.toContain('tree')
  })

  it.each<[string, Parameters<CacheService['behave']>, NotDone]>([
    ['silent', ['CreateCacheEntry', behave.stall()], silent],
    ['silent while it receives', ['upload', behave.stall()], silent],
    ['silent at last', ['FinalizeCacheEntryUpload', behave.stall()], silent],
    ['reset', ['CreateCacheEntry', behave.reset()], broken],
    ['500', ['CreateCacheEntry', answers(500)], answered(500)],
    ['429', ['CreateCacheEntry', answers(429)], answered(429)],
    ['400', ['CreateCacheEntry', answers(400)], said('Failed to reserve cache: ')],
  ])('says how saving failed: %s', async (_name, fault, result) => {
    await using place = await startPlace()
    await makeTree(place.root, 'tree')
    place.service.behave(...fault)
    const deadlines = { lookupMs: 1, transferMs: patienceFor(result) }
    expect(await place.open({ deadlines }).save('key', 'tree')).toEqual(result)
    expect(await contentOf(place.root, 'tree')).toBe('tree')
  })

  it('says so when nothing listens', async () => {
    await using place = await startPlace()
    await makeTree(place.root, 'tree')
    const env = { ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/' }
    const result = notDone('unreachable', 'ECONNREFUSED')
    expect(await place.open({ env }).save('key', 'tree')).toEqual(result)
    expect(await place.open({ env }).restore(['key'], 'tree')).toEqual(result)
  })

  it.each([
    ['sound', 'hit', async () => {}],
    ['spoilt', 'failed', (file: string) => writeFile(file, 'spoilt')],
  ])('does not store what it has come upon: a %s entry', async (_name, kind, spoil) => {
    await using place = await startPlace()
    await makeTree(place.root, 'tree')
    await place.open().save('key', 'tree')
    for (const { file } of place.service.entries()) await spoil(file)
    await rm(path.join(place.root, 'tree'), { recursive: true })
    const store = place.open()
    expect(await store.restore(['key'], 'tree')).toMatchObject({ kind })
    place.service.clear()
    expect(await store.save('key', 'tree')).toEqual({ kind: 'needless' })
    expect(place.service.requests).toEqual([])
    await makeTree(place.root, 'another')
    expect(await store.save('other', 'another')).toMatchObject({ kind: 'saved' })
  })

  it('ends every call when one meets silence', async () => {
    await using place = await startPlace()
    await makeTree(place.root, 'tree')
    await place.open().save('key', 'tree')
    const { behaviour, reached } = behave.gate()
    place.service.behave('download', behaviour)
    const store = place.open({
      deadlines: { lookupMs: 8000, transferMs: 60_000 },
    })
    const transfer = store.restore(['key'], 'tree')
    await reached
    place.service.behave('GetCacheEntryDownloadURL', behave.stall())
    const result = notDone('silent', 8)
    expect(await store.restore(['other'], 'other')).toEqual(result)
    expect(await transfer).toEqual(result)
    expect(await readdir(place.root)).not.toContain('tree')
  })

  it.runIf(process.platform === 'linux').each([
    ['has time for its work', 10_000, { kind: 'hit' }],
    ['is not waited for for ever', 1500, notDone('packing', 1.5)],
  ])('a tar that is silent %s', async (_name, packingMs, result) => {
    await using place = await startPlace()
    await makeTree(place.root, 'tree')
    await place.open().save('key', 'tree')
    const bin = path.join(place.root, 'bin')
    await mkdir(bin)
    const tar = systemTar()
    const slow = `#!/bin/sh\ncase "$*" in *-xf*) sleep 3;; esac\nexec '${tar}' "$@"\n`
    await writeFile(path.join(bin, 'tar'), slow, { mode: 0o755 })
    const store = place.open({
      env: { PATH: `${bin}:${process.env.PATH}` },
      deadlines: { lookupMs: 8000, transferMs: 1000, packingMs },
    })
    expect(await store.restore(['key'], 'tree')).toMatchObject(result)
  })

  it.runIf(process.platform === 'linux')('stops the tar that it has started', async () => {
    await using place = await startPlace()
    await makeTree(place.root, 'tree')
    // A tar that does nothing but wait for someone to write to it.
    const pipe = path.join(place.root, 'pipe')
    const bin = path.join(place.root, 'bin')
    await mkdir(bin)
    await writeFile(path.join(bin, 'tar'), `#!/bin/sh\nexec cat '${pipe}' >/dev/null\n`, {
      mode: 0o755,
    })
    execFileSync('mkfifo', [pipe])
    const store = place.open({ env: { PATH: `${bin}:${process.env.PATH}` } })
    const saved = store.save('key', 'tree')
    const { O_WRONLY, O_NONBLOCK } = constants
    const writer = await vi.waitFor(() => open(pipe, O_WRONLY | O_NONBLOCK), { timeout: 20_000 })
    await store.close()
    expect(await saved).toEqual(notDone('closed'))
    await vi.waitFor(() => expect(writer.write('x')).rejects.toThrow('EPIPE'), { timeout: 20_000 })
    await writer.close()
  })

  it.each([
    ['read', { kind: 'hit' }],
    ['none', notDone('read-denied')],
  ] as const)('says what a token allows: %s', async (access, restored) => {
    await using place = await startPlace()
    const store = place.open()
    await makeTree(place.root, 'tree')
    await store.save('key', 'tree')
    place.service.allow(access)
    expect(await store.save('other', 'tree')).toEqual(notDone('write-denied'))
    expect(await store.restore(['key'], 'tree')).toMatchObject(restored)
  })

  it.each([
    ['none', 'skipped', 'skipped'],
    ['read', 'miss', 'skipped'],
    ['write', 'miss', 'saved'],
    ['write-only', 'skipped', 'saved'],
    ['unheard-of', 'miss', 'saved'],
  ])('keeps to ACTIONS_CACHE_MODE=%s: restore %s, save %s', async (mode, restored, saved) => {
    await using place = await startPlace()
    const store = place.open({ env: { ACTIONS_CACHE_MODE: mode } })
    expect((await store.restore(['key'], 'tree')).kind).toBe(restored)
    await makeTree(place.root, 'tree')
    expect((await store.save('key', 'tree')).kind).toBe(saved)
  })

  it('says so when there is nothing to save', async () => {
    await using place = await startPlace()
    expect(await place.open().save('key', 'nowhere')).toMatchObject({ kind: 'failed' })
  })

  it('keeps the token and the signatures of entries to itself', async () => {
    await using place = await startPlace()
    const store = place.open()
    await makeTree(place.root, 'tree')
    await store.save('key', 'tree')
    await store.restore(['key'], 'tree')
    const token = place.service.environment.ACTIONS_RUNTIME_TOKEN ?? ''
    place.service.behave('CreateCacheEntry', () => twirpError(400, 'x', `told ${token}`))
    const { reason } = (await store.save('other', 'tree')) as NotDone
    expect(reason).toContain('(400) Bad Request: told ***')
    const addresses = place.log.filter(line => line.includes('signed_download_url'))
    expect(addresses).toHaveLength(1)
    expect(place.log.filter(line => line.includes(token) || /sig=[^*]/.test(line))).toEqual([])
  })

  it('ends what is under way when it is closed, and answers still', async () => {
    await using place = await startPlace()
    place.service.behave('GetCacheEntryDownloadURL', behave.stall())
    const store = place.open()
    const restored = store.restore(['key'], 'tree')
    await store.close()
    const result = notDone('closed')
    expect(await restored).toEqual(result)
    expect(await store.restore(['key'], 'tree')).toEqual(result)
    await store.close()
  })
})

it('an outage that one store of a job has met is known to the others', async () => {
  await using place = await startPlace()
  place.service.behave('GetCacheEntryDownloadURL', behave.reset())
  const service = { outage: null }
  const first = await place.open({ service }).restore(['key'], 'tree')
  const asked = place.service.requests.length
  expect(first.kind).toBe('failed')
  expect(await place.open({ service }).restore(['other'], 'tree')).toEqual(first)
  expect(await place.open({ service }).save('other', 'tree')).toEqual({ kind: 'needless' })
  expect(place.service.requests).toHaveLength(asked)
})
