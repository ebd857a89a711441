import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, vi } from 'vitest'
import * as behave from '../support/behaviours.ts'
import { makeCertificate } from '../support/certificate.ts'
import {
  type FaultFixture,
  type FaultFixtures,
  startFaultFixtures,
} from '../support/fault-fixture.ts'
import { type End, fails, works } from '../support/fault-rows.ts'
import { defineArea } from '../support/faults.ts'
import { listJson } from '../support/list.ts'
import { startProxy } from '../support/proxy.ts'
import type { Variables } from '../support/runner-environment.ts'
import { listPath, requestFor } from '../support/runner-fixture.ts'

// Most of these jobs do nothing but wait.
vi.setConfig({ maxConcurrency: 100 })

let fixtures: FaultFixtures
beforeAll(async () => {
  fixtures = await startFaultFixtures()
})
afterAll(() => fixtures.close())

const fault = defineArea('Network')

/** What a server can do to a list, or to an archive, and what becomes of the job; `null`: no row. */
interface ServerFault {
  readonly fault: string
  readonly behave: () => behave.Behaviour
  readonly list: End | null
  readonly archive: End | null
  /** Where the job does nothing but wait for a long time. */
  readonly waits?: 'archive' | 'both'
  /** Other limits, where a row waits for them to pass. */
  readonly env?: Variables
}

/** Other requests come soon, as the tests have shown that they are waited for. */
const hasty = { SETUP_MANAGED_PYTHON_RETRY_DELAY: '0' }

const unavailable = (text: string) => fails('LIST_UNAVAILABLE', text)
const failed = (text: string) => fails('DOWNLOAD_FAILED', text)
const notJson = fails('LIST_INVALID', 'is not JSON')
const altered = fails('CHECKSUM_MISMATCH', 'but the list says')
const { redirect, replaceBody, reset, stall, status, truncate } = behave
const once = (behaviour: behave.Behaviour) => behave.times(1, behaviour)
const cut = (contentLength: boolean) => truncate(200, { contentLength })
const page = '<html>Please log in</html>'
/** When half of an archive has been unpacked. */
const halfway = (end: behave.Answer['end']): behave.Behaviour => {
  return answer => ({ ...answer, sentBytes: answer.body.length >> 1, end })
}

/** The downloader takes it for an error: it has to be silent for us to have a look ourselves. */
const redirecting = { UV_HTTP_TIMEOUT: '60', SETUP_MANAGED_PYTHON_RETRY_DELAY: '8' }

