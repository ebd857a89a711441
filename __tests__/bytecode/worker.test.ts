import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CompileJob } from '../../src/bytecode/compile-job.ts'
import { startWorker, type Worker, workerArgs } from '../../src/bytecode/worker.ts'
import { childEnvironment } from '../../src/io/process-environment.ts'
import { workerProgram } from '../support/interpreters.ts'
import { findInterpreters } from '../support/pack-python.ts'
import { isAlive } from '../support/processes.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/shared.ts'

const windows = process.platform === 'win32'
const [host] = await findInterpreters()
const python = host?.executable ?? 'python3'
const env = childEnvironment(process.env, process.platform)
const sources = ['a.py', 'b/c.py'].map(name => ({ path: name, sizeBytes: 10 }))

let folder: TemporaryFolder
let root: string
beforeAll(async () => {
  folder = await temporaryFolder('worker')
  root = path.join(folder.path, 'tree')
  await mkdir(path.join(root, 'b'), { recursive: true })
  for (const source of sources) await writeFile(path.join(root, source.path), 'x = 1\n')
})
afterAll(() => folder.remove())

interface Trial {
  readonly pythonPath?: string
  /** A program that takes the worker's place; the whole of it, but for its imports. */
  readonly program?: string
  readonly fileTimeoutMs?: number
  readonly published?: boolean
}

function newJob({ pythonPath = python, published = false }: Trial = {}): CompileJob {
  return {
    label: 'CPython 3.13.5',
    pythonPath,
    root,
    finalPath: root,
    mode: 'timestamp',
    published,
    sources,
  }
}

async function start(trial: Trial): Promise<Worker> {
  const { program, fileTimeoutMs = 60_000 } = trial
  let workerPath = workerProgram
  if (program !== undefined) {
    workerPath = path.join(folder.path, `stand-in-${Math.random()}.py`)
    await writeFile(workerPath, `import os, signal, sys, time\n${program}`)
  }
  const started = startWorker({
    job: newJob(trial),
    workerPath,
    fileTimeoutMs,
    env,
    onStatus: () => {},
  })
  started.send(sources)
  return started
}

/** What a worker says of itself at its end, once everything is sent. */
async function endOf(trial: Trial) {
  const started = await start(trial)
  started.finish()
  const failure = await started.ended
  const { code, message, hint } = failure ?? {}
  return { code, message, hint }
}

/** Within it an interpreter starts, on a busy machine too. */
const fileTimeoutMs = 3000
const greeting = String.raw`os.write(1, b'compile_stdlib 1\n')`

describe('a worker', () => {
  it('ends without a word when its work is done', async () => {
    expect(await endOf({})).toEqual({})
  })

  it('ends without a word when it is killed', async () => {
    const started = await start({ program: 'time.sleep(600)' })
    started.kill()
    expect(await started.ended).toBeNull()
  })

  it('is given time to finish a file where others use the tree, and not more', async () => {
    const program = `${greeting}; sys.stdin.read(); open(sys.argv[2] + 'finished', 'w')`
    const started = await start({ program, published: true })
    started.kill()
    expect(await started.ended).toBeNull()
    expect(existsSync(path.join(root, 'finished'))).toBe(true)
    const endless = await start({ program: 'time.sleep(600)', published: true })
    endless.kill()
    expect(await endless.ended).toBeNull()
  })

  it('that dies names the file that it was at', async () => {
    const program = `${greeting}; os.write(1, b'c'); os.abort()`
    expect(await endOf({ program })).toMatchObject({
      code: 'COMPILE_FAILED',
      message: expect.stringMatching(
        /CPython 3\.13\.5 failed at b\/c\.py or soon after: .*python.* (SIGABRT|code)/,
      ),
    })
  })

  it.skipIf(windows)('that is killed from outside says by what', async () => {
    const program = `${greeting}; os.kill(os.getpid(), signal.SIGKILL)`
    expect(await endOf({ program })).toMatchObject({
      code: 'MACHINE_LIMIT',
      message: expect.stringContaining('probably because memory ran out (SIGKILL)'),
    })
  })

  it('that fails shows its last lines', async () => {
    const program = `${greeting}; sys.exit('first line\\nNo space left on device')`
    expect(await endOf({ program })).toMatchObject({
      code: 'COMPILE_FAILED',
      message: expect.stringMatching(/at a\.py: .*exit code 1.*first line\r?\nNo space left/s),
    })
  })

  it('that stops early, although all is well, has failed', async () => {
    const program = `${greeting}; os.write(1, b'c')`
    expect(await endOf({ program })).toMatchObject({
      code: 'COMPILE_FAILED',
      message: expect.stringMatching(/at b\/c\.py or soon after: .*exit code 0/),
    })
  })

  it.each([
    ['in the middle of its work', `${greeting}; os.write(1, b'c'); time.sleep(600)`, 'b/c.py'],
    ['before it says a word', 'time.sleep(600)', 'a.py'],
  ])('that hangs %s is ended after a while', async (_, program, file) => {
    expect(await endOf({ program, fileTimeoutMs })).toMatchObject({
      code: 'COMPILE_FAILED',
      message: expect.stringMatching(
        new RegExp(`at ${file} or soon after: .*did not answer for 3 s`),
      ),
      hint: expect.stringContaining('UV_COMPILE_BYTECODE_TIMEOUT'),
    })
  })

  it('that does not end after its work is ended, too', async () => {
    const program = `${greeting}; os.write(1, b'cc'); time.sleep(600)`
    expect(await endOf({ program, fileTimeoutMs })).toMatchObject({ code: 'COMPILE_FAILED' })
  })

  it('may take as long as it wants without a limit, and with one for each file', async () => {
    const slow = 'for byte in (b"c", b"c"): time.sleep(1.8); os.write(1, byte)'
    const program = `${greeting}\n${slow}`
    const limits = [0, fileTimeoutMs]
    const ends = await Promise.all(limits.map(limit => endOf({ program, fileTimeoutMs: limit })))
    expect(ends).toEqual([{}, {}])
  })

  it.each([
    ['another greeting', `os.write(1, b'Python 3.13.5\\n'); sys.stdin.read()`, 'Python 3.13.5'],
    ['an unknown status', `${greeting}; os.write(1, b'cx'); sys.stdin.read()`, '"x"'],
    ['too many answers', `${greeting}; os.write(1, b'ccc'); time.sleep(600)`, '"c"'],
  ])('that answers nonsense (%s) is ended, and quoted', async (_, program, quote) => {
    expect(await endOf({ program })).toMatchObject({
      code: 'COMPILE_FAILED',
      message: expect.stringContaining(`answered with`),
    })
    expect((await endOf({ program })).message).toContain(quote)
  })

  it('runs apart from site, user and environment, in UTF-8, without caches of its own', async () => {
    const program = `
flags = sys.flags
sys.exit(' '.join(map(str, [flags.isolated, flags.no_site, flags.dont_write_bytecode, flags.utf8_mode])))`
    expect((await endOf({ program })).message).toMatch(/\b1 1 (1|True) 1$/)
  })

  it('understands a greeting that comes in pieces', async () => {
    const program = `
for byte in b'compile_stdlib 1\\ncc':
    os.write(1, bytes([byte])); time.sleep(0.01)`
    expect(await endOf({ program })).toEqual({})
  })
})

