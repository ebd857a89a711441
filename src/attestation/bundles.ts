import { readFile } from 'node:fs/promises'
import { headersOf, type Location } from '../domain/location.ts'
import type { Mirror } from '../domain/mirror.ts'
import { isObject } from '../domain/parsed.ts'
import { messageOf } from '../io/error-message.ts'
import { errorCode } from '../io/files.ts'
import { type GetOptions, getBytes, getText, HttpError } from '../io/http.ts'
import { unpackSnappy } from './snappy.ts'

/** Where attestations may lie. They are signed: whoever hands them out need not be trusted. */
export interface BundleSource extends Location {
  /** `bundles`: a file of bundles, one a line; `github`: an answer of GitHub's interface. */
  readonly kind: 'bundles' | 'github'
}

export interface FetchOptions {
  readonly limits: Pick<GetOptions, 'timeoutMs' | 'attempts' | 'retryDelayMs' | 'maxBytes'>
  readonly signal: AbortSignal
}

/** A bundle, not looked at yet, or why one cannot be had. */
export type FoundBundle =
  | { readonly kind: 'bundle'; readonly bundle: unknown }
  | { readonly kind: 'refused'; readonly reason: string }

/** The places to look for attestations of an archive, the mirror's own first. */
export function bundleSources(
  sha256: string,
  options: {
    readonly mirror: Mirror | null
    /** A GitHub token, or empty. */
    readonly token: string
    /** GitHub's programming interface, to which the token goes; ends in a slash. */
    readonly api: URL
  },
): readonly BundleSource[] {
  const { mirror, token, api } = options
  const path = `repos/astral-sh/python-build-standalone/attestations/sha256:${sha256}`
  const url = new URL(`${path}?predicate_type=provenance`, api)
  const authorization = token === '' ? null : `Bearer ${token}`
  const github: BundleSource = { kind: 'github', url, authorization }
  if (mirror === null) return [github]
  const file = new URL(`attestations/sha256-${sha256}.jsonl`, mirror.base)
  return [{ kind: 'bundles', url: file, authorization: mirror.authorization }, github]
}

/** The bundles that a source has. What is wrong with one, or with the source, is one of them. */
export async function* bundlesAt(
  source: BundleSource,
  options: FetchOptions,
): AsyncGenerator<FoundBundle> {
  let items: readonly unknown[]
  try {
    const text = await readIfThere(source, options)
    if (text === null) return
    items = source.kind === 'bundles' ? linesOf(text) : attestationsIn(text)
  } catch (error) {
    options.signal.throwIfAborted()
    return yield refused(error)
  }
  for (const item of items) {
    try {
      const bundle =
        source.kind === 'bundles' ? JSON.parse(String(item)) : await bundleOf(item, options)
      yield { kind: 'bundle', bundle }
    } catch (error) {
      options.signal.throwIfAborted()
      yield refused(error)
    }
  }
}

function refused(error: unknown): FoundBundle {
  return { kind: 'refused', reason: messageOf(error) }
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter(line => line.trim() !== '')
}

function attestationsIn(text: string): readonly unknown[] {
  const answer: unknown = JSON.parse(text)
  const list = isObject(answer) ? answer.attestations : null
  if (!Array.isArray(list)) throw new TypeError('the answer has no list of attestations')
  return list
}

/** Whether a bundle is in the answer or elsewhere depends on its size and the interface's version. */
async function bundleOf(item: unknown, { limits, signal }: FetchOptions): Promise<unknown> {
  if (!isObject(item)) throw new TypeError('an attestation is not an object')
  if (item.bundle) return item.bundle
  const url = URL.parse(String(item.bundle_url ?? ''))
  if (url === null) throw new TypeError('an attestation has no bundle and no address of one')
  // From a storage that has no business with the token; the address is a signed one.
  const block = await getBytes(url, { ...limits, signal })
  return JSON.parse(unpackSnappy(block, limits.maxBytes).toString())
}

async function readIfThere(
  location: Location,
  { limits, signal }: FetchOptions,
): Promise<string | null> {
  try {
    const { url } = location
    if (url.protocol === 'file:') return await readFile(url, 'utf8')
    return await getText(url, { ...limits, headers: headersOf(location), signal })
  } catch (error) {
    const absent = error instanceof HttpError ? error.status === 404 : errorCode(error) === 'ENOENT'
    if (absent) return null
    throw error
  }
}
