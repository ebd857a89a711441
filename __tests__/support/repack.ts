import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import type { Offer } from './list.ts'

const run = promisify(execFile)

/**
 * An archive like another one, but for what `edit` does to its unpacked content, as a build of its
 * own: what a faulty or hostile distribution would be.
 */
export async function repack(
  original: Offer,
  { build, folder, edit }: { build: string; folder: string; edit: (root: string) => Promise<void> },
): Promise<Offer> {
  const work = join(folder, build)
  const tree = join(work, 'tree')
  await mkdir(tree, { recursive: true })
  await run('tar', ['-xzf', original.file, '-C', tree])
  await edit(join(tree, 'python'))
  const renamed = (text: string) => text.replaceAll(original.entry.build, build)
  const file = join(work, renamed(basename(original.file)))
  await run('tar', ['-czf', file, '-C', tree, 'python'])
  const sha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
  const entry = { ...original.entry, build, url: renamed(original.entry.url), sha256 }
  return { key: `${original.key}-${build}`, entry, path: renamed(original.path), file }
}
