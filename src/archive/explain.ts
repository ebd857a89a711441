import { ActionError } from '../domain/errors.ts'
import { errorCode } from '../io/files.ts'
import { FileRestarted } from './follow.ts'

/** What inflaters answer to bytes that they cannot read has codes like these. */
const dataCodes = /^(Z_|ZSTD_|ERR_)/
/** What the system answers to a name that it cannot hold. */
const nameCodes = ['ENAMETOOLONG', 'EILSEQ', 'EINVAL', 'EEXIST', 'ENOTDIR', 'ELOOP']

/**
 * What went wrong while an archive was unpacked: an `ActionError` where it is the archive's fault,
 * else (the disk is full, its file was started again) the error itself.
 */
export function explainUnpacking(subject: string, cause: unknown): unknown {
  if (!(cause instanceof Error) || cause instanceof ActionError) return cause
  if (cause instanceof FileRestarted) return cause
  const code = errorCode(cause)
  if (code !== null && !dataCodes.test(code) && !nameCodes.includes(code)) return cause
  return new ActionError({
    code: 'ARCHIVE_INVALID',
    message: `${subject} could not be unpacked: ${cause.message.replace(/\.$/, '')}.`,
    hint: 'It must be a .tar.gz, .tar.zst, .tar.bz2 or .zip of a Python build. If one of its entries leads out of it, do not use this archive, and report it to whoever made it.',
    cause,
  })
}
