import { readFile } from 'node:fs/promises'
import { compareBuilds } from '../domain/build.ts'
import { ActionError } from '../domain/errors.ts'
import type { Location } from '../domain/location.ts'
import type { Mirror } from '../domain/mirror.ts'
import { describePython, type Python } from '../domain/python.ts'
import { errorCode } from '../io/files.ts'
import { type GetOptions, getBytes, getText, HttpError } from '../io/http.ts'
import { publicTrust, type Trust, verifyProvenance } from './provenance.ts'
import { unpackSnappy } from './snappy.ts'

export interface AttestationCheck {
  readonly python: Python
  /** Of the archive, in lower-case hexadecimal; `null`: nobody knows. */
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
  readonly limits: Pick<GetOptions, 'timeoutMs' | 'attempts' | 'retryDelayMs' | 'maxBytes'>
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
  for (const source of sourcesOf(sha256, check, authorities)) {
    const finding = await examine(source, sha256, { ...authorities, signal: check.signal })
    if (finding === null) return
    findings.push(`${source.url.href}: ${finding}`)
  }
  throw attestationError(
    `No build provenance could be verified for the archive of ${name} with the SHA-256 ${sha256}: ${findings.join('; ')}.`,
  )
}

/** Where attestations may lie. They are signed: whoever hands them out need not be trusted. */
interface Source extends Location {
  /** `bundles`: a file of bundles, one a line; `github`: an answer of GitHub's interface. */
  readonly kind: 'bundles' | 'github'
}

function sourcesOf(
  sha256: string,
  { mirror, token }: AttestationCheck,
  { api }: Authorities,
): readonly Source[] {
  const path = `repos/astral-sh/python-build-standalone/attestations/sha256:${sha256}`
  const url = new URL(`${path}?predicate_type=provenance`, api)
  const authorization = token === '' ? null : `Bearer ${token}`
  const github: Source = { kind: 'github', url, authorization }
  if (mirror === null) return [github]
  const file = new URL(`attestations/sha256-${sha256}.jsonl`, mirror.base)
  return [{ kind: 'bundles', url: file, authorization: mirror.authorization }, github]
}

interface Means extends Omit<Authorities, 'api'> {
  readonly signal: AbortSignal
}

/** Why none of a source's attestations will do; `null`: one does. */
async function examine(source: Source, sha256: string, means: Means): Promise<string | null> {
  const refusals: string[] = []
  try {
    for await (const bundle of bundlesAt(source, means)) {
      const verdict = verifyProvenance(bundle, { sha256, trust: means.trust })
      if (verdict.kind === 'verified') return null
      refusals.push(verdict.reason)
    }
  } catch (error) {
    means.signal.throwIfAborted()
    refusals.push(error instanceof Error ? error.message : String(error))
  }
  return refusals.length === 0 ? 'there is none' : refusals.join(', ')
}

async function* bundlesAt(source: Source, means: Means): AsyncGenerator<unknown> {
  const text = await readIfThere(source, means)
  if (text === null) return
  if (source.kind === 'bundles') {
    for (const line of text.split('\n')) if (line.trim() !== '') yield JSON.parse(line)
    return
  }
  const { attestations }: AttestationList = JSON.parse(text)
  if (!Array.isArray(attestations)) throw new TypeError('the answer holds no list of attestations')
  for (const { bundle, bundle_url } of attestations) {
    yield bundle ?? (await fetchBundle(new URL(bundle_url ?? ''), means))
  }
}

/** Whether a bundle is in the answer or elsewhere depends on its size and the interface's version. */
interface AttestationList {
  readonly attestations?: readonly {
    readonly bundle?: unknown
    readonly bundle_url?: string | null
  }[]
}

/** From a storage that has no business with the token; the address is a signed one. */
async function fetchBundle(url: URL, { limits, signal }: Means): Promise<unknown> {
  const block = await getBytes(url, { ...limits, signal })
  return JSON.parse(unpackSnappy(block, limits.maxBytes).toString())
}

async function readIfThere(
  { url, authorization }: Location,
  { limits, signal }: Means,
): Promise<string | null> {
  const headers: Record<string, string> = authorization === null ? {} : { authorization }
  try {
    if (url.protocol === 'file:') return await readFile(url, 'utf8')
    return await getText(url, { ...limits, headers, signal })
  } catch (error) {
    const absent = error instanceof HttpError ? error.status === 404 : errorCode(error) === 'ENOENT'
    if (absent) return null
    throw error
  }
}

function attestationError(message: string): ActionError {
  return new ActionError({
    code: 'ATTESTATION_FAILED',
    message,
    hint: 'Nothing was installed. Archives that a mirror has built or changed are not attested. Where GitHub cannot be asked, a token may help, or a mirror that holds the attestations too: see docs/provenance.md.',
  })
}