const serverFaults: readonly ServerFault[] = [
  {
    fault: '404',
    behave: () => status(404),
    list: unavailable('HTTP 404 Not Found'),
    archive: failed('HTTP 404'),
  },
  {
    fault: '403',
    behave: () => status(403),
    list: unavailable('HTTP 403 Forbidden'),
    archive: failed('HTTP 403'),
  },
  {
    fault: '429 with Retry-After, once',
    behave: () => once(status(429, { 'retry-after': '1' })),
    list: works(),
    archive: works(),
    waits: 'archive',
  },
  {
    fault: '429 without Retry-After, once',
    behave: () => once(status(429)),
    list: works(),
    archive: works(),
    waits: 'archive',
  },
  {
    fault: '429, always',
    behave: () => status(429),
    list: unavailable('HTTP 429 Too Many Requests'),
    archive: failed('HTTP 429'),
    waits: 'archive',
  },
  {
    fault: '500, once',
    behave: () => once(status(500)),
    list: works(),
    archive: works(),
    waits: 'archive',
  },
  {
    fault: '503, always',
    behave: () => status(503),
    list: unavailable('HTTP 503 Service Unavailable'),
    archive: failed('HTTP 503'),
    waits: 'archive',
  },
  {
    fault: 'connection reset, once',
    behave: () => once(reset()),
    list: works(),
    archive: works(),
    waits: 'archive',
  },
  {
    fault: 'connection reset, always',
    behave: () => reset(),
    list: unavailable('could not be read'),
    archive: failed('ECONNRESET'),
    waits: 'archive',
  },
  {
    fault: 'connection reset within the body, once',
    behave: () => once(reset(200)),
    list: works(),
    archive: works(),
    waits: 'archive',
  },
  {
    fault: 'connection reset halfway, once',
    behave: () => once(halfway('reset')),
    list: works(),
    archive: works('unpacks from the start again'),
    waits: 'archive',
  },
  {
    fault: 'cut short with content-length, once',
    behave: () => once(cut(true)),
    list: works(),
    archive: works(),
    waits: 'archive',
  },
  {
    fault: 'cut short without content-length',
    behave: () => cut(false),
    list: notJson,
    archive: altered,
  },
  { fault: 'one byte is wrong', behave: behave.corrupt, list: null, archive: altered },
  {
    fault: 'more than there should be',
    behave: () => replaceBody(body => Buffer.concat([body, Buffer.from('more')])),
    list: notJson,
    archive: altered,
  },
  {
    fault: 'the same, packed once more',
    behave: () => replaceBody(body => gzipSync(gunzipSync(body), { level: 1 })),
    list: null,
    archive: altered,
  },
  {
    fault: 'half of something else, and reset, once',
    behave: () => once(async answer => halfway('reset')(await behave.corrupt()(answer))),
    list: null,
    archive: works('what was unpacked of it is gone'),
    waits: 'archive',
  },
  {
    fault: 'a login page with status 200',
    behave: () => replaceBody(() => page),
    list: notJson,
    archive: altered,
  },
  {
    fault: 'no end to it',
    behave: () => replaceBody(body => Buffer.alloc(65 * 1024 ** 2, body)),
    list: unavailable('more than 67108864 bytes'),
    archive: null,
  },
  {
    fault: 'slow, but steady',
    behave: () => behave.drip(2_000_000),
    list: works(),
    archive: works(),
    waits: 'archive',
  },
  {
    fault: 'accepts and stalls',
    behave: () => stall(),
    list: unavailable('no complete answer within 3 s'),
    archive: failed('nothing arrived for 3 s'),
    waits: 'both',
    env: { UV_HTTP_TIMEOUT: '3' },
  },
  {
    fault: 'stalls halfway, once',
    behave: () => once(halfway('stall')),
    list: null,
    archive: works('another attempt is started beside the silent one after 5 s'),
    waits: 'archive',
  },
  {
    fault: 'stalls within the body, once',
    behave: () => once(stall(200)),
    list: works(),
    archive: works('another attempt is started beside the silent one after 5 s'),
    waits: 'both',
  },
  {
    fault: 'a redirect to a path',
    behave: () => redirect('/moved'),
    list: works(),
    archive: works(),
    waits: 'archive',
    env: redirecting,
  },
  {
    fault: 'redirects in circles',
    behave: () => redirect('?again'),
    list: unavailable('more than 20 redirects'),
    archive: failed('more than 10 redirects'),
    waits: 'archive',
    env: redirecting,
  },
  {
    fault: 'a redirect to nowhere',
    behave: () => redirect('http://[nowhere'),
    list: unavailable('could not be read'),
    archive: failed('Invalid URL'),
    waits: 'archive',
  },
]

for (const { fault: what, behave: behaviour, list, archive, waits, ...row } of serverFaults) {
  const env = { ...hasty, ...row.env }
  if (list !== null) {
    fault({ stage: 'list', fault: what, end: list }, async () => {
      await using fixture = await fixtures.open({ patient: waits === 'both' })
      fixture.mirror.add('moved', Buffer.from(listJson([fixture.offer])))
      fixture.mirror.behave(listPath, behaviour())
      return await fixture.run({}, { env })
    })
  }
  if (archive !== null) {
    fault({ stage: 'archive', fault: what, end: archive }, async () => {
      await using fixture = await fixtures.open({ patient: waits !== undefined })
      fixture.mirror.add('moved', fixture.offer.file)
      fixture.mirror.behave(fixture.offer.path, behaviour())
      return await fixture.run({}, { env })
    })
  }
}

// Where a connection leads: to another host, to no host, through a proxy, to someone who is not it.

