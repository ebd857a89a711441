/**
 * A sign of life of the cache process itself, as often as it comes to send one. Silence is counted in
 * what they say it has waited: on a machine that is too busy for that process, nobody else is to blame
 * for it.
 */
export interface Beat {
  readonly kind: 'beat'
  /** Bytes sent and received so far. */
  readonly bytes: number
  /** Whether a `tar` is at work. */
  readonly isPacking: boolean
  /** The last call that the process has heard of: what it waited before that was for others. */
  readonly lastId: number
  /** Milliseconds since the last beat that the process had nothing to do but to wait. */
  readonly waitedMs: number
}

/** How often the process sends one where the machine lets it. */
export const beatMs = 250

export interface Deadlines {
  /** For the service to say whether it has an entry, retries included. */
  readonly lookupMs: number
  /** For the next byte of a transfer. */
  readonly transferMs: number
  /** For packing and unpacking, which give no sign; many small files take Windows minutes. */
  readonly packingMs: number
}

export const usualDeadlines: Deadlines = {
  lookupMs: 10_000,
  transferMs: 60_000,
  packingMs: 600_000,
}

/** What a call waits for, and for how long nothing has come of it. */
export interface Silence {
  /** The call's number. */
  readonly id: number
  readonly phase: 'lookup' | 'transfer' | 'packing'
  readonly bytes: number
  readonly silentMs: number
}

/** A call's silence one beat later; `isLookup`: the service has not said yet whether it has the entry. */
export function afterBeat(before: Silence, beat: Beat, isLookup: boolean): Silence {
  const { bytes, isPacking, waitedMs } = beat
  const { id } = before
  // Sent before the call was heard, and read after it was made: this process had no processor then.
  if (beat.lastId < id) return before
  const phase = isLookup ? 'lookup' : isPacking ? 'packing' : 'transfer'
  // Retries move bytes as well, and a lookup is worth waiting for just so long.
  const isAlive = phase !== before.phase || (phase === 'transfer' && bytes !== before.bytes)
  return { id, phase, bytes, silentMs: isAlive ? 0 : before.silentMs + waitedMs }
}

/** The limit that a silence has passed, in ms; `null`: none yet. */
export function passedLimit({ phase, silentMs }: Silence, deadlines: Deadlines): number | null {
  const limits = {
    lookup: deadlines.lookupMs,
    transfer: deadlines.transferMs,
    packing: deadlines.packingMs,
  }
  return silentMs >= limits[phase] ? limits[phase] : null
}
