import { readdir, rm } from 'node:fs/promises'
import { extname } from 'node:path'

/** What is below a folder: `1037 of 1037 caches`. Throws where bytecode is missing or not wanted. */
export async function countCaches(folder: string, bytecode: boolean): Promise<string> {
  // With types, links to folders are not followed: uv makes some.
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const count = (extension: string) =>
    entries.filter(entry => extname(entry.name) === extension).length
  const [sources, caches] = [count('.py'), count('.pyc')]
  if (sources === 0) throw new Error('it installed nothing')
  // Templates and fixtures that cannot compile are few.
  if (bytecode && caches < sources * 0.95) throw new Error(`only ${caches} of ${sources} compiled`)
  if (!bytecode && caches > sources * 0.05) throw new Error(`it compiled ${caches} unasked`)
  return `${caches} of ${sources}`
}

/** Removes folders, if they are there. */
export async function removeAll(...folders: readonly string[]): Promise<void> {
  for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 3 })
}
