import path from 'node:path'
import type { CompileOutcome, SourceFile } from '../domain/bytecode.ts'
import { ActionError } from '../domain/errors.ts'
import type { CompileJob, FinalStatus } from './compile-job.ts'
import { compileFailure } from './failure.ts'
import type { Worker } from './worker.ts'
import { startWorker } from './worker.ts'

export interface CompilePoolOptions {
  /** How many workers may be alive at a time, of all interpreters together. */
  readonly slots: number
  /** The longest that one file may take; 0 is no limit. */
  readonly fileTimeoutMs: number
  /** The whole environment of the workers. */
  readonly env: Readonly<Record<string, string>>
  /** Ends all workers; jobs reject with its reason. */
  readonly signal: AbortSignal
  readonly workerPath?: string
}

export interface CompilePool {
  /**
   * Gives every source of an installation a valid cache. Settles when no process works on it any
   * more, so that its folder can be renamed or deleted, also where that fails.
   *
   * @throws ActionError COMPILE_FAILED, or INTERPRETER_BROKEN where the interpreter does not run.
   */
  compile(job: CompileJob): Promise<CompileOutcome>
  /** Ends all workers and waits until they are gone. Jobs under way reject. */
  close(): Promise<void>
}

/**
 * What a worker has before it, in bytes of source: much at first (about 80 ms), so that none runs
 * dry while this process has other things to do; less and less towards the end, so that none sits
 * on what others could do.
 */
const windowBytes = { most: 512_000, least: 16_000 }
/** What a file costs besides its bytes, as if it were bytes. */
const bytesPerFile = 2_000
/** A job with less to do than what starting another worker costs gets none. */
const workerWorthBytes = 100_000

/** A job on its way: what is left of it, who works on it, what came of it. */
interface Run {
  readonly job: CompileJob
  /** Largest first: what is done last is short, and all workers end at about the same time. */
  readonly sources: SourceFile[]
  /** Those that a worker had no memory for: another one gets them once more. */
  readonly starved: Set<SourceFile>
  readonly workers: Set<Worker>
  readonly counts: Record<FinalStatus, number>
  readonly settle: PromiseWithResolvers<CompileOutcome>
  doneFiles: number
  /** Index of the first source that no worker has. */
  next: number
  bytesLeft: number
  startedAtMs: number | null
  failure: { readonly reason: unknown } | null
}

