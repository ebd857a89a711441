import { setTimeout as sleep } from 'node:timers/promises'
import { HttpClient } from '@actions/http-client'

/** An answer that is no success, or no answer at all (`status` is `null` then). */
export class HttpError extends Error {
  readonly status: number | null
  /** Whether asking again may help. */
  readonly transient: boolean
  readonly retryAfterMs: number | null

  constructor(message: string, failure: Partial<HttpFailure> = {}) {
    super(message, failure.cause === undefined ? undefined : { cause: failure.cause })
    this.name = 'HttpError'
    this.status = failure.status ?? null
    this.transient = failure.transient ?? false
    this.retryAfterMs = failure.retryAfterMs ?? null
  }
}

type HttpFailure = Pick<HttpError, 'status' | 'transient' | 'retryAfterMs' | 'cause'>

export interface GetOptions {
  /** Bounds one attempt, its whole body included. */
  readonly timeoutMs: number
  readonly attempts: number
  /** The wait after the first failed attempt; it doubles from there. */
  readonly retryDelayMs: number
  readonly maxBytes: number
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** The longest that a server's Retry-After can make us wait. */
const maxRetryAfterMs = 10_000

/**
 * The body found at an http(s) URL. Goes through the proxy that the environment names; server
 * errors, 429 and network failures are tried again. Throws an `HttpError`.
 */
export async function getBytes(url: URL, options: GetOptions): Promise<Buffer> {
  return await get(url, options, async response => {
    if (!response.ok) throw answerError(response)
    return await readBytes(response, options.maxBytes)
  })
}

/** The same, as text. */
export async function getText(url: URL, options: GetOptions): Promise<string> {
  return new TextDecoder().decode(await getBytes(url, options))
}

/** Where an http(s) URL redirects to; `null`: it does not. As `getBytes` does, throws an `HttpError`. */
export async function getRedirect(
  url: URL,
  options: Omit<GetOptions, 'maxBytes'>,
): Promise<URL | null> {
  return await get(url, { ...options, redirect: 'manual' }, async response => {
    if (response.status >= 400) throw answerError(response)
    const target = response.headers.get('location')
    return response.ok || target === null ? null : new URL(target, url)
  })
}

/** How many bytes an http(s) URL would answer with; `null` where it does not say. */
export async function getSize(
  url: URL,
  options: Pick<GetOptions, 'timeoutMs' | 'headers'>,
): Promise<number | null> {
  const { headers = {}, timeoutMs } = options
  const signal = AbortSignal.timeout(timeoutMs)
  const response = await fetch(url, { method: 'HEAD', headers, signal, ...proxyFor(url) })
  const length = response.headers.get('content-length')
  return response.ok && length !== null ? Number(length) : null
}

type Reader<T> = (response: Response) => Promise<T>
type RequestOptions = Omit<GetOptions, 'maxBytes'> & Pick<RequestInit, 'redirect'>

async function get<T>(url: URL, options: RequestOptions, read: Reader<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await getOnce(url, options, read)
    } catch (error) {
      const again = error instanceof HttpError && error.transient && attempt < options.attempts
      if (!again || options.signal?.aborted) throw error
      const backoffMs = options.retryDelayMs * 2 ** (attempt - 1)
      await sleep(error.retryAfterMs ?? backoffMs, undefined, { signal: options.signal })
    }
  }
}

async function getOnce<T>(url: URL, options: RequestOptions, read: Reader<T>): Promise<T> {
  const timeout = AbortSignal.timeout(options.timeoutMs)
  const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout
  const { headers = {}, redirect = 'follow' } = options
  try {
    const response = await fetch(url, { headers, redirect, signal, ...proxyFor(url) })
    try {
      return await read(response)
    } finally {
      await response.body?.cancel().catch(() => {})
    }
  } catch (error) {
    if (error instanceof HttpError) throw error
    const late = `no whole answer within ${options.timeoutMs / 1000} s`
    const message = timeout.aborted ? late : reason(error)
    throw new HttpError(message, { transient: true, cause: error })
  }
}

function answerError({ status, statusText, headers }: Response): HttpError {
  const transient = status === 408 || status === 429 || status >= 500
  const failure = { status, transient, retryAfterMs: retryAfterMs(headers) }
  return new HttpError(`HTTP ${status} ${statusText}`.trim(), failure)
}

async function readBytes(response: Response, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  for await (const chunk of response.body ?? []) {
    sizeBytes += chunk.byteLength
    if (sizeBytes > maxBytes) {
      throw new HttpError(`more than ${maxBytes} bytes`, { status: response.status })
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Node's `fetch` knows no proxy variables before 24.14; the runner's own client does. */
function proxyFor(url: URL): RequestInit {
  const dispatcher = new HttpClient().getAgentDispatcher(url.href)
  // Two copies of undici's types meet here: Node's own and the one that the client brings along.
  return dispatcher ? ({ dispatcher } as unknown as RequestInit) : {}
}

/** Retry-After in milliseconds, from seconds or a date; `null` where there is none that makes sense. */
export function retryAfterMs(headers: Headers, nowMs = Date.now()): number | null {
  const value = headers.get('retry-after')
  if (value === null) return null
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - nowMs
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), maxRetryAfterMs)
}

/** `fetch` says only "fetch failed"; what happened stands in the cause. */
function reason(error: unknown): string {
  const innermost = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (innermost instanceof AggregateError && innermost.errors[0] instanceof Error) {
    return innermost.errors[0].message
  }
  return innermost instanceof Error ? innermost.message : String(innermost)
}
