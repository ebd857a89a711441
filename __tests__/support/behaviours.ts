import { setTimeout as sleep } from 'node:timers/promises'

/** What a server of ours is about to answer; behaviours turn one answer into another. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  /** What the headers say; `null`: no length, the end of the connection is the end of the body. */
  readonly contentLength: number | null
  /** How many bytes of the body are sent before `end` happens. */
  readonly sentBytes: number
  /** `close`: the connection ends in good order; `reset`: it breaks; `stall`: it stays open, silent. */
  readonly end: 'complete' | 'close' | 'reset' | 'stall'
  /** Waited for before these bytes are sent. */
  readonly pace: ((bytes: number) => Promise<void>) | null
  readonly hold: Hold | null
}

interface Hold {
  readonly afterBytes: number
  readonly wait: () => Promise<void>
}

/** One fault, or one thing to observe; several are applied from left to right. */
export type Behaviour = (answer: Answer) => Answer | Promise<Answer>

/** An ordinary answer. */
export function plainAnswer(
  status: number,
  body: Buffer | string,
  headers: Answer['headers'] = {},
): Answer {
  const bytes = Buffer.from(body)
  return {
    status,
    headers,
    body: bytes,
    contentLength: bytes.length,
    sentBytes: bytes.length,
    end: 'complete',
    pace: null,
    hold: null,
  }
}

/** Answers with a status alone: `status(429, { 'retry-after': '1' })`. */
export function status(code: number, headers: Answer['headers'] = {}): Behaviour {
  return () => plainAnswer(code, `${code}\n`, headers)
}

/** Sends the client elsewhere: a path, or an absolute URL. */
export function redirect(location: string, code = 302): Behaviour {
  return status(code, { location })
}

/** Misbehaves the first `count` times, then lets answers through. */
export function times(count: number, behaviour: Behaviour): Behaviour {
  let seen = 0
  return answer => (seen++ < count ? behaviour(answer) : answer)
}

/** Lets the first `count` answers through, then misbehaves. */
export function afterTimes(count: number, behaviour: Behaviour): Behaviour {
  let seen = 0
  return answer => (seen++ < count ? answer : behaviour(answer))
}

/** Breaks the connection: at once, before any header, or within the body. */
export function reset(afterBytes = 0): Behaviour {
  return answer => ({ ...answer, sentBytes: afterBytes, end: 'reset' })
}

/** Accepts and goes silent: at once, before any header, or within the body. */
export function stall(afterBytes = 0): Behaviour {
  return answer => ({ ...answer, sentBytes: afterBytes, end: 'stall' })
}

/** Ends the body early. Without a length in the headers, a client cannot tell. */
export function truncate(
  sentBytes: number,
  { contentLength }: { contentLength: boolean },
): Behaviour {
  return answer => ({
    ...answer,
    sentBytes,
    contentLength: contentLength ? answer.contentLength : null,
    end: 'close',
  })
}

/** Flips the bits of one byte in the middle. */
export function corrupt(): Behaviour {
  return answer => {
    const body = Buffer.from(answer.body)
    const middle = body.length >> 1
    body[middle] = ~(body[middle] ?? 0) & 0xff
    return { ...answer, body }
  }
}

/** Sends another body in good order: too long, too short, or something else altogether. */
export function replaceBody(change: (body: Buffer) => Buffer | string): Behaviour {
  return answer => {
    const body = Buffer.from(change(answer.body))
    return { ...answer, body, contentLength: body.length, sentBytes: body.length }
  }
}

/** Sends each answer at this pace. */
export function drip(bytesPerSecond: number): Behaviour {
  return answer => ({ ...answer, pace: limiter(bytesPerSecond) })
}

/** Sends all answers together at this pace: every connection gets its share. */
export function rateLimit(bytesPerSecond: number): Behaviour {
  const pace = limiter(bytesPerSecond)
  return answer => ({ ...answer, pace })
}

/** Holds an answer until the test lets it go, so that tests order events without timing them. */
export interface Gate {
  readonly behaviour: Behaviour
  /** Settles when the first answer has come as far as the gate. */
  readonly reached: Promise<void>
  /** Lets all answers through, those waiting and those to come. */
  readonly open: () => void
}

/** A closed gate: before the headers, or within the body. */
export function gate(afterBytes = 0): Gate {
  const reached = Promise.withResolvers<void>()
  const opened = Promise.withResolvers<void>()
  const wait = () => {
    reached.resolve()
    return opened.promise
  }
  return {
    behaviour: answer => ({ ...answer, hold: { afterBytes, wait } }),
    reached: reached.promise,
    open: opened.resolve,
  }
}

function limiter(bytesPerSecond: number) {
  let freeAtMs = 0
  return async (bytes: number) => {
    // Timers are late: what one oversleeps, the next ones make up for.
    freeAtMs = Math.max(freeAtMs, Date.now() - 50) + (bytes / bytesPerSecond) * 1000
    const waitMs = freeAtMs - Date.now()
    if (waitMs > 0) await sleep(waitMs)
  }
}
