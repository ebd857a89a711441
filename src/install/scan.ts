import { createHash } from 'node:crypto'
import { type Dirent, lstatSync, readdirSync, readlinkSync } from 'node:fs'
import path from 'node:path'
import type { SourceFile } from '../domain/bytecode.ts'
import { ActionError } from '../domain/errors.ts'
import { errorCode, isInside, isProgram } from '../io/files.ts'
import { ownNames } from './record.ts'

/** What is in a tree. */
export interface Scan {
  /** Number of files and links, not counting bytecode and our own. */
  readonly files: number
  /** Number of bytecode files: `.pyc` in a `__pycache__`. */
  readonly caches: number
  /** All `.py` files. */
  readonly sources: readonly SourceFile[]
}

/**
 * The folder of the standard library, relative to the tree: the one that the interpreter cannot
 * start without, whatever it is called; `null` where there is none.
 */
export function stdlibOf({ sources }: Scan): string | null {
  const codecs = path.join(path.sep, 'encodings', '__init__.py')
  const paths = new Set(sources.map(source => source.path))
  const found = [...paths]
    .filter(name => name.endsWith(codecs))
    .map(name => name.slice(0, -codecs.length))
    .filter(folder => paths.has(path.join(folder, 'os.py')))
  return found.toSorted((a, b) => a.length - b.length)[0] ?? null
}

/** What is in a tree of these files and links, their paths with the system's separators; pure. */
export function scanOf(entries: Iterable<SourceFile>): Scan {
  const sources: SourceFile[] = []
  const counts = { files: 0, caches: 0 }
  for (const entry of entries) {
    const inCache = path.basename(path.dirname(entry.path)) === '__pycache__'
    if (inCache && entry.path.endsWith('.pyc')) counts.caches++
    else if (!ownNames.has(entry.path)) counts.files++
    if (!inCache && entry.path.endsWith('.py')) sources.push(entry)
  }
  return { ...counts, sources }
}

/**
 * Walks a tree that was not unpacked here. Throws an `ActionError` where it holds what no Python
 * needs: a link that leads out of it, or anything that is neither file nor folder nor link.
 * Synchronous, as a few thousand small calls take a fraction of the time that way and nothing else
 * has the disk to itself. Names are put together by hand for the same reason: `path.join` takes
 * longer than the disk.
 */
export function scanTree(root: string): Scan {
  return scanOf(entriesOf(root))
}

function* entriesOf(root: string, lines: string[] = []): Generator<SourceFile> {
  for (const { name, entry } of walk(root, '', readFolder)) {
    const { size, mode } = lstatSync(root + path.sep + name)
    let content = `${isProgram(mode) ? '+x ' : ''}${size}`
    if (entry.isSymbolicLink()) content = `-> ${checkLink(root, name)}`
    else if (!entry.isFile()) throw strayEntry(name, 'is not a file, folder or link')
    if (!ownNames.has(name)) lines.push(`${name.replaceAll('\\', '/')}\0${content}\n`)
    yield { path: name, sizeBytes: size }
  }
}

/** What is in a tree, and a digest of it. */
export interface DigestedScan extends Scan {
  /** SHA-256 over the names, sizes and modes of all files, bytecode included, and the targets of links. */
  readonly digest: string
}

/** Scans a tree and takes its digest, in one walk. Throws as `scanTree` does. */
export function digestTree(root: string): DigestedScan {
  const lines: string[] = []
  const scan = scanOf(entriesOf(root, lines))
  const hash = createHash('sha256')
  for (const line of lines.sort()) hash.update(line)
  return { ...scan, digest: hash.digest('hex') }
}

/**
 * The sources below a folder of an installation that is in use, as paths relative to its root. What
 * people have put beside them is not looked at, and what they remove meanwhile is not missed.
 */
export function findSources(root: string, folder: string): readonly SourceFile[] {
  return [...walk(root, folder, readFolderIfThere)].flatMap(({ name, entry, inCache }) => {
    if (inCache || !entry.name.endsWith('.py')) return []
    if (!entry.isFile() && !entry.isSymbolicLink()) return []
    const stat = lstatSync(root + path.sep + name, { throwIfNoEntry: false })
    return stat === undefined ? [] : [{ path: name, sizeBytes: stat.size }]
  })
}

interface Found {
  /** Relative to the root. */
  readonly name: string
  readonly entry: Dirent
  /** Whether it lies in a `__pycache__`. */
  readonly inCache: boolean
}

/** All files and links below a folder of the root. */
function* walk(root: string, top: string, read: typeof readFolder): Generator<Found> {
  const folders = [top]
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const inCache = path.basename(folder) === '__pycache__'
    const prefix = folder === '' ? '' : folder + path.sep
    for (const entry of read(path.join(root, folder))) {
      const name = prefix + entry.name
      if (entry.isDirectory()) folders.push(name)
      else yield { name, entry, inCache }
    }
  }
}

function readFolder(folder: string): readonly Dirent[] {
  return readdirSync(folder, { withFileTypes: true })
}

function readFolderIfThere(folder: string): readonly Dirent[] {
  try {
    return readFolder(folder)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}

/**
 * The target of a link that stays inside. It may go up first and down then. In this order its text
 * is all there is to look at: links that it passes on its way down are checked in the same way, so it cannot
 * get out again.
 */
function checkLink(root: string, name: string): string {
  const target = readlinkSync(path.join(root, name))
  const resolved = path.resolve(root, path.dirname(name), target)
  const steps = target.split(/[/\\]/).filter(step => step !== '' && step !== '.')
  const ups = steps.filter(step => step === '..').length
  const upFirst = steps.lastIndexOf('..') + 1 === ups
  if (path.isAbsolute(target) || !upFirst || !isInside(root, resolved)) {
    throw strayEntry(name, `links to ${JSON.stringify(target)}, outside of the archive`)
  }
  return target
}

function strayEntry(name: string, found: string): ActionError {
  return new ActionError({
    code: 'ARCHIVE_INVALID',
    message: `The archive's entry ${JSON.stringify(name)} ${found}.`,
    hint: 'No Python build contains such an entry: do not use this archive, and report it to whoever made it.',
  })
}
