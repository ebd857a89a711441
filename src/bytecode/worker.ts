import path from 'node:path'
import type { SourceFile } from '../domain/bytecode.ts'
import type { ActionError } from '../domain/errors.ts'
import { startChild } from '../io/child.ts'
import type { CompileJob, SourceStatus } from './compile-job.ts'
import type { Trouble } from './failure.ts'
import { compileFailure } from './failure.ts'

const greeting = Buffer.from('compile_stdlib 1\n')

const statuses: ReadonlyMap<number, SourceStatus> = new Map([
  [0x63, 'compiled'],
  [0x6b, 'unchanged'],
  [0x62, 'busy'],
  [0x75, 'uncompilable'],
  [0x6d, 'out-of-memory'],
])

/** How long a worker may go on after `kill`, where it must not be stopped in the middle of a file. */
const graceMs = 4_000

export interface WorkerOptions {
  readonly job: CompileJob
  /** The program that the interpreter runs: `compile_stdlib.py`. */
  readonly workerPath: string
  /** The longest silence while there is work; 0 is no limit. */
  readonly fileTimeoutMs: number
  readonly env: Readonly<Record<string, string>>
  readonly onStatus: (status: SourceStatus, source: SourceFile) => void
}

/** One process that compiles what it is sent, in that order. */
export interface Worker {
  send(sources: readonly SourceFile[]): void
  /** Nothing more will be sent: it ends once it is done. */
  finish(): void
  kill(): void
  /** Resolves when the process is gone: with `null` if all went well or `kill` was called. */
  readonly ended: Promise<ActionError | null>
}

/** Starts the interpreter of a job as a worker. */
export function startWorker(options: WorkerOptions): Worker {
  const { job, fileTimeoutMs, onStatus } = options
  const child = startChild({ file: job.pythonPath, args: workerArgs(options), env: options.env })
  const inFlight: SourceFile[] = []
  let greeted = 0
  let killed = false
  let failure: ActionError | null = null

  const describe = (trouble: Trouble): ActionError =>
    compileFailure({ job, trouble, source: inFlight[0], stderr: child.stderrTail() })

  const fail = (trouble: Trouble): void => {
    failure ??= describe(trouble)
    child.kill()
  }

  const watchdog =
    fileTimeoutMs === 0
      ? null
      : setTimeout(() => fail({ kind: 'silent', timeoutMs: fileTimeoutMs }), fileTimeoutMs)

  /** What the bytes say, or what is wrong with them. */
  const read = (bytes: Buffer): Trouble | null => {
    for (const [index, byte] of bytes.entries()) {
      if (greeted < greeting.length) {
        if (byte !== greeting[greeted]) return { kind: 'garbage', bytes }
        greeted += 1
        continue
      }
      const status = statuses.get(byte)
      const source = status === undefined ? undefined : inFlight.shift()
      if (status === undefined || source === undefined) {
        return { kind: 'garbage', bytes: bytes.subarray(index) }
      }
      onStatus(status, source)
    }
    return null
  }
  child.stdout.on('data', (bytes: Buffer) => {
    if (killed || failure !== null) return
    watchdog?.refresh()
    const trouble = read(bytes)
    if (trouble !== null) fail(trouble)
  })

  const ended = child.ended.then(end => {
    if (watchdog !== null) clearTimeout(watchdog)
    if (killed || failure !== null) return failure
    if (greeted < greeting.length) return describe({ kind: 'not-running', end })
    if (end.kind === 'exited' && end.code === 0 && inFlight.length === 0) return null
    return describe({ kind: 'ended', end })
  })

  return {
    send(sources) {
      inFlight.push(...sources)
      child.stdin.write(encodeNames(sources))
    },
    finish: () => void child.stdin.end(),
    kill() {
      killed = true
      if (!job.published) return child.kill()
      // A tree that stays: half a cache would stay in it. What it was sent is done in no time.
      child.stdin.end()
      setTimeout(() => child.kill(), graceMs).unref()
    },
    ended,
  }
}

/** The interpreter's arguments; the environment has no part in what it does then. */
export function workerArgs({
  job,
  workerPath,
}: Pick<WorkerOptions, 'job' | 'workerPath'>): string[] {
  // -I: no PYTHON* variables, no user site. -S: no site. -B: writes no caches but those it is asked for.
  // utf8: file names mean the same in every locale.
  const flags = ['-I', '-S', '-B', '-X', 'utf8']
  return [
    ...flags,
    workerPath,
    job.mode,
    // Windows: the form of a path that may be longer than 260 characters.
    path.toNamespacedPath(path.resolve(job.root)) + path.sep,
    path.resolve(job.finalPath) + path.sep,
    job.published ? 'atomic' : 'direct',
  ]
}

function encodeNames(sources: readonly SourceFile[]): string {
  return sources.map(source => `${source.path}\0`).join('')
}
