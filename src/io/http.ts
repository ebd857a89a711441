import type { IncomingMessage } from 'node:http'
import { pipeline, type Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { messageOf } from './error-message.ts'
import { redirectOf, refuseDowngrade, type SendOptions, sendHttp } from './send-http.ts'
import { startDeadline } from './waiting.ts'

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
  const headers = { 'accept-encoding': 'gzip', ...options.headers }
  return await get(url, { ...options, headers, followRedirects: true }, async response => {
    if (!isOk(response)) throw answerError(response)
    return await readBytes(response, options.maxBytes)
  })
}

/** The same, as text. */
export async function getText(url: URL, options: GetOptions): Promise<string> {
  return new TextDecoder().decode(await getBytes(url, options))
}

/** A text and the mark that its server knows it by; `null`: it gave none. */
export interface MarkedText {
  readonly text: string
  readonly etag: string | null
}

/** The text at an http(s) URL, unless it is still the one with this mark: `null` then. Throws as `getBytes` does. */
export async function getIfChanged(
  url: URL,
  etag: string | null,
  options: GetOptions,
): Promise<MarkedText | null> {
  const known: Record<string, string> = etag === null ? {} : { 'if-none-match': etag }
  const headers = { 'accept-encoding': 'gzip', ...options.headers, ...known }
  return await get(url, { ...options, headers, followRedirects: true }, async response => {
    if (etag !== null && response.statusCode === 304) return null
    if (!isOk(response)) throw answerError(response)
    const text = new TextDecoder().decode(await readBytes(response, options.maxBytes))
    return { text, etag: response.headers.etag ?? null }
  })
}

/**
 * Hands each line at an http(s) URL to `take` as it arrives, and stops reading where that answers
 * `false`. In one attempt, as lines cannot be taken back. Throws an `HttpError`, or what `take` does.
 */
export async function streamLines(
  url: URL,
  options: Omit<GetOptions, 'attempts' | 'retryDelayMs'>,
  take: (line: string) => boolean,
): Promise<void> {
  const headers = { 'accept-encoding': 'gzip', ...options.headers }
  const once = { ...options, headers, attempts: 1, retryDelayMs: 0, followRedirects: true }
  await get(url, once, async response => {
    if (!isOk(response)) throw answerError(response)
    const decoder = new TextDecoder()
    let rest = ''
    for await (const chunk of bodyOf(response, options.maxBytes)) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      if (!lines.every(take)) return
    }
    if (rest !== '') take(rest)
  })
}

/** Where an http(s) URL redirects to; `null`: it does not. As `getBytes` does, throws an `HttpError`. */
export async function getRedirect(
  url: URL,
  options: Omit<GetOptions, 'maxBytes'>,
): Promise<URL | null> {
  return await get(url, { ...options, followRedirects: false }, async response => {
    if ((response.statusCode ?? 0) >= 400) throw answerError(response)
    const next = redirectOf(response, url)
    if (next !== null) refuseDowngrade(url, next)
    return next
  })
}

/** How many bytes an http(s) URL would answer with; `null` where it does not say. */
export async function getSize(
  url: URL,
  { headers = {}, timeoutMs }: Pick<GetOptions, 'timeoutMs' | 'headers'>,
): Promise<number | null> {
  const { signal, clear } = startDeadline(timeoutMs)
  try {
    const options = { method: 'HEAD', headers, signal, followRedirects: true } as const
    const response = await sendHttp(url, options)
    response.destroy()
    const length = response.headers['content-length']
    return isOk(response) && length !== undefined ? Number(length) : null
  } finally {
    clear()
  }
}

type Reader<T> = (response: IncomingMessage) => Promise<T>
type Attempts = Omit<GetOptions, 'maxBytes'> & Pick<SendOptions, 'followRedirects'>

async function get<T>(url: URL, options: Attempts, read: Reader<T>): Promise<T> {
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

async function getOnce<T>(url: URL, options: Attempts, read: Reader<T>): Promise<T> {
  const { headers = {}, followRedirects, timeoutMs } = options
  const deadline = startDeadline(timeoutMs)
  const signals = [deadline.signal, options.signal].filter(each => each !== undefined)
  const signal = AbortSignal.any(signals)
  try {
    const response = await sendHttp(url, { method: 'GET', headers, signal, followRedirects })
    try {
      return await read(response)
    } finally {
      response.destroy()
    }
  } catch (error) {
    if (error instanceof HttpError) throw error
    const late = `no complete answer within ${timeoutMs / 1000} s`
    const message = deadline.signal.aborted ? late : reason(error)
    throw new HttpError(message, { transient: true, cause: error })
  } finally {
    deadline.clear()
  }
}

function isOk({ statusCode = 0 }: IncomingMessage): boolean {
  return statusCode >= 200 && statusCode < 300
}

function answerError({
  statusCode: status = 0,
  statusMessage,
  headers,
}: IncomingMessage): HttpError {
  const transient = status === 408 || status === 429 || status >= 500
  const failure = { status, transient, retryAfterMs: retryAfterMs(headers['retry-after']) }
  return new HttpError(`HTTP ${status} ${statusMessage ?? ''}`.trim(), failure)
}

function gunzip(response: IncomingMessage): Readable {
  // Loaded here, as a job that finds all in the tool cache can do without.
  const { createGunzip } = process.getBuiltinModule('node:zlib')
  return pipeline(response, createGunzip(), () => {})
}

async function readBytes(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of bodyOf(response, maxBytes)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function* bodyOf(response: IncomingMessage, maxBytes: number): AsyncGenerator<Buffer> {
  const packed = /^(?:x-)?gzip$/i.test(response.headers['content-encoding']?.trim() ?? '')
  let sizeBytes = 0
  for await (const chunk of packed ? gunzip(response) : response) {
    sizeBytes += chunk.length
    if (sizeBytes > maxBytes) {
      throw new HttpError(`more than ${maxBytes} bytes`, { status: response.statusCode ?? null })
    }
    yield chunk
  }
}

/** Retry-After in milliseconds, from seconds or a date; `null` where there is none that makes sense. */
export function retryAfterMs(value: string | undefined, nowMs = Date.now()): number | null {
  if (value === undefined) return null
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - nowMs
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), maxRetryAfterMs)
}

/** Where a host has several addresses, each of them has failed for a reason of its own. */
function reason(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error
  return messageOf(first)
}
