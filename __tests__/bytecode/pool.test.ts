import { getEventListeners } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CompileJob } from '../../src/bytecode/compile-job.ts'
import { type CompilePool, createCompilePool } from '../../src/bytecode/pool.ts'
import { workerProgram } from '../support/interpreters.ts'
import { findInterpreters } from '../support/pack-python.ts'
import { isAlive } from '../support/processes.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/shared.ts'
import { childEnv } from '../support/unpacked-python.ts'

const interpreters = await findInterpreters()

let folder: TemporaryFolder
let controller: AbortController
let pools: CompilePool[]
let count = 0
beforeAll(async () => {
  folder = await temporaryFolder('pool')
})
afterAll(() => folder.remove())
beforeEach(() => {
  controller = new AbortController()
  pools = []
})
afterEach(() => Promise.all(pools.map(pool => pool.close())))

/**
 * A program around the worker that keeps a book of who is alive: a line when it starts, one when
 * it ends, one for each source.
 */
async function bookkeeper(extra = ''): Promise<{ workerPath: string; book: string }> {
  count += 1
  const book = path.join(folder.path, `book-${count}`)
  const workerPath = path.join(folder.path, `worker-${count}.py`)
  await writeFile(book, '')
  await writeFile(
    workerPath,
    `
import os, sys, time
path = ${JSON.stringify(book)}
book = os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, 'O_BINARY', 0))
def note(word):
    # One after the other: to append is two steps on Windows, and the order across processes counts.
    while True:
        try: os.mkdir(path + '.lock')
        except OSError: time.sleep(0.001)
        else: break
    try: os.write(book, ('%s %s\\n' % (os.getpid(), word)).encode())
    finally: os.rmdir(path + '.lock')
note('start')
source = open(${JSON.stringify(workerProgram)}).read().replace('__main__', 'no')
exec(compile(source, 'worker', 'exec'))
compile_it = compile_source
def compile_source(source, *rest):
    ${extra}
    status = compile_it(source, *rest)
    note(os.path.basename(source))
    return status
try: main()
finally: note('end')
`,
  )
  return { workerPath, book }
}

/** The book's lines: process and word. */
async function linesOf(book: string): Promise<readonly (readonly [string, string])[]> {
  const lines = (await readFile(book, 'utf8')).split('\n').filter(line => line !== '')
  return lines.map(line => line.split(' ') as [string, string])
}

function mostAlive(lines: readonly (readonly [string, string])[]): number {
  let alive = 0
  let most = 0
  for (const [, word] of lines) {
    if (word === 'start') alive += 1
    if (word === 'end') alive -= 1
    most = Math.max(most, alive)
  }
  return most
}

function pool(options: { slots: number; workerPath?: string }): CompilePool {
  const created = createCompilePool({
    fileTimeoutMs: 60_000,
    env: childEnv,
    signal: controller.signal,
    ...options,
  })
  pools.push(created)
  return created
}

/** A tree of sources, each with a number in its name and about as large as asked. */
async function makeJob(
  sizes: readonly number[],
  job: Partial<CompileJob> = {},
): Promise<CompileJob> {
  count += 1
  const root = path.join(folder.path, `tree-${count}`)
  await mkdir(root)
  const sources = sizes.map((sizeBytes, index) => ({ path: `m${count}_${index}.py`, sizeBytes }))
  for (const { path: name, sizeBytes } of sources) {
    await writeFile(path.join(root, name), 'x = 1\n'.repeat(sizeBytes / 6))
  }
  return {
    label: `job ${count}`,
    pythonPath: interpreters[0]?.executable ?? 'python3',
    root,
    finalPath: root,
    mode: 'timestamp',
    published: false,
    sources,
    ...job,
  }
}

const many = (number: number, sizeBytes = 6000) => Array.from({ length: number }, () => sizeBytes)

/** Python: as a worker that has no memory for a source, the first time or always. */
const hungry = (when: string) =>
  `if source.endswith('_3.py') and ${when}: open(path + '.met', 'w').close(); return b'm'`

