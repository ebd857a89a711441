import { crc32 } from 'node:zlib'
import type { Entry as ZipEntry, ZipFile } from 'yauzl'
import { quote } from '../domain/quote.ts'
import type { Entry, EntrySink } from './entry.ts'
import { InvalidArchive } from './invalid-archive.ts'
import { tooLarge } from './tar-reader.ts'

export interface ZipReading {
  readonly sink: EntrySink
  /** Called between entries; what it throws ends the reading. */
  readonly pause: () => Promise<void>
  readonly maxBytes: number
}

/**
 * Reads the entries of a zip archive into a sink. Its list of them is at the end, and only there is
 * one to be trusted: so the whole file has to be there. Throws `InvalidArchive`, or any error.
 */
export async function readZip(file: string, { sink, pause, maxBytes }: ZipReading): Promise<void> {
  const { openPromise } = await import('yauzl')
  const zip = await openPromise(file, { autoClose: false })
  let sumBytes = 0
  try {
    for await (const entry of zip.eachEntry()) {
      sumBytes += entry.uncompressedSize
      if (sumBytes > maxBytes) throw tooLarge(maxBytes)
      await readEntry(zip, entry, sink)
      await pause()
    }
  } finally {
    zip.close()
  }
}

async function readEntry(zip: ZipFile, found: ZipEntry, sink: EntrySink): Promise<void> {
  const entry = entryOf(found)
  switch (entry.kind) {
    case 'folder':
      return sink.add(entry)
    case 'link': {
      const pieces: Buffer[] = []
      for await (const piece of await contentOf(zip, found)) pieces.push(piece)
      return sink.add({ ...entry, target: Buffer.concat(pieces).toString() })
    }
    default: {
      sink.open(entry)
      for await (const piece of await contentOf(zip, found)) sink.write(piece)
      sink.close()
    }
  }
}

async function* contentOf(zip: ZipFile, entry: ZipEntry): AsyncGenerator<Buffer> {
  let sum = 0
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    sum = crc32(piece, sum)
    yield piece
  }
  if (sum !== entry.crc32) {
    throw new InvalidArchive(`its entry ${quote(entry.fileName)} is damaged`)
  }
}

const typeBits = 0o170000
const types: ReadonlyMap<number, Entry['kind']> = new Map([
  [0, 'file'],
  [0o100000, 'file'],
  [0o040000, 'folder'],
  [0o120000, 'link'],
])
const unixSystem = 3

function entryOf(found: ZipEntry): Entry {
  const { fileName: name } = found
  const isUnix = found.versionMadeBy >> 8 === unixSystem
  const mode = isUnix ? found.externalFileAttributes >>> 16 : 0
  const kind = name.endsWith('/') ? 'folder' : types.get(mode & typeBits)
  if (kind === undefined || (kind === 'folder' && found.uncompressedSize !== 0)) {
    throw new InvalidArchive(`its entry ${quote(name)} is not a file, folder or link`)
  }
  return {
    kind,
    name,
    target: '',
    executable: (mode & 0o111) !== 0,
    mtimeS: found.getLastModDate().getTime() / 1000,
    sizeBytes: kind === 'file' ? found.uncompressedSize : 0,
  }
}
