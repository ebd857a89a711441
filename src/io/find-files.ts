import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Minimatch } from 'minimatch'
import { isInside } from './files.ts'

export interface FileSearch {
  /** The folder that is searched; absolute. */
  readonly root: string
  /**
   * Globs relative to the root, as `@actions/glob` reads them: `!` excludes, a folder stands for all
   * that is in it. Absolute ones count where they lead into the root.
   */
  readonly patterns: readonly string[]
  /** Absolute folders that are not searched. */
  readonly skip: readonly string[]
}

/** Folders that hold what was installed, not what is to be, whatever a pattern says. */
const neverSearched = new Set(['.git', '.venv', 'node_modules', '__pycache__', '.tox', '.nox'])

/**
 * The files that patterns match, relative to the root, with `/`, sorted. Virtual environments are not
 * searched, nor links to folders; a link to a file counts where it stays inside of the root. Throws
 * what the file system throws of the root.
 */
export async function findFiles(search: FileSearch): Promise<readonly string[]> {
  const root = await realpath(search.root)
  const skipped = await Promise.all(search.skip.map(folder => realpath(folder).catch(() => folder)))
  const { included, excluded } = await compile(search)
  if (included.length === 0) return []
  const found: string[] = []
  const walk = async (folder: string, entries: readonly Dirent[]): Promise<void> => {
    // A virtual environment, whatever it is called.
    if (folder !== '' && entries.some(({ name }) => name === 'pyvenv.cfg')) return
    for (const entry of entries) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`
      const file = path.join(root, name)
      if (entry.isDirectory()) {
        if (neverSearched.has(entry.name) || skipped.includes(file)) continue
        if (!included.some(pattern => pattern.match(name, true))) continue
        await walk(name, await readdir(file, { withFileTypes: true }).catch(() => []))
      } else if (
        included.some(pattern => pattern.match(name)) &&
        !excluded.some(pattern => pattern.match(name)) &&
        (entry.isFile() || (entry.isSymbolicLink() && (await isFileInside(root, file))))
      ) {
        found.push(name)
      }
    }
  }
  await walk('', await readdir(root, { withFileTypes: true }))
  return found.sort()
}

async function isFileInside(root: string, link: string): Promise<boolean> {
  try {
    const target = await realpath(link)
    return isInside(root, target) && (await stat(target)).isFile()
  } catch {
    return false
  }
}

async function compile({ root, patterns }: Pick<FileSearch, 'root' | 'patterns'>) {
  // Not needed by most jobs.
  const { Minimatch } = await import('minimatch')
  const options = {
    dot: true,
    nobrace: true,
    nocomment: true,
    noext: true,
    nonegate: true,
    nocase: process.platform === 'win32',
  }
  const included: Minimatch[] = []
  const excluded: Minimatch[] = []
  for (const text of patterns) {
    const [, sign = '', rest = ''] = /^(!*)(.*)$/.exec(text) ?? []
    const pattern = relativePattern(root, rest)
    if (pattern === null) continue
    const list = sign.length % 2 === 0 ? included : excluded
    for (const each of [pattern, `${pattern}/**`]) list.push(new Minimatch(each, options))
  }
  return { included, excluded }
}

/** The pattern relative to the root; `null` where it leads out of it. */
function relativePattern(root: string, text: string): string | null {
  const slashed = process.platform === 'win32' ? text.replaceAll('\\', '/') : text
  const start = `${root.replaceAll('\\', '/')}/`
  const inRoot = slashed.startsWith(start) ? slashed.slice(start.length) : slashed
  const pattern = path.posix.normalize(inRoot).replace(/\/$/, '')
  const leadsOut = /^(\.\.(\/|$)|\/|~|[A-Za-z]:\/)/.test(pattern)
  return leadsOut || pattern === '.' ? null : pattern
}
