import { writeFile } from 'node:fs/promises'
import { get } from 'node:https'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import * as behave from './behaviours.ts'
import { makeCertificate } from './certificate.ts'
import { startMirror } from './mirror.ts'
import { temporaryFolder } from './shared.ts'

const archive = Buffer.alloc(200_000, 'archive')
const path = '20250612/cpython-3.13.5+20250612-x86_64.tar.gz'

describe('a mirror', async () => {
  const folder = await temporaryFolder()
  const file = join(folder.path, 'list.json')
  await writeFile(file, '{}')
  const mirror = await startMirror({ files: { [path]: archive, 'list.json': file } })
  const url = `${mirror.url}/${path.replace('+', '%2B')}`
  const download = async (from = url) => Buffer.from(await (await fetch(from)).arrayBuffer())

  beforeEach(mirror.clear)
  afterAll(() => Promise.all([mirror.close(), folder.remove()]))

  it('serves files and bytes, and remembers who asked for what', async () => {
    expect(await download()).toEqual(archive)
    const list = await fetch(`${mirror.url}/list.json`, { headers: { authorization: 'Bearer x' } })
    expect(await list.json()).toEqual({})
    expect((await fetch(`${mirror.url}/nothing`)).status).toBe(404)
    expect(mirror.requests.map(request => request.path)).toEqual([path, 'list.json', 'nothing'])
    expect(mirror.requestsFor(/list/)[0]?.headers.authorization).toBe('Bearer x')
  })

  it('answers with a status and headers, for as many requests as it is told', async () => {
    mirror.behave(path, behave.times(2, behave.status(429, { 'retry-after': '7' })))
    const answers = [await fetch(url), await fetch(url), await fetch(url)]
    expect(answers.map(answer => answer.status)).toEqual([429, 429, 200])
    expect(answers[0]?.headers.get('retry-after')).toBe('7')
    mirror.behave(path, behave.afterTimes(1, behave.status(503)))
    expect((await fetch(url)).status).toBe(200)
    expect((await fetch(url)).status).toBe(503)
  })

  it('breaks connections, before and within a body', async () => {
    mirror.behave(path, behave.reset())
    await expect(fetch(url)).rejects.toThrow('fetch failed')
    mirror.behave(path, behave.reset(1000))
    await expect(download()).rejects.toThrow()
  })

  it('cuts bodies short, so that a client can tell or not', async () => {
    mirror.behave(path, behave.truncate(1000, { contentLength: true }))
    await expect(download()).rejects.toThrow()
    mirror.behave(path, behave.truncate(1000, { contentLength: false }))
    expect(await download()).toEqual(archive.subarray(0, 1000))
  })

  it('spoils bodies in good order', async () => {
    mirror.behave(path, behave.corrupt())
    const corrupted = await download()
    expect(corrupted.length).toBe(archive.length)
    expect(corrupted.equals(archive)).toBe(false)
    mirror.behave(
      path,
      behave.replaceBody(body => body.subarray(5)),
    )
    expect(await download()).toEqual(archive.subarray(5))
  })

  it('goes silent, before the headers and within a body', async () => {
    mirror.behave(path, behave.stall())
    const silent = fetch(url, { signal: AbortSignal.timeout(100) })
    await expect(silent).rejects.toThrow('timeout')
    mirror.behave(path, behave.stall(1000))
    const reader = (await fetch(url)).body?.getReader()
    expect((await reader?.read())?.value?.length).toBe(1000)
    const next = reader?.read().then(() => 'more')
    expect(await Promise.race([next, sleep(100, 'silence')])).toBe('silence')
    await reader?.cancel()
  })

  it('is slow for one and for all, and combines faults', async () => {
    mirror.behave(path, behave.drip(2_000_000), behave.corrupt())
    expect((await download()).length).toBe(archive.length)
    mirror.behave(path, behave.rateLimit(2_000_000))
    expect(await Promise.all([download(), download()])).toEqual([archive, archive])
  })

  it('redirects, to itself and to another host', async () => {
    mirror.behave('old', behave.redirect('/list.json'))
    mirror.behave('far', behave.redirect(`${mirror.otherUrl}/list.json`))
    expect((await download(`${mirror.url}/old`)).toString()).toBe('{}')
    expect((await download(`${mirror.url}/far`)).toString()).toBe('{}')
    expect(mirror.requests.map(({ host }) => host.split(':')[0])).toEqual([
      '127.0.0.1',
      '127.0.0.1',
      '127.0.0.1',
      'localhost',
    ])
  })

  it('holds an answer until the test lets it go', async () => {
    const events: string[] = []
    for (const afterBytes of [0, 1000]) {
      const held = behave.gate(afterBytes)
      mirror.behave(path, held.behaviour)
      const done = download().then(() => events.push('done'))
      await held.reached
      events.push('reached')
      held.open()
      await done
    }
    expect(events).toEqual(['reached', 'done', 'reached', 'done'])
  })
})

it('speaks https with a certificate made on the spot', async () => {
  const certificate = makeCertificate(['localhost', '127.0.0.1'])
  await using mirror = await startMirror({ files: { hello: Buffer.from('hi') }, certificate })
  for (const url of [mirror.url, mirror.otherUrl]) {
    await expect(fetch(`${url}/hello`)).rejects.toThrow('fetch failed')
    const answer = await new Promise<string>((resolve, reject) => {
      const request = get(`${url}/hello`, { ca: certificate.cert, agent: false }, response =>
        resolve(text(response)),
      )
      request.on('error', reject)
    })
    expect(answer).toBe('hi')
  }
})
