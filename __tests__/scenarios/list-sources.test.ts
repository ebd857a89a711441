import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { archivesPath, releasesPath } from '../../src/domain/list-sources.ts'
import * as behave from '../support/behaviours.ts'
import { makeCertificate } from '../support/certificate.ts'
import { listJson, type Offer, releaseLine } from '../support/list.ts'
import { type Mirror, startMirror } from '../support/mirror.ts'
import { type Proxy as ForwardProxy, startProxy } from '../support/proxy.ts'
import {
  installationsOf,
  type Machine,
  type RunnerFixture,
  requestFor,
  startRunnerFixture,
} from '../support/runner-fixture.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/shared.ts'
import { slimOffer } from '../support/slim.ts'

const raw = 'raw.githubusercontent.com'
const astral = 'releases.astral.sh'
const list = 'astral-sh/uv/main/crates/uv-python-managed/download-metadata.json'
const unset = { mirror: '', 'pypy-mirror': '', 'python-downloads-json-url': '' }

let runner: RunnerFixture
let folder: TemporaryFolder
let server: Mirror
let proxy: ForwardProxy
/** Two builds that were released after the history was written. */
let older: Offer
let newer: Offer
let env: Record<string, string>
beforeAll(async () => {
  runner = await startRunnerFixture()
  folder = await temporaryFolder('list-sources')
  const [original] = runner.builds
  older = await slimOffer(original, { build: '20991230', folder: folder.path })
  newer = await slimOffer(original, { build: '20991231', folder: folder.path })
  const certificate = makeCertificate([raw, astral])
  const authority = join(folder.path, 'authority.pem')
  await writeFile(authority, certificate.cert)
  server = await startMirror({ certificate })
  for (const { path, file } of [older, newer]) server.add(`${archivesPath}${path}`, file)
  const routes = Object.fromEntries([raw, astral].map(host => [`${host}:443`, server.port]))
  proxy = await startProxy({ routes })
  env = { https_proxy: proxy.url, NODE_EXTRA_CA_CERTS: authority }
})
afterAll(async () => {
  await Promise.all([proxy.close(), server.close(), runner.close()])
  await folder.remove()
})

function run(machine: Machine, inputs: Record<string, string>, more: Record<string, string> = {}) {
  server.clear()
  return machine.run({ ...unset, ...inputs }, { env: { ...env, ...more } })
}

function down() {
  for (const path of [list, releasesPath]) server.behave(path, behave.status(403))
}

/** `3.13.5`, without a build. */
function versionOf(offer: Offer): string {
  return requestFor(offer).split('+')[0] ?? ''
}

describe('a build that is named', () => {
  it.each([
    ['3.13.5+20250612', {}, '3.13.5'],
    ['3.13.5', { UV_PYTHON_CPYTHON_BUILD: '20250612' }, '3.13.5'],
    ['pypy3.10-v7.3.17', {}, 'pypy3.10.14'],
    ['graalpy-25.0.2', {}, 'graalpy25.0.2'],
  ])('%s is found without any list', async (request, variables, version) => {
    const machine = await runner.machine()
    const inputs = { 'python-version': request, architecture: 'x64', 'resolve-only': 'true' }
    const job = await run(machine, inputs, variables)
    expect(job.annotations).toEqual([])
    expect(job.outputs['python-versions']).toContain(version)
    expect(server.requests).toEqual([])
  })
})

it('a part of a build is asked of the list first, and found in the history then', async () => {
  const machine = await runner.machine()
  server.add(list, Buffer.from(listJson([older])))
  const inputs = { 'python-version': 'graalpy-25.0', architecture: 'x64', 'resolve-only': 'true' }
  const job = await run(machine, inputs)
  expect(job.annotations).toEqual([])
  expect(job.outputs['python-versions']).toContain('graalpy25.0.3')
  expect(server.requestsFor(list)).toHaveLength(1)
})

describe('a machine that lasts', () => {
  it('asks only whether the list has changed, and reads no more than it used of it', async () => {
    const machine = await runner.machine()
    const mark = (answer: behave.Answer) => ({
      ...answer,
      headers: { ...answer.headers, etag: '"1"' },
    })
    const inputs = { 'python-version': versionOf(older), 'check-latest': 'true' }
    const jobs = []
    for (const faults of [[mark], [behave.status(304)], [behave.times(1, behave.status(304))]]) {
      server.add(list, Buffer.from(listJson([older])))
      server.clear()
      server.behave(list, ...faults)
      const asked = jobs.length < 2 ? inputs : { ...inputs, 'python-version': '3.99' }
      const job = await machine.run({ ...unset, ...asked }, { env })
      jobs.push({ job, asked: server.requestsFor(list).map(r => r.headers['if-none-match']) })
    }
    expect(jobs.map(({ asked }) => asked)).toEqual([[undefined], ['"1"'], ['"1"', undefined]])
    expect(installationsOf(jobs[1]?.job ?? never())[0]?.source).toBe('tool-cache')
    expect(jobs[2]?.job.annotations[0]?.properties.title).toBe('REQUEST_UNMATCHED')
  })
})

describe('where no list can be had', () => {
  it('the history answers, with one warning that says its date', async () => {
    const machine = await runner.machine()
    server.clear()
    down()
    const inputs = { 'python-version': '3.12\npypy3.11', 'resolve-only': 'true' }
    const job = await machine.run({ ...unset, ...inputs }, { env })
    expect(job.exitCode).toBe(0)
    expect(JSON.parse(job.outputs['python-versions'] ?? '')[0]).toMatch(/^3\.12\.\d+$/)
    expect(job.annotations).toEqual([
      {
        level: 'warning',
        message: expect.stringMatching(
          /^The list .*HTTP 403 Forbidden\), nor .* is from 20\d\d-\d\d-\d\d and is used instead: it does not have newer builds\.$/,
        ),
        properties: {},
      },
    ])
  })

  it('the tool cache is preferred where it has what is newer', async () => {
    const machine = await runner.machine()
    server.add(list, Buffer.from(listJson([newer])))
    const inputs = { 'python-version': versionOf(newer), 'check-latest': 'true' }
    expect((await run(machine, inputs)).exitCode).toBe(0)
    server.clear()
    down()
    const job = await machine.run({ ...unset, ...inputs }, { env })
    expect(job.annotations).toHaveLength(1)
    expect(installationsOf(job)).toMatchObject([{ source: 'tool-cache', build: '20991231' }])
  })

  it('a list of the workflow’s own has no fallback', async () => {
    const machine = await runner.machine()
    const own = { 'python-downloads-json-url': `${runner.mirror.url}/missing.json` }
    const job = await run(machine, { ...own, 'python-version': '3.12' })
    expect(job.annotations.map(({ properties }) => properties.title)).toEqual(['LIST_UNAVAILABLE'])
    expect(server.requests).toEqual([])
  })
})

it('UV_ASTRAL_MIRROR_URL stands in for all of Astral, and nobody else is asked', async () => {
  await using mirror = await startMirror({
    files: {
      [`astral/${releasesPath}`]: Buffer.from(releaseLine(newer)),
      [`astral/${archivesPath}${newer.path}`]: newer.file,
    },
  })
  const machine = await runner.machine()
  const variables = { UV_ASTRAL_MIRROR_URL: `${mirror.url}/astral` }
  const job = await run(machine, { 'python-version': versionOf(newer) }, variables)
  expect(job.annotations).toEqual([])
  expect(installationsOf(job)).toMatchObject([{ source: 'download', build: '20991231' }])
  expect(server.requests).toEqual([])
})

function never(): never {
  throw new Error('there are three jobs')
}
