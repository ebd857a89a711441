import { mkdir, readdir, rmdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { ActionError } from '../domain/errors.ts'
import { type Python, pythonId } from '../domain/python.ts'
import { digest } from '../io/digest.ts'
import { errorCode, removeTree, shortRandomName } from '../io/files.ts'
import { folderInToolCache } from './tool-cache.ts'

/** The folder, beside the installations and so on their volume, in which jobs prepare new ones. */
const stagingName = 'managed-python-staging'

/** No job runs for longer than this on one step; what is older was left by a job that died. */
const abandonedAfterMs = 24 * 60 * 60 * 1000

/** A job's own staging folder; it is there between `open` and `remove`. */
export interface Staging {
  readonly path: string
  /** Makes the folder, and removes those of jobs that died more than a day ago. */
  open(): Promise<void>
  remove(): Promise<void>
}

/** Chooses a staging folder; nothing is written yet. */
export function createStaging(toolCache: string): Staging {
  const parent = folderInToolCache(toolCache, stagingName)
  const own = path.join(parent, shortRandomName())
  return {
    path: own,
    open: async () => {
      await makeFolder(own, toolCache)
      await sweep(parent, Date.now())
    },
    remove: async () => {
      // Where a file is still open, Windows refuses: the job works all the same, a later one sweeps.
      await removeTree(own).catch(() => {})
      // Gone with the last job that uses it; while another one does, this refuses.
      await rmdir(parent).catch(() => {})
    },
  }
}

/**
 * The folder below a job's staging folder in which a Python is made: the same in every job, as its
 * entry in the Actions cache has it, and of no longer path than the installation is going to have.
 */
export function folderInStaging(staging: string, python: Python): string {
  return path.join(staging, digest(pythonId(python), 8))
}

async function makeFolder(folder: string, toolCache: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    // Of a read-only disk a recursive mkdir says no more than that something is not there.
    const plain = await mkdir(path.dirname(folder)).catch((error: unknown) => error)
    const cause = errorCode(plain) === 'EROFS' ? plain : error
    throw new ActionError({
      code: 'DISK_FAILED',
      message: `The tool cache ${toolCache} cannot be written to (${errorCode(cause) ?? String(cause)}).`,
      hint: 'Make the folder writable for the runner, or set RUNNER_TOOL_CACHE to one that is.',
      cause,
    })
  }
}

/** Best effort: another job may sweep at the same time, and the folder may hold what we may not remove. */
async function sweep(parent: string, nowMs: number): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    const folder = path.join(parent, name)
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: nowMs }))
    if (nowMs - mtimeMs > abandonedAfterMs) await removeTree(folder).catch(() => {})
  }
}