describe('a source that a worker has no memory for', () => {
  it('goes to another worker, once more', async () => {
    const { workerPath, book } = await bookkeeper(hungry("not os.path.exists(path + '.met')"))
    const { compile } = pool({ slots: 1, workerPath })
    const job = await makeJob(many(6))
    expect(await compile(job)).toMatchObject({ compiled: 6, uncompilable: 0 })
    const lines = await linesOf(book)
    const [pid] = lines.find(([, word]) => word.endsWith('_3.py')) ?? []
    expect(
      lines
        .filter(([, word]) => word === 'start')
        .map(([of]) => of)
        .indexOf(pid ?? ''),
    ).toBe(1)
  })

  it('is no property of the source: where it happens twice, the job fails', async () => {
    const { workerPath } = await bookkeeper(hungry('True'))
    const { compile } = pool({ slots: 2, workerPath })
    await expect(compile(await makeJob(many(6)))).rejects.toMatchObject({
      code: 'MACHINE_LIMIT',
      message: expect.stringContaining('not have enough memory'),
    })
  })
})

describe('a pool', () => {
  it('keeps as many workers as it has slots, and no more, whoever they work for', async () => {
    const { workerPath, book } = await bookkeeper()
    const { compile } = pool({ slots: 3, workerPath })
    const jobs = await Promise.all(
      Array.from({ length: 9 }, (_, index) => {
        const pythonPath = interpreters[index % interpreters.length]?.executable ?? 'python3'
        return makeJob(many(40 + index), { pythonPath })
      }),
    )
    const outcomes = await Promise.all(jobs.map(compile))
    expect(outcomes.map(({ compiled }) => compiled)).toEqual(jobs.map(job => job.sources.length))
    for (const { startedAtMs, finishedAtMs } of outcomes) {
      expect(finishedAtMs).toBeGreaterThan(startedAtMs)
    }
    const lines = await linesOf(book)
    expect(mostAlive(lines)).toBe(3)
    const compiled = lines.map(([, word]) => word).filter(word => word.endsWith('.py'))
    const expected = jobs.flatMap(({ sources }) => sources.map(({ path: name }) => name))
    expect(compiled.toSorted()).toEqual(expected.toSorted())
  })

  it('has compiled an installation before it turns to the next one', async () => {
    const { workerPath, book } = await bookkeeper()
    const { compile } = pool({ slots: 1, workerPath })
    const jobs = [await makeJob(many(50)), await makeJob(many(50))]
    const [first, second] = await Promise.all(jobs.map(compile))
    expect(first?.finishedAtMs).toBeLessThanOrEqual(second?.startedAtMs ?? 0)
    expect((await linesOf(book)).filter(([, word]) => word === 'start')).toHaveLength(2)
  })

  it('begins with the largest source and ends with the smallest', async () => {
    const { workerPath, book } = await bookkeeper()
    const sizes = [600, 60_000, 6000, 6, 30_000, 60]
    const job = await makeJob(sizes)
    await pool({ slots: 1, workerPath }).compile(job)
    const done = (await linesOf(book)).flatMap(([, word]) => /_(\d)\.py$/.exec(word)?.[1] ?? [])
    expect(done.map(index => sizes[Number(index)])).toEqual(sizes.toSorted((a, b) => b - a))
  })

  it('starts one worker for what one can do in no time', async () => {
    const { workerPath, book } = await bookkeeper()
    await pool({ slots: 8, workerPath }).compile(await makeJob(many(10, 60)))
    expect((await linesOf(book)).filter(([, word]) => word === 'start')).toHaveLength(1)
  })

  it('shares the work: none has much left when another one is out of it', async () => {
    const { workerPath, book } = await bookkeeper('time.sleep(0.005)')
    await pool({ slots: 2, workerPath }).compile(await makeJob(many(200, 3000)))
    const lines = await linesOf(book)
    const firstEnd = lines.findIndex(([, word]) => word === 'end')
    expect(lines.length - firstEnd).toBeLessThan(20)
  })

  it('starts no worker where there is nothing to compile', async () => {
    const { workerPath, book } = await bookkeeper()
    const outcome = await pool({ slots: 2, workerPath }).compile(await makeJob([]))
    expect(outcome).toMatchObject({ compiled: 0, unchanged: 0, uncompilable: 0 })
    expect(outcome.finishedAtMs).toBe(outcome.startedAtMs)
    expect(await linesOf(book)).toEqual([])
  })

  it('does not mistake for an answer what something prints', async () => {
    const { workerPath } = await bookkeeper("os.write(1, b'ccc'); print('uuu', flush=True)")
    const outcome = await pool({ slots: 1, workerPath }).compile(await makeJob(many(3)))
    expect(outcome).toMatchObject({ compiled: 3, unchanged: 0, uncompilable: 0 })
  })

  it('lets one job fail and the others go on', async () => {
    const { compile } = pool({ slots: 2 })
    const broken = await makeJob(many(40))
    const missing = { path: 'missing.py', sizeBytes: 1e6 }
    const jobs = [
      await makeJob(many(40)),
      { ...broken, sources: [...broken.sources, missing] },
      await makeJob(many(40), { pythonPath: path.join(folder.path, 'no-python') }),
      await makeJob(many(40)),
    ]
    const results = await Promise.allSettled(jobs.map(compile))
    expect(results).toMatchObject([
      { status: 'fulfilled', value: { compiled: 40 } },
      { status: 'rejected', reason: { code: 'COMPILE_FAILED' } },
      { status: 'rejected', reason: { code: 'INTERPRETER_BROKEN' } },
      { status: 'fulfilled', value: { compiled: 40 } },
    ])
  })
})

