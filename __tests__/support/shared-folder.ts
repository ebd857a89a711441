import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { projectFolder } from './shared.ts'

/**
 * A file or folder of real material that is too large for the repository: real archives and uv's
 * whole list. It lies in `../shared` beside the checkout, or where the variable SHARED_FOLDER says;
 * `null` where it is not. Looked up when it is asked for: a clone has nothing beside it. Tests that
 * need it have the tag `shared`, and are skipped without.
 */
export function sharedFile(name: SharedName): string | null {
  const folder = resolve(projectFolder, process.env.SHARED_FOLDER ?? '../shared')
  const file = join(folder, name)
  return existsSync(file) ? file : null
}

/** What there may be: archives with their list, and a copy of uv's list. */
export type SharedName =
  | 'python-mirror'
  | 'reference/uv-download-metadata.json'
  | `reference/${string}`
  | `windows/${string}`
  | `platforms/${string}`
