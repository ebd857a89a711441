import { constants } from 'node:fs'
import { copyFile, open, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Distribution } from '../domain/distribution.ts'
import { archiveEnding } from '../domain/layout.ts'
import type { Location } from '../domain/location.ts'
import { useAgentsInLibraries } from '../io/agent.ts'
import { errorCode } from '../io/files.ts'
import { getRedirect } from '../io/http.ts'
import { captureOutput, type OutputLine, readLines } from '../io/output.ts'
import { explainDiskError, readDiskError } from './disk-error.ts'
import { downloadError, type Failure, failureOf, fileFailureOf } from './download-failure.ts'

export interface Download {
  readonly distribution: Distribution
  /** The preferred address first. */
  readonly locations: readonly Location[]
  /** The file to write, by the first source that is asked; a second source's lies next to it. */
  readonly file: string
  readonly limits: DownloadLimits
  readonly signal: AbortSignal
  /** Called now and then with what has arrived so far. */
  readonly onProgress: (sizeBytes: number) => void
  /** Hears why it takes longer: of attempts that fail, and of sources that are asked besides. */
  readonly onMessage: (line: OutputLine) => void
}

export interface DownloadLimits {
  /** The next source is started when nothing has arrived for this long. */
  readonly stallMs: number
  /** All is given up when nothing has arrived from any source for this long. */
  readonly silenceMs: number
  /** Bounds the whole download. */
  readonly deadlineMs: number
  /** Before the tool cache's downloader asks a source again; it has 10 to 20 s of its own. */
  readonly retryDelayMs?: number
  /** No archive of a Python has half of this. */
  readonly maxBytes: number
}

export const downloadLimits: DownloadLimits = {
  stallMs: 5_000,
  silenceMs: 60_000,
  deadlineMs: 1_800_000,
  maxBytes: 2 * 1024 ** 3,
}

export interface Archive {
  /** Its file: ours, but where the URL is that of a file. */
  readonly file: string
  readonly url: URL
  readonly sizeBytes: number
}

const pollMs = 250

/**
 * Gets an archive from the first source that delivers; whether it is the right one is another
 * question. The tool cache's downloader retries by itself, but sleeps in between and cannot be
 * stopped; so a source that stalls or fails has the next one started beside it, and whichever ends
 * first wins. An only source that stalls is asked once more in the same way. Throws an `ActionError`.
 */
export async function downloadArchive(download: Download): Promise<Archive> {
  const { distribution, locations, limits, signal, onProgress, onMessage } = download
  const local = locations.find(({ url }) => url.protocol === 'file:')
  if (local !== undefined) return await findArchive(download, local.url)

  const delivery = Promise.withResolvers<Archive>()
  const waiting: Source[] = locations.map(location => ({ ...location, again: false }))
  const spare = waiting.length === 1 ? waiting.map(source => ({ ...source, again: true })) : []
  const files: string[] = []
  const failures: Failure[] = []
  const startedMs = performance.now()
  let heardMs = startedMs
  let sizeBytes = 0
  /** Nothing that a source still does is of interest, and none is asked any more. */
  let over = false

  const start = (source: Source | undefined, because?: string) => {
    if (source === undefined || over) return
    if (because !== undefined) onMessage({ isDebug: false, text: askingText(source, because) })
    const file = nameFor(download.file, files.length)
    files.push(file)
    heardMs = performance.now()
    const hear = (line: OutputLine) => {
      if (!over) onMessage(line)
    }
    fetchFrom(source, file, { limits, signal, onMessage: hear }).then(
      delivery.resolve,
      (error: unknown) => {
        const explained = explainDiskError(error)
        // Another source would fill the same disk.
        if (explained !== error) return delivery.reject(explained)
        failures.push(failureOf(source.url, error))
        if (waiting.length > 0) start(waiting.shift(), failures.at(-1)?.message)
        else if (failures.length === files.length) delivery.reject(giveUp())
      },
    )
  }
  const giveUp = (...why: readonly string[]) => {
    const reasons = why.map((message): Failure => ({ kind: 'other', message }))
    return downloadError(distribution, [...failures, ...reasons])
  }

  start(waiting.shift())
  try {
    for (;;) {
      const pause = sleep(pollMs, null, { signal }).catch(() => null)
      const archive = await Promise.race([delivery.promise, pause])
      if (archive !== null) return archive
      signal.throwIfAborted()

      const sizes = await Promise.all(files.map(sizeOf))
      const largestBytes = Math.max(...sizes)
      const sumBytes = sizes.reduce((sum, size) => sum + size)
      const nowMs = performance.now()
      // Also where there is less than before: a source that has lost its connection starts again.
      if (sumBytes !== sizeBytes) {
        sizeBytes = sumBytes
        heardMs = nowMs
        onProgress(largestBytes)
      }
      const quietMs = nowMs - heardMs
      const why = findExcess({ largestBytes, quietMs, elapsedMs: nowMs - startedMs }, limits)
      if (why !== null) throw giveUp(why)
      if (quietMs > limits.stallMs) {
        start(waiting.shift() ?? spare.shift(), silence(limits.stallMs))
      }
    }
  } finally {
    over = true
  }
}

