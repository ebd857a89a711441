import type { IncomingMessage } from 'node:http'
import { type Answer, type Behaviour, plainAnswer } from './behaviours.ts'

/** An answer of the cache service. */
export function jsonAnswer(message: object, status = 200): Answer {
  return plainAnswer(status, JSON.stringify(message), { 'content-type': 'application/json' })
}

/** All of a blob, or the part that Azure's client asks for. */
export function blobAnswer({ headers }: IncomingMessage, blob: Buffer): Answer {
  const range = /^bytes=(\d+)-(\d+)$/.exec(String(headers['x-ms-range'] ?? ''))
  if (range === null) return plainAnswer(200, blob, { etag: '"1"' })
  const [from, to] = [Number(range[1]), Math.min(Number(range[2]), blob.length - 1)]
  const contentRange = `bytes ${from}-${to}/${blob.length}`
  const partial = { etag: '"1"', 'content-range': contentRange }
  return plainAnswer(206, blob.subarray(from, to + 1), partial)
}

/** A fault that answers by itself keeps the request from having any effect; others spoil its answer. */
export async function withFaults(
  behaviours: readonly Behaviour[],
  perform: () => Promise<Answer>,
): Promise<Answer> {
  const untouched = 0
  let fault = plainAnswer(untouched, '')
  for (const behaviour of behaviours) fault = await behaviour(fault)
  if (fault.status !== untouched) return fault
  const answer = await perform()
  if (fault.end === 'complete') return { ...answer, pace: fault.pace, hold: fault.hold }
  const contentLength = fault.contentLength === null ? null : answer.contentLength
  return {
    ...fault,
    status: answer.status,
    headers: answer.headers,
    body: answer.body,
    contentLength,
  }
}
