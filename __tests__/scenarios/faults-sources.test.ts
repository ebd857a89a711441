import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, vi } from 'vitest'
import { releasesPath } from '../../src/domain/list-sources.ts'
import * as behave from '../support/behaviours.ts'
import { type Certificate, makeCertificate } from '../support/certificate.ts'
import { type FaultFixtures, startFaultFixtures } from '../support/fault-fixture.ts'
import { fails, works } from '../support/fault-rows.ts'
import { defineArea } from '../support/faults.ts'
import { listJson, type Offer, releaseLine } from '../support/list.ts'
import { type Mirror, startMirror } from '../support/mirror.ts'
import { startProxy } from '../support/proxy.ts'
import type { JobResult } from '../support/runner.ts'
import type { Variables } from '../support/runner-environment.ts'
import { requestFor } from '../support/runner-fixture.ts'
import { slimOffer } from '../support/slim.ts'

// The public hosts, with nothing configured: a proxy leads to servers here that speak in their names.
vi.setConfig({ maxConcurrency: 100 })

const astral = 'releases.astral.sh'
const github = 'github.com'
const raw = 'raw.githubusercontent.com'
const hosts = [astral, github, raw, 'api.github.com', 'release-assets.githubusercontent.com']
const releases = 'python-build-standalone/releases/download/'
const list = 'astral-sh/uv/main/crates/uv-python-managed/download-metadata.json'

let fixtures: FaultFixtures
let certificate: Certificate
let authority: string
/** Released after the history was written. */
let released: Offer
beforeAll(async () => {
  fixtures = await startFaultFixtures()
  const [original] = fixtures.runner.builds
  released = await slimOffer(original, { build: '20991231', folder: fixtures.folder })
  certificate = makeCertificate(hosts)
  authority = join(fixtures.folder, 'authority.pem')
  await writeFile(authority, certificate.cert)
})
afterAll(() => fixtures.close())

interface Internet {
  readonly server: Mirror
  /** The archive's path on the one host and on the other. */
  readonly first: string
  readonly second: string
  /** Who was asked for the archive, in order. */
  archiveHosts(): readonly string[]
}

/** Runs a job that knows nothing but the public hosts. */
async function runPublicly(
  prepare: (internet: Internet) => void | Promise<void>,
  inspect: (internet: Internet, connections: readonly string[]) => void = () => {},
  {
    slim = fixtures.slim,
    patience = patient,
  }: { readonly slim?: Offer; readonly patience?: Variables } = {},
): Promise<JobResult> {
  await using server = await startMirror({ certificate })
  await using proxy = await startProxy({
    routes: Object.fromEntries(hosts.map(host => [`${host}:443`, server.port])),
  })
  const first = `github/${releases}${slim.path}`
  const second = `astral-sh/${releases}${slim.path}`
  server.add(list, Buffer.from(listJson([slim])))
  server.add(releasesPath, Buffer.from(releaseLine(slim)))
  for (const path of [first, second, 'asset']) server.add(path, slim.file)
  const archiveHosts = () => server.requestsFor(/\.tar\.gz$|^asset$/).map(({ host }) => host)
  const internet = { server, first, second, archiveHosts }
  await prepare(internet)
  const machine = await fixtures.runner.machine()
  const job = await machine.run(
    {
      'python-version': requestFor(slim),
      ...{ mirror: '', 'pypy-mirror': '', 'python-downloads-json-url': '' },
    },
    {
      token: 'ghs_token',
      env: { https_proxy: proxy.url, NODE_EXTRA_CA_CERTS: authority, ...patience },
    },
  )
  inspect(internet, proxy.requests)
  return job
}

/** What a busy machine takes longer for than 15 s; an archive is waited for as usual. */
const patient = { UV_HTTP_TIMEOUT: '60' }
/** Where nobody answers, however long one waits. */
const hasty = { UV_HTTP_TIMEOUT: '3' }
/** However busy the machine is: a source that is not silent is not taken for it. */
const unhurried = { UV_HTTP_TIMEOUT: '600' }

const fault = defineArea('Public sources')
const stage = 'archive'

fault({ stage, fault: 'none', end: works('nobody but two hosts is asked') }, () =>
  runPublicly(
    () => {},
    ({ server }, connections) => {
      expect(new Set(connections)).toEqual(new Set([`CONNECT ${raw}:443`, `CONNECT ${astral}:443`]))
      // Of a download that lasts, the size is asked for as well: that is no one else.
      const tokens = server.requests.map(({ headers }) => headers.authorization)
      expect(new Set(tokens)).toEqual(new Set([undefined]))
    },
    { patience: unhurried },
  ),
)

