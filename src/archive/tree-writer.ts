import * as fs from 'node:fs'
import { open as openFile } from 'node:fs/promises'
import path from 'node:path'
import pLimit from 'p-limit'
import { quote } from '../domain/quote.ts'
import { errorCode } from '../io/files.ts'
import type { Entry, EntrySink, UnpackedEntry } from './entry.ts'
import { InvalidArchive } from './invalid-archive.ts'
import { createTreeIndex, type TreeIndexOptions } from './tree-index.ts'

export interface TreeWriterOptions extends TreeIndexOptions {
  /** The folder to make. */
  readonly folder: string
  /**
   * How many small files are written at once, in the thread pool; 0: each at once and in this
   * thread, which takes the least time where opening and closing take next to none.
   */
  readonly writers: number
}

/** Makes the tree that an archive describes, and nothing outside of its folder. */
export interface TreeWriter extends EntrySink {
  /** Waits until not much is left to be written. Throws what has gone wrong so far. */
  drain(): Promise<void>
  /** Writes what is left. Returns all files and links. */
  finish(): Promise<readonly UnpackedEntry[]>
  /** Gives up. Nothing is written any more when it settles; what was written stays. */
  abandon(): Promise<void>
}

const fileModes = { plain: 0o644, executable: 0o755 }
const folderMode = 0o755
/** Larger files are written as they come. */
const smallBytes = 1024 ** 2

/** The file whose content comes in. */
interface Current {
  readonly entry: Entry
  readonly file: string
  /** `null`: a small one, which another thread is going to write. */
  readonly descriptor: number | null
  readonly pieces: Buffer[]
  leftBytes: number
}

/** Makes the folder, and a writer for it. Throws where the folder is there already. */
export function createTreeWriter(options: TreeWriterOptions): TreeWriter {
  const { folder, writers, platform } = options
  const index = createTreeIndex(options)
  const written: UnpackedEntry[] = []
  /** Made last of all: no file is ever written where there are links. */
  const links: { readonly kind: 'link' | 'hard-link'; readonly file: string; target: string }[] = []
  const limit = pLimit(Math.max(1, writers))
  let pending: Promise<void>[] = []
  let failure: { readonly error: unknown } | null = null
  /** `null`: none, or one that is passed over. */
  let current: Current | null = null

  /** Whether files get the modes that they are made with, or less, as the umask of the job wants it. */
  const exact = new Map<number, boolean>()
  const keepMode = (descriptor: number, mode: number) => {
    if (platform === 'win32') return
    const isExact = exact.get(mode) ?? (fs.fstatSync(descriptor).mode & 0o777) === mode
    exact.set(mode, isExact)
    if (!isExact) fs.fchmodSync(descriptor, mode)
  }

  const onDisk = (place: string) => folder + path.sep + place.replaceAll('/', path.sep)

  /** Finds an entry's place and makes the folders on the way; `null`: nothing is left to do. */
  const prepare = (entry: Entry) => {
    if (failure !== null) throw failure.error
    const placed = index.place(entry)
    if (placed === null) return null
    for (const each of placed.folders) makeFolder(onDisk(each))
    return placed
  }

  const add = (entry: Entry) => {
    const placed = prepare(entry)
    if (placed === null) return
    const file = onDisk(placed.path)
    if (entry.kind === 'folder') return makeFolder(file)
    const { target } = placed
    if (entry.kind === 'link') links.push({ kind: 'link', file, target })
    else links.push({ kind: 'hard-link', file, target: onDisk(target) })
    written.push({ path: file.slice(folder.length + 1), sizeBytes: Buffer.byteLength(target) })
  }

  const open = (entry: Entry) => {
    const placed = prepare(entry)
    if (placed === null) return
    const file = onDisk(placed.path)
    const isDeferred = writers > 0 && entry.sizeBytes <= smallBytes
    const descriptor = isDeferred ? null : openNew(file, modeOf(entry))
    current = { entry, file, descriptor, pieces: [], leftBytes: entry.sizeBytes }
    written.push({ path: file.slice(folder.length + 1), sizeBytes: entry.sizeBytes })
  }

  const write = (bytes: Buffer) => {
    if (current === null) return
    current.leftBytes -= bytes.length
    if (current.leftBytes < 0) throw wrongSize(current.entry)
    if (current.descriptor === null) current.pieces.push(bytes)
    else writeAll(current.descriptor, bytes)
  }

  const close = () => {
    if (current === null) return
    const { entry, file, descriptor, pieces, leftBytes } = current
    if (leftBytes > 0) throw wrongSize(entry)
    if (descriptor === null) {
      pending.push(limit(() => writeLater(file, entry, pieces)))
    } else {
      keepMode(descriptor, modeOf(entry))
      fs.futimesSync(descriptor, entry.mtimeS, entry.mtimeS)
      fs.closeSync(descriptor)
    }
    current = null
  }

  /** Never rejects: the next one who waits is told. */
  const writeLater = async (file: string, entry: Entry, pieces: readonly Buffer[]) => {
    try {
      if (failure === null) await writeSmall(file, entry, pieces)
    } catch (error) {
      failure ??= { error }
    }
  }

  const settle = async () => {
    await Promise.all(pending)
    pending = []
    if (failure !== null) throw failure.error
  }

  makeFolder(folder)
  return {
    add,
    open,
    write,
    close,
    drain: async () => {
      if (pending.length > 0) await settle()
    },
    finish: async () => {
      await settle()
      index.finish()
      for (const { kind, file, target } of links) {
        if (kind === 'link') fs.symlinkSync(target, file)
        else fs.linkSync(target, file)
      }
      return written
    },
    abandon: async () => {
      failure ??= { error: new Error('abandoned') }
      if (current !== null && current.descriptor !== null) fs.closeSync(current.descriptor)
      current = null
      await Promise.all(pending)
    },
  }
}

function modeOf({ executable }: Entry): number {
  return executable ? fileModes.executable : fileModes.plain
}

function makeFolder(folder: string): void {
  fs.mkdirSync(folder, { mode: folderMode })
  fs.chmodSync(folder, folderMode)
}

/** Nothing that is there is ever written to, whatever name the system finds it under. */
function openNew(file: string, mode: number): number {
  try {
    return fs.openSync(file, 'wx', mode)
  } catch (error) {
    throw errorCode(error) === 'EEXIST' ? alreadyThere(file) : error
  }
}

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += fs.writeSync(descriptor, bytes, at)
}

async function writeSmall(file: string, entry: Entry, pieces: readonly Buffer[]): Promise<void> {
  await using handle = await openFile(file, 'wx', modeOf(entry))
  for (const piece of pieces) await handle.writeFile(piece)
  await handle.chmod(modeOf(entry))
  await handle.utimes(entry.mtimeS, entry.mtimeS)
}

function alreadyThere(file: string): InvalidArchive {
  return new InvalidArchive(`its entry ${quote(path.basename(file))} is there twice`)
}

function wrongSize({ name }: Entry): InvalidArchive {
  return new InvalidArchive(`its entry ${quote(name)} does not have the size that it should have`)
}
