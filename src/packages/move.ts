import { lstat, mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { moveTree, removeTree } from '../io/files.ts'
import { isEnvironment } from './environments.ts'

/**
 * Moves what was restored to where it belongs. A file that is there already stays, as it is this
 * machine's own; a virtual environment takes the place of another one, as half of each is none.
 * Throws what the file system throws.
 */
export async function moveInto(from: string, to: string): Promise<void> {
  if (await isEnvironment(from)) await removeTree(to)
  const occupant = await lstat(to).catch(() => null)
  if (occupant === null) return await move(from, to)
  const entries = await readdir(from, { withFileTypes: true })
  for (const entry of entries) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)]
    const isThere = await lstat(target).catch(() => null)
    if (isThere === null) await move(source, target)
    else if (isThere.isDirectory() && entry.isDirectory()) await moveInto(source, target)
  }
}

async function move(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true })
  await moveTree(from, to)
}
