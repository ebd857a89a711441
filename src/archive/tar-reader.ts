import { quote } from '../domain/quote.ts'
import type { Entry, EntrySink } from './entry.ts'
import { InvalidArchive } from './invalid-archive.ts'
import {
  blockBytes,
  decode,
  type ExtraType,
  isExtra,
  type Overrides,
  readHeader,
  readPax,
} from './tar-header.ts'

/** Names and times fit easily, and attributes that nobody reads. */
const maxExtraBytes = 1024 ** 2

/** Reads a tar archive in pieces of any size. Both throw `InvalidArchive`, or what the sink throws. */
export interface TarReader {
  /** The bytes are the reader's from now on, as they are the sink's. */
  push(bytes: Buffer): void
  /** To be called after the last piece. */
  end(): void
}

/** Reads the entries of a tar archive (ustar, pax or GNU) into a sink. */
export function createTarReader(sink: EntrySink, maxBytes: number): TarReader {
  /** The beginning of a block whose end has not come yet. */
  let partial: Buffer = Buffer.alloc(0)
  /** Whose content comes now; `null`: a header does. */
  let current: 'file' | ExtraType | null = null
  let leftBytes = 0
  let paddingBytes = 0
  let extra: Buffer[] = []
  /** What extended headers have said of the next entry. */
  let overrides: Overrides | null = null
  let emptyBlocks = 0

  const readBlock = (block: Buffer) => {
    const header = readHeader(block, overrides ?? {})
    if (header === null) {
      emptyBlocks++
      return
    }
    if (emptyBlocks > 0) throw new InvalidArchive('it has an empty block in the middle')
    const { type, ...own } = header
    if (isExtra(type)) {
      if (own.sizeBytes > maxExtraBytes) {
        throw new InvalidArchive('one of its extended headers is too large')
      }
      return begin(type, own.sizeBytes)
    }
    const entry = { kind: type, ...own, ...overrides }
    overrides = null
    if (entry.kind === 'file') return openFile(entry)
    if (entry.sizeBytes !== 0) {
      throw new InvalidArchive(`its entry ${quote(entry.name)} is not a file, but has content`)
    }
    sink.add(entry)
  }

  const openFile = (entry: Entry) => {
    if (entry.name.endsWith('/')) {
      throw new InvalidArchive(
        `its entry ${quote(entry.name)} is a file, but its name ends in a slash`,
      )
    }
    if (entry.sizeBytes > maxBytes) throw tooLarge(maxBytes)
    sink.open(entry)
    begin('file', entry.sizeBytes)
  }

  const begin = (what: 'file' | ExtraType, sizeBytes: number) => {
    current = what
    leftBytes = sizeBytes
    paddingBytes = (blockBytes - (sizeBytes % blockBytes)) % blockBytes
    if (leftBytes === 0) finish(what)
  }

  const finish = (what: 'file' | ExtraType) => {
    current = null
    if (what === 'file') return sink.close()
    const content = Buffer.concat(extra)
    extra = []
    overrides = { ...overrides, ...overridesOf(what, content) }
  }

  const readContent = (what: 'file' | ExtraType, bytes: Buffer) => {
    if (what === 'file') sink.write(bytes)
    else extra.push(bytes)
    leftBytes -= bytes.length
    if (leftBytes === 0) finish(what)
  }

  return {
    push: bytes => {
      let at = 0
      // What follows the end is padding, as every tar has it.
      while (at < bytes.length && emptyBlocks < 2) {
        if (current !== null) {
          const end = Math.min(bytes.length, at + leftBytes)
          readContent(current, bytes.subarray(at, end))
          at = end
        } else if (paddingBytes > 0) {
          const skipped = Math.min(paddingBytes, bytes.length - at)
          paddingBytes -= skipped
          at += skipped
        } else {
          const end = Math.min(bytes.length, at + blockBytes - partial.length)
          const piece = bytes.subarray(at, end)
          const block = partial.length === 0 ? piece : Buffer.concat([partial, piece])
          at = end
          partial = block.length < blockBytes ? block : Buffer.alloc(0)
          if (block.length === blockBytes) readBlock(block)
        }
      }
    },
    end: () => {
      if (emptyBlocks < 2)
        throw new InvalidArchive('it ends too soon: the end of the tar is missing')
      if (overrides !== null) throw new InvalidArchive('it ends in an extended header')
    },
  }
}

/** What is thrown where an archive unpacks to more than it may. */
export function tooLarge(maxBytes: number): InvalidArchive {
  return new InvalidArchive(`it unpacks to more than ${maxBytes / 1024 ** 2} MiB`)
}

function overridesOf(type: ExtraType, content: Buffer): Overrides {
  switch (type) {
    case 'pax':
      return readPax(content, false)
    case 'pax-global':
      readPax(content, true)
      return {}
    case 'gnu-name':
      return { name: untilNul(content) }
    case 'gnu-target':
      return { target: untilNul(content) }
  }
}

function untilNul(content: Buffer): string {
  const end = content.indexOf(0)
  return decode(end === -1 ? content : content.subarray(0, end))
}