for (const stage of ['list', 'archive'] as const) {
  const pathOf = ({ offer }: FaultFixture) => (stage === 'list' ? listPath : offer.path)
  /** The inputs that look for the one thing elsewhere. */
  const elsewhere = (base: string) =>
    stage === 'list' ? { 'python-downloads-json-url': `${base}/${listPath}` } : { mirror: base }
  const unreachable = stage === 'list' ? unavailable : failed

  fault({ stage, fault: 'a redirect to another host', end: works() }, async () => {
    await using fixture = await fixtures.open()
    const path = pathOf(fixture)
    fixture.mirror.behave(path, once(redirect(`${fixture.mirror.otherUrl}/${path}`)))
    const job = await fixture.run()
    const hosts = fixture.mirror.requestsFor(path).map(({ host }) => host.split(':')[0])
    expect(hosts).toContain('localhost')
    return job
  })

  fault(
    { stage, fault: 'a certificate that nobody vouches for', end: unreachable('self-signed') },
    async () => {
      const certificate = makeCertificate(['127.0.0.1'])
      await using fixture = await fixtures.open({ patient: true })
      await using impostor = await fixtures.open({ certificate })
      const job = await fixture.run(elsewhere(impostor.mirror.url), { env: hasty })
      expect(impostor.mirror.requests).toEqual([])
      return job
    },
  )

  fault({ stage, fault: 'no such host', end: unreachable('mirror.invalid') }, async () => {
    await using fixture = await fixtures.open({ patient: true })
    return await fixture.run(elsewhere('http://mirror.invalid'), { env: hasty })
  })

  fault({ stage, fault: 'nobody listens', end: unreachable('ECONNREFUSED') }, async () => {
    await using fixture = await fixtures.open({ patient: true })
    const gone = await fixtures.open()
    await gone.mirror.close()
    return await fixture.run(elsewhere(gone.mirror.url), { env: hasty })
  })

  fault({ stage, fault: 'only a proxy knows the host', end: works() }, async () => {
    await using fixture = await fixtures.open()
    await using proxy = await startProxy({ routes: { 'mirror.test:80': fixture.mirror.port } })
    const env = { ...hasty, http_proxy: proxy.url }
    const job = await fixture.run(elsewhere('http://mirror.test'), { env })
    const asked = new Set(proxy.requests.map(request => request.split('mirror.test')[0]))
    // A slow one has its size asked for besides.
    expect([...asked].filter(each => !/^(GET|HEAD) http:\/\/$/.test(each ?? ''))).toEqual([])
    expect(asked).toContain('GET http://')
    return job
  })

  fault(
    { stage, fault: 'no_proxy keeps from the proxy', end: unreachable('mirror.test') },
    async () => {
      await using fixture = await fixtures.open({ patient: true })
      await using proxy = await startProxy({ routes: { 'mirror.test:80': fixture.mirror.port } })
      const env = { ...hasty, http_proxy: proxy.url, no_proxy: '10.0.0.0/8,*.test' }
      const job = await fixture.run(elsewhere('http://mirror.test'), { env })
      expect(proxy.requests).toEqual([])
      return job
    },
  )

  fault(
    { stage, fault: 'the proxy refuses', end: unreachable(`http://elsewhere.test/`) },
    async () => {
      await using fixture = await fixtures.open({ patient: true })
      await using proxy = await startProxy()
      return await fixture.run(elsewhere('http://elsewhere.test'), {
        env: { ...hasty, http_proxy: proxy.url },
      })
    },
  )
}

// The list cannot be had: does the tool cache have what is needed?

const fallback = { stage: 'list', fault: '404 with check-latest, a match in the tool cache' }
fault({ ...fallback, end: works('the match, with a warning') }, async () => {
  await using fixture = await fixtures.open()
  await fixture.run()
  fixture.mirror.behave(listPath, status(404))
  const job = await fixture.run({ 'check-latest': 'true' })
  expect(job.annotations).toMatchObject([
    { level: 'warning', message: expect.stringMatching(/HTTP 404.*tool cache has/) },
  ])
  return job
})

fault(
  {
    stage: 'list',
    fault: '404 with check-latest, another version in the tool cache',
    end: unavailable('HTTP 404 Not Found'),
  },
  async () => {
    await using fixture = await fixtures.open()
    await fixture.run()
    fixture.mirror.behave(listPath, status(404))
    const inputs = { 'check-latest': 'true', 'python-version': requestFor(fixtures.newer) }
    return await fixture.run(inputs)
  },
)
