/**
 * Builds `dist` where it is of other sources than those that are there: tests and `npm run try` run
 * what is in `dist`, and a change that is not in it would silently do nothing.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { build, root, sourcesDigest, sourcesFile } from './build.ts'

const built = await readFile(path.join(root, 'dist', sourcesFile), 'utf8').catch(() => '')
if (built.trim() !== (await sourcesDigest())) {
  console.log('src has changed since dist was built, so it is built first.')
  await build()
}
