import { existsSync } from 'node:fs'
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The project's own folder. */
export const projectFolder = resolve(import.meta.dirname, '../..')

/** What is made once and used by every test run and by `npm run try`; git ignores it. */
export const cacheFolder = join(projectFolder, '.try')

/** Real archives and a list beside the checkout; `null` where there are none. */
export const sharedMirror = existingPath('../shared/python-mirror')

/** A copy of uv's whole published list beside the checkout; `null` where there is none. */
export const referenceList = existingPath('../shared/reference/uv-download-metadata.json')

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

function existingPath(fromProject: string): string | null {
  const path = resolve(projectFolder, fromProject)
  return existsSync(path) ? path : null
}
