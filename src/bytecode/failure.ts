import type { SourceFile } from '../domain/bytecode.ts'
import { ActionError, diskFullHint } from '../domain/errors.ts'
import { limitOfSignal, limitOnStart, type MachineLimit } from '../domain/machine-limit.ts'
import { type ChildEnd, describeEnd, endSignal, startCode } from '../io/child.ts'
import { lastLines } from '../io/command.ts'
import type { CompileJob } from './compile-job.ts'

/** What can go wrong with a worker. */
export type Trouble =
  /** It never said that it is there. */
  | { readonly kind: 'not-running'; readonly end: ChildEnd }
  | { readonly kind: 'ended'; readonly end: ChildEnd }
  | { readonly kind: 'silent'; readonly timeoutMs: number }
  | { readonly kind: 'garbage'; readonly bytes: Uint8Array }
  /** A second worker had no memory for this source either. */
  | { readonly kind: 'out-of-memory' }

export interface FailureParts {
  readonly job: CompileJob
  readonly trouble: Trouble
  /** The first one that it has not answered for. */
  readonly source: SourceFile | undefined
  readonly stderr: string
}

/** The error for the step: which interpreter, which file, what happened, and its last words. */
export function compileFailure(parts: FailureParts): ActionError {
  const { job, trouble, source, stderr } = parts
  const { label, pythonPath } = job
  const limit = limitOf(trouble)
  if (limit !== null) {
    return new ActionError({
      code: 'MACHINE_LIMIT',
      message: `Compiling the standard library of ${label} failed: ${limit.found} (${limit.sign}).`,
      hint: limit.hint,
      ...causeOf(trouble),
    })
  }
  const lastWords = stderr === '' ? '' : `. Its last lines:\n${lastLines(stderr, shownLines)}`
  if (trouble.kind === 'not-running') {
    return new ActionError({
      code: 'INTERPRETER_BROKEN',
      message: `${label} does not run on this machine: ${pythonPath} ${describeEnd(trouble.end)}${lastWords}`,
      hint: 'It may be built for another architecture or libc: check the inputs architecture and libc.',
      ...causeOf(trouble),
    })
  }
  const refusal = readRefusal(stderr)
  if (refusal !== null) {
    return new ActionError({
      code: 'COMPILE_FAILED',
      message: `Compiling the standard library of ${label} failed: ${refusal.found}.`,
      hint: refusal.hint,
    })
  }
  const at = source === undefined ? '' : ` at ${source.path}${leeway(trouble, stderr)}`
  return new ActionError({
    code: 'COMPILE_FAILED',
    message: `Compiling the standard library of ${label} failed${at}: ${pythonPath} ${describeTrouble(trouble)}${lastWords}`,
    hint: hintFor(trouble),
  })
}

/** What a person needs to see of a traceback: its end. */
const shownLines = 4

/** What the system answers a worker that writes: the last line of what it complains of. */
const refusals: readonly (readonly [errnos: readonly number[], code: string, hint: string])[] = [
  [[28], 'ENOSPC', diskFullHint],
  // Linux has it as 122, macOS as 69.
  [[122, 69], 'EDQUOT', diskFullHint],
  [[27], 'EFBIG', 'Raise the limit on the size of files (`ulimit -f`).'],
  [[30], 'EROFS', 'The file system is read-only: make it writable, or leave out compile-bytecode.'],
  [
    [13, 1],
    'EACCES',
    'The installation belongs to another user: run the job as that user, or leave out compile-bytecode.',
  ],
]

/** Why a worker could not write, and where; `null` where that was not the trouble. */
function readRefusal(stderr: string): Pick<MachineLimit, 'found' | 'hint'> | null {
  // The last one: what it did about the first one was refused, too.
  const errors = stderr.matchAll(/^\w*Error: \[(?:Errno|WinError) (\d+)\] .*?: '(.*?)'/gm)
  const [, errno, file = ''] = [...errors].at(-1) ?? []
  const refusal = refusals.find(([errnos]) => errnos.includes(Number(errno)))
  if (refusal === undefined) return null
  const [, code, hint] = refusal
  const folder = file.replace(/[/\\]([^/\\]*\.(pyc|tmp)(\.\w+)*)?$/, '')
  return { found: `the folder ${folder} cannot be written to (${code})`, hint }
}

function limitOf(trouble: Trouble): (MachineLimit & { readonly sign: string }) | null {
  if (trouble.kind === 'out-of-memory') {
    const limit = limitOnStart('ENOMEM')
    return limit && { ...limit, sign: 'MemoryError' }
  }
  if (!('end' in trouble)) return null
  const sign = startCode(trouble.end) ?? endSignal(trouble.end)
  const limit = limitOnStart(startCode(trouble.end)) ?? limitOfSignal(endSignal(trouble.end))
  return limit && sign ? { ...limit, sign } : null
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
    case 'out-of-memory':
      return 'ran out of memory'
  }
}

function hintFor(trouble: Trouble): string {
  return trouble.kind === 'silent'
    ? 'On a slow machine raise UV_COMPILE_BYTECODE_TIMEOUT: seconds for one file, 0 for no limit.'
    : 'Python also works without compile-bytecode: it then compiles each module when it is imported.'
}

function causeOf(trouble: Trouble): { readonly cause?: unknown } {
  return 'end' in trouble && trouble.end.kind === 'not-started' ? { cause: trouble.end.error } : {}
}
