import { ActionError } from '../domain/errors.ts'
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
  'This is unexpected: please report it with the log of a run with debug logging switched on.'

/** Puts an error into words; pure. */
export function describeFailure(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error)
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const [title, hint] =
    error instanceof ActionError ? [error.code, error.hint] : ['UNEXPECTED', bugHint]
  const sentence = /[.!?]$/.test(message) ? message : `${message}.`
  return { title, annotation: `${sentence} ${hint}`, causes: causesOf(error), stack }
}

function causesOf(error: unknown): readonly string[] {
  const causes: string[] = []
  let cause = error instanceof Error ? error.cause : undefined
  while (cause !== undefined && cause !== null && causes.length < 10) {
    causes.push(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause))
    cause = cause instanceof Error ? cause.cause : undefined
  }
  return causes
}

/** Writes a failure to the log: a failed step prints one error annotation. */
export function reportFailure(error: unknown, to: Log = log): void {
  const { title, annotation, causes, stack } = describeFailure(error)
  to.error(annotation, title)
  for (const cause of causes) to.aside(`caused by ${cause}`)
  for (const line of stack.split('\n')) to.debug(line)
}
