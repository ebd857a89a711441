import { AsyncLocalStorage } from 'node:async_hooks'

/** A line that a library meant for the job's log. */
export interface OutputLine {
  /** Whether it is for those who debug only. */
  readonly isDebug: boolean
  readonly text: string
}

const takers = new AsyncLocalStorage<(text: string) => void>()
let installed = false

/**
 * Does work of a library that writes to stdout as it goes: `take` gets what that work writes, and
 * the log gets none of it. What is written at the same time by others, or by `take`, goes its
 * usual way.
 */
export function captureOutput<T>(take: (text: string) => void, work: () => T): T {
  if (!installed) install()
  return takers.run(take, work)
}

/** Once for the process: the calls run side by side, and end in any order. */
function install(): void {
  installed = true
  const write = process.stdout.write.bind(process.stdout) as (...args: unknown[]) => boolean
  process.stdout.write = (chunk: string | Uint8Array, ...rest: unknown[]) => {
    const take = takers.getStore()
    if (take === undefined) return write(chunk, ...rest)
    // What it makes of that, it may write itself.
    takers.exit(take, Buffer.from(chunk).toString())
    return true
  }
}

/**
 * Resolves when the reader of stdout has taken everything, or is gone. A process that exits earlier
 * loses what does not fit into the pipe, and the last line is the one that matters most.
 */
export async function drainOutput(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  process.stdout.write('', () => resolve())
  await promise
}

/** The lines of what a library wrote, its commands for the runner as plain text; pure. */
export function readLines(text: string): readonly OutputLine[] {
  return text
    .split(/\r?\n/)
    .filter(line => line !== '' && !line.startsWith('::add-mask::'))
    .map(readLine)
}

function readLine(line: string): OutputLine {
  const command = /^::(debug|notice|warning|error)::(.*)$/.exec(line)
  if (command === null) return { isDebug: false, text: line }
  const [, level, message = ''] = command
  const text = message.replaceAll('%0D', '').replaceAll('%0A', ' ').replaceAll('%25', '%')
  return { isDebug: level === 'debug', text }
}
