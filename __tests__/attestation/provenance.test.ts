import { describe, expect, it } from 'vitest'
import { publicTrust, readTrust, verifyProvenance } from '../../src/attestation/provenance.ts'
import { type Bundle, type Claims, makeSigstore, releaseClaims } from '../support/sigstore.ts'

const sigstore = makeSigstore()
const trust = readTrust(sigstore.trustedRoot)
const sha256 = 'ab'.repeat(32)
const other = 'cd'.repeat(32)

function attest(claims: Partial<Claims> = {}): Bundle {
  return sigstore.attest({ sha256: [other, sha256], ...claims })
}

function refusal(bundle: unknown): string {
  const verdict = verifyProvenance(bundle, { sha256, trust })
  return verdict.kind === 'refused' ? verdict.reason : 'not refused'
}

describe("an attestation of the release workflow's", () => {
  it.each([sha256, other])('covers each of its archives: %s', hash => {
    expect(verifyProvenance(attest(), { sha256: hash, trust })).toEqual({ kind: 'verified' })
  })

  it('survives storage as text', () => {
    expect(refusal(JSON.parse(JSON.stringify(attest())))).toBe('not refused')
  })

  it.each([['12'.repeat(32)], [sha256.toUpperCase()], [sha256.slice(1)], ['']])(
    'does not cover %j',
    hash => {
      const verdict = verifyProvenance(attest(), { sha256: hash, trust })
      expect(verdict).toEqual({ kind: 'refused', reason: 'it is of other archives' })
    },
  )
})

const { workflow, repository } = releaseClaims

