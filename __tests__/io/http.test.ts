import { createServer } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  type GetOptions,
  getIfChanged,
  getRedirect,
  getSize,
  getText,
  HttpError,
  retryAfterMs,
  streamLines,
} from '../../src/io/http.ts'
import * as behave from '../support/behaviours.ts'
import { plainAnswer } from '../support/behaviours.ts'
import { makeCertificate } from '../support/certificate.ts'
import { startMirror } from '../support/mirror.ts'
import { startProxy } from '../support/proxy.ts'

const text = 'ä'.repeat(10_000)

describe('a text', async () => {
  const mirror = await startMirror({ files: { list: Buffer.from(text) } })
  const url = new URL(`${mirror.url}/list`)
  const get = (options: Partial<GetOptions> = {}, from = url) => {
    return getText(from, {
      timeoutMs: 30_000,
      attempts: 3,
      retryDelayMs: 1,
      maxBytes: 30_000,
      ...options,
    })
  }

  beforeEach(mirror.clear)
  afterEach(() => vi.unstubAllEnvs())
  afterAll(mirror.close)

  it('comes whole, in as many pieces as it likes', async () => {
    mirror.behave('list', behave.drip(200_001))
    expect(await get()).toBe(text)
  })

  it('is asked for with the given headers', async () => {
    await get({ headers: { authorization: 'Bearer secret' } })
    expect(mirror.requests[0]?.headers.authorization).toBe('Bearer secret')
  })

  it('is not sent again to who has it, by the mark that came with it', async () => {
    const options = { timeoutMs: 30_000, attempts: 1, retryDelayMs: 1, maxBytes: 30_000 }
    mirror.behave('list', answer => ({ ...answer, headers: { etag: '"1"' } }))
    expect(await getIfChanged(url, null, options)).toEqual({ text, etag: '"1"' })
    mirror.behave('list', behave.status(304))
    expect(await getIfChanged(url, '"1"', options)).toBeNull()
    expect(mirror.requests[1]?.headers['if-none-match']).toBe('"1"')
    // Nobody who has nothing can be told that it is the same.
    await expect(getIfChanged(url, null, options)).rejects.toThrow('HTTP 304')
  })

  it('comes line by line, until that is enough', async () => {
    const body = ['ä', '', 'ö', 'ü'].join('\n')
    await using lines = await startMirror({ files: { plain: Buffer.from(body) } })
    lines.behave('plain', behave.drip(1000))
    const read = async (enough: string) => {
      const seen: string[] = []
      const options = { timeoutMs: 30_000, maxBytes: 30_000 }
      await streamLines(new URL(`${lines.url}/plain`), options, line => {
        seen.push(line)
        return line !== enough
      })
      return seen
    }
    expect(await read('ü')).toEqual(['ä', '', 'ö', 'ü'])
    expect(await read('')).toEqual(['ä', ''])
  })

  it('is looked for where it has moved to, but other origins get no credentials', async () => {
    await using other = await startMirror({ files: { list: Buffer.from('other') } })
    mirror.behave('list', behave.redirect(`${other.url}/list`))
    expect(await get({ headers: { authorization: 'Bearer secret' } })).toBe('other')
    expect(other.requests[0]?.headers.authorization).toBe(undefined)
  })

  it('is not looked for on an open line where the first one was not', async () => {
    const certificate = makeCertificate(['127.0.0.1'])
    await using secure = await startMirror({ certificate })
    secure.behave(/./, behave.redirect(url.href))
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    const asked = get({ attempts: 1 }, new URL(`${secure.url}/list`))
    await expect(asked).rejects.toThrow(`a redirect from https to ${new URL(mirror.url).origin}`)
    expect(mirror.requests).toEqual([])
  })

  it('is not looked for in circles', async () => {
    mirror.behave('list', behave.redirect('/list'))
    await expect(get({ attempts: 1 })).rejects.toThrow('more than 20 redirects')
    expect(mirror.requests.length).toBe(21)
  })

  it('may be packed on its way, and is limited and checked as it is unpacked', async () => {
    const packed = gzipSync(text)
    const gzip =
      (body: Buffer, encoding = 'gzip') =>
      () =>
        plainAnswer(200, body, { 'content-encoding': encoding })
    for (const encoding of ['GZIP', 'x-gzip']) {
      mirror.behave('list', behave.times(1, gzip(packed, encoding)))
      expect(await get()).toBe(text)
    }
    mirror.clear()
    mirror.behave('list', gzip(packed))
    expect(await get({ maxBytes: 20_000 })).toBe(text)
    expect(mirror.requests[0]?.headers['accept-encoding']).toBe('gzip')
    await expect(get({ maxBytes: 19_999 })).rejects.toThrow('more than 19999 bytes')
    mirror.behave('list', gzip(packed.subarray(0, -20)))
    await expect(get({ attempts: 2 })).rejects.toMatchObject({ name: 'HttpError', transient: true })
    expect(mirror.requests.length).toBe(4)
  })

  it.each([
    ['server errors', behave.status(500)],
    ['a busy gateway', behave.status(503)],
    ['a slow request', behave.status(408)],
    ['too many requests', behave.status(429, { 'retry-after': '0' })],
    ['a connection that breaks', behave.reset()],
    ['a connection that breaks within the body', behave.reset(500)],
    ['a body cut short', behave.truncate(500, { contentLength: true })],
  ])('is asked for again after %s', async (_, fault) => {
    mirror.behave('list', behave.times(2, fault))
    expect(await get()).toBe(text)
    expect(mirror.requests.length).toBe(3)
  })

  it('is given up after the last attempt', async () => {
    mirror.behave('list', behave.status(502))
    await expect(get()).rejects.toMatchObject({
      name: 'HttpError',
      message: 'HTTP 502 Bad Gateway',
      status: 502,
    })
    expect(mirror.requests.length).toBe(3)
  })

  it.each([400, 401, 403, 404, 410])('is not asked for again after %i', async status => {
    mirror.behave('list', behave.status(status))
    await expect(get()).rejects.toMatchObject({ status, transient: false })
    expect(mirror.requests.length).toBe(1)
  })

  it('must come in time, its whole body included', async () => {
    for (const fault of [behave.stall(), behave.stall(500)]) {
      mirror.behave('list', fault)
      const late = get({ timeoutMs: 50, attempts: 2 })
      await expect(late).rejects.toThrow('no complete answer within 0.05 s')
    }
    expect(mirror.requests.length).toBe(4)
  })

  it('must not be larger than allowed, and is not asked for again then', async () => {
    const large = get({ maxBytes: 19_999 })
    await expect(large).rejects.toMatchObject({ message: 'more than 19999 bytes', status: 200 })
    expect(mirror.requests.length).toBe(1)
    expect(await get({ maxBytes: 20_000 })).toBe(text)
  })

  it('says why there is no connection', async () => {
    const port = await freePort()
    const refused = get({}, new URL(`http://127.0.0.1:${port}/`))
    await expect(refused).rejects.toThrow(`connect ECONNREFUSED 127.0.0.1:${port}`)
    await expect(refused).rejects.toBeInstanceOf(HttpError)
  })

  it('is not waited for after an abort, neither for an answer nor for the next attempt', async () => {
    const controller = new AbortController()
    const held = behave.gate()
    mirror.behave('list', held.behaviour)
    const asked = get({ signal: controller.signal })
    await held.reached
    controller.abort()
    await expect(asked).rejects.toThrow('aborted')
    expect(mirror.requests.length).toBe(1)

    const later = new AbortController()
    mirror.behave('list', answer => {
      setImmediate(() => later.abort())
      return behave.status(503)(answer)
    })
    await expect(get({ retryDelayMs: 1_000_000, signal: later.signal })).rejects.toThrow()
    expect(mirror.requests.length).toBe(2)
  })

  it('goes through the proxy that the environment names', async () => {
    await using proxy = await startProxy({ routes: { 'mirror.test:80': mirror.port } })
    vi.stubEnv('http_proxy', proxy.url)
    vi.stubEnv('no_proxy', '')
    expect(await get({}, new URL('http://mirror.test/list?x=1'))).toBe(text)
    vi.stubEnv('http_proxy', proxy.url.replace('http://', 'us%40er:word@'))
    expect(await get({}, new URL('http://mirror.test/list'))).toBe(text)
    const basic = Buffer.from('us@er:word').toString('base64')
    expect(proxy.requests).toEqual([
      'GET http://mirror.test/list?x=1',
      `GET http://mirror.test/list Basic ${basic}`,
    ])
  })

  it('goes through a tunnel of the proxy where it is encrypted', async () => {
    const files = { list: Buffer.from(text) }
    await using secure = await startMirror({ files, certificate: makeCertificate(['mirror.test']) })
    await using proxy = await startProxy({ routes: { 'mirror.test:443': secure.port } })
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    vi.stubEnv('https_proxy', proxy.url.replace('http://', ''))
    expect(await get({}, new URL('https://mirror.test/list'))).toBe(text)
    expect(proxy.requests).toEqual(['CONNECT mirror.test:443'])
  })
})

