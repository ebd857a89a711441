import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { layoutOf, stdlibFolder } from '../../src/domain/layout.ts'
import { offeredDistribution } from './distributions.ts'
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
  const python = offeredDistribution(original)
  const windows = python.platform.os === 'windows'
  return await repack(original, {
    build,
    folder,
    edit: async root => {
      const library = join(root, stdlibFolder(python))
      for (const entry of await readdir(library, { withFileTypes: true })) {
        if (!entry.isDirectory() || needed.has(entry.name)) continue
        await rm(join(library, entry.name), { recursive: true })
      }
      await rm(join(root, 'include'), { recursive: true, force: true })
      if (windows) await pretendPip(join(root, layoutOf(python).scriptsFolder))
      await edit(root)
    },
  })
}

/** Only pip itself could make its program for Windows, and every job would warn that it is missing. */
async function pretendPip(scripts: string): Promise<void> {
  await mkdir(scripts, { recursive: true })
  await writeFile(join(scripts, 'pip.exe'), '')
}
