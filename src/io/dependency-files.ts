import { createHash } from 'node:crypto'
import { readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { isInside } from './files.ts'
import { findFiles } from './find-files.ts'

/** A file that says what is to be installed. */
export interface DependencyFile {
  /** Relative to the workspace, with `/`. */
  readonly name: string
  readonly text: string
}

export interface DependencySearch {
  readonly workspace: string
  /** Absolute folders that are not searched, such as the tool cache and the environment. */
  readonly skip: readonly string[]
}

/** No dependency file has a hundredth of this. */
const maxBytes = 32 * 1024 ** 2

/**
 * The regular files of a workspace that match some of these patterns and none that begins with `!`,
 * each once, in the order of their names. A pattern is a glob from the workspace. Links that lead
 * out of the workspace are no files of it.
 */
export async function findDependencyFiles(
  patterns: readonly string[],
  { workspace, skip }: DependencySearch,
): Promise<readonly DependencyFile[]> {
  const root = await realpath(workspace)
  const names = await findFiles({ root: workspace, patterns, skip })
  const files = await Promise.all(names.map(name => readInside(root, name)))
  return files.filter(file => file !== null)
}

/** A file of the workspace by its name; `null` where it is not a regular file inside of it. */
export async function readInside(root: string, name: string): Promise<DependencyFile | null> {
  const file = await realpath(path.resolve(root, name)).catch(() => null)
  if (file === null || !isInside(root, file)) return null
  const found = await stat(file)
  if (!found.isFile() || found.size > maxBytes) return null
  return { name: name.replaceAll('\\', '/'), text: await readFile(file, 'utf8') }
}

/** SHA-256 over names and contents, whatever order the files were found in. */
export function digestOf(files: readonly DependencyFile[]): string {
  const hash = createHash('sha256')
  for (const { name, text } of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const content = createHash('sha256').update(text).digest('hex')
    hash.update(`${name}\0${content}\n`)
  }
  return hash.digest('hex').slice(0, 32)
}
