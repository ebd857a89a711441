import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Distribution } from '../domain/distribution.ts'
import type { Location } from '../domain/location.ts'
import type { OutputLine } from '../io/output.ts'
import { createWaitMeter } from '../io/waiting.ts'
import { explainDiskError } from './disk-error.ts'
import { downloadError, type Failure, failureOf } from './download-failure.ts'
import { type Archive, findArchive } from './local-archive.ts'
import { type Source, sizeOf, transfer } from './transfer.ts'

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
  /** Bounds the whole download, not counting what this process had to do itself. */
  readonly deadlineMs: number
  /** See `Transfer`. */
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
  const readWait = createWaitMeter()
  let waitedMs = 0
  let quietMs = 0
  let sizeBytes = 0
  /** Nothing that a source still does is of interest, and none is asked any more. */
  let over = false

  const start = (source: Source | undefined, because?: string) => {
    if (source === undefined || over) return
    if (because !== undefined) onMessage({ isDebug: false, text: askingText(source, because) })
    const file = nameFor(download.file, files.length)
    files.push(file)
    quietMs = 0
    const hear = (line: OutputLine) => {
      if (!over) onMessage(line)
    }
    transfer(source, file, { retryDelayMs: limits.retryDelayMs, signal, onMessage: hear }).then(
      sizeBytes => delivery.resolve({ file, url: source.url, sizeBytes }),
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
      const stepMs = readWait(pollMs)
      waitedMs += stepMs
      quietMs += stepMs
      // Also where there is less than before: a source that has lost its connection starts again.
      if (sumBytes !== sizeBytes) {
        sizeBytes = sumBytes
        quietMs = 0
        onProgress(largestBytes)
      }
      const why = findExcess({ largestBytes, quietMs, waitedMs }, limits)
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
  found: { readonly largestBytes: number; readonly quietMs: number; readonly waitedMs: number },
  { maxBytes, silenceMs, deadlineMs }: DownloadLimits,
): string | null {
  if (found.largestBytes > maxBytes) return `it is larger than ${maxBytes / 1024 ** 2} MiB`
  if (found.quietMs > silenceMs) return silence(silenceMs)
  if (found.waitedMs > deadlineMs) return `not complete after ${deadlineMs / 60_000} min`
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

function askingText({ url, again }: Source, because: string): string {
  return `${because}; trying ${url.host} ${again ? 'again' : 'as well'}`
}
