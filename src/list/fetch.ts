import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { ActionError } from '../domain/errors.ts'
import { headersOf, type Location } from '../domain/location.ts'
import { messageOf } from '../io/error-message.ts'
import { errorCode } from '../io/files.ts'
import { type GetOptions, getIfChanged, getText, type MarkedText } from '../io/http.ts'
import { explainMissingFile } from '../io/missing-file.ts'

export type FetchLimits = Pick<GetOptions, 'timeoutMs' | 'attempts' | 'retryDelayMs' | 'maxBytes'>

const fetchLimits: FetchLimits = {
  timeoutMs: 15_000,
  attempts: 4,
  retryDelayMs: 500,
  maxBytes: 64 * 1024 ** 2,
}

/** The text of a download list, from http(s) or from a file. Throws an `ActionError`. */
export async function fetchList(
  location: Location,
  signal: AbortSignal,
  limits: Partial<FetchLimits> = {},
): Promise<string> {
  const { url } = location
  try {
    // A byte order mark is how PowerShell begins a file.
    if (url.protocol === 'file:') return (await readFile(url, 'utf8')).replace(/^\uFEFF/, '')
    return await getText(url, { ...fetchLimits, ...limits, headers: headersOf(location), signal })
  } catch (error) {
    signal.throwIfAborted()
    const missing = await explainMissing(url, error)
    const found = messageOf(error)
    throw new ActionError({
      code: 'LIST_UNAVAILABLE',
      message: `The list of Python distributions at ${url.href} could not be read: ${missing ?? found}.`,
      hint: 'Try again, or point python-downloads-json-url at a copy of the list that this runner can reach (a URL, file:// or a path).',
      cause: missing === null ? error : undefined,
    })
  }
}

/** Where others can answer in its place, the list's host is not asked twice. */
const publishedLimits = { timeoutMs: 10_000, attempts: 1, retryDelayMs: 0 }

/** The list that uv publishes, unless it is still the one with this mark: `null`. Throws what went wrong. */
export async function fetchPublishedList(
  { url }: Location,
  {
    etag,
    limits,
    signal,
  }: {
    readonly etag: string | null
    readonly limits: Partial<FetchLimits>
    readonly signal: AbortSignal
  },
): Promise<MarkedText | null> {
  return await getIfChanged(url, etag, { ...fetchLimits, ...publishedLimits, ...limits, signal })
}

async function explainMissing(url: URL, error: unknown): Promise<string | null> {
  const isMissing = errorCode(error) === 'ENOENT' && url.protocol === 'file:'
  return isMissing ? await explainMissingFile(fileURLToPath(url)) : null
}
