import { type Unpacked, type Unpacking, unpackFile, unpackWhileWritten } from '../archive/unpack.ts'
import type { Distribution } from '../domain/distribution.ts'
import { ActionError, diskFullHint } from '../domain/errors.ts'
import { archiveEnding, archiveRoot } from '../domain/layout.ts'
import { checkChecksum, sha256Of } from '../install/checksum.ts'
import { isDiskFull } from '../install/disk-error.ts'
import type { Archive } from '../install/local-archive.ts'
import { type Scan, scanOf } from '../install/scan.ts'
import { removeTree } from '../io/files.ts'

/** An archive that has arrived, and what has been made of it on its way. */
export interface Arrival extends Archive {
  /** Settles soon, and never rejects; `null`: nothing was to be unpacked that early. */
  readonly early: Promise<Attempt> | null
}

/** What became of unpacking an archive while it arrived: of no worth before its hash is known. */
type Attempt =
  | { readonly kind: 'unpacked'; readonly unpacked: Unpacked }
  | { readonly kind: 'failed'; readonly error: unknown }

interface Place {
  readonly folder: string
  readonly signal: AbortSignal
}

/**
 * Downloads an archive to a file, and unpacks what has arrived of it beside that. Throws as
 * `download` does, and as soon as the disk is full.
 */
export async function downloadAndUnpack(
  distribution: Distribution,
  { file, folder, signal }: Place & { readonly file: string },
  download: (signal: AbortSignal) => Promise<Archive>,
): Promise<Arrival> {
  const format = archiveEnding(distribution)
  if (format === '.zip') return { ...(await download(signal)), early: null }
  const whole = new AbortController()
  const useless = new AbortController()
  const failing = new AbortController()
  const unpacking = unpackingOf(distribution, {
    folder,
    signal: AbortSignal.any([signal, useless.signal]),
  })
  const early = unpackWhileWritten(file, format, { ...unpacking, whole: whole.signal }).then(
    (unpacked): Attempt => ({ kind: 'unpacked', unpacked }),
    (error: unknown): Attempt => {
      // Anything else may be another one when all of the archive is there, and is judged then.
      if (isDiskFull(error)) failing.abort(error)
      return { kind: 'failed', error }
    },
  )
  try {
    const archive = await download(AbortSignal.any([signal, failing.signal]))
    if (archive.file === file) whole.abort()
    else useless.abort()
    return { ...archive, early }
  } catch (error) {
    useless.abort()
    await early
    throw explainDiskFull(distribution, error)
  }
}

/**
 * Makes the tree of an archive, of which not a byte is kept that the list does not vouch for. Throws
 * an `ActionError`, or the signal's reason.
 */
export async function unpackArchive(
  distribution: Distribution,
  { file, url, early }: Arrival,
  place: Place,
): Promise<Scan> {
  const attempt = await early
  place.signal.throwIfAborted()
  if (attempt?.kind === 'failed' && isDiskFull(attempt.error))
    throw explainDiskFull(distribution, attempt.error)
  if (attempt?.kind === 'unpacked' && isVouchedFor(distribution, attempt.unpacked)) {
    return scanOf(attempt.unpacked.entries)
  }
  // Nothing arrived that early, or other bytes than those of the file that is here now.
  await removeTree(place.folder)
  try {
    const unpacked = await unpackFile(
      file,
      archiveEnding(distribution),
      unpackingOf(distribution, place),
    )
    checkChecksum(distribution, unpacked.sha256, url)
    return scanOf(unpacked.entries)
  } catch (error) {
    await removeTree(place.folder)
    place.signal.throwIfAborted()
    // Of an archive that is another one, that is what matters.
    if (error instanceof ActionError) {
      checkChecksum(distribution, await sha256Of(file, place.signal), url)
    }
    throw explainDiskFull(distribution, error)
  }
}

function isVouchedFor({ sha256 }: Distribution, unpacked: Unpacked): boolean {
  return sha256 === null || sha256 === unpacked.sha256
}

function unpackingOf(distribution: Distribution, place: Place): Unpacking {
  const subject = `The archive of ${distribution.key}`
  return { subject, root: archiveRoot(distribution), ...place }
}

/** One sentence, whichever of both has found the disk full first. */
function explainDiskFull({ key }: Distribution, error: unknown): unknown {
  const cause = error instanceof ActionError ? error.cause : error
  if (!isDiskFull(cause)) return error
  return new ActionError({
    code: 'DISK_FAILED',
    message: `The disk was full while the archive of ${key} was downloaded and unpacked.`,
    hint: diskFullHint,
    cause,
  })
}
