import { execFile } from 'node:child_process'
import { statfs } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface DiskOptions {
  readonly sizeBytes?: number
  /** How many files and folders it can hold, its root included. */
  readonly entries?: number
  readonly readOnly?: boolean
}

/** A disk of a size of our choice. Linux gives one to those alone who are root, or may be. */
export interface Disk {
  /** What is on it now. */
  usage(): Promise<{ readonly sizeBytes: number; readonly entries: number }>
  change(options: DiskOptions): Promise<void>
  remove(): Promise<void>
}

/** Puts an empty disk in a folder's place; `null` where this machine does not let us. */
export async function mountDisk(folder: string, options: DiskOptions): Promise<Disk | null> {
  const uid = process.getuid?.()
  // GitHub's runners let everyone be root; elsewhere nobody expects that of a test.
  if (process.platform !== 'linux' || (uid !== 0 && !process.env.CI)) return null
  const asRoot = (program: string, ...args: readonly string[]) =>
    uid === 0 ? run(program, args) : run('sudo', ['-n', program, ...args])
  const mount = (...args: readonly string[]) => asRoot('mount', ...args, folder)
  const owner = `uid=${uid},gid=${process.getgid?.()}`
  try {
    await mount('-t', 'tmpfs', '-o', `${describe(options)},${owner}`, 'tmpfs')
  } catch {
    return null
  }
  return {
    usage: async () => {
      const { blocks, bfree, bsize, files, ffree } = await statfs(folder)
      return { sizeBytes: (blocks - bfree) * bsize, entries: files - ffree }
    },
    change: async changes => {
      await mount('-o', `remount,${describe(changes)}`)
    },
    remove: async () => {
      await asRoot('umount', '-l', folder)
    },
  }
}

function describe({ sizeBytes, entries, readOnly }: DiskOptions): string {
  const parts = [
    sizeBytes === undefined ? [] : [`size=${Math.floor(sizeBytes / 4096) * 4096}`],
    entries === undefined ? [] : [`nr_inodes=${entries}`],
    [readOnly ? 'ro' : 'rw'],
  ]
  return parts.flat().join(',')
}
