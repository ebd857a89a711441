import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Readable, Writable } from 'node:stream'

export interface ChildOptions {
  readonly file: string
  readonly args: readonly string[]
  /** All of its environment. */
  readonly env: Readonly<Record<string, string>>
}

/** How a child process came to its end. */
export type ChildEnd =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'killed'; readonly signal: NodeJS.Signals }
  | { readonly kind: 'not-started'; readonly error: Error }

/** What the event `exit` tells of a process. */
export function endOf(code: number | null, signal: NodeJS.Signals | null): ChildEnd {
  return signal === null ? { kind: 'exited', code: code ?? -1 } : { kind: 'killed', signal }
}

/** What was thrown, or told later, in place of a process. */
export function notStartedBy(reason: unknown): ChildEnd {
  const error = reason instanceof Error ? reason : new Error(String(reason))
  return { kind: 'not-started', error }
}

/** The system's code where a process was not started (`EAGAIN`); else `null`. */
export function startCode(end: ChildEnd): string | null {
  if (end.kind !== 'not-started') return null
  return 'code' in end.error && typeof end.error.code === 'string' ? end.error.code : null
}

/** The signal that ended a process; else `null`. */
export function endSignal(end: ChildEnd): string | null {
  return end.kind === 'killed' ? end.signal : null
}

/** What became of a process, after its name. */
export function describeEnd(end: ChildEnd): string {
  switch (end.kind) {
    case 'exited':
      return `ended with exit code ${end.code}`
    case 'killed':
      return `was ended by ${end.signal}`
    case 'not-started':
      return `cannot be started (${end.error.message})`
  }
}

/** A running process that one talks with. */
export interface Child {
  readonly stdin: Writable
  readonly stdout: Readable
  /** Resolves, never rejects, when the process is gone and what it printed has been read. */
  readonly ended: Promise<ChildEnd>
  /** The last lines that it wrote to stderr so far. */
  stderrTail(): string
  kill(): void
}

const stderrTailLength = 4_000
const drainTimeoutMs = 500

/** Starts a program, without a shell, for a conversation over its stdin and stdout; never throws. */
export function startChild({ file, args, env }: ChildOptions): Child {
  let child: ChildProcess
  try {
    child = spawn(file, args, { env, stdio: 'pipe', windowsHide: true })
  } catch (error) {
    // Some systems refuse at once what is no program, or one of another processor.
    return notStarted(Promise.resolve(error))
  }
  // Where no more files can be opened, there are no pipes, and an `error` comes later.
  return hasPipes(child) ? follow(child) : notStarted(once(child, 'error').then(([error]) => error))
}

function hasPipes(child: ChildProcess): child is ChildProcessWithoutNullStreams {
  return Boolean(child.stdin && child.stdout && child.stderr)
}

function notStarted(reason: Promise<unknown>): Child {
  const closed = Object.assign(new Error('there is no such process'), { code: 'EPIPE' })
  const stdin = new Writable({ write: (_chunk, _encoding, done) => done(closed) })
  return {
    stdin: stdin.on('error', () => {}),
    stdout: Readable.from([]),
    ended: reason.then(notStartedBy),
    stderrTail: () => '',
    kill: () => {},
  }
}

function follow(child: ChildProcessWithoutNullStreams): Child {
  let tail = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-stderrTailLength)
  })
  // Writing to a process that is gone: `ended` says so, and says more.
  child.stdin.on('error', () => {})

  const ended = new Promise<ChildEnd>(resolve => {
    child.once('error', error => {
      // Also raised where a kill fails; then an exit is still to come.
      if (child.pid === undefined) resolve(notStartedBy(error))
    })
    child.once('exit', (code, signal) => {
      // Its last words may still be in the pipes. A grandchild can hold those open for ever.
      const drain = setTimeout(() => {
        child.stdout.destroy()
        child.stderr.destroy()
      }, drainTimeoutMs)
      child.once('close', () => {
        clearTimeout(drain)
        resolve(endOf(code, signal))
      })
    })
  })

  return {
    stdin: child.stdin,
    stdout: child.stdout,
    ended,
    stderrTail: () => tail.trim(),
    kill: () => void child.kill('SIGKILL'),
  }
}
