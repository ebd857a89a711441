/** Fails unless the committed `dist` is what a build of the sources gives. */
import { execFileSync } from 'node:child_process'
import { build, root } from './build.ts'

await build()
const args = ['status', '--porcelain', '--', 'dist']
const changes = execFileSync('git', args, { cwd: root, encoding: 'utf8' })
if (changes !== '') {
  console.error(`dist is not what the sources give:\n${changes}`)
  console.error('It has just been rebuilt: commit it together with the sources.')
  process.exitCode = 1
}
