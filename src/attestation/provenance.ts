import { bundleFromJSON } from '@sigstore/bundle'
import { TrustedRoot } from '@sigstore/protobuf-specs'
import seeds from '@sigstore/tuf/seeds.json' with { type: 'json' }
import {
  type Signer,
  type TrustMaterial,
  toSignedEntity,
  toTrustMaterial,
  Verifier,
} from '@sigstore/verify'
import { quote } from '../domain/quote.ts'
import { messageOf } from '../io/error-message.ts'

/** Whose signatures count: certificate authorities, logs and timestamp authorities. */
export type Trust = TrustMaterial

/** What became of a check. */
export type Verdict =
  | { readonly kind: 'verified' }
  | { readonly kind: 'refused'; readonly reason: string }

/**
 * The one signer that counts. Every release of python-build-standalone is made by this workflow,
 * started by hand on `main`; its builds of single commits are signed by others, and are not meant
 * for the public. The repository is asked for besides, because a workflow that others may call
 * keeps its own name when they do.
 */
const builder = {
  issuer: 'https://token.actions.githubusercontent.com',
  workflow:
    'https://github.com/astral-sh/python-build-standalone/.github/workflows/release.yml@refs/heads/main',
  repository: 'https://github.com/astral-sh/python-build-standalone',
  // Names can be taken by somebody else when they are given up, numbers cannot.
  repositoryId: '162334160',
  ownerId: '115962839',
} as const

const payloadType = 'application/vnd.in-toto+json'
const statementType = 'https://in-toto.io/Statement/v1'
const predicateType = 'https://slsa.dev/provenance/v1'

/** Fulcio's certificate extensions for the repository that a workflow ran in, and its owner. */
const extensions = {
  repository: '1.3.6.1.4.1.57264.1.12',
  repositoryId: '1.3.6.1.4.1.57264.1.15',
  ownerId: '1.3.6.1.4.1.57264.1.17',
} as const

/**
 * Sigstore's public instance, as it was when the package that carries it was released: nothing is
 * fetched. Keys are added there about once a year, and come to us as updates of that package.
 */
export function publicTrust(): Trust {
  const { targets } = seeds['https://tuf-repo-cdn.sigstore.dev']
  return readTrust(JSON.parse(Buffer.from(targets['trusted_root.json'], 'base64').toString()))
}

/** Trust from Sigstore's own description of it, `trusted_root.json`. */
export function readTrust(trustedRoot: unknown): Trust {
  return toTrustMaterial(TrustedRoot.fromJSON(trustedRoot))
}

/**
 * Whether a Sigstore bundle proves that the archive with this SHA-256 (lower-case hexadecimal) was
 * made by python-build-standalone's release workflow. Never throws: what is not proved is refused.
 */
export function verifyProvenance(
  json: unknown,
  { sha256, trust }: { readonly sha256: string; readonly trust: Trust },
): Verdict {
  try {
    const bundle = bundleFromJSON(json)
    const { content } = bundle
    if (content.$case !== 'dsseEnvelope') return refused('it signs no statement')
    const signer = new Verifier(trust).verify(toSignedEntity(bundle))
    const { payload, payloadType: type } = content.dsseEnvelope
    const fault = findStranger(signer) ?? findFault(type, payload.toString(), sha256)
    return fault === null ? { kind: 'verified' } : refused(fault)
  } catch (error) {
    return refused(quote(messageOf(error)))
  }
}

/**
 * The library's own policy is not used: it takes names for patterns, which match anywhere. What kind
 * of runner has signed is not asked: releases are made on runners of another operator.
 */
function findStranger({ identity }: Signer): string | null {
  const signer = identity?.subjectAlternativeName ?? ''
  if (signer !== builder.workflow) return `it was signed by ${quote(signer)}`
  const voucher = identity?.extensions?.issuer ?? ''
  if (voucher !== builder.issuer) return `its signer was vouched for by ${quote(voucher)}`
  for (const name of ['repository', 'repositoryId', 'ownerId'] as const) {
    const extension = identity?.oids?.find(({ oid }) => oid?.id.join('.') === extensions[name])
    if (!extension?.value.equals(derText(builder[name]))) {
      return 'it was signed in another repository'
    }
  }
  return null
}

function findFault(type: string, payload: string, sha256: string): string | null {
  if (type !== payloadType) return `it signs ${quote(type)}`
  const statement: Partial<Statement> = JSON.parse(payload)
  if (statement._type !== statementType) return `it states ${quote(String(statement._type))}`
  if (statement.predicateType !== predicateType) {
    return `it is about ${quote(String(statement.predicateType))}`
  }
  const covered = statement.subject?.some(({ digest }) => digest?.sha256 === sha256)
  return covered === true ? null : 'it is of other archives'
}

interface Statement {
  readonly _type: string
  readonly predicateType: string
  readonly subject: readonly { readonly digest?: { readonly sha256?: string } }[]
}

/** A UTF8String of less than 128 bytes, as certificates hold it. */
function derText(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x0c, text.length]), Buffer.from(text)])
}

function refused(reason: string): Verdict {
  return { kind: 'refused', reason }
}
