import { createReadStream } from 'node:fs'
import { mkdir, readdir, realpath } from 'node:fs/promises'
import path from 'node:path'
import type { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Distribution } from '../domain/distribution.ts'
import { ActionError, diskFullHint } from '../domain/errors.ts'
import { archiveEnding, archiveRoot } from '../domain/layout.ts'
import { describeEnd, startChild } from '../io/child.ts'
import { explainCommand, lastLines } from '../io/command.ts'
import { errorCode, removeTree, renamePatiently } from '../io/files.ts'
import { isDiskFull } from './disk-error.ts'
import { type Scan, scanTree } from './scan.ts'

/** No Python unpacks to half of this; an archive that does is a bomb. */
const maxUnpackedBytes = 4 * 1024 ** 3

export interface Extraction {
  readonly archive: string
  readonly distribution: Distribution
  /** The folder to make: what is the installation's root in the archive. */
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  readonly maxBytes?: number
}

/**
 * Unpacks a verified archive, and tells what was in it. Throws an `ActionError` where it is not
 * what its name promises, or holds what could lead later steps out of the folder.
 */
export async function extractArchive(extraction: Extraction): Promise<Scan> {
  const { distribution, folder } = extraction
  const unpacked = `${folder}.unpacked`
  try {
    await mkdir(unpacked)
    if (archiveEnding(distribution) === '.zip') await extractZip(extraction, unpacked)
    else await extractTar(extraction, unpacked)
    const root = await findRoot(unpacked, distribution)
    const scan = scanTree(root)
    await renamePatiently(root, folder)
    return scan
  } catch (error) {
    if (extraction.signal.aborted || error instanceof ActionError) throw error
    throw extractError(distribution, error)
  } finally {
    // Staging goes at the end anyway.
    await removeTree(unpacked).catch(() => {})
  }
}

/**
 * By the system's program, as it is: Windows' tar reads zips, too. The tool cache would start one
 * that has all of the job's variables, tokens included.
 */
async function extractZip({ archive, env }: Extraction, into: string): Promise<void> {
  const { getExecOutput } = await import('@actions/exec')
  const windows = process.platform === 'win32'
  const program = windows ? tarProgram(process.platform, env) : 'unzip'
  const args = windows ? ['-x', '-f', archive, '-C', into] : ['-q', '-o', archive, '-d', into]
  const { exitCode, stderr } = await getExecOutput(`"${program}"`, args, {
    env: { ...env },
    silent: true,
    ignoreReturnCode: true,
  })
  if (exitCode === 0) return
  const message = describeEnd({ kind: 'exited', code: exitCode })
  throw new Error(`${program} ${explainCommand({ message, stderr: lastLines(stderr) })}`)
}

/** What writing to a program gives that has ended, or never started. */
const hangUpCodes = ['EPIPE', 'EOF', 'ERR_STREAM_PREMATURE_CLOSE']

/**
 * Node inflates and the system's tar only makes files: measured, that takes 0.57 to 0.91 of the
 * time of tar doing both, and needs no zstd on the machine.
 */
async function extractTar(extraction: Extraction, into: string): Promise<void> {
  const { archive, distribution, env, signal, maxBytes = maxUnpackedBytes } = extraction
  const inflate = archiveEnding(distribution) === '.tar.zst' ? zstdInflater() : gzipInflater()
  const tar = startChild({
    file: tarProgram(process.platform, env),
    args: ['-x', '-o', '-f', '-', '-C', into],
    env,
  })
  limitSize(inflate, maxBytes)
  const input = createReadStream(archive, { highWaterMark: 256 * 1024 })
  try {
    await pipeline(input, inflate, tar.stdin, { signal })
  } catch (error) {
    // A tar that gives up closes its input: what it says tells more than the broken pipe. An abort
    // may look the same, as it closes that too.
    if (signal.aborted || !hangUpCodes.includes(errorCode(error) ?? '')) {
      tar.kill()
      await tar.ended
      signal.throwIfAborted()
      throw error
    }
  }
  const end = await tar.ended
  if (end.kind === 'exited' && end.code === 0) return
  const cause = end.kind === 'not-started' ? end.error : undefined
  const found = explainCommand({ message: describeEnd(end), stderr: tar.stderrTail() })
  throw new Error(`tar ${found}`, { cause })
}

/** Windows' own tar by its full path: an MSYS tar earlier on PATH takes `C:` for a host. */
export function tarProgram(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string>>,
): string {
  if (platform !== 'win32') return 'tar'
  return path.win32.join(env.SYSTEMROOT ?? env.SystemRoot ?? 'C:\\Windows', 'System32', 'tar.exe')
}

/**
 * Inflating may be some way ahead of tar: with Node's own 16 kB one of them always waits for the
 * other, and unpacking takes a fifth longer. More than this is memory that has to be found first,
 * and that makes every start of a process slower.
 */
const buffers = { chunkSize: 1024 ** 2, highWaterMark: 4 * 1024 ** 2 }

function gzipInflater(): Transform {
  return process.getBuiltinModule('node:zlib').createGunzip(buffers)
}

function zstdInflater(): Transform {
  const { constants, createZstdDecompress } = process.getBuiltinModule('node:zlib')
  return createZstdDecompress({ ...buffers, params: { [constants.ZSTD_d_windowLogMax]: 31 } })
}

/** Only listens: one more stream in between takes its time for every chunk. */
function limitSize(inflate: Transform, maxBytes: number): void {
  let sizeBytes = 0
  inflate.on('data', (chunk: Buffer) => {
    sizeBytes += chunk.length
    if (sizeBytes <= maxBytes) return
    inflate.destroy(new Error(`it unpacks to more than ${maxBytes / 1024 ** 2} MiB`))
  })
}

/** The folder that becomes the installation; a link in its place would lead elsewhere. */
async function findRoot(unpacked: string, distribution: Distribution): Promise<string> {
  const known = archiveRoot(distribution)
  const [top, ...more] = known === null ? await readdir(unpacked) : [known]
  if (top === undefined || more.length > 0) throw new Error('it should hold one top folder')
  const root = path.join(await realpath(unpacked), top)
  const found = await realpath(root).catch(() => null)
  if (found !== root) throw new Error(`it holds no folder ${top}`)
  return root
}

function extractError(distribution: Distribution, cause: unknown): ActionError {
  const found = cause instanceof Error ? cause.message : String(cause)
  if (isDiskFull(cause)) {
    return new ActionError({
      code: 'DISK_FAILED',
      message: `The disk was full while ${distribution.key} was unpacked.`,
      hint: diskFullHint,
      cause,
    })
  }
  return new ActionError({
    code: 'ARCHIVE_INVALID',
    message: `The archive of ${distribution.key} could not be unpacked: ${found.replace(/\.$/, '')}.`,
    hint: 'tar (for a .zip: unzip) must be on PATH, and the archive must be a .tar.gz, .tar.zst or .zip in the layout of its kind.',
    cause,
  })
}
