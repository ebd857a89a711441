import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const run = promisify(execFile)
const main = join(import.meta.dirname, 'main.ts')

it('shows three jobs: downloaded, restored, found', async () => {
  const { stdout } = await run(process.execPath, [main], {
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1' },
  }).catch((cause: { stdout: string }) => {
    // What went wrong stands in the log that it shows.
    throw new Error(cause.stdout, { cause })
  })
  const rows = stdout.split('\n').map(line => line.trim().split(/ {2,}/))
  const table = rows.slice(rows.findIndex(([first]) => first === 'job') + 1)
  expect(table.slice(0, 3).map(([, source]) => source)).toEqual(['download', 'cache', 'tool-cache'])
  expect(stdout.split('\n').length).toBeLessThan(60)
  expect(stdout).toContain('$ python --version')
  expect(stdout).not.toContain('\u001b')
})

it('ends a mistake with one line', async () => {
  const failure = run(process.execPath, [main, '--no-such-input'])
  await expect(failure).rejects.toMatchObject({ code: 2, stdout: '' })
  await expect(failure).rejects.toThrow('There is no option --no-such-input.')
})
