import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AttestationCheck, requireAttestation } from '../../src/attestation/attestation.ts'
import { readTrust } from '../../src/attestation/provenance.ts'
import type { ActionError } from '../../src/domain/errors.ts'
import * as behave from '../support/behaviours.ts'
import { distribution } from '../support/distributions.ts'
import { startMirror } from '../support/mirror.ts'
import { temporaryFolder } from '../support/shared.ts'
import { makeSigstore } from '../support/sigstore.ts'

const sha256 = 'ab'.repeat(32)
const sigstore = makeSigstore()
const good = sigstore.attest({ sha256: [sha256] })
const bad = sigstore.attest({ sha256: ['cd'.repeat(32)] })
const apiPath = `repos/astral-sh/python-build-standalone/attestations/sha256:${sha256}`
const mirrorPath = `attestations/sha256-${sha256}.jsonl`

const github = await startMirror()
const mirror = await startMirror()
const storage = await startMirror()
const servers = [github, mirror, storage]
afterAll(() => Promise.all(servers.map(server => server.close())))
beforeEach(() => answer([{ bundle: good }]))
afterEach(() => {
  for (const server of servers) server.clear()
})

/** What GitHub says of the archive. */
function answer(attestations: unknown): void {
  github.add(apiPath, json({ attestations }))
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value))
}

const authorities = {
  api: new URL(`${github.url}/`),
  trust: readTrust(sigstore.trustedRoot),
  limits: { timeoutMs: 30_000, attempts: 2, retryDelayMs: 1, maxBytes: 100_000 },
}

async function check(options: Partial<AttestationCheck> = {}): Promise<void> {
  const signal = new AbortController().signal
  const usual = { python: distribution(), sha256, mirror: null, token: 'secret', signal }
  await requireAttestation({ ...usual, ...options }, authorities)
}

async function failure(options: Partial<AttestationCheck> = {}): Promise<ActionError> {
  return await check(options).then(
    () => {
      throw new Error('accepted')
    },
    (error: ActionError) => error,
  )
}

const onMirror = { base: new URL(`${mirror.url}/`), authorization: 'Basic mirror' }

describe("GitHub's answer", () => {
  it('is asked for with the token', async () => {
    await check()
    expect(github.requests).toMatchObject([
      {
        path: apiPath,
        target: `/${apiPath}?predicate_type=provenance`,
        headers: { authorization: 'Bearer secret' },
      },
    ])
  })

  it('is asked for without one where there is none', async () => {
    await check({ token: '' })
    expect(github.requests[0]?.headers).not.toHaveProperty('authorization')
  })

  it('may hold several attestations, of which one must do', async () => {
    answer([{ bundle: bad }, { bundle: {} }, { bundle: good }])
    await check()
  })

  it('may say where the attestation is; the token does not go there', async () => {
    answer([{ bundle: null, bundle_url: `${storage.url}/bundle.json.sn?signature=x` }])
    storage.add('bundle.json.sn', pack(json(good)))
    await check()
    expect(storage.requests).toMatchObject([{ target: '/bundle.json.sn?signature=x' }])
    expect(storage.requests[0]?.headers).not.toHaveProperty('authorization')
  })

  it('is asked for again after a fault', async () => {
    github.behave(apiPath, behave.times(1, behave.status(502)))
    await check()
    expect(github.requests.length).toBe(2)
  })

  it.each([
    ['none', behave.status(404), 'there is none'],
    ['an empty list', says('{"attestations": []}'), 'there is none'],
    ['no list', says('{}'), 'the answer has no list of attestations'],
    ['something else', says('{"attestations": 5}'), 'the answer has no list of attestations'],
    ['no JSON', says('<html>'), 'is not valid JSON'],
    ['half of it', behave.truncate(500, { contentLength: true }), 'aborted'],
    ['too much', says('x'.repeat(100_001)), 'more than 100000 bytes'],
    ['no access', behave.status(401), 'HTTP 401'],
    ['no more today', behave.status(403), 'HTTP 403'],
    ['a failure', behave.status(500), 'HTTP 500'],
  ])('may be %s', async (_, behaviour, reason) => {
    github.behave(apiPath, behaviour)
    const { code, message } = await failure()
    expect(code).toBe('ATTESTATION_FAILED')
    expect(message).toContain(`/${apiPath}?predicate_type=provenance: `)
    expect(message).toContain(reason)
  })

  it.each([
    ['nothing', null, 'an attestation is not an object'],
    ['one of another archive', { bundle: bad }, 'it is of other archives'],
    ['one that is nowhere', { bundle: null, bundle_url: null }, 'no address of one'],
    [
      'one in a file of this machine',
      { bundle_url: 'file:///etc/hosts' },
      'Protocol "file:" not supported',
    ],
    ['one that is gone', { bundle_url: `${storage.url}/gone` }, 'HTTP 404'],
    ['one that is damaged', { bundle_url: `${storage.url}/damaged` }, 'unusable Snappy block'],
    ['one that is no JSON', { bundle_url: `${storage.url}/text` }, 'is not valid JSON'],
    ['one that explodes', { bundle_url: `${storage.url}/bomb` }, 'more than 100000 bytes'],
  ])('may hold %s', async (_, attestation, reason) => {
    answer([attestation])
    storage.add('damaged', Buffer.from([5, 1]))
    storage.add('text', pack(Buffer.from('hello')))
    storage.add('bomb', Buffer.from([0xff, 0xff, 0xff, 0x7f, 0]))
    expect((await failure()).message).toContain(reason)
    // And it hides no good one beside it.
    answer([attestation, { bundle: good }])
    await check()
  })
})

