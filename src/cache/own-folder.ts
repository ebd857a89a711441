import { existsSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync } from 'node:fs'
import path from 'node:path'

/** Where the cache process works, and keeps its archives. */
export interface OwnFolder {
  readonly path: string
  /** Its working directory. */
  readonly cwd: string
  /** What leads from there to the folders of the root. */
  readonly prefix: '' | 'root/'
  /** The variables that tell the library of both. */
  readonly env: Readonly<Record<string, string>>
}

/**
 * Makes the folder below `temp`. The library puts paths into commands without quotes, which are cut at
 * their spaces: where there are any, all paths are relative, and a link leads to the root. Its commands
 * run in the working directory or in a folder beside it, and what it is told has to mean the same
 * from both. Throws the system's error.
 */
export function makeOwnFolder(root: string, temp: string): OwnFolder {
  if (!existsSync(root)) mkdirSync(root, { recursive: true })
  const folder = mkdtempSync(path.join(temp, 'cache-'))
  // Its working directory is its root, unless a variable says otherwise.
  const direct = { path: folder, cwd: root, prefix: '', env: { RUNNER_TEMP: folder } } as const
  if (!/\s/.test(realpathSync(root) + folder)) return direct
  const cwd = path.join(folder, 'cwd')
  mkdirSync(cwd)
  try {
    symlinkSync(root, path.join(cwd, 'root'), 'junction')
  } catch {
    // Windows has none that lead to the network.
    return direct
  }
  const env = { RUNNER_TEMP: '..', GITHUB_WORKSPACE: '../cwd/root' }
  return { path: folder, cwd, prefix: 'root/', env }
}
