import { compareBuilds } from '../domain/build.ts'
import { ActionError } from '../domain/errors.ts'
import type { Mirror } from '../domain/mirror.ts'
import { describePython, type Python } from '../domain/python.ts'
import { type BundleSource, bundleSources, bundlesAt, type FetchOptions } from './bundles.ts'
import { publicTrust, type Trust, verifyProvenance } from './provenance.ts'

export interface AttestationCheck {
  readonly python: Python
  /** Of the archive, in lower-case hexadecimal; `null`: unknown. */
  readonly sha256: string | null
  readonly mirror: Mirror | null
  /** A GitHub token, or empty. */
  readonly token: string
  readonly signal: AbortSignal
}

/** Who is asked, and who is believed. */
export interface Authorities {
  /** GitHub's programming interface, to which the token goes; ends in a slash. */
  readonly api: URL
  readonly trust: Trust
  readonly limits: FetchOptions['limits']
}

/** A bundle that covers a whole release, a thousand archives, has a quarter of a megabyte. */
const limits = { timeoutMs: 30_000, attempts: 3, retryDelayMs: 500, maxBytes: 16 * 1024 ** 2 }

const firstAttestedBuild = '20250211'

/**
 * Makes sure that python-build-standalone's release workflow has attested the archive with this
 * hash. Throws an `ActionError` where it has not, and where that cannot be found out.
 */
export async function requireAttestation(
  check: AttestationCheck,
  authorities: Authorities = {
    api: new URL('https://api.github.com/'),
    trust: publicTrust(),
    limits,
  },
): Promise<void> {
  const { python, sha256 } = check
  const name = `${describePython(python)} (build ${python.build})`
  // A build whose name is no date may be of any age: that one is asked for.
  if (python.implementation !== 'cpython' || compareBuilds(python.build, firstAttestedBuild) < 0) {
    throw attestationError(
      `${name} has no build provenance: only python-build-standalone publishes it, for its builds of CPython since ${firstAttestedBuild}.`,
    )
  }
  if (sha256 === null) {
    throw attestationError(
      `The build provenance of ${name} cannot be verified: the SHA-256 of its archive is not known.`,
    )
  }
  const findings: string[] = []
  const { api, trust, limits } = authorities
  for (const source of bundleSources(sha256, { ...check, api })) {
    const finding = await examine(source, sha256, { trust, limits, signal: check.signal })
    if (finding === null) return
    findings.push(`${source.url.href}: ${finding}`)
  }
  throw attestationError(
    `No build provenance could be verified for the archive of ${name} with the SHA-256 ${sha256}: ${findings.join('; ')}.`,
  )
}

/** Why none of a source's attestations will do; `null`: one does. A bad one hides no good one. */
async function examine(
  source: BundleSource,
  sha256: string,
  { trust, ...options }: FetchOptions & Pick<Authorities, 'trust'>,
): Promise<string | null> {
  const refusals: string[] = []
  for await (const found of bundlesAt(source, options)) {
    const verdict =
      found.kind === 'bundle' ? verifyProvenance(found.bundle, { sha256, trust }) : found
    if (verdict.kind === 'verified') return null
    refusals.push(verdict.reason)
  }
  return refusals.length === 0 ? 'there is none' : [...new Set(refusals)].join(', ')
}

function attestationError(message: string): ActionError {
  return new ActionError({
    code: 'ATTESTATION_FAILED',
    message,
    hint: 'Nothing was installed. Archives that a mirror has built or changed have no attestation. If the GitHub API cannot be reached, set the input token, or use a mirror that also has the attestations: see docs/provenance.md.',
  })
}
