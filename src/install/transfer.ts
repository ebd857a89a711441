import { stat } from 'node:fs/promises'
import { headersOf, type Location } from '../domain/location.ts'
import { useAgentsInLibraries } from '../io/agent.ts'
import { getRedirect } from '../io/http.ts'
import { captureOutput, type OutputLine, readLines } from '../io/output.ts'
import { readDiskError } from './disk-error.ts'

export interface Source extends Location {
  /** Whether it has been asked before, and kept us waiting. */
  readonly again: boolean
}

export interface Transfer {
  /** Before the tool cache's downloader asks again; it has 10 to 20 s of its own. */
  readonly retryDelayMs?: number | undefined
  readonly signal: AbortSignal
  /** Hears why it takes longer. */
  readonly onMessage: (line: OutputLine) => void
}

/**
 * Has the tool cache's downloader write what a source has to a file, and tells its size. Once started
 * it cannot be stopped; a full disk or a limit of the job, which it would wait for, ends it at once.
 * Throws what the downloader or the system throws, or the signal's reason.
 */
export async function transfer(
  source: Source,
  file: string,
  { retryDelayMs, signal, onMessage }: Transfer,
): Promise<number> {
  const { url, authorization } = await followRedirects(source, signal)
  const { downloadTool } = await import('@actions/tool-cache')
  useAgentsInLibraries()
  setRetryDelay(retryDelayMs)
  const inVain = Promise.withResolvers<never>()
  let ended = false
  const read = (line: OutputLine) => {
    const error = readDiskError(line.text)
    ended ||= error !== null
    // The downloader would sleep now, and try again in vain.
    if (error !== null) inVain.reject(error)
    else if (!ended) onMessage(line)
  }
  const written = captureOutput(
    text => readLines(text).forEach(read),
    () => downloadTool(url.href, file, authorization ?? undefined, {}),
  )
  await Promise.race([written, inVain.promise])
  return await sizeOf(file)
}

/** The downloader can be told by global variables only. */
function setRetryDelay(ms: number | undefined): void {
  if (ms === undefined) return
  for (const end of ['MIN', 'MAX']) {
    Object.assign(globalThis, { [`TEST_DOWNLOAD_TOOL_RETRY_${end}_SECONDS`]: ms / 1000 })
  }
}

const redirectLimits = { timeoutMs: 30_000, attempts: 3, retryDelayMs: 500 }
const maxRedirects = 10

/**
 * The downloader follows redirects, but takes credentials along to other ports of a host, and takes
 * one to a mere path for an error. So where there are credentials, or it has not worked without,
 * the way is found first, on which credentials stay with their own origin.
 */
async function followRedirects(source: Source, signal: AbortSignal): Promise<Location> {
  let { url, authorization } = source
  for (let count = 0; authorization !== null || source.again; count++) {
    if (count > maxRedirects) throw new Error(`more than ${maxRedirects} redirects`)
    const next = await getRedirect(url, {
      ...redirectLimits,
      headers: headersOf({ url, authorization }),
      signal,
    })
    if (next === null) break
    if (next.origin !== url.origin) authorization = null
    url = next
  }
  return { url, authorization }
}

/** Bytes that a file has by now; 0 where there is none. */
export async function sizeOf(file: string): Promise<number> {
  return await stat(file).then(
    ({ size }) => size,
    () => 0,
  )
}
