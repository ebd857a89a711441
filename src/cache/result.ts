import type { Answer } from './cache-process.ts'
import { type NotDone, notDone } from './status.ts'

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

/** A call of the library: it swallows most errors, but prints them. */
export interface CallOutcome {
  readonly lines: readonly string[]
  /** The last answer over HTTP; `null`: nothing was asked. */
  readonly answer: Answer | null
  readonly end:
    | { readonly kind: 'returned'; readonly value: string | number | undefined }
    | { readonly kind: 'threw'; readonly message: string }
    /** No end of its own. */
    | { readonly kind: 'lost'; readonly why: NotDone }
}

/** Reads a restore's end. The service takes every key for a prefix, and we only the one that is meant so. */
export function toRestoreResult(
  keys: readonly string[],
  outcome: CallOutcome,
  prefix?: string,
): RestoreResult {
  const { lines, end } = outcome
  if (end.kind === 'returned' && typeof end.value === 'string') {
    const key = end.value
    const isWanted = keys.includes(key) || (prefix !== undefined && key.startsWith(prefix))
    return isWanted ? { kind: 'hit', key, sizeBytes: findSize(lines) } : { kind: 'miss' }
  }
  return obstacleOf(outcome) ?? { kind: 'miss' }
}

/** Reads a save's end. */
export function toSaveResult(outcome: CallOutcome): SaveResult {
  const { lines, answer, end } = outcome
  if (end.kind === 'returned' && end.value !== -1) {
    return { kind: 'saved', sizeBytes: findSize(lines) }
  }
  if (answer === 409 || findMatch(lines, /already exists/i)) return { kind: 'exists' }
  return obstacleOf(outcome) ?? notDone('client', brief(lines.at(-1)))
}

/** What stood in the way of a call, or does so by now; `null` where nothing tells of it. */
export function obstacleOf({ lines, answer, end }: CallOutcome): NotDone | null {
  if (end.kind === 'lost') return end.why
  if (end.kind === 'threw') return notDone('client', brief(end.message))
  const mode = findMatch(lines, /cache-mode '([\w-]*)' does not permit/)?.[1]
  if (mode !== undefined) return notDone('mode', mode)
  const denied = findMatch(lines, /cache (read|write) denied:/)?.[1]
  if (denied !== undefined) return notDone(denied === 'read' ? 'read-denied' : 'write-denied')
  if (typeof answer === 'string') return notDone('unreachable', answer)
  if (answer === 429 || (answer ?? 0) >= 500) return notDone('unavailable', answer ?? '')
  const complaint = findComplaint(lines)
  return complaint === null ? null : notDone('client', brief(complaint))
}

/** The key of the entry that the service has offered, whatever became of it then. */
export function findOffered(lines: readonly string[]): string | null {
  return findMatch(lines, /^Cache hit for(?: restore-key)?: (.*)$/)?.[1] ?? null
}

/** Whether a line says that there is an entry, to be fetched now. */
export function isOffer(line: string): boolean {
  return /^Archive path: /i.test(line)
}

/** The line that says most about a failure. */
function findComplaint(lines: readonly string[]): string | null {
  // That an archive cannot be deleted is what it says after any other failure.
  const failures = lines.filter(line => /^Failed to (?!delete archive)/.test(line))
  // The library calls every failed reservation a race, and tells those who debug the truth.
  const failure = failures.find(line => line.startsWith('Failed to reserve')) ?? failures.at(-1)
  // It may still be at it.
  if (failure === undefined) return lines.at(-1)?.match(/^Attempt .*/)?.[0] ?? null
  const full = lines.find(line => /no space left on device/i.test(line))
  if (full !== undefined || !/ failed with exit code \d/.test(failure)) return full ?? failure
  const said = lines.slice(lines.findLastIndex(line => line.startsWith('[command]')) + 1)
  return said.find(line => /^\S+: \S/.test(line)) ?? failure
}

function findMatch(lines: readonly string[], pattern: RegExp): RegExpExecArray | null {
  for (const line of lines) {
    const match = pattern.exec(line)
    if (match !== null) return match
  }
  return null
}

function findSize(lines: readonly string[]): number | null {
  const size = findMatch(lines, /^(?:Cache Size: .*\(|File Size: )(\d+)/)?.[1]
  return size === undefined ? null : Number(size)
}

/** One line of a length that suits a log. */
function brief(text = 'nothing'): string {
  const line = text.trim().replaceAll(/\s+/g, ' ')
  return line.length > 200 ? `${line.slice(0, 199)}…` : line
}
