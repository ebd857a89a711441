import { Transform } from 'node:stream'
import type { ArchiveEnding } from '../domain/layout.ts'
import { messageOf } from '../io/error-message.ts'
import { InvalidArchive } from './invalid-archive.ts'

/** How a tar archive is packed, as its name ends. */
export type TarFormat = Exclude<ArchiveEnding, '.zip'>

/**
 * Inflating may be some way ahead of writing. More than this is memory that has to be found first,
 * and that makes every start of a process slower.
 */
const buffers = { chunkSize: 1024 ** 2, highWaterMark: 4 * 1024 ** 2 }

/** A stream from packed bytes to those of a tar. gzip and zstd are inflated in the thread pool. */
export async function inflaterFor(format: TarFormat): Promise<Transform> {
  const zlib = process.getBuiltinModule('node:zlib')
  switch (format) {
    case '.tar.gz':
      return zlib.createGunzip(buffers)
    case '.tar.zst': {
      const params = { [zlib.constants.ZSTD_d_windowLogMax]: 31 }
      return zlib.createZstdDecompress({ ...buffers, params })
    }
    case '.tar.bz2':
      return await bzip2Inflater()
  }
}

/** Works in this thread, block by block, as Node has nothing for it; few archives are packed so. */
async function bzip2Inflater(): Promise<Transform> {
  const { default: unbzip2 } = await import('unbzip2-stream')
  const inner = unbzip2()
  let failure: Error | null = null
  const transform = new Transform({
    ...buffers,
    transform: (chunk, _encoding, done) => {
      inner.write(chunk)
      done(failure)
    },
    flush: done => {
      inner.end()
      done(failure)
    },
  })
  inner.on('data', (chunk: Buffer) => transform.push(chunk))
  inner.on('error', (error: unknown) => {
    failure = new InvalidArchive(messageOf(error))
  })
  return transform
}