describe('a mirror', () => {
  it('is asked before GitHub, with its own credentials', async () => {
    mirror.add(mirrorPath, json(good))
    await check({ mirror: onMirror })
    expect(mirror.requests).toMatchObject([{ headers: { authorization: 'Basic mirror' } }])
    expect(github.requests).toEqual([])
  })

  it('may be a folder, with several bundles in a file', async () => {
    await using folder = await temporaryFolder()
    await mkdir(path.join(folder.path, 'attestations'))
    const text = `${JSON.stringify(bad)}\r\n\n<garbage>\n${JSON.stringify(good)}\n`
    await writeFile(path.join(folder.path, mirrorPath), text)
    const base = pathToFileURL(folder.path + path.sep)
    await check({ mirror: { base, authorization: null } })
    expect(github.requests).toEqual([])
  })

  it.each([
    ['has none', behave.status(404)],
    ['has another one', says(JSON.stringify(bad))],
    ['has something else', says('<html>')],
    ['is broken', behave.status(500)],
  ])('need not hold attestations: GitHub is asked where it %s', async (_, behaviour) => {
    mirror.behave(mirrorPath, behaviour)
    await check({ mirror: onMirror })
    expect(github.requests.length).toBe(1)
    expect(github.requests[0]?.headers.authorization).toBe('Bearer secret')
  })
})

it('says of each place what was found there', async () => {
  mirror.behave(mirrorPath, says(JSON.stringify(bad)))
  github.behave(apiPath, behave.status(404))
  expect(await failure({ mirror: onMirror })).toMatchObject({
    code: 'ATTESTATION_FAILED',
    message: `No build provenance could be verified for the archive of CPython 3.13.5 (build 20250612) with the SHA-256 ${sha256}: ${mirror.url}/${mirrorPath}: it is of other archives; ${github.url}/${apiPath}?predicate_type=provenance: there is none.`,
    hint: expect.stringContaining('docs/provenance.md'),
  })
  await using folder = await temporaryFolder()
  const base = pathToFileURL(folder.path + path.sep)
  const { message } = await failure({ mirror: { base, authorization: null } })
  expect(message).toContain(`${base.href}${mirrorPath}: there is none; `)
})

it.each([
  ['PyPy', distribution({ implementation: 'pypy', build: '7.3.23' }), 'PyPy 3.13.5 (build 7.3.23)'],
  ['GraalPy', distribution({ implementation: 'graalpy', build: '25.0.1' }), 'GraalPy 3.13.5'],
  ['Pyodide', distribution({ implementation: 'pyodide', build: '0.28.0' }), 'Pyodide 3.13.5'],
  ['old builds', distribution({ build: '20250205' }), 'CPython 3.13.5 (build 20250205)'],
])('says that %s have no provenance, and asks no one', async (_, python, name) => {
  const { code, message } = await failure({ python })
  expect(code).toBe('ATTESTATION_FAILED')
  expect(message).toContain(`${name}`)
  expect(message).toContain(
    'has no build provenance: only python-build-standalone publishes it, for its builds of CPython since 20250211.',
  )
  expect(github.requests).toEqual([])
})

it('does not take the age of a build for granted', async () => {
  await check({ python: distribution({ build: 'nightly' }) })
  await check({ python: distribution({ build: '20250211' }) })
})

it('needs the sum of the archive', async () => {
  const { code, message } = await failure({ sha256: null })
  expect(code).toBe('ATTESTATION_FAILED')
  expect(message).toContain('the SHA-256 of its archive is not known')
})

it('stops when the job is cancelled', async () => {
  const reason = new Error('cancelled')
  await expect(check({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
})

function says(text: string) {
  return behave.replaceBody(() => text)
}

/** A Snappy block of one literal piece. */
function pack(bytes: Buffer): Buffer {
  const length = (bytes.length + 2 ** 28).toString(2).slice(-28).match(/.{7}/g) ?? []
  const groups = length.toReversed().map((bits, index) => parseInt(bits, 2) | (index < 3 ? 128 : 0))
  const piece = Buffer.alloc(5)
  piece[0] = 63 << 2
  piece.writeUInt32LE(bytes.length - 1, 1)
  return Buffer.concat([Buffer.from(groups), piece, bytes])
}