/** What is wrong, how to make such an interpreter, and a pattern for the message. */
type Broken = [string, () => string | Promise<string>, string]

describe('an interpreter that does not run', () => {
  async function file(name: string, content: string | Uint8Array, mode = 0o755): Promise<string> {
    const program = path.join(folder.path, name)
    await writeFile(program, content, { mode })
    return program
  }

  const everywhere: Broken[] = [
    ['is not there', () => path.join(folder.path, 'missing'), 'ENOENT'],
    ['is a folder', () => folder.path, windows ? 'ENOENT' : 'EACCES'],
  ]
  const posix: Broken[] = [
    ['must not be executed', () => file('forbidden', '', 0o644), 'EACCES'],
    ['is made for another loader', () => file('loader', '#!/no/such/loader\n'), 'ENOENT'],
    ['is of another architecture', foreignProgram, 'exit code|ENOEXEC|ENOENT|system error -8'],
    ['dies at once', () => file('dies', '#!/bin/sh\nkill -ILL $$\n'), 'SIGILL'],
    [
      'has lost its library',
      () => file('lost', '#!/bin/sh\necho No module named encodings >&2; exit 1\n'),
      'exit code 1.*No module named encodings',
    ],
  ]

  it.each(windows ? everywhere : [...everywhere, ...posix])('because it %s', async (...broken) => {
    const [, program, expected] = broken
    const pythonPath = await program()
    const failure = await endOf({ pythonPath })
    expect(failure.message).toMatch(new RegExp(expected, 's'))
    // What the machine refuses is not the interpreter's fault.
    if (/EACCES|SIGILL/.test(expected)) return expect(failure.code).toBe('MACHINE_LIMIT')
    expect(failure).toMatchObject({
      code: 'INTERPRETER_BROKEN',
      hint: expect.stringContaining('architecture'),
    })
    expect(failure.message).toContain(`CPython 3.13.5 does not run on this machine: ${pythonPath}`)
  })

  /** The host's own interpreter, with the word for its processor changed to one that nobody has. */
  async function foreignProgram(): Promise<string> {
    const program = await readFile('/bin/sh')
    program.writeUInt16LE(0xfff0, 18)
    return await file('foreign', program)
  }
})

it('leaves no process behind when this one dies', async () => {
  const script = `
    import { spawn } from 'node:child_process'
    const child = spawn(process.argv[1], process.argv.slice(2), { stdio: ['pipe', 'pipe', 'inherit'] })
    child.stdout.once('data', () => { console.log(child.pid); process.kill(process.pid, 'SIGKILL') })`
  const args = workerArgs({ job: newJob(), workerPath: workerProgram })
  let output = ''
  try {
    const flags = ['--input-type=module', '-e', script]
    execFileSync(process.execPath, [...flags, python, ...args], { encoding: 'utf8' })
  } catch (error) {
    output = String((error as { stdout: unknown }).stdout)
  }
  const pid = Number(output)
  expect(pid).toBeGreaterThan(0)
  await expect.poll(() => isAlive(pid), { timeout: 30_000 }).toBe(false)
})
