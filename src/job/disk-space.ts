import { statfs } from 'node:fs/promises'
import { ActionError, diskFullHint } from '../domain/errors.ts'
import { isDiskFull } from '../install/disk-error.ts'
import { formatBytes, formatNumber } from '../report/format.ts'

/** With bytecode, of CPython 3.14 on Linux: an archive of 30 MB, and what it unpacks to. */
const version = { size: '150 MB', files: 3_000 }

/** Adds to an error about a full disk how much is free there, now that the job has cleaned up. */
export async function addDiskSpace(error: unknown, folder: string): Promise<unknown> {
  if (!(error instanceof ActionError)) return error
  if (error.hint !== diskFullHint && !isDiskFull(error.cause)) return error
  const found = await statfs(folder).catch(() => null)
  if (found === null) return error
  const isOutOfFiles = found.files > 0 && found.ffree < version.files
  const free = isOutOfFiles
    ? `has room for ${formatNumber(found.ffree)} more files, and a version takes about ${formatNumber(version.files)}`
    : `has ${formatBytes(found.bavail * found.bsize)} free, and a version takes about ${version.size}`
  return new ActionError({
    code: error.code,
    message: `${error.message.replace(/\.$/, '')}: ${folder} ${free}.`,
    hint: diskFullHint,
    cause: error.cause,
  })
}
