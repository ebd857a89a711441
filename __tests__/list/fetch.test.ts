import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { ActionError } from '../../src/domain/errors.ts'
import { fetchList } from '../../src/list/fetch.ts'
import * as behave from '../support/behaviours.ts'
import { startMirror } from '../support/mirror.ts'
import { temporaryFolder } from '../support/shared.ts'

const never = new AbortController().signal
const limits = { timeoutMs: 30_000, attempts: 3, retryDelayMs: 1, maxBytes: 1000 }

describe('a list on a server', async () => {
  const mirror = await startMirror({ files: { 'list.json': Buffer.from('{"é": 1}') } })
  const url = new URL(`${mirror.url}/list.json`)
  const fetchIt = (from = url, authorization: string | null = null) =>
    fetchList({ url: from, authorization }, never, limits)

  beforeEach(mirror.clear)
  afterAll(mirror.close)

  it('is read, with the credentials that belong to it', async () => {
    expect(await fetchIt()).toBe('{"é": 1}')
    expect(await fetchIt(url, 'Basic abc')).toBe('{"é": 1}')
    const sent = mirror.requests.map(({ headers }) => headers.authorization)
    expect(sent).toEqual([undefined, 'Basic abc'])
  })

  it('is asked for again when the server stumbles', async () => {
    mirror.behave('list.json', behave.times(2, behave.status(503)))
    expect(await fetchIt()).toBe('{"é": 1}')
  })

  it('that is not there is not asked for again, and the error says what to do', async () => {
    const missing = new URL(`${mirror.url}/missing.json`)
    await expect(fetchIt(missing)).rejects.toMatchObject({
      code: 'LIST_UNAVAILABLE',
      message: `The list of Python distributions at ${missing.href} could not be read: HTTP 404 Not Found.`,
      hint: expect.stringContaining('python-downloads-json-url'),
      cause: { name: 'HttpError', status: 404 },
    })
    expect(mirror.requests.length).toBe(1)
  })

  it('must be of a size that a list can have', async () => {
    mirror.add('large', Buffer.alloc(1001, ' '))
    await expect(fetchIt(new URL(`${mirror.url}/large`))).rejects.toThrow('more than 1000 bytes')
  })

  it('is not waited for when the job is cancelled: that is the error then', async () => {
    const held = behave.gate()
    mirror.behave('list.json', held.behaviour)
    const controller = new AbortController()
    const asked = fetchList({ url, authorization: null }, controller.signal)
    await held.reached
    const cancelled = new ActionError({ code: 'CANCELLED', message: 'cancelled', hint: '' })
    controller.abort(cancelled)
    await expect(asked).rejects.toBe(cancelled)
  })
})

describe('a list in a file', async () => {
  const folder = await temporaryFolder('a list #1 %41')
  afterAll(folder.remove)

  it('is read', async () => {
    const file = path.join(folder.path, 'list.json')
    await writeFile(file, '\uFEFF{}')
    const location = { url: pathToFileURL(file), authorization: null }
    expect(await fetchList(location, never)).toBe('{}')
  })

  it('that is not there is an error', async () => {
    const url = pathToFileURL(path.join(folder.path, 'missing.json'))
    await expect(fetchList({ url, authorization: null }, never)).rejects.toMatchObject({
      code: 'LIST_UNAVAILABLE',
      message: expect.stringContaining(
        `could not be read: there is no such file in ${folder.path}.`,
      ),
    })
  })
})
