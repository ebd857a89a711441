import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Offer } from './list.ts'
import { repack } from './repack.ts'

export interface SlimOptions {
  readonly build: string
  /** Where it is made. */
  readonly folder: string
  /** A last change to the tree. */
  readonly edit?: (root: string) => Promise<void>
}

/** What an interpreter needs to start and to be asked about itself. */
const needed = new Set(['collections', 'encodings', 'importlib', 'json', 're', 'sysconfig'])

/** A real Python without most of its library: for tests that install one dozens of times. */
export async function slimOffer(original: Offer, options: SlimOptions): Promise<Offer> {
  const { build, folder, edit = async () => {} } = options
  const { major, minor } = original.entry
  return await repack(original, {
    build,
    folder,
    edit: async root => {
      const unix = join(root, 'lib', `python${major}.${minor}`)
      const library = existsSync(unix) ? unix : join(root, 'Lib')
      for (const entry of await readdir(library, { withFileTypes: true })) {
        if (!entry.isDirectory() || needed.has(entry.name)) continue
        await rm(join(library, entry.name), { recursive: true })
      }
      await rm(join(root, 'include'), { recursive: true, force: true })
      await edit(root)
    },
  })
}
