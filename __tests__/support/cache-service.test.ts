import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { restoreCache, saveCache } from '@actions/cache'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as behave from './behaviours.ts'
import { startCacheService, twirpError } from './cache-service.ts'
import { temporaryFolder } from './shared.ts'

interface Answer {
  readonly ok: boolean
  readonly signed_upload_url: string
  readonly matched_key?: string
}

describe('the cache service', async () => {
  const folder = await temporaryFolder()
  const service = await startCacheService()
  const path = join(folder.path, 'tree')
  const file = join(path, 'file.txt')
  let log = ''

  /** The library works on the process's environment and output. */
  beforeEach(async () => {
    const environment = {
      ...service.environment,
      GITHUB_WORKSPACE: folder.path,
      RUNNER_TEMP: folder.path,
    }
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
    vi.stubEnv('ACTIONS_CACHE_MODE', '')
    log = ''
    vi.spyOn(process.stdout, 'write').mockImplementation(text => {
      log += text
      return true
    })
    await mkdir(path, { recursive: true })
    await writeFile(file, 'first')
  })
  afterEach(() => {
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
    service.drop()
    service.clear()
    service.allow('read-write')
  })
  afterAll(() => Promise.all([service.close(), folder.remove()]))

  const post = async (
    method: string,
    body: object,
    token = service.environment.ACTIONS_RUNTIME_TOKEN,
  ) => {
    const url = `${service.url}/twirp/github.actions.results.api.v1.CacheService/${method}`
    const headers = { authorization: `Bearer ${token}` }
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
    return { status: response.status, body: (await response.json()) as Answer }
  }
  /** Stores an entry without the library's archive. */
  const store = async (key: string, version: string, content: string | Buffer) => {
    const { body } = await post('CreateCacheEntry', { key, version })
    await fetch(body.signed_upload_url, { method: 'PUT', body: Buffer.from(content) })
    await post('FinalizeCacheEntryUpload', { key, version, size_bytes: String(content.length) })
    return body.signed_upload_url
  }

  it('gives back what was saved', async () => {
    expect(await restoreCache([path], 'key')).toBeUndefined()
    expect(await saveCache([path], 'key')).toBeGreaterThan(0)
    await writeFile(file, 'changed')
    expect(await restoreCache([path], 'key')).toBe('key')
    expect(await readFile(file, 'utf8')).toBe('first')
    expect(service.entries()).toMatchObject([{ key: 'key', finalized: true }])
    expect(service.requests.map(({ endpoint }) => endpoint)).toEqual([
      'GetCacheEntryDownloadURL',
      'CreateCacheEntry',
      'upload',
      'FinalizeCacheEntryUpload',
      'GetCacheEntryDownloadURL',
      'download',
    ])
  })

  it('keeps entries as they are', async () => {
    await saveCache([path], 'key')
    await writeFile(file, 'second')
    expect(await saveCache([path], 'key')).toBe(-1)
    await restoreCache([path], 'key')
    expect(await readFile(file, 'utf8')).toBe('first')
    expect(log).toContain('another job may be creating this cache')
  })

  it('matches prefixes, of the primary key too, newest first, and exact keys before them', async () => {
    const version = 'v'
    for (const key of ['a-1', 'a-2', 'a', 'b']) await store(key, version, key)
    await store('a-3', 'other version', '')
    const find = async (key: string, ...restore_keys: string[]) => {
      const { body } = await post('GetCacheEntryDownloadURL', { key, restore_keys, version })
      return body.matched_key
    }
    expect(await find('a')).toBe('a')
    expect(await find('a-')).toBe('a-2')
    expect(await find('nothing')).toBeUndefined()
    expect(await find('nothing', 'b', 'a')).toBe('b')
  })

  it('hides entries of another version, and those that are not finished', async () => {
    await saveCache([path], 'key')
    expect(await restoreCache([join(folder.path, 'elsewhere')], 'key')).toBeUndefined()
    await post('CreateCacheEntry', { key: 'begun', version: 'v' })
    expect((await post('GetCacheEntryDownloadURL', { key: 'begun', version: 'v' })).body.ok).toBe(
      false,
    )
    expect((await post('CreateCacheEntry', { key: 'begun', version: 'v' })).status).toBe(409)
  })

  it('denies what a token does not allow', async () => {
    await saveCache([path], 'key')
    service.allow('read')
    expect(await saveCache([path], 'other')).toBe(-1)
    expect(log).toContain('cache write denied')
    expect(await restoreCache([path], 'key')).toBe('key')
    service.allow('none')
    expect(await restoreCache([path], 'key')).toBeUndefined()
    expect(log).toContain('cache read denied')
    expect((await post('GetCacheEntryDownloadURL', { key: 'key' }, 'wrong')).status).toBe(401)
    expect((await fetch(`${service.url}/devstoreaccount1/actions-cache/x?sig=x`)).status).toBe(403)
  })

  it('fails as it is told, and a refused request has no effect', async () => {
    service.behave('CreateCacheEntry', () => twirpError(429, 'resource_exhausted', 'slow down'))
    expect(await saveCache([path], 'key')).toBe(-1)
    service.behave('CreateCacheEntry', behave.reset())
    expect(await saveCache([path], 'reset')).toBe(-1)
    service.behave('CreateCacheEntry')
    expect(await saveCache([path], 'key')).toBeGreaterThan(0)

    service.behave('GetCacheEntryDownloadURL', behave.reset())
    expect(await restoreCache([path], 'key')).toBeUndefined()
    service.behave('GetCacheEntryDownloadURL')
    service.behave(
      'download',
      behave.replaceBody(blob => blob.subarray(0, blob.length >> 1)),
    )
    expect(await restoreCache([path], 'key')).toBeUndefined()
    service.behave('download', behave.status(404))
    expect(await restoreCache([path], 'key')).toBeUndefined()
    service.behave('download')
    expect(await restoreCache([path], 'key')).toBe('key')
  })

  it('goes silent when it is told', async () => {
    service.behave('GetCacheEntryDownloadURL', behave.stall())
    const request = fetch(
      `${service.url}/twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${service.environment.ACTIONS_RUNTIME_TOKEN}` },
        body: '{"key":"k","version":"v"}',
        signal: AbortSignal.timeout(100),
      },
    )
    await expect(request).rejects.toThrow('timeout')
  })
})
