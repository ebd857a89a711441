import type { Installed } from '../domain/installation.ts'
import { describePython } from '../domain/python.ts'
import { elapsedOf } from '../domain/stage.ts'
import { formatBytes, formatCount, formatDuration, formatNumber, formatRate } from './format.ts'
import { lastedMs, phasesOf } from './phases.ts'

/** What is over sooner is not worth a line before its last one. */
const everyMs = 5_000

/** Reports on a download that lasts: a line every five seconds, with a share where the size is known. */
export function createDownloadProgress(
  name: string,
  say: (line: string) => void,
  sizeOf: () => Promise<number | null>,
  now = () => performance.now(),
): (arrivedBytes: number) => void {
  const startedMs = now()
  let saidMs = startedMs
  let asked = false
  let total: number | null = null
  return arrivedBytes => {
    const nowMs = now()
    // Early enough for the answer to be there by the first line.
    if (!asked && nowMs - startedMs >= everyMs / 2) {
      asked = true
      sizeOf().then(
        size => {
          // A server may say 0 where it does not know.
          total = size || null
        },
        () => {},
      )
    }
    if (nowMs - saidMs < everyMs) return
    saidMs = nowMs
    say(progressLine({ name, arrivedBytes, total, elapsedMs: nowMs - startedMs }))
  }
}

/** Reports on compiling that lasts: a line every five seconds. */
export function createCompileProgress(
  name: string,
  say: (line: string) => void,
  now = () => performance.now(),
): (doneFiles: number, allFiles: number) => void {
  let saidMs = now()
  return (doneFiles, allFiles) => {
    const nowMs = now()
    if (nowMs - saidMs < everyMs) return
    saidMs = nowMs
    const done = `${formatNumber(doneFiles)} of ${formatCount(allFiles, 'file')}`
    say(`${name}: compiled ${done}, the largest first`)
  }
}

/** `CPython 3.13.5: 12.1 MB of 32.0 MB (38 %), 2.4 MB/s`; pure. */
export function progressLine({
  name,
  arrivedBytes,
  total,
  elapsedMs,
}: {
  readonly name: string
  readonly arrivedBytes: number
  readonly total: number | null
  readonly elapsedMs: number
}): string {
  const share =
    total === null
      ? ''
      : ` of ${formatBytes(total)} (${Math.floor((arrivedBytes / total) * 100)} %)`
  return `${name}: ${formatBytes(arrivedBytes)}${share}, ${formatRate(arrivedBytes, elapsedMs)}`
}

/** `CPython 3.13.5: downloaded 11.1 MB from github.com in 0.4 s, 27.7 MB/s`; pure. */
export function downloadedLine(
  name: string,
  { url, sizeBytes }: { readonly url: URL; readonly sizeBytes: number },
  elapsedMs: number,
): string {
  const size = formatBytes(sizeBytes)
  if (url.protocol === 'file:') return `${name}: ${size} from ${url.href}`
  return `${name}: downloaded ${size} from ${url.host} in ${formatDuration(elapsedMs)}, ${formatRate(sizeBytes, elapsedMs)}`
}

/** `CPython 3.13.5: unpacked in 0.4 s, compiled 1,037 files in 1.9 s, ready after 2.6 s`; pure. */
export function doneLine(installed: Installed): string {
  const { installation, source, compilation, transferredBytes, spans } = installed
  const phases = phasesOf(installed)
  const restored =
    transferredBytes === null
      ? 'restored from the cache'
      : `restored ${formatBytes(transferredBytes)} from the cache`
  const compiled = compilation.kind === 'compiled' ? compilation.outcome.compiled : 0
  const parts = [
    ...took(restored, lastedMs(phases, 'restore')),
    ...took('unpacked', lastedMs(phases, 'unpack')),
    ...took(`compiled ${formatCount(compiled, 'file')}`, lastedMs(phases, 'compile')),
    ...took('stored', lastedMs(phases, 'store')),
  ]
  const name = describePython(installation)
  if (parts.length > 0) {
    return `${name}: ${parts.join(', ')}, ready after ${formatDuration(elapsedOf(spans))}`
  }
  return source === 'tool-cache' ? `${name}: found in the tool cache` : `${name}: ready`
}

function took(what: string, ms: number): readonly string[] {
  return ms < 50 ? [] : [`${what} in ${formatDuration(ms)}`]
}
