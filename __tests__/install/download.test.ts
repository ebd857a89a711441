import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Location } from '../../src/domain/location.ts'
import { type Download, downloadArchive, downloadLimits } from '../../src/install/download.ts'
import type { OutputLine } from '../../src/io/output.ts'
import * as behave from '../support/behaviours.ts'
import { mountDisk } from '../support/disk.ts'
import { distribution } from '../support/distributions.ts'
import { startMirror } from '../support/mirror.ts'
import { temporaryFolder } from '../support/shared.ts'

// The tool cache's downloader sleeps 10 to 20 s before it asks again; it has these for tests.
const sleepFor = (seconds: number) => {
  vi.stubGlobal('TEST_DOWNLOAD_TOOL_RETRY_MIN_SECONDS', seconds)
  vi.stubGlobal('TEST_DOWNLOAD_TOOL_RETRY_MAX_SECONDS', seconds)
}
sleepFor(0)

const archive = Buffer.alloc(200_000, 'archive')
const sha256 = createHash('sha256').update(archive).digest('hex')
const cpython = distribution({ sha256 })

describe('an archive', async () => {
  const folder = await temporaryFolder('downloads of 100%')
  const first = await startMirror({ files: { 'a+b.tar.gz': archive } })
  const second = await startMirror({ files: { 'a+b.tar.gz': archive } })
  const urls = [first, second].map(({ url }) => new URL(`${url}/a%2Bb.tar.gz`))
  const locations = urls.map((url): Location => ({ url, authorization: null }))
  let file = ''
  let count = 0

  const download = (options: Partial<Download> = {}) => {
    return downloadArchive({
      distribution: cpython,
      locations,
      file,
      limits: downloadLimits,
      signal: new AbortController().signal,
      onProgress: () => {},
      onMessage: () => {},
      ...options,
    })
  }
  const limits = (changes: Partial<typeof downloadLimits>) => ({
    limits: { ...downloadLimits, ...changes },
  })
  const failure = (message: string) => ({
    code: 'DOWNLOAD_FAILED',
    message: expect.stringContaining(message),
    hint: expect.stringContaining('mirror'),
  })

  beforeEach(() => {
    file = path.join(folder.path, `${count++}.archive`)
    first.clear()
    second.clear()
  })
  afterAll(async () => {
    await Promise.all([first.close(), second.close()])
    await folder.remove()
  })

  it('comes from the first source', async () => {
    const { url, sizeBytes, ...rest } = await download()
    expect(rest).toEqual({ file })
    expect([url, sizeBytes]).toEqual([urls[0], archive.length])
    expect(await readFile(file)).toEqual(archive)
    expect(second.requests).toEqual([])
  })

  it('is waited for while more of it keeps arriving', async () => {
    first.behave(/./, behave.drip(100_000))
    const progress: number[] = []
    const onProgress = (sizeBytes: number) => void progress.push(sizeBytes)
    await download({ ...limits({ stallMs: 1500 }), onProgress })
    expect(second.requests).toEqual([])
    expect(progress.length).toBeGreaterThan(1)
    expect(progress).toEqual(progress.toSorted((a, b) => a - b))
  })

  it.each([
    ['has not got it', behave.status(404)],
    ['refuses', behave.status(403)],
    ['is out of order', behave.status(500)],
    ['breaks the connection', behave.reset()],
    ['breaks the connection time and again', behave.reset(1000)],
  ])('comes from the second source where the first one %s', async (_, fault) => {
    first.behave(/./, fault)
    const { url, file: arrived } = await download()
    expect(url).toEqual(urls[1])
    // Windows unpacks a zip by its ending.
    expect(path.extname(arrived)).toBe('.archive')
    expect(arrived).not.toBe(file)
    expect(await readFile(arrived)).toEqual(archive)
  })

  it.each([
    ['before the first byte', behave.stall()],
    ['on the way', behave.stall(50_000)],
  ])('comes from the second source where the first one goes silent %s', async (_, fault) => {
    first.behave(/./, fault)
    const { url, file: arrived } = await download(limits({ stallMs: 100 }))
    expect(url).toEqual(urls[1])
    expect(await readFile(arrived)).toEqual(archive)
    expect(first.requests.length).toBe(1)
  })

  it('is given up at once where the disk is full', async ({ skip, onTestFinished }) => {
    const small = path.join(folder.path, 'small')
    await mkdir(small)
    const disk = await mountDisk(small, { sizeBytes: archive.length / 2 })
    if (disk === null) skip('needs root on Linux, to mount a small disk')
    onTestFinished(() => disk?.remove())
    // Would the downloader go on, the test ran out of time.
    sleepFor(60)
    onTestFinished(() => sleepFor(0))
    const lines: string[] = []
    const onMessage = ({ isDebug, text }: OutputLine) => {
      if (!isDebug) lines.push(text)
    }
    await expect(download({ file: path.join(small, 'archive'), onMessage })).rejects.toMatchObject({
      code: 'DISK_FAILED',
      message: expect.stringContaining('The disk was full (ENOSPC)'),
    })
    expect(lines).toEqual([])
    expect(second.requests).toEqual([])
  })

  it('is late for reasons that are told', async () => {
    const lines: string[] = []
    const onMessage = ({ isDebug, text }: OutputLine) => {
      if (!isDebug) lines.push(text)
    }
    first.behave(/./, behave.stall(1000))
    await download({ ...limits({ stallMs: 100 }), onMessage })
    first.clear()
    first.behave(/./, behave.status(404))
    await download({ onMessage, file: `${file}-again` })
    first.clear()
    first.behave(/./, behave.times(1, behave.reset(100_000)))
    await download({ locations: locations.slice(0, 1), onMessage, file: `${file}-once-more` })
    expect(lines).toEqual([
      `nothing arrived for 0.1 s; trying ${urls[1]?.host} as well`,
      `${urls[0]}: HTTP 404; trying ${urls[1]?.host} as well`,
      'aborted',
      'Waiting 0 seconds before trying again',
    ])
  })

  it('comes from the first source where that wakes up before the second one is through', async () => {
    const gates = [behave.gate(1000), behave.gate(1000)] as const
    first.behave(/./, gates[0].behaviour)
    second.behave(/./, gates[1].behaviour)
    const downloaded = download(limits({ stallMs: 100 }))
    await gates[1].reached
    gates[0].open()
    expect(await downloaded).toMatchObject({ url: urls[0], file })
    expect(await readFile(file)).toEqual(archive)
  })

  it('is asked for again where the connection broke', async () => {
    first.behave(/./, behave.times(2, behave.reset(100_000)))
    expect(await download({ locations: locations.slice(0, 1) })).toMatchObject({ url: urls[0] })
    expect(await readFile(file)).toEqual(archive)
  })

  it('is asked for once more where the only source goes silent', async () => {
    first.behave(/./, behave.times(1, behave.stall(1000)))
    const one = { locations: locations.slice(0, 1), ...limits({ stallMs: 100 }) }
    const { file: arrived } = await download(one)
    expect(await readFile(arrived)).toEqual(archive)
    first.behave(/./, behave.stall())
    await expect(
      download({ ...one, ...limits({ stallMs: 100, silenceMs: 500 }) }),
    ).rejects.toThrow()
  })

  it('is found where the only source names no more than a path', async () => {
    first.add('moved', archive)
    first.behave('a+b.tar.gz', behave.redirect('/moved'))
    // The downloader takes that for an error, and sleeps.
    sleepFor(60)
    await download({ locations: locations.slice(0, 1), ...limits({ stallMs: 100 }) })
    sleepFor(0)
    expect(first.requestsFor('moved').length).toBeGreaterThan(0)
  })

  it('that starts anew is not taken for silent', async () => {
    const small = Buffer.alloc(80_000, 'small')
    first.add('small', small)
    const faults = [behave.drip(100_000), behave.times(1, behave.reset(79_000))]
    first.behave('small', ...faults, behave.afterTimes(1, behave.drip(50_000)))
    const url = new URL(`${first.url}/small`)
    const patience = limits({ stallMs: 1000, silenceMs: 1000 })
    const one = {
      distribution: distribution({ sha256: null }),
      locations: [{ url, authorization: null }],
    }
    const { sizeBytes } = await download({ ...one, ...patience })
    expect(sizeBytes).toBe(small.length)
    expect(first.requests.length).toBe(2)
  })

  it('that no source has is an error that says what each one answered', async () => {
    first.behave(/./, behave.status(404))
    second.behave(/./, behave.status(403))
    await expect(download()).rejects.toMatchObject(
      failure(
        `The archive of ${cpython.key} could not be downloaded: ${urls[0]}: HTTP 404; ${urls[1]}: HTTP 403.`,
      ),
    )
    expect([first.requests.length, second.requests.length]).toEqual([1, 1])
  })

  it('is the last that is heard of any source', async () => {
    const held = behave.gate()
    first.behave(/./, held.behaviour, behave.reset(1000))
    const lines: string[] = []
    const onMessage = ({ text }: OutputLine) => void lines.push(text)
    expect(await download({ ...limits({ stallMs: 100 }), onMessage })).toMatchObject({
      url: urls[1],
    })
    const told = lines.length
    held.open()
    await vi.waitFor(() => expect(first.requests.length).toBeGreaterThan(0))
    await sleep(300)
    expect(lines.length).toBe(told)
  })

  it('is taken as it comes: other bytes than expected are for the checksum to find', async () => {
    first.behave(/./, behave.corrupt())
    const { url } = await download()
    expect(url).toEqual(urls[0])
    expect(second.requests).toEqual([])
  })

  it('is given up where all sources are silent', async () => {
    first.behave(/./, behave.stall(1000))
    second.behave(/./, behave.stall())
    const silent = download(limits({ stallMs: 100, silenceMs: 500 }))
    await expect(silent).rejects.toMatchObject(failure('nothing arrived for 0.5 s'))
    expect(second.requests.length).toBe(1)
  })

  it('is given up where it takes too long', async () => {
    first.behave(/./, behave.drip(20_000))
    const slow = download(limits({ deadlineMs: 600 }))
    await expect(slow).rejects.toMatchObject(failure('not complete after 0.01 min'))
  })

  it('is given up where it is larger than any Python', async () => {
    first.behave(/./, behave.drip(50_000))
    const large = download(limits({ maxBytes: 1024 }))
    await expect(large).rejects.toMatchObject(failure('it is larger than 0.0009765625 MiB'))
  })

  it('names what failed before when it is given up', async () => {
    first.behave(/./, behave.status(404))
    second.behave(/./, behave.stall())
    const silent = download(limits({ silenceMs: 300 }))
    await expect(silent).rejects.toMatchObject(failure('HTTP 404; nothing arrived'))
  })

  it('is not waited for after an abort', async () => {
    const gate = behave.gate(1000)
    first.behave(/./, gate.behaviour)
    const controller = new AbortController()
    const downloaded = download({ signal: controller.signal })
    await gate.reached
    const reason = new Error('another step failed')
    controller.abort(reason)
    await expect(downloaded).rejects.toBe(reason)
    expect(second.requests).toEqual([])
  })

  describe('of a folder', () => {
    it.for<[string, string]>([
      ['a+b#1.tar.gz', 'is read where it lies'],
      ['a+b#1.zip', 'is copied, as it is read more than once'],
    ])('(%s) %s', async ([name]) => {
      const local = path.join(folder.path, name)
      await writeFile(local, archive)
      const url = pathToFileURL(local)
      const options = {
        distribution: distribution({ url }),
        locations: [{ url, authorization: null }],
      }
      const copy = { file: name.endsWith('.zip') ? file : local, url, sizeBytes: archive.length }
      expect(await download(options)).toEqual(copy)
      expect(await readFile(copy.file)).toEqual(archive)
    })

    it('that is not there is an error', async () => {
      const url = pathToFileURL(path.join(folder.path, 'missing'))
      const missing = download({ locations: [{ url, authorization: null }] })
      const found = `could not be downloaded: there is no such file in ${folder.path}.`
      await expect(missing).rejects.toMatchObject(failure(found))
      const itself = download({
        locations: [{ url: pathToFileURL(folder.path), authorization: null }],
      })
      await expect(itself).rejects.toMatchObject(failure('it is not a file'))
    })
  })

  describe('behind a token', () => {
    const withToken = [{ url: urls[0] as URL, authorization: 'Bearer secret' }]
    const tokens = (mirror: typeof first) => {
      return new Set(mirror.requests.map(({ headers }) => headers.authorization))
    }

    it('is asked for with it', async () => {
      await download({ locations: withToken })
      expect(tokens(first)).toEqual(new Set(['Bearer secret']))
    })

    it('takes it along within its own origin', async () => {
      first.add('moved', archive)
      first.behave('a+b.tar.gz', behave.redirect('/moved'))
      await download({ locations: withToken })
      expect(tokens(first)).toEqual(new Set(['Bearer secret']))
      expect(first.requestsFor('moved').length).toBeGreaterThan(0)
    })

    it.each([
      ['another port', () => second.url],
      ['another host', () => second.otherUrl],
      ['another name of the same host', () => first.otherUrl],
    ])('does not take it along to %s', async (_, origin) => {
      first.behave('a+b.tar.gz', behave.redirect(`${origin()}/moved`))
      first.add('moved', archive)
      second.add('moved', archive)
      await download({ locations: withToken })
      const followed = [...first.requestsFor('moved'), ...second.requestsFor('moved')]
      expect(followed.map(({ headers }) => headers.authorization)).toEqual([undefined])
      expect(await readFile(file)).toEqual(archive)
    })

    it('does not get it back after a detour', async () => {
      first.behave('a+b.tar.gz', behave.redirect(`${second.url}/detour`))
      second.behave('detour', behave.redirect(`${first.url}/moved`))
      first.add('moved', archive)
      await download({ locations: withToken })
      const [moved] = first.requestsFor('moved')
      expect(moved?.headers.authorization).toBe(undefined)
    })

    it('is asked for again when the server stumbles', async () => {
      first.behave(/./, behave.times(1, behave.status(503)))
      await download({ locations: withToken })
      expect(tokens(first)).toEqual(new Set(['Bearer secret']))
    })

    it('that goes in circles is an error', async () => {
      first.behave(/./, behave.redirect('/a%2Bb.tar.gz'))
      await expect(download({ locations: withToken })).rejects.toMatchObject(failure('redirects'))
    })

    it('that is not there, or not for this token, is an error', async () => {
      first.behave(/./, behave.status(401))
      await expect(download({ locations: withToken })).rejects.toMatchObject(failure('401'))
      expect(first.requests.length).toBe(1)
    })
  })
})
