/** What became of looking for an entry. Only a hit leaves anything on disk. */
export type RestoreResult =
  | { readonly kind: 'hit'; readonly key: string; readonly sizeBytes: number | null }
  | { readonly kind: 'miss' }
  | NotDone

/**
 * What became of storing an entry. `exists`: another job was first. `needless`: an earlier call
 * has come upon the entry, or has told that the cache is out of order; there is no news in it.
 */
export type SaveResult =
  | { readonly kind: 'saved'; readonly sizeBytes: number | null }
  | { readonly kind: 'exists' | 'needless' }
  | NotDone

/** `skipped`: this run may not; `failed`: it could not. The reason is a clause for the log. */
export type NotDone = { readonly kind: 'skipped' | 'failed'; readonly reason: string }

/** How a call of the library ended, and the lines that it wrote: it swallows most errors but prints them. */
export interface CallOutcome {
  readonly lines: readonly string[]
  readonly end:
    | { readonly kind: 'returned'; readonly value: string | number | undefined }
    | { readonly kind: 'threw'; readonly message: string }
    /** No end of its own: it ran out of time, or its thread ended. */
    | { readonly kind: 'lost'; readonly reason: string }
}

/** Reads a restore's answer. The service takes every key for a prefix, and we only the one that is meant so. */
export function toRestoreResult(
  keys: readonly string[],
  { lines, end }: CallOutcome,
  prefix?: string,
): RestoreResult {
  if (end.kind !== 'returned') return notDone(end)
  const key = typeof end.value === 'string' ? end.value : ''
  const isWanted = keys.includes(key) || (prefix !== undefined && key.startsWith(prefix))
  if (isWanted) return { kind: 'hit', key, sizeBytes: findSize(lines) }
  return findDenial(lines) ?? findFailure(lines) ?? { kind: 'miss' }
}

/** Reads a save's answer. */
export function toSaveResult({ lines, end }: CallOutcome): SaveResult {
  if (end.kind !== 'returned') return notDone(end)
  if (end.value !== -1) return { kind: 'saved', sizeBytes: findSize(lines) }
  if (failureLines(lines).some(line => /\(409\)|already exists/i.test(line))) {
    return { kind: 'exists' }
  }
  return (
    findDenial(lines) ??
    findFailure(lines) ?? { kind: 'failed', reason: 'the cache client gave no reason' }
  )
}

const networkFault =
  /\b(?:ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE)\b|socket hang up/

/** How the lines show that the service is no use to anyone now, as a clause; `null` where they don't. */
export function findServiceFault(lines: readonly string[]): string | null {
  const failures = failureLines(lines)
  const network = firstMatch(failures, networkFault)?.[0]
  if (network !== undefined) return `the cache service cannot be reached (${network})`
  const status = firstMatch(failures, /(?:\(|responded with |status code |: )(429|5\d\d)\b/)?.[1]
  return status === undefined ? null : `the cache service answered ${status}`
}

/** The key of the entry that the service has offered, whatever became of it then. */
export function findOffered(lines: readonly string[]): string | null {
  return firstMatch(lines, /^Cache hit for(?: restore-key)?: (.*)$/)?.[1] ?? null
}

/** Bytes transferred as a line tells them, 0 where it tells that the transfer begins; else `null`. */
export function findProgress(line: string): number | null {
  if (/^archive path: /i.test(line)) return 0
  const bytes = /^(?:Received|Sent) (\d+) of /.exec(line)?.[1]
  return bytes === undefined ? null : Number(bytes)
}

/** Takes out the run's token, and the signatures that open an entry's address to anyone. */
export function redact(text: string, token: string | undefined): string {
  const bare = token ? text.replaceAll(token, '***') : text
  return bare.replaceAll(/(https?:\/\/[^\s"'?]+)\?[^\s"']*/g, '$1?***')
}

function notDone(end: Exclude<CallOutcome['end'], { kind: 'returned' }>): NotDone {
  return { kind: 'failed', reason: end.kind === 'lost' ? end.reason : brief(end.message) }
}

function failureLines(lines: readonly string[]): readonly string[] {
  // That an archive cannot be deleted is what it says after any other failure.
  return lines.filter(line =>
    /^(?:Failed to (?!delete archive)|(?:\w+ - )?Attempt \d+ of \d+ failed)/.test(line),
  )
}

/** A refusal by policy, and so nobody's fault. */
function findDenial(lines: readonly string[]): NotDone | null {
  const mode = firstMatch(lines, /cache-mode '([\w-]*)' does not permit/)?.[1]
  if (mode !== undefined) return { kind: 'skipped', reason: `ACTIONS_CACHE_MODE is ${mode}` }
  const denied = firstMatch(failureLines(lines), /cache (read|write) denied:/)?.[1]
  if (denied === undefined) return null
  const may = denied === 'write' ? 'may not write to' : 'may not read'
  return { kind: 'skipped', reason: `this run ${may} the cache` }
}

function findFailure(lines: readonly string[]): NotDone | null {
  const reason = findReason(lines)
  return reason === null ? null : { kind: 'failed', reason }
}

/** What went wrong, as a clause; `null` where the lines tell of nothing. */
export function findReason(lines: readonly string[]): string | null {
  const failures = failureLines(lines)
  // The library calls every failed reservation a race, and tells those who debug the truth.
  const failure = failures.find(line => line.startsWith('Failed to reserve')) ?? failures.at(-1)
  if (failure === undefined) return null
  if (firstMatch(lines, /ENOSPC|no space left on device/i) !== null) return 'the disk is full'
  if (programFailed.test(failure)) {
    const complaint = firstMatch(lines, /^(?:\S*tar|gzip|zstd|zstdmt|unzstd)(?:\.exe)?: \S.*/)?.[0]
    const verb = failure.startsWith('Failed to save') ? 'packed' : 'unpacked'
    return `the entry cannot be ${verb} (${brief(complaint ?? failure)})`
  }
  if (/\baborted$|Premature close|Incomplete download/.test(failure)) {
    return 'the transfer was cut off'
  }
  return (
    findServiceFault(lines) ?? brief(failure.replace(preamble, '').replace(/\. Retrying .*/, ''))
  )
}

/** With the program's name as far as its first space, which on Windows is in `C:\Program Files`. */
const programFailed =
  /tar\b.* failed with error| failed with error: The process '.*' failed with exit code/

const preamble =
  /^(?:(?:Failed to [\w ]+|Error|Failed request|Received [\w-]+ error|Attempt .* failed with error): )+/

function firstMatch(lines: readonly string[], pattern: RegExp): RegExpExecArray | null {
  for (const line of lines) {
    const match = pattern.exec(line)
    if (match !== null) return match
  }
  return null
}

function findSize(lines: readonly string[]): number | null {
  const size = firstMatch(lines, /^(?:Cache Size: .*\(|File Size: )(\d+)/)?.[1]
  return size === undefined ? null : Number(size)
}

/** One line of a length that suits a log. */
function brief(text = ''): string {
  const line = text.trim().replaceAll(/\s+/g, ' ')
  return line.length > 200 ? `${line.slice(0, 199)}…` : line
}
