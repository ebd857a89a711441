import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Child, startChild } from '../../src/io/child.ts'
import { projectFolder } from '../support/shared.ts'

/** Node itself is a program that is there everywhere. */
function start(script: string): Child {
  return startChild({ file: process.execPath, args: ['-e', script], env: { SECRET: 'no' } })
}

async function outputOf({ stdout }: Child): Promise<string> {
  return (await stdout.toArray()).join('')
}

describe('a child process', () => {
  it('is talked with over its stdin and stdout', async () => {
    const child = start('process.stdin.on("data", text => process.stdout.write("<" + text + ">"))')
    child.stdin.end('hello')
    expect(await outputOf(child)).toBe('<hello>')
    expect(await child.ended).toEqual({ kind: 'exited', code: 0 })
  })

  it('has the environment that it is given and no other', async () => {
    process.env.SETUP_TEST_LEAK = 'yes'
    const child = start('console.log(process.env.SECRET, process.env.SETUP_TEST_LEAK)')
    delete process.env.SETUP_TEST_LEAK
    expect(await outputOf(child)).toBe('no undefined\n')
  })

  it('tells its exit code and its last words', async () => {
    const child = start('console.error("x".repeat(1e5)); console.error("ünlucky"); process.exit(3)')
    child.stdout.resume()
    expect(await child.ended).toEqual({ kind: 'exited', code: 3 })
    expect(child.stderrTail()).toMatch(/^x{3000,}\nünlucky$/)
    expect(child.stderrTail().length).toBeLessThan(4001)
  })

  it('can be killed', async () => {
    const child = start('setTimeout(() => {}, 1e6)')
    child.stdout.resume()
    child.kill()
    const end = await child.ended
    expect(end).toEqual({ kind: 'killed', signal: 'SIGKILL' })
    child.kill()
  })

  it('may be gone before it has read all its input', async () => {
    const child = start('process.exit(0)')
    child.stdout.resume()
    child.stdin.write('x'.repeat(1e6))
    expect(await child.ended).toEqual({ kind: 'exited', code: 0 })
    child.stdin.end('x')
  })

  it('ends when it ends, also where another process holds on to its output', async () => {
    const child = start(`
      const { spawn } = require('node:child_process')
      const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 20_000)'], { stdio: 'inherit' })
      console.error(other.pid)
      process.exit(0)`)
    child.stdout.resume()
    expect(await child.ended).toEqual({ kind: 'exited', code: 0 })
    process.kill(Number(child.stderrTail()), 'SIGKILL')
  })

  // As what is no program is on systems whose C library does not hand it to a shell.
  it.skipIf(process.platform !== 'linux')('may be refused on the spot', async () => {
    const tooLong = 'x'.repeat(200_000)
    const child = startChild({ file: process.execPath, args: [tooLong], env: {} })
    child.stdin.end('x')
    expect(await outputOf(child)).toBe('')
    expect(await child.ended).toMatchObject({ kind: 'not-started', error: { code: 'E2BIG' } })
    child.kill()
  })

  it.skipIf(process.platform === 'win32')('may find no room for its pipes', async () => {
    const script = `
      import { closeSync, openSync } from 'node:fs'
      const { startChild } = await import(process.argv[1])
      const open = []
      try { for (;;) open.push(openSync('/dev/null')) } catch {}
      const ended = startChild({ file: '/bin/sh', args: [], env: {} }).ended
      open.forEach(closeSync)
      const { kind, error } = await ended
      console.log(kind, error.code)`
    const module = path.join(projectFolder, 'src/io/child.ts')
    const crowded = startChild({
      file: '/bin/sh',
      args: [
        ...['-c', 'ulimit -n 100; exec "$@"', 'sh'],
        ...[process.execPath, '--input-type=module', '-e', script, '--', module],
      ],
      env: {},
    })
    expect(await outputOf(crowded)).toBe('not-started EMFILE\n')
    expect(await crowded.ended).toEqual({ kind: 'exited', code: 0 })
  })

  it('may not exist', async () => {
    const child = startChild({ file: '/no/such/program', args: [], env: {} })
    child.stdin.end('x')
    const end = await child.ended
    expect(end).toMatchObject({ kind: 'not-started', error: { code: 'ENOENT' } })
    child.kill()
  })
})
