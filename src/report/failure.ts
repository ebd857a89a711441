import { ActionError } from '../domain/errors.ts'
import { messageOf } from '../io/error-message.ts'
import { type Log, log } from './log.ts'

/** What is shown of a failure: one annotation, what led to it, and the stack for those who debug. */
export interface Failure {
  /** The error's code, by which people and searches know it. */
  readonly title: string
  readonly annotation: string
  readonly causes: readonly string[]
  readonly stack: string
}

const bugHint =
  'This is unexpected. Please report it, with the log of a run with debug logging enabled.'

/** Puts an error into words; pure. */
export function describeFailure(error: unknown): Failure {
  const message = messageOf(error)
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const [title, hint] =
    error instanceof ActionError ? [error.code, error.hint] : ['UNEXPECTED', bugHint]
  const sentence = /[.!?]$/.test(message) ? message : `${message}.`
  return { title, annotation: `${sentence} ${hint} [${title}]`, causes: causesOf(error), stack }
}

/** An error that leads to itself must come to an end. */
const mostCauses = 10
const longestCause = 300

/** What led to an error, as far as it says more than the error and the causes before it do. */
function causesOf(error: unknown): readonly string[] {
  const causes: string[] = []
  let said = messageOf(error)
  let cause = error
  for (let depth = 0; depth < mostCauses; depth++) {
    cause = cause instanceof Error ? cause.cause : undefined
    if (cause === undefined || cause === null) break
    const message = messageOf(cause)
    if (said.includes(message)) continue
    said += `\n${message}`
    causes.push(message.length > longestCause ? `${message.slice(0, longestCause)}…` : message)
  }
  return causes
}

/** The message comes first, and may have many lines of its own. */
const mostStackLines = 100

/** Writes a failure to the log: a failed step prints one error annotation. */
export function reportFailure(error: unknown, to: Log = log): void {
  const { title, annotation, causes, stack } = describeFailure(error)
  to.error(annotation, title)
  for (const cause of causes) to.aside(`caused by ${cause}`)
  for (const line of stack.split('\n', mostStackLines)) to.debug(line)
}
