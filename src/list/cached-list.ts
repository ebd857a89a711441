import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { digest } from '../io/digest.ts'
import { writeFileAtomically } from '../io/files.ts'

/** The part of a list that a job has used, cached for the next one on this machine. */
export interface CachedList {
  /** What the list's server knows that list by. */
  readonly etag: string
  /** A list in uv's schema. */
  readonly text: string
}

/** The file for the part of a list that `purpose` describes, below a folder of the tool cache. */
export function cachedListFile(folder: string, url: URL, purpose: unknown): string {
  return path.join(folder, `${digest(JSON.stringify([url.href, purpose]), 16)}.json`)
}

/** What was cached; `null` where there is nothing, or nothing that can be read. */
export async function readCachedList(file: string): Promise<CachedList | null> {
  try {
    const { etag, text } = JSON.parse(await readFile(file, 'utf8'))
    return typeof etag === 'string' && typeof text === 'string' ? { etag, text } : null
  } catch {
    return null
  }
}

/** Caches a list; where that cannot be written, the next job downloads it again. */
export async function writeCachedList(file: string, list: CachedList): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true })
    await writeFileAtomically(file, JSON.stringify(list))
  } catch {
    // A tool cache that is full or read-only says so where that matters.
  }
}
