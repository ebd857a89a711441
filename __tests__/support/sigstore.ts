import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import {
  authority,
  certificateBody,
  commonName,
  extension,
  signCertificate,
} from './certificate.ts'
import { octetString, sequence, text } from './der.ts'

/** What an attestation says, and who says it. */
export interface Claims {
  /** SHA-256 of the archives that it is about, in hexadecimal. */
  readonly sha256: readonly string[]
  readonly payloadType: string
  readonly statementType: string
  readonly predicateType: string
  /** The workflow that asked for the certificate; what the certificate is made out to. */
  readonly workflow: string
  readonly issuer: string
  /** `null`: the certificate does not say. */
  readonly repository: string | null
  /** GitHub's numbers of the repository and its owner. */
  readonly repositoryId: string
  readonly ownerId: string
  /** When the signature was logged; certificates are good for ten minutes from `issuedAt`. */
  readonly loggedAt: Date
  readonly issuedAt: Date
  /** Whether the certificate was made public. */
  readonly published: boolean
}

/** What python-build-standalone's release workflow would claim. */
export const releaseClaims: Claims = {
  sha256: [],
  payloadType: 'application/vnd.in-toto+json',
  statementType: 'https://in-toto.io/Statement/v1',
  predicateType: 'https://slsa.dev/provenance/v1',
  workflow:
    'https://github.com/astral-sh/python-build-standalone/.github/workflows/release.yml@refs/heads/main',
  issuer: 'https://token.actions.githubusercontent.com',
  repository: 'https://github.com/astral-sh/python-build-standalone',
  repositoryId: '162334160',
  ownerId: '115962839',
  issuedAt: new Date('2025-06-12T10:00:00Z'),
  loggedAt: new Date('2025-06-12T10:00:05Z'),
  published: true,
}

/** A Sigstore of our own: it signs whatever it is told to. */
export interface Sigstore {
  /** For those who want to trust it: the content of a `trusted_root.json`. */
  readonly trustedRoot: object
  /** A bundle, as JSON has it. */
  attest(claims: Partial<Claims>): Bundle
}

export type Bundle = ReturnType<typeof bundleOf>

/** Its certificate authority, its log of certificates and its log of signatures are new each time. */
export function makeSigstore(): Sigstore {
  const ca = makeAuthority()
  const certificates = makeLog('https://ctfe.test')
  const signatures = makeLog('https://rekor.test')
  return {
    trustedRoot: {
      mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
      tlogs: [signatures.description],
      ctlogs: [certificates.description],
      certificateAuthorities: [
        {
          subject: { organization: 'test', commonName: 'test' },
          uri: 'https://fulcio.test',
          certChain: { certificates: [{ rawBytes: base64(ca.certificate) }] },
          validFor: { start: '2020-01-01T00:00:00Z' },
        },
      ],
      timestampAuthorities: [],
    },
    attest: partial => {
      const claims = { ...releaseClaims, ...partial }
      const { publicKey, privateKey } = newKeys()
      const certificate = issue(claims, publicKey, ca, certificates)
      const payload = Buffer.from(statement(claims))
      const signature = sign('sha256', preAuthEncoding(claims.payloadType, payload), privateKey)
      const entry = logSignature(signatures, { payload, signature, loggedAt: claims.loggedAt })
      return bundleOf({ certificate, payload, payloadType: claims.payloadType, signature, entry })
    },
  }
}

function statement({ statementType, predicateType, sha256 }: Claims): string {
  const subject = sha256.map((hash, index) => ({
    name: `archive-${index}.tar.gz`,
    digest: { sha256: hash },
  }))
  return JSON.stringify({ _type: statementType, subject, predicateType, predicate: {} })
}

/** What is signed of an envelope: no type can be taken for part of a payload. */
function preAuthEncoding(type: string, payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`DSSEv1 ${type.length} ${type} ${payload.length} `), payload])
}

interface Parts {
  readonly certificate: Buffer
  readonly payload: Buffer
  readonly payloadType: string
  readonly signature: Buffer
  readonly entry: ReturnType<typeof logSignature>
}

function bundleOf({ certificate, payload, payloadType, signature, entry }: Parts) {
  return {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: {
      certificate: { rawBytes: base64(certificate) },
      tlogEntries: [entry],
    },
    dsseEnvelope: {
      payload: base64(payload),
      payloadType,
      signatures: [{ sig: base64(signature), keyid: '' }],
    },
  }
}

interface Authority {
  readonly name: Buffer
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
  readonly certificate: Buffer
}

function makeAuthority(): Authority {
  const { publicKey, privateKey } = newKeys()
  const name = commonName('test authority')
  const body = certificateBody({
    issuer: name,
    subject: name,
    notBefore: new Date('2020-01-01'),
    notAfter: new Date('2049-12-31'),
    publicKey,
    extensions: [authority],
  })
  return { name, publicKey, privateKey, certificate: signCertificate(body, privateKey) }
}

