import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { status } from '../support/behaviours.ts'
import { type CacheService, startCacheService } from '../support/cache-service.ts'
import { type Certificate, makeCertificate } from '../support/certificate.ts'
import type { Offer } from '../support/list.ts'
import { type Mirror, startMirror } from '../support/mirror.ts'
import { startProxy } from '../support/proxy.ts'
import type { JobResult } from '../support/runner.ts'
import {
  installationsOf,
  type Machine,
  type RunnerFixture,
  requestFor,
  startRunnerFixture,
} from '../support/runner-fixture.ts'
import { projectFolder, type TemporaryFolder, temporaryFolder } from '../support/shared.ts'
import { makeSigstore } from '../support/sigstore.ts'
import { slimOffer } from '../support/slim.ts'

// No test can sign what the packaged action accepts: whom it trusts is part of it. What it accepts
// is tested where a test can say whom to trust, in `attestation/attestation.test.ts`.

const apiHost = 'api.github.com'

let runner: RunnerFixture
let folder: TemporaryFolder
let github: Mirror
let proxy: Awaited<ReturnType<typeof startProxy>>
let service: CacheService
let env: Record<string, string>
let attested: Offer
let old: Offer

beforeAll(async () => {
  runner = await startRunnerFixture()
  folder = await temporaryFolder('attestation')
  const certificate: Certificate = makeCertificate([apiHost])
  github = await startMirror({ certificate })
  proxy = await startProxy({ routes: { [`${apiHost}:443`]: github.port } })
  service = await startCacheService()
  const authority = path.join(folder.path, 'authority.pem')
  await writeFile(authority, certificate.cert)
  env = { ...service.environment, https_proxy: proxy.url, NODE_EXTRA_CA_CERTS: authority }
  attested = await slimOffer(runner.builds[0], { build: '20250212', folder: folder.path })
  old = await slimOffer(runner.builds[0], { build: '20250205', folder: folder.path })
  runner.add(attested, old)
})
afterAll(async () => {
  await Promise.all([runner, github, proxy, service].map(open => open.close()))
  await folder.remove()
})
afterEach(() => {
  runner.mirror.clear()
  github.clear()
})

async function runJob(machine: Machine, inputs: Readonly<Record<string, string>>) {
  const defaults = { 'python-version': requestFor(attested), 'cache-python': 'true' }
  return await machine.run({ ...defaults, ...inputs }, { token: 'ghs_token', env })
}

function messageOf({ annotations, exitCode }: JobResult): string {
  expect(exitCode).toBe(1)
  expect(annotations.map(({ level }) => level)).toEqual(['error'])
  return annotations[0]?.message ?? ''
}

function apiPath({ entry }: Offer): string {
  return `repos/astral-sh/python-build-standalone/attestations/sha256:${entry.sha256}`
}

it('costs nothing where it is not asked for', async () => {
  const job = await runJob(await runner.machine(), { 'cache-python': 'false' })
  expect(job.exitCode).toBe(0)
  expect(github.requests).toEqual([])
  expect(runner.mirror.requestsFor(/^attestations/)).toEqual([])
  const dist = path.join(projectFolder, 'dist')
  const main = await readFile(path.join(dist, 'index.js'), 'utf8')
  const chunks = (await readdir(dist)).filter(name => name.endsWith('.index.js'))
  const texts = await Promise.all(chunks.map(name => readFile(path.join(dist, name), 'utf8')))
  for (const part of ['tuf-repo-cdn.sigstore.dev', 'TLOG_INCLUSION_PROOF_ERROR']) {
    expect(main).not.toContain(part)
    expect(texts.join()).toContain(part)
  }
})

describe('with verify-attestation', () => {
  it('an archive that nobody has attested is not installed', async () => {
    const machine = await runner.machine()
    github.behave(apiPath(attested), status(404))
    const message = messageOf(await runJob(machine, { 'verify-attestation': 'true' }))
    expect(message).toContain('No build provenance could be verified')
    expect(message).toContain(`attestations/sha256-${attested.entry.sha256}.jsonl: there is none`)
    expect(message).toContain(`https://${apiHost}/${apiPath(attested)}?predicate_type=***: `)
    expect(github.requests).toMatchObject([
      { path: apiPath(attested), headers: { authorization: 'Bearer ghs_token' } },
    ])
    for (const { headers } of runner.mirror.requests) {
      expect(headers).not.toHaveProperty('authorization')
    }
    expect(await readdir(machine.toolCache)).toEqual([])
  })

  it('nor is one that somebody else has attested', async () => {
    const machine = await runner.machine()
    const bundle = makeSigstore().attest({ sha256: [attested.entry.sha256 ?? ''] })
    const line = Buffer.from(JSON.stringify(bundle))
    runner.mirror.add(`attestations/sha256-${attested.entry.sha256}.jsonl`, line)
    github.add(apiPath(attested), Buffer.from(JSON.stringify({ attestations: [{ bundle }] })))
    const message = messageOf(await runJob(machine, { 'verify-attestation': 'true' }))
    expect(message.match(/'Failed to verify certificate chain'/g)).toHaveLength(2)
    expect(await readdir(machine.toolCache)).toEqual([])
  })

  it('nor is a build older than provenance, which nobody is asked about', async () => {
    const inputs = { 'verify-attestation': 'true', 'python-version': requestFor(old) }
    const message = messageOf(await runJob(await runner.machine(), inputs))
    expect(message).toContain('(build 20250205) has no build provenance')
    expect(github.requests).toEqual([])
  })

  it('nor is what another job has left in a cache used', async () => {
    const machine = await runner.machine()
    const first = await runJob(machine, {})
    expect(installationsOf(first)).toMatchObject([{ source: 'download' }])
    github.behave(apiPath(attested), status(404))
    messageOf(await runJob(machine, { 'verify-attestation': 'true' }))
    await machine.renew()
    messageOf(await runJob(machine, { 'verify-attestation': 'true' }))
    expect(service.entries()).toHaveLength(1)
    expect(runner.mirror.requestsFor(attested.path)).toHaveLength(1)
    expect(github.requestsFor(apiPath(attested))).toHaveLength(2)
    expect(await readdir(machine.toolCache)).toEqual([])
  })
})
