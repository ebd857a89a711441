import { mkdirSync, mkdtempSync, symlinkSync } from 'node:fs'
import path from 'node:path'

/**
 * Where the cache process works. The library puts paths into commands without quotes, and cuts them
 * at their spaces: so all are relative, and the root is reached by a link. Its commands run in `cwd`,
 * or in a folder beside it: what it is told must mean the same from both.
 */
export interface OwnFolder {
  readonly path: string
  readonly cwd: string
  /** The variables that tell the library of the root, and of where to make archives. */
  readonly env: Readonly<Record<string, string>>
}

/** A folder of the root, as the library is to name it. */
export function namedFromCwd(folder: string): string {
  return `root/${folder}`
}

/** Makes the folder below `temp`. Throws the system's error. */
export function makeOwnFolder(root: string, temp: string): OwnFolder {
  const folder = mkdtempSync(path.join(temp, 'cache-'))
  const cwd = path.join(folder, 'cwd')
  mkdirSync(cwd)
  // A junction needs no rights on Windows, but does not lead to the network.
  symlinkSync(root, path.join(cwd, 'root'), root.startsWith('\\\\') ? 'dir' : 'junction')
  return { path: folder, cwd, env: { GITHUB_WORKSPACE: '../cwd/root', RUNNER_TEMP: '..' } }
}
