import { ActionError, diskFullHint } from '../domain/errors.ts'
import { limitOf } from '../domain/machine-limit.ts'
import { errorCode } from '../io/files.ts'

const full = ['ENOSPC', 'EDQUOT']
const refused = ['EROFS', 'EACCES', 'EPERM']

/**
 * What the system answers where files cannot be written, or the job has met one of its limits, as an
 * `ActionError`; any other error stays what it is.
 */
export function explainDiskError(error: unknown): unknown {
  const code = errorCode(error) ?? ''
  const limit = limitOf(code)
  if (limit !== null) {
    const message = `The step has met a limit: ${limit.found} (${code}).`
    return new ActionError({ code: 'MACHINE_LIMIT', message, hint: limit.hint, cause: error })
  }
  // Connections may be refused with the same codes, but have no path.
  const isRefused = refused.includes(code) && error instanceof Error && 'path' in error
  if (!(error instanceof Error) || !(full.includes(code) || isRefused)) return error
  return new ActionError({
    code: 'DISK_FAILED',
    message: full.includes(code)
      ? `The disk was full (${code}).`
      : `A file could not be written (${error.message}).`,
    hint: full.includes(code)
      ? diskFullHint
      : 'Make the folder writable for the runner, or set RUNNER_TOOL_CACHE to one that is.',
    cause: error,
  })
}

/** Whether a system's error is about a disk that is full. */
export function isDiskFull(error: unknown): boolean {
  return full.includes(errorCode(error) ?? '')
}

/** The error behind a line that a library printed before it tries again, where that is in vain. */
export function readDiskError(line: string): NodeJS.ErrnoException | null {
  const code = /^(E[A-Z]+): /.exec(line)?.[1] ?? ''
  const isInVain = full.includes(code) || limitOf(code) !== null
  return isInVain ? Object.assign(new Error(line), { code }) : null
}
