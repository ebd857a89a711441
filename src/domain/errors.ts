/**
 * Everything that can end the step, one code a cause. A code is part of the product: it is in the
 * log and in the documentation.
 */
export const errorCodes = [
  'INPUT_INVALID',
  'REQUEST_INVALID',
  'REQUEST_UNMATCHED',
  'VERSION_FILE_INVALID',
  'LIST_UNAVAILABLE',
  'LIST_INVALID',
  'DOWNLOAD_FAILED',
  'CHECKSUM_MISSING',
  'CHECKSUM_MISMATCH',
  'ATTESTATION_FAILED',
  'ARCHIVE_INVALID',
  'INTERPRETER_BROKEN',
  'MACHINE_LIMIT',
  'COMPILE_FAILED',
  'DISK_FAILED',
  'PIP_FAILED',
  'INSTALL_FAILED',
  'RUNNER_FILE_FAILED',
  'CANCELLED',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** What to do where a disk is full. */
export const diskFullHint = 'Free space in the tool cache, or request fewer versions in this job.'

/** The parts of a message: what was asked and found in `message`, what to do in `hint`. */
export interface ActionErrorParts {
  readonly code: ErrorCode
  readonly message: string
  readonly hint: string
  readonly cause?: unknown
}

/** A failure we foresaw. Anything else that is thrown is a bug, and is reported as one. */
export class ActionError extends Error {
  readonly code: ErrorCode
  readonly hint: string

  constructor({ code, message, hint, cause }: ActionErrorParts) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'ActionError'
    this.code = code
    this.hint = hint
  }
}