/** Which limit a download has passed, as a reason to give it up; `null`: none. */
function findExcess(
  found: { readonly largestBytes: number; readonly quietMs: number; readonly elapsedMs: number },
  { maxBytes, silenceMs, deadlineMs }: DownloadLimits,
): string | null {
  if (found.largestBytes > maxBytes) return `it is larger than ${maxBytes / 1024 ** 2} MiB`
  if (found.quietMs > silenceMs) return silence(silenceMs)
  if (found.elapsedMs > deadlineMs) return `not complete after ${deadlineMs / 60_000} min`
  return null
}

function silence(ms: number): string {
  return `nothing arrived for ${ms / 1000} s`
}

/** Each source has a file of its own, all with the same ending: Windows unpacks nothing else as a zip. */
function nameFor(file: string, index: number): string {
  if (index === 0) return file
  return path.join(path.dirname(file), `${index + 1}-${path.basename(file)}`)
}

interface Source extends Location {
  /** Whether it has been asked before, and kept us waiting. */
  readonly again: boolean
}

async function fetchFrom(
  source: Source,
  file: string,
  { limits, signal, onMessage }: Pick<Download, 'limits' | 'signal' | 'onMessage'>,
): Promise<Archive> {
  const { url, authorization } = await followRedirects(source, signal)
  const { downloadTool } = await import('@actions/tool-cache')
  useAgentsInLibraries()
  setRetryDelay(limits.retryDelayMs)
  const diskFull = Promise.withResolvers<never>()
  let ended = false
  const read = (line: OutputLine) => {
    const error = readDiskError(line.text)
    ended ||= error !== null
    // The downloader would sleep now, and try again in vain.
    if (error !== null) diskFull.reject(error)
    else if (!ended) onMessage(line)
  }
  const transfer = captureOutput(
    text => readLines(text).forEach(read),
    () => downloadTool(url.href, file, authorization ?? undefined, {}),
  )
  await Promise.race([transfer, diskFull.promise])
  return { file, url: source.url, sizeBytes: await sizeOf(file) }
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
    const headers: Record<string, string> = authorization === null ? {} : { authorization }
    const next = await getRedirect(url, { ...redirectLimits, headers, signal })
    if (next === null) break
    if (next.origin !== url.origin) authorization = null
    url = next
  }
  return { url, authorization }
}

/**
 * From a folder: a tar is read where it lies, once, so that what is verified is what was unpacked.
 * A zip is read again and again, so it has to be ours.
 */
async function findArchive({ distribution, file }: Download, url: URL): Promise<Archive> {
  const source = fileURLToPath(url)
  try {
    if (archiveEnding(distribution) === '.zip') {
      await copyFile(source, file, constants.COPYFILE_FICLONE)
      return { file, url, sizeBytes: await sizeOf(file) }
    }
    await using handle = await open(source, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const found = await handle.stat()
    if (!found.isFile()) throw new Error('it is not a file')
    return { file: source, url, sizeBytes: found.size }
  } catch (error) {
    const explained = explainDiskError(error)
    // What may not be read has a path as well, but is the mirror's fault.
    if (errorCode(error) !== 'EACCES' && explained !== error) throw explained
    throw downloadError(distribution, [await fileFailureOf(url, error)])
  }
}

async function sizeOf(file: string): Promise<number> {
  return await stat(file).then(
    ({ size }) => size,
    () => 0,
  )
}

function askingText({ url, again }: Source, because: string): string {
  return `${because}; trying ${url.host} ${again ? 'again' : 'as well'}`
}