/** Makes a pool of compile workers, for all installations of a step. */
export function createCompilePool(options: CompilePoolOptions): CompilePool {
  const { slots, fileTimeoutMs, env, signal } = options
  const workerPath = options.workerPath ?? path.join(import.meta.dirname, 'compile_stdlib.py')
  const runs = new Set<Run>()
  const workers = new Set<Worker>()
  let closed: { readonly reason: unknown } | null = null

  /** First come, first served: the sooner an installation is whole, the sooner it is published. */
  function fillSlots(): void {
    for (const run of runs) {
      while (workers.size < slots && wantsWorker(run)) addWorker(run)
    }
  }

  function addWorker(run: Run): void {
    let pendingBytes = 0
    /** Gets no more: its memory is spent. */
    let isSpent = false
    const worker = startWorker({
      job: run.job,
      workerPath,
      fileTimeoutMs,
      env,
      onStatus(status, source) {
        if (status === 'out-of-memory') return tryAgain(source)
        run.counts[status] += 1
        run.doneFiles += 1
        run.job.onProgress?.(run.doneFiles, run.sources.length)
        pendingBytes -= cost(source)
        if (pendingBytes < windowFor(run) / 2) feed()
      },
    })
    function tryAgain(source: SourceFile): void {
      if (run.starved.has(source)) {
        const trouble = { kind: 'out-of-memory' } as const
        fail(run, compileFailure({ job: run.job, trouble, source, stderr: '' }))
        return
      }
      run.starved.add(source)
      run.sources.push(source)
      run.bytesLeft += cost(source)
      isSpent = true
      worker.finish()
    }
    function feed(): void {
      if (isSpent) return
      const batch = takeBatch(run, windowFor(run) - pendingBytes)
      if (batch.length === 0) return
      pendingBytes += batch.reduce((sum, source) => sum + cost(source), 0)
      worker.send(batch)
      if (isHandedOut(run)) for (const each of run.workers) each.finish()
    }
    workers.add(worker)
    run.workers.add(worker)
    run.startedAtMs ??= performance.now()
    feed()
    void worker.ended.then(failure => {
      workers.delete(worker)
      run.workers.delete(worker)
      if (failure !== null) fail(run, failure)
      if (run.workers.size === 0) settle(run)
      fillSlots()
    })
  }

  function windowFor({ bytesLeft }: Run): number {
    const share = bytesLeft / (2 * slots)
    return Math.max(windowBytes.least, Math.min(windowBytes.most, share))
  }

  function fail(run: Run, reason: unknown): void {
    run.failure ??= { reason }
    for (const worker of run.workers) worker.kill()
  }

  function settle(run: Run): void {
    if (run.failure === null && !isHandedOut(run)) return
    runs.delete(run)
    const finishedAtMs = performance.now()
    const startedAtMs = run.startedAtMs ?? finishedAtMs
    if (run.failure === null) run.settle.resolve({ ...run.counts, startedAtMs, finishedAtMs })
    else run.settle.reject(run.failure.reason)
  }

  function shutDown(reason: unknown): void {
    closed ??= { reason }
    for (const run of runs) {
      fail(run, reason)
      if (run.workers.size === 0) settle(run)
    }
  }

  const onAbort = (): void => shutDown(signal.reason)
  if (signal.aborted) onAbort()
  else signal.addEventListener('abort', onAbort, { once: true })

  return {
    async compile(job) {
      if (closed !== null) throw closed.reason
      const run = newRun(job)
      runs.add(run)
      if (isHandedOut(run)) settle(run)
      else fillSlots()
      return await run.settle.promise
    },
    async close() {
      signal.removeEventListener('abort', onAbort)
      shutDown(poolClosed())
      await Promise.all([...workers].map(worker => worker.ended))
    },
  }
}

function newRun(job: CompileJob): Run {
  const sources = job.sources.toSorted((a, b) => b.sizeBytes - a.sizeBytes)
  return {
    job,
    sources,
    starved: new Set(),
    workers: new Set(),
    counts: { compiled: 0, unchanged: 0, busy: 0, uncompilable: 0 },
    settle: Promise.withResolvers(),
    doneFiles: 0,
    next: 0,
    bytesLeft: sources.reduce((sum, source) => sum + cost(source), 0),
    startedAtMs: null,
    failure: null,
  }
}

function wantsWorker(run: Run): boolean {
  if (run.failure !== null || isHandedOut(run)) return false
  return run.workers.size === 0 || run.bytesLeft > workerWorthBytes
}

/** Takes sources off a run until they weigh as much as there is room for. */
function takeBatch(run: Run, roomBytes: number): readonly SourceFile[] {
  const batch: SourceFile[] = []
  let takenBytes = 0
  for (let source = run.sources[run.next]; source !== undefined; source = run.sources[run.next]) {
    if (takenBytes >= roomBytes) break
    batch.push(source)
    takenBytes += cost(source)
    run.next += 1
  }
  run.bytesLeft -= takenBytes
  return batch
}

function isHandedOut(run: Run): boolean {
  return run.next === run.sources.length
}

function cost(source: SourceFile): number {
  return source.sizeBytes + bytesPerFile
}

function poolClosed(): ActionError {
  return new ActionError({
    code: 'CANCELLED',
    message: 'Compiling the standard library was cancelled',
    hint: 'Something else in this step failed, or the job was cancelled.',
  })
}
