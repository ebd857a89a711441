import type { SourceFile } from '../domain/bytecode.ts'
import { ActionError, diskFullHint } from '../domain/errors.ts'
import { type ChildEnd, describeEnd } from '../io/child.ts'
import type { CompileJob } from './job.ts'

/** What can go wrong with a worker. */
export type Trouble =
  /** It never said that it is there. */
  | { readonly kind: 'not-running'; readonly end: ChildEnd }
  | { readonly kind: 'ended'; readonly end: ChildEnd }
  | { readonly kind: 'silent'; readonly timeoutMs: number }
  | { readonly kind: 'garbage'; readonly bytes: Uint8Array }

export interface FailureParts {
  readonly job: CompileJob
  readonly trouble: Trouble
  /** The first one that it has not answered for. */
  readonly source: SourceFile | undefined
  readonly stderr: string
}

/** The error for the step: which interpreter, which file, what happened, and its last words. */
export function compileFailure({ job, trouble, source, stderr }: FailureParts): ActionError {
  const { label, pythonPath } = job
  const lastWords = stderr === '' ? '' : `. Its last lines:\n${stderr}`
  const cause = causeOf(trouble)
  if (trouble.kind === 'not-running') {
    return new ActionError({
      code: 'INTERPRETER_BROKEN',
      message: `${label} does not run on this machine: ${pythonPath} ${describeEnd(trouble.end)}${lastWords}`,
      hint: 'It may be made for another architecture or libc: look at the inputs architecture and libc.',
      ...cause,
    })
  }
  const at = source === undefined ? '' : ` at ${source.path}${leeway(trouble, stderr)}`
  return new ActionError({
    code: 'COMPILE_FAILED',
    message: `Compiling the standard library of ${label} failed${at}: ${pythonPath} ${describeTrouble(trouble)}${lastWords}`,
    hint: hintFor(trouble, stderr),
    ...cause,
  })
}

/** Answers come late, except from a worker that ends by an exception: it sends what it still has. */
function leeway(trouble: Trouble, stderr: string): string {
  // Windows gives 1 to what was killed, too; but that has no last words.
  const code = trouble.kind === 'ended' && trouble.end.kind === 'exited' ? trouble.end.code : null
  return code === 1 && stderr !== '' ? '' : ' or soon after'
}

function describeTrouble(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'not-running':
    case 'ended':
      return describeEnd(trouble.end)
    case 'silent':
      return `did not answer for ${trouble.timeoutMs / 1000} s`
    case 'garbage':
      return `answered with ${JSON.stringify(Buffer.from(trouble.bytes.subarray(0, 80)).toString())}`
  }
}

function hintFor(trouble: Trouble, stderr: string): string {
  // ENOSPC and, on Linux and macOS, EDQUOT.
  if (/\[Errno (28|122|69)\]/.test(stderr)) return diskFullHint
  return trouble.kind === 'silent'
    ? 'On a slow machine raise UV_COMPILE_BYTECODE_TIMEOUT: seconds for one file, 0 for no limit.'
    : 'Without compile-bytecode the installation works too, and compiles what it imports on its own.'
}

function causeOf(trouble: Trouble): { readonly cause?: unknown } {
  return 'end' in trouble && trouble.end.kind === 'not-started' ? { cause: trouble.end.error } : {}
}
