import { execFile } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { projectFolder } from '../support/shared.ts'

const optimizer = pathToFileURL(path.join(projectFolder, 'src', 'io', 'optimizer.ts'))

/** The functions that V8 has optimized, of two that do the same work before and after. */
const script = `
  import { optimizerToRest } from '${optimizer}'
  function before(n) { let sum = 0; for (let i = 0; i < n; i++) sum += i % 7; return sum }
  function after(n) { let sum = 0; for (let i = 0; i < n; i++) sum += i % 7; return sum }
  const work = f => { for (let i = 0; i < 2000; i++) f(10_000) }
  work(before)
  await optimizerToRest()
  work(after)
`

it('keeps code that was fast, and makes no more of it', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--trace-opt',
    '--input-type=module',
    '-e',
    script,
  ])
  const optimized = (name: string) =>
    new RegExp(`completed (?:optimizing|compiling).*\\b${name}\\b`)
  expect(stdout).toMatch(optimized('before'))
  expect(stdout).not.toMatch(optimized('after'))
})