for (const [what, how, behaviour] of [
  ['the first source answers 404', 'from the second source', () => behave.status(404)],
  ['the first source answers 503', 'from the second source, after 5 s', () => behave.status(503)],
  ['the first source breaks connections', 'from the second source, after 5 s', behave.reset],
  ['the first source stalls', 'from the second source, after 5 s', behave.stall],
  [
    'the first source stalls within the body',
    'from the second source, after 5 s',
    () => behave.stall(1000),
  ],
  [
    'the first source stalls when half is unpacked',
    'from the second source, after 5 s',
    (): behave.Behaviour => answer => ({
      ...answer,
      sentBytes: answer.body.length >> 1,
      end: 'stall',
    }),
  ],
] as const) {
  fault({ stage, fault: what, end: works(how) }, () =>
    runPublicly(
      ({ server, first }) => server.behave(first, behaviour()),
      ({ server, second, archiveHosts }) => {
        expect(archiveHosts().at(0)).toBe(astral)
        expect(archiveHosts()).toContain(github)
        expect(server.requestsFor(second)[0]?.headers.authorization).toBe('token ghs_token')
      },
    ),
  )
}

fault({ stage, fault: 'the first source is slow, but steady', end: works('from it') }, () =>
  runPublicly(
    ({ server, first }) => server.behave(first, behave.drip(1_000_000)),
    ({ archiveHosts }) => expect(new Set(archiveHosts())).toEqual(new Set([astral])),
    { patience: unhurried },
  ),
)

fault({ stage, fault: 'the first source wakes up again', end: works('from the faster one') }, () =>
  runPublicly(({ server, first, second }) => {
    const asleep = behave.gate(1000)
    const slow = behave.gate(1000)
    server.behave(first, asleep.behaviour)
    server.behave(second, slow.behaviour)
    void slow.reached.then(asleep.open)
  }),
)

fault(
  {
    stage,
    fault: 'the first source delivers other bytes',
    end: fails('CHECKSUM_MISMATCH', 'but the list says'),
  },
  () => runPublicly(({ server, first }) => server.behave(first, behave.corrupt())),
)

fault(
  {
    stage: 'list',
    fault: 'no hash for the archive',
    end: fails('CHECKSUM_MISSING', 'its archive cannot be verified'),
  },
  () =>
    runPublicly(({ server }) => {
      const { key, entry } = fixtures.slim
      server.add(list, Buffer.from(JSON.stringify({ [key]: { ...entry, sha256: null } })))
    }),
)

fault(
  {
    stage,
    fault: 'both sources answer 404',
    end: fails('DOWNLOAD_FAILED', `could not be downloaded: https://${astral}/`),
  },
  async () => {
    const job = await runPublicly(({ server, first, second }) => {
      for (const path of [first, second]) server.behave(path, behave.status(404))
    })
    expect(job.annotations[0]?.message).toContain(`https://${github}/`)
    return job
  },
)

fault({ stage, fault: 'GitHub redirects to its storage', end: works('which gets no token') }, () =>
  runPublicly(
    ({ server, first, second }) => {
      server.behave(first, behave.status(404))
      server.behave(second, behave.redirect(`https://${hosts[4]}/asset`))
    },
    ({ server }) => {
      const asked = server.requestsFor('asset').map(({ headers }) => headers.authorization)
      expect(new Set(asked)).toEqual(new Set([undefined]))
    },
  ),
)

const page = '<html>Please log in</html>'
const listFaults = [
  ['answers 403', () => behave.status(403)],
  ['answers 404', () => behave.status(404)],
  ['answers 429, with Retry-After', () => behave.status(429, { 'retry-after': '60' })],
  ['answers 503', () => behave.status(503)],
  ['breaks connections', () => behave.reset()],
  ['breaks off within the body', () => behave.truncate(200, { contentLength: true })],
  ['answers with a page', () => behave.replaceBody(() => page)],
  ['stalls', () => behave.stall()],
  ['stalls within the body', () => behave.stall(200)],
] as const

for (const [what, behaviour] of listFaults) {
  const after = what.startsWith('stalls') ? ', after 2 s' : ''
  fault(
    {
      stage: 'list',
      fault: `the list's host ${what}`,
      end: works(`by Astral's list of releases${after}`),
    },
    async () => {
      const job = await runPublicly(
        ({ server }) => server.behave(list, behaviour()),
        ({ server }) => expect(server.requestsFor(list)).toHaveLength(1),
        { slim: released },
      )
      expect(job.annotations).toEqual([])
      return job
    },
  )
  fault(
    {
      stage: 'list',
      fault: `the list's host, and Astral's, ${what}`,
      end: fails('LIST_UNAVAILABLE', 'The list inside this action is from 20'),
    },
    () =>
      runPublicly(
        ({ server }) => {
          for (const path of [list, releasesPath]) server.behave(path, behaviour())
        },
        () => {},
        { slim: released, patience: what.startsWith('stalls') ? hasty : patient },
      ),
  )
}
