import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { CommandError, lastLines, runCommand } from '../../src/io/command.ts'
import { isAlive } from '../support/processes.ts'
import { temporaryFolder } from '../support/shared.ts'
import { childEnv } from '../support/unpacked-python.ts'

const windows = process.platform === 'win32'
const never = new AbortController().signal
const options = { env: childEnv, timeoutMs: 60_000, signal: never }
const node = (script: string, ...args: readonly string[]) => {
  return runCommand(process.execPath, ['-e', script, '--', ...args], options)
}

describe('a program', async () => {
  const folder = await temporaryFolder()
  afterAll(folder.remove)

  it('gives what it writes to its standard output', async () => {
    expect(await node('console.error("no"); process.stdout.write("ä\\n☃")')).toBe('ä\n☃')
  })

  it('gets its arguments as they are', async () => {
    const args = ['', 'a b', '"', "'", '\\', '\\"', 'a\\', '$HOME', '%PATH%', '*', 'ä\n☃', '&|<>^']
    const shown = await node('process.stdout.write(JSON.stringify(process.argv.slice(1)))', ...args)
    expect(JSON.parse(shown)).toEqual(args)
  })

  it('gets these variables and no others', async () => {
    const script = 'process.stdout.write(Object.keys(process.env).join())'
    const env = { ...childEnv, ONLY_THIS: '1' }
    const names = (await runCommand(process.execPath, ['-e', script], { ...options, env })).split(
      ',',
    )
    expect(names).toContain('ONLY_THIS')
    expect(names).not.toContain('VITEST')
  })

  it.skipIf(windows).each(['with spaces', "it's", 'say "hi"', 'back\\slash', '$HOME', 'ä ☃', '-x'])(
    'may lie in a folder %s',
    async name => {
      const program = path.join(folder.path, name, 'program')
      await mkdir(path.dirname(program), { recursive: true })
      await writeFile(program, '#!/bin/sh\necho "$1"\n')
      await chmod(program, 0o755)
      expect(await runCommand(program, ['hello'], options)).toBe('hello\n')
    },
  )

  it('that fails is an error with its last words', async () => {
    const failed = node('console.error("1\\n".repeat(20) + "last"); process.exit(3)')
    await expect(failed).rejects.toMatchObject({
      name: 'CommandError',
      message: 'ended with exit code 3',
      stderr: `${'1\n'.repeat(9)}last`,
    })
  })

  it('that is not there could not be started', async () => {
    const missing = runCommand(path.join(folder.path, 'missing'), [], options)
    await expect(missing).rejects.toBeInstanceOf(CommandError)
    await expect(missing).rejects.toMatchObject({
      message: expect.stringMatching(/^cannot be started \(spawn .*ENOENT\)$/),
      cause: expect.any(Error),
    })
  })

  it.skipIf(windows)('that is killed is an error that says so', async () => {
    const killed = node('process.kill(process.pid, "SIGKILL")')
    await expect(killed).rejects.toThrow('was ended by SIGKILL')
  })

  it.skipIf(windows)('may leave others running that hold its output open', async () => {
    const output = await runCommand('/bin/sh', ['-c', 'sleep 5 & echo done'], options)
    expect(output).toBe('done\n')
  })
})

describe('a program that has to end', async () => {
  const folder = await temporaryFolder()
  const endless = (file: string) =>
    `require('fs').writeFileSync(${JSON.stringify(file)}, String(process.pid)); setInterval(() => {}, 1000)`
  const isRunning = async (file: string) => {
    return isAlive(Number(await readFile(file, 'utf8')))
  }
  afterAll(folder.remove)

  it('is ended when it takes too long, and gone then', async () => {
    const file = path.join(folder.path, 'late')
    const limits = { ...options, timeoutMs: 3000 }
    const late = runCommand(process.execPath, ['-e', endless(file)], limits)
    await expect(late).rejects.toMatchObject({
      name: 'CommandError',
      message: 'did not end within 3 s',
    })
    expect(await isRunning(file)).toBe(false)
  })

  it('is ended by the signal, and gone then', async () => {
    const file = path.join(folder.path, 'aborted')
    const controller = new AbortController()
    const { signal } = controller
    const aborted = runCommand(process.execPath, ['-e', endless(file)], { ...options, signal })
    await vi.waitFor(async () => expect(await readFile(file, 'utf8')).not.toBe(''), 10_000)
    expect(await isRunning(file)).toBe(true)
    const reason = new Error('cancelled')
    controller.abort(reason)
    await expect(aborted).rejects.toBe(reason)
    expect(await isRunning(file)).toBe(false)
  })

  it('is not started after an abort', async () => {
    const file = path.join(folder.path, 'never')
    const signal = AbortSignal.abort(new Error('before'))
    const late = runCommand(process.execPath, ['-e', endless(file)], { ...options, signal })
    await expect(late).rejects.toThrow('before')
    await expect(readFile(file)).rejects.toThrow('ENOENT')
  })
})

it('the last lines are as many as asked for', () => {
  expect(lastLines('a\nb\nc\n\n', 2)).toBe('b\nc')
  expect(lastLines('a', 2)).toBe('a')
  expect(lastLines('')).toBe('')
})
