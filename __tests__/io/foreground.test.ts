import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { runInForeground } from '../../src/io/foreground.ts'
import { isAlive } from '../support/processes.ts'
import { temporaryFolder } from '../support/shared.ts'

const env = { PATH: process.env.PATH ?? '' }
const signal = new AbortController().signal

it.each([
  [process.execPath, ['-e', 'process.exitCode = 7'], { kind: 'exited', code: 7 }],
  ['/no/such/program', [], { kind: 'not-started', error: expect.any(Error) }],
])('tells how %s %j ended', async (file, args, end) => {
  expect(await runInForeground({ file, args, env, cwd: import.meta.dirname, signal })).toEqual(end)
})

it.skipIf(process.platform === 'win32')(
  'ends what the program has started with it, where it is told to',
  async () => {
    await using folder = await temporaryFolder('foreground')
    const noted = path.join(folder.path, 'pid')
    const controller = new AbortController()
    const args = ['-c', `sleep 600 & echo $! >pid.part; mv pid.part pid; wait`]
    const options = { file: 'sh', args, env, cwd: folder.path, signal: controller.signal }
    const running = runInForeground(options)
    await vi.waitUntil(() => existsSync(noted), { timeout: 60_000 })
    const pid = Number(await readFile(noted, 'utf8'))
    expect(isAlive(pid)).toBe(true)
    controller.abort()
    expect(await running).toEqual({ kind: 'killed', signal: 'SIGKILL' })
    await vi.waitUntil(() => !isAlive(pid), { timeout: 60_000 })
  },
)