/** A certificate that names the workflow, and carries the promise of a log to show it to everyone. */
function issue(claims: Claims, publicKey: KeyObject, ca: Authority, log: Log): Buffer {
  const { workflow, issuer, repository, issuedAt, published } = claims
  const fulcio = '1.3.6.1.4.1.57264.1'
  const extensions = [
    extension('2.5.29.17', sequence(text(workflow, 0x86))),
    extension(`${fulcio}.8`, text(issuer)),
    ...(repository === null ? [] : [extension(`${fulcio}.12`, text(repository))]),
    extension(`${fulcio}.15`, text(claims.repositoryId)),
    extension(`${fulcio}.17`, text(claims.ownerId)),
  ]
  const parts = {
    issuer: ca.name,
    subject: sequence(),
    notBefore: issuedAt,
    notAfter: new Date(issuedAt.getTime() + 600_000),
    publicKey,
  }
  const body = certificateBody({ ...parts, extensions })
  const promise = extension('1.3.6.1.4.1.11129.2.4.2', octetString(promises(body, claims, ca, log)))
  const all = published ? [...extensions, promise] : extensions
  return signCertificate(certificateBody({ ...parts, extensions: all }), ca.privateKey)
}

/** RFC 6962's list of signed certificate timestamps, with one of them. */
function promises(body: Buffer, { issuedAt }: Claims, ca: Authority, log: Log): Buffer {
  const timestamp = Buffer.alloc(8)
  timestamp.writeBigUInt64BE(BigInt(issuedAt.getTime()))
  const none = Buffer.alloc(2)
  const signed = Buffer.concat([
    Buffer.from([0, 0]),
    timestamp,
    Buffer.from([0, 1]),
    sha256(spki(ca.publicKey)),
    prefixed(body, 3),
    none,
  ])
  const signature = prefixed(sign('sha256', signed, log.privateKey), 2)
  const algorithm = Buffer.from([4, 3])
  const promise = Buffer.concat([Buffer.from([0]), log.id, timestamp, none, algorithm, signature])
  return prefixed(prefixed(promise, 2), 2)
}

interface Log {
  readonly id: Buffer
  readonly host: string
  readonly privateKey: KeyObject
  /** As a trusted root has it. */
  readonly description: object
}

function makeLog(baseUrl: string): Log {
  const { publicKey, privateKey } = newKeys()
  const id = sha256(spki(publicKey))
  const description = {
    baseUrl,
    hashAlgorithm: 'SHA2_256',
    publicKey: {
      rawBytes: base64(spki(publicKey)),
      keyDetails: 'PKIX_ECDSA_P256_SHA_256',
      validFor: { start: '2020-01-01T00:00:00Z' },
    },
    logId: { keyId: base64(id) },
  }
  return { id, host: new URL(baseUrl).host, privateKey, description }
}

interface Signature {
  readonly payload: Buffer
  readonly signature: Buffer
  readonly loggedAt: Date
}

/** An entry of the log of signatures: the only one, so that the proof of its inclusion is short. */
function logSignature(log: Log, { payload, signature, loggedAt }: Signature) {
  const kindVersion = { kind: 'dsse', version: '0.0.1' }
  const body = Buffer.from(
    JSON.stringify({
      apiVersion: kindVersion.version,
      kind: kindVersion.kind,
      spec: {
        payloadHash: { algorithm: 'sha256', value: sha256(payload).toString('hex') },
        signatures: [{ signature: base64(signature), verifier: '' }],
      },
    }),
  )
  const integratedTime = loggedAt.getTime() / 1000
  // The keys in the order of the alphabet: that is what is signed.
  const promise = JSON.stringify({
    body: base64(body),
    integratedTime,
    logID: log.id.toString('hex'),
    logIndex: 0,
  })
  const rootHash = base64(sha256(Buffer.concat([Buffer.from([0]), body])))
  const note = `${log.host} - 1\n1\n${rootHash}\n`
  const hint = log.id.subarray(0, 4)
  const noteSignature = Buffer.concat([hint, sign('sha256', Buffer.from(note), log.privateKey)])
  return {
    logIndex: '0',
    logId: { keyId: base64(log.id) },
    kindVersion,
    integratedTime: String(integratedTime),
    inclusionPromise: {
      signedEntryTimestamp: base64(sign('sha256', Buffer.from(promise), log.privateKey)),
    },
    inclusionProof: {
      logIndex: '0',
      rootHash,
      treeSize: '1',
      hashes: [],
      checkpoint: { envelope: `${note}\n— ${log.host} ${base64(noteSignature)}\n` },
    },
    canonicalizedBody: base64(body),
  }
}

function newKeys() {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' })
}

function spki(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' })
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}

/** Bytes behind their length, which is written in so many bytes. */
function prefixed(bytes: Buffer, lengthBytes: number): Buffer {
  const length = Buffer.alloc(lengthBytes)
  length.writeUIntBE(bytes.length, 0, lengthBytes)
  return Buffer.concat([length, bytes])
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64')
}
