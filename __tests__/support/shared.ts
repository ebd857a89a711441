import { accessSync, constants } from 'node:fs'
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'

/** The project's own folder. */
export const projectFolder = resolve(import.meta.dirname, '../..')

/**
 * What is made once and used by every test run and by `npm run try`: in the checkout, where git
 * ignores it, or in the temporary folder where the checkout is not ours to write to.
 */
export const cacheFolder = isWritable(projectFolder)
  ? join(projectFolder, '.try')
  : join(tmpdir(), `setup-managed-python-${userInfo().uid}`)

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** A folder that is gone at the end of the block: `await using folder = await temporaryFolder()`. */
export interface TemporaryFolder extends AsyncDisposable {
  /** Absolute, and free of symbolic links. */
  readonly path: string
  /** For `afterAll`, where `await using` does not reach. */
  remove(): Promise<void>
}

/** Makes an empty folder; `name` becomes part of its own name, to try out difficult ones. */
export async function temporaryFolder(name = 'setup-managed-python'): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(await realpath(tmpdir()), `${name}-`))
  const remove = () => rm(path, { recursive: true, force: true, maxRetries: 5 })
  return { path, remove, [Symbol.asyncDispose]: remove }
}
