import { randomUUID } from 'node:crypto'
import { cp, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Windows refuses these for as long as a virus scanner or an indexer holds a file open. */
const busyCodes = new Set(['EPERM', 'EBUSY', 'EACCES'])
const busyAttempts = 8
const busyDelayMs = 50

/**
 * Renames a file or folder within one volume, with the patience that Windows needs; with none where a
 * folder has the name already, as Windows renames nothing onto one, however long it takes.
 */
export async function renamePatiently(from: string, to: string, platform = process.platform) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(from, to)
    } catch (error) {
      const busy = platform === 'win32' && busyCodes.has(errorCode(error) ?? '')
      if (!busy || attempt === busyAttempts || (await isFolder(to))) throw error
      await sleep(busyDelayMs * 2 ** (attempt - 1))
    }
  }
}

async function isFolder(name: string): Promise<boolean> {
  return await stat(name).then(
    found => found.isDirectory(),
    () => false,
  )
}

/**
 * Moves a file or tree to a place where nothing is. To another volume it is copied beside that place
 * first, with its links and times, so that it appears there whole.
 */
export async function moveTree(from: string, to: string): Promise<void> {
  try {
    await renamePatiently(from, to)
  } catch (error) {
    if (errorCode(error) !== 'EXDEV') throw error
    const copy = `${to}.${shortRandomName()}`
    try {
      await cp(from, copy, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true })
      await renamePatiently(copy, to)
    } catch (cause) {
      await removeTree(copy)
      throw cause
    }
    await removeTree(from)
  }
}

/** Writes a file so that readers see the old text or the new one and nothing between. */
export async function writeFileAtomically(file: string, text: string): Promise<void> {
  const temporary = `${file}.${randomUUID()}`
  try {
    await writeFile(temporary, text)
    await renamePatiently(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** Removes a file or a tree, if it is there. */
export async function removeTree(tree: string): Promise<void> {
  await rm(tree, { recursive: true, force: true, maxRetries: 5, retryDelay: busyDelayMs })
}

/** The system's code of an error (`ENOENT`), or `null` where it has none. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null
}

/** A name that nobody else has, of eight characters: paths grow long, and Windows' programs take 259. */
export function shortRandomName(): string {
  return randomUUID().slice(0, 8)
}

/** Whether a path is a folder or lies below it; both absolute. */
export function isInside(
  folder: string,
  candidate: string,
  paths: path.PlatformPath = path,
): boolean {
  const relative = paths.relative(folder, candidate)
  return relative !== '..' && !relative.startsWith(`..${paths.sep}`) && !paths.isAbsolute(relative)
}

/** Whether its owner may run it: all of a mode that packing keeps on every system, whatever the umask. */
export function isProgram(mode: number): boolean {
  return process.platform !== 'win32' && (mode & 0o100) !== 0
}