describe('who signed it', () => {
  it.each([
    ['another workflow of the repository', workflow.replace('release.yml', 'linux.yml')],
    ['another branch', workflow.replace('main', 'codex/patch')],
    ['a tag', workflow.replace('heads/main', 'tags/20250612')],
    ['a branch whose name begins alike', `${workflow}-2`],
    ['a branch whose name contains it', workflow.replace('main', 'x/refs/heads/main')],
    ['a fork', workflow.replace('astral-sh', 'astral-sh-2')],
    ['a repository whose name begins alike', workflow.replace('standalone/', 'standalone-2/')],
    ['a site that has the name in its path', `https://evil.test/${workflow}`],
    ['a site whose name a careless pattern takes', workflow.replace('github.com', 'github-com')],
    ['a name that goes on after a line break', `${workflow}\nand more`],
    ['a name that begins before a line break', `more\n${workflow}`],
    ['nobody', ''],
  ])('must not be %s', (_, name) => {
    expect(refusal(attest({ workflow: name }))).toMatch(/^it was signed by '/)
  })

  it.each([
    'https://token.actions.githubusercontent.com.evil.test',
    'https://token.actions.githubusercontent.com/evil',
    'https://accounts.evil.test',
    '',
  ])('must not be vouched for by %j', name => {
    expect(refusal(attest({ issuer: name }))).toBe(`its signer was vouched for by '${name}'`)
  })

  it.each(['https://github.com/evil/python-build-standalone', `${repository}-2`, null])(
    'must not have called the workflow from %j',
    name => {
      expect(refusal(attest({ repository: name }))).toBe('it was signed in another repository')
    },
  )

  it.each([{ repositoryId: '1' }, { ownerId: '1' }])(
    'must not be of a repository that only has the name (%j)',
    claims => {
      expect(refusal(attest(claims))).toBe('it was signed in another repository')
    },
  )

  it('must be certified by an authority that is trusted', () => {
    const stranger = makeSigstore().attest({ sha256: [sha256] })
    expect(refusal(stranger)).toContain('certificate chain')
    const verdict = verifyProvenance(attest(), { sha256, trust: publicTrust() })
    expect(verdict).toEqual({ kind: 'refused', reason: "'Failed to verify certificate chain'" })
  })

  it('must have had a public certificate', () => {
    expect(refusal(attest({ published: false }))).toBe("'expected 1 SCTs, got 0'")
  })

  it.each([
    ['before it began', '2025-06-12T09:59:59Z'],
    ['when it had expired', '2025-06-12T10:10:01Z'],
  ])('must have signed while the certificate was good, not %s', (_, time) => {
    expect(refusal(attest({ loggedAt: new Date(time) }))).toContain('certificate chain')
  })
})

describe('what was signed', () => {
  it.each<[string, Partial<Claims>]>([
    ["it signs 'text/plain'", { payloadType: 'text/plain' }],
    ["it states 'https://in-toto.io/Link/v1'", { statementType: 'https://in-toto.io/Link/v1' }],
    ["it is about 'https://spdx.dev/Document'", { predicateType: 'https://spdx.dev/Document' }],
    ['it is of other archives', { sha256: [] }],
  ])('%s', (reason, claims) => {
    expect(refusal(attest(claims))).toBe(reason)
  })

  it.each<[string, string, (bundle: Bundle, second: Bundle) => unknown]>([
    [
      'another statement',
      'payload hash mismatch',
      (a, b) => ({ ...a, dsseEnvelope: withPayload(a, b) }),
    ],
    [
      'another type',
      'signature verification failed',
      a => ({ ...a, dsseEnvelope: { ...a.dsseEnvelope, payloadType: 'text/plain' } }),
    ],
    [
      'another envelope',
      'entry signature mismatch',
      (a, b) => ({ ...a, dsseEnvelope: b.dsseEnvelope }),
    ],
    [
      'another certificate',
      'signature verification failed',
      (a, b) => withMaterial(a, { certificate: certificateOf(b) }),
    ],
    [
      'the log entry of another',
      'entry signature mismatch',
      (a, b) => withMaterial(a, { tlogEntries: entriesOf(b) }),
    ],
    ['no log entry', 'expected 1 timestamps', a => withMaterial(a, { tlogEntries: [] })],
    [
      'a log entry twice',
      'duplicate',
      a => withMaterial(a, { tlogEntries: [...entriesOf(a), ...entriesOf(a)] }),
    ],
    ['another time', 'inclusion promise', a => withEntry(a, { integratedTime: '1749722410' })],
    [
      'no promise of the log',
      'expected 1 timestamps',
      a => withEntry(a, { inclusionPromise: undefined }),
    ],
    ['no proof of the log', 'invalid bundle', a => withEntry(a, { inclusionProof: undefined })],
    ['another log', 'inclusion promise', a => withEntry(a, { logId: { keyId: 'A'.repeat(43) } })],
    [
      'another signature',
      'entry signature mismatch',
      (a, b) => ({
        ...a,
        dsseEnvelope: { ...a.dsseEnvelope, signatures: b.dsseEnvelope.signatures },
      }),
    ],
    [
      'no signature',
      'invalid bundle',
      a => ({ ...a, dsseEnvelope: { ...a.dsseEnvelope, signatures: [] } }),
    ],
    [
      'a key in place of a certificate',
      'key not found',
      a => withMaterial(a, { certificate: undefined, publicKey: { hint: 'key' } }),
    ],
    [
      'a signature of the archive itself',
      'it signs no statement',
      ({ dsseEnvelope: { signatures }, ...rest }) => ({
        ...rest,
        messageSignature: {
          messageDigest: { algorithm: 'SHA2_256', digest: 'AA==' },
          signature: signatures[0]?.sig,
        },
      }),
    ],
  ])('must not be given %s (%s)', (_, reason, change) => {
    const second = attest({ sha256: [sha256, other], loggedAt: new Date('2025-06-12T10:00:09Z') })
    expect(refusal(change(attest(), second))).toContain(reason)
  })
})

it.each([
  [null],
  [undefined],
  [5],
  ['bundle'],
  [[]],
  [{}],
  [{ mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json' }],
  [{ ...attest(), mediaType: 'application/json' }],
  [withMaterial(attest(), { certificate: { rawBytes: 'AAAA' } })],
  [withEntry(attest(), { canonicalizedBody: 'AAAA' })],
])('what is no bundle is refused: %#', junk => {
  expect(refusal(junk)).not.toBe('not refused')
})

it('reasons are short and of plain characters, whatever a bundle says', () => {
  const reason = refusal(attest({ workflow: `::error::\u202e${'x'.repeat(5000)}` }))
  expect(reason.length).toBeLessThan(200)
  expect(reason).toMatch(/^[ -~…]+$/)
})

it("the pinned trust is that of Sigstore's public instance", () => {
  const { certificateAuthorities, tlogs, ctlogs, timestampAuthorities } = publicTrust()
  expect(tlogs.map(({ baseURL }) => baseURL)).toContain('https://rekor.sigstore.dev')
  for (const list of [certificateAuthorities, tlogs, ctlogs, timestampAuthorities]) {
    const now = Date.now()
    const valid = list.filter(({ validFor }) => +validFor.start <= now && now <= +validFor.end)
    expect(valid).not.toEqual([])
  }
})

function withPayload({ dsseEnvelope }: Bundle, second: Bundle) {
  return { ...dsseEnvelope, payload: second.dsseEnvelope.payload }
}

function withMaterial(bundle: Bundle, change: object) {
  return { ...bundle, verificationMaterial: { ...bundle.verificationMaterial, ...change } }
}

function withEntry(bundle: Bundle, change: object) {
  return withMaterial(bundle, {
    tlogEntries: entriesOf(bundle).map(entry => ({ ...entry, ...change })),
  })
}

function entriesOf({ verificationMaterial }: Bundle) {
  return verificationMaterial.tlogEntries
}

function certificateOf({ verificationMaterial }: Bundle) {
  return verificationMaterial.certificate
}
