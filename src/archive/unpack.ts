import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ArchiveEnding } from '../domain/layout.ts'
import { removeTree } from '../io/files.ts'
import type { UnpackedEntry } from './entry.ts'
import { explainUnpacking } from './explain.ts'
import { FileRestarted, followFile } from './follow.ts'
import { inflaterFor, type TarFormat } from './inflate.ts'
import { createTarReader, tooLarge } from './tar-reader.ts'
import { createTreeWriter, type TreeWriter } from './tree-writer.ts'

export interface Unpacking {
  /** What sentences begin with: `The archive of cpython-…`. */
  readonly subject: string
  /** The folder of the archive that becomes ours; see `TreeIndexOptions`. */
  readonly root: string | null
  /** The folder to make. It is gone again where unpacking fails. */
  readonly folder: string
  readonly signal: AbortSignal
  readonly maxBytes?: number
  readonly platform?: NodeJS.Platform
  /** See `TreeWriterOptions`. */
  readonly writers?: number
}

/** What was unpacked, and from what. */
export interface Unpacked {
  readonly entries: readonly UnpackedEntry[]
  /** Of the archive's own bytes, all of them; lower-case hexadecimal. */
  readonly sha256: string
}

/** No Python unpacks to half of this; an archive that does is a bomb. */
const maxUnpackedBytes = 4 * 1024 ** 3
const readBytes = 256 * 1024

/**
 * Unpacks an archive that lies on this disk, and tells what was in it and the SHA-256 of the very
 * bytes that were read. Throws an `ActionError` where it is not what its name promises, or could lead
 * later steps out of the folder; the system's error where a file cannot be written; or the signal's
 * reason.
 */
export async function unpackFile(
  file: string,
  format: ArchiveEnding,
  unpacking: Unpacking,
): Promise<Unpacked> {
  const bytes = createReadStream(file, { highWaterMark: readBytes })
  if (format !== '.zip') return await unpackTar(bytes, format, unpacking)
  const { readZip } = await import('./zip-reader.ts')
  return await withTree(unpacking, async (writer, maxBytes) => {
    const hash = createHash('sha256')
    for await (const chunk of bytes) hash.update(chunk)
    const pause = async () => {
      unpacking.signal.throwIfAborted()
      await writer.drain()
    }
    await readZip(file, { sink: writer, pause, maxBytes })
    return { entries: await writer.finish(), sha256: hash.digest('hex') }
  })
}

/** More often than the downloader starts again. */
const maxRestarts = 10

/**
 * Unpacks a tar archive while its file is being written, from the start again where that is begun
 * again; `whole` is aborted when the file has its last byte. Throws as `unpackFile` does, or
 * `FileRestarted` where there is no end to that.
 */
export async function unpackWhileWritten(
  file: string,
  format: TarFormat,
  { whole, ...unpacking }: Unpacking & { readonly whole: AbortSignal },
): Promise<Unpacked> {
  for (let restarts = 0; ; restarts++) {
    try {
      const bytes = followFile(file, { whole, signal: unpacking.signal })
      return await unpackTar(bytes, format, unpacking)
    } catch (error) {
      if (!(error instanceof FileRestarted) || restarts === maxRestarts) throw error
    }
  }
}

/** Unpacks a tar archive from its bytes as they come. Throws as `unpackFile` does, and what `bytes` throws. */
export async function unpackTar(
  bytes: AsyncIterable<Buffer>,
  format: TarFormat,
  unpacking: Unpacking,
): Promise<Unpacked> {
  const { signal } = unpacking
  return await withTree(unpacking, async (writer, maxBytes) => {
    const hash = createHash('sha256')
    const hashed = async function* () {
      for await (const chunk of bytes) {
        hash.update(chunk)
        yield chunk
      }
    }
    const reader = createTarReader(writer, maxBytes)
    const write = async (chunks: AsyncIterable<Buffer>) => {
      let sizeBytes = 0
      for await (const chunk of chunks) {
        sizeBytes += chunk.length
        if (sizeBytes > maxBytes) throw tooLarge(maxBytes)
        reader.push(chunk)
        await writer.drain()
      }
      reader.end()
    }
    const source = Readable.from(hashed(), { highWaterMark: 2 })
    await pipeline(source, await inflaterFor(format), write, { signal })
    return { entries: await writer.finish(), sha256: hash.digest('hex') }
  })
}

/** On Windows a virus scanner looks at each file that is closed: others can be written meanwhile. */
function writersOn(platform: NodeJS.Platform): number {
  return platform === 'win32' ? 4 : 0
}

/** A tree that is whole or not there, and why not in one error. */
async function withTree<T>(
  unpacking: Unpacking,
  fill: (writer: TreeWriter, maxBytes: number) => Promise<T>,
): Promise<T> {
  const { subject, signal, folder, maxBytes = maxUnpackedBytes } = unpacking
  const { platform = process.platform, writers = writersOn(platform) } = unpacking
  signal.throwIfAborted()
  const writer = createTreeWriter({ ...unpacking, platform, writers })
  try {
    return await fill(writer, maxBytes)
  } catch (error) {
    await writer.abandon()
    // Staging goes at the end anyway.
    await removeTree(folder).catch(() => {})
    signal.throwIfAborted()
    throw explainUnpacking(subject, error)
  }
}