describe('when it is over', () => {
  /** Two jobs of which the second has to wait, with workers that get stuck on their first source. */
  async function stuck() {
    const { workerPath, book } = await bookkeeper("note('stuck'); time.sleep(600)")
    const created = pool({ slots: 2, workerPath })
    const jobs = [await makeJob(many(90)), await makeJob(many(90))]
    const settled = Promise.allSettled(jobs.map(job => created.compile(job)))
    const words = async () => (await linesOf(book)).map(([, word]) => word)
    await expect
      .poll(async () => (await words()).filter(word => word === 'stuck').length, {
        timeout: 60_000,
      })
      .toBe(2)
    return { created, settled, pids: (await linesOf(book)).map(([pid]) => Number(pid)), jobs, book }
  }

  it('an abort ends all workers, and every job with its reason', async () => {
    const { settled, pids, created, jobs, book } = await stuck()
    const reason = new Error('the download failed')
    controller.abort(reason)
    expect(await settled).toEqual([
      { status: 'rejected', reason },
      { status: 'rejected', reason },
    ])
    expect(pids.filter(isAlive)).toEqual([])
    await expect(created.compile(jobs[0] as CompileJob)).rejects.toBe(reason)
    expect(new Set((await linesOf(book)).map(([pid]) => pid)).size).toBe(2)
    for (const { root } of jobs) expect(await readdir(root)).not.toContain('__pycache__')
  })

  it('closing ends all workers, and waits until they are gone', async () => {
    const { settled, pids, created, jobs } = await stuck()
    await created.close()
    expect(pids.filter(isAlive)).toEqual([])
    expect(await settled).toMatchObject(
      [0, 1].map(() => ({ status: 'rejected', reason: { code: 'CANCELLED' } })),
    )
    await created.close()
    await expect(created.compile(jobs[0] as CompileJob)).rejects.toMatchObject({
      code: 'CANCELLED',
    })
  })

  it('a pool that was aborted before takes no job', async () => {
    const reason = new Error('over')
    controller.abort(reason)
    await expect(pool({ slots: 2 }).compile(await makeJob(many(2)))).rejects.toBe(reason)
  })

  it('nothing holds on to the signal', async () => {
    const created = pool({ slots: 2 })
    const listeners = () => getEventListeners(controller.signal, 'abort').length
    const compiled = created.compile(await makeJob(many(2)))
    expect(listeners()).toBeGreaterThan(0)
    await compiled
    await created.close()
    expect(listeners()).toBe(0)
  })
})
