import { constants } from 'node:fs'
import { copyFile, open } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Distribution } from '../domain/distribution.ts'
import { archiveEnding } from '../domain/layout.ts'
import { errorCode } from '../io/files.ts'
import { explainDiskError } from './disk-error.ts'
import { downloadError, fileFailureOf } from './download-failure.ts'
import { sizeOf } from './transfer.ts'

/** An archive that is on this disk. */
export interface Archive {
  /** Its file: ours, but where the URL is that of a file. */
  readonly file: string
  readonly url: URL
  readonly sizeBytes: number
}

/**
 * From a folder: a tar is read where it lies, once, so that what is verified is what was unpacked.
 * A zip is read again and again, so it has to be ours: it is copied to `file`. Throws an `ActionError`.
 */
export async function findArchive(
  { distribution, file }: { readonly distribution: Distribution; readonly file: string },
  url: URL,
): Promise<Archive> {
  const source = fileURLToPath(url)
  try {
    if (archiveEnding(distribution) === '.zip') {
      await copyFile(source, file, constants.COPYFILE_FICLONE)
      return { file, url, sizeBytes: await sizeOf(file) }
    }
    await using handle = await open(source, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const found = await handle.stat()
    if (!found.isFile()) throw new Error('it is not a file')
    return { file: source, url, sizeBytes: found.size }
  } catch (error) {
    const explained = explainDiskError(error)
    // What may not be read has a path as well, but is the mirror's fault.
    if (errorCode(error) !== 'EACCES' && explained !== error) throw explained
    throw downloadError(distribution, [await fileFailureOf(url, error)])
  }
}