describe('a redirect', async () => {
  const mirror = await startMirror({ files: { 'a/file': Buffer.from(text) } })
  const limits = { timeoutMs: 30_000, attempts: 2, retryDelayMs: 1 }
  const ask = (path: string) => getRedirect(new URL(`${mirror.url}/${path}`), limits)
  afterEach(() => vi.unstubAllEnvs())
  afterAll(mirror.close)

  it('is found and not followed', async () => {
    mirror.behave('a/old', behave.times(1, behave.status(503)), behave.redirect('new?x=1', 307))
    expect((await ask('a/old'))?.href).toBe(`${mirror.url}/a/new?x=1`)
    mirror.behave('a/old', behave.redirect('https://example.org/', 301))
    expect((await ask('a/old'))?.href).toBe('https://example.org/')
    expect(mirror.requestsFor(/new/)).toEqual([])
  })

  it('out of https is refused', async () => {
    await using secure = await startMirror({ certificate: makeCertificate(['127.0.0.1']) })
    secure.behave(/./, behave.redirect(`${mirror.url}/a/file`))
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    const asked = getRedirect(new URL(`${secure.url}/a`), { ...limits, attempts: 1 })
    await expect(asked).rejects.toThrow(`a redirect from https to ${new URL(mirror.url).origin}`)
  })

  it('may not be there', async () => {
    expect(await ask('a/file')).toBe(null)
    await expect(ask('a/missing')).rejects.toThrow('HTTP 404 Not Found')
  })
})

it('a size is what the server says it is, if it does', async () => {
  await using mirror = await startMirror({ files: { file: Buffer.from(text) } })
  const ask = (path: string) => getSize(new URL(`${mirror.url}/${path}`), { timeoutMs: 30_000 })
  expect(await ask('file')).toBe(20_000)
  expect(await ask('missing')).toBe(null)
  expect(mirror.requests.map(({ method }) => method)).toEqual(['HEAD', 'HEAD'])
  mirror.behave('file', behave.truncate(10, { contentLength: false }))
  expect(await ask('file')).toBe(null)
})

describe('Retry-After', () => {
  const now = Date.parse('2026-01-01T00:00:00Z')

  it.each([
    ['3', 3000],
    ['0', 0],
    ['86400', 10_000],
    ['Thu, 01 Jan 2026 00:00:05 GMT', 5000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['Fri, 01 Jan 2027 00:00:00 GMT', 10_000],
    ['soon', null],
  ])('%s is %j ms', (value, ms) => {
    expect(retryAfterMs(value, now)).toBe(ms)
  })

  it('may be missing', () => {
    expect(retryAfterMs(undefined, now)).toBe(null)
  })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}
