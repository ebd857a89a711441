import { open, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { CommandError, type CommandOptions, explainCommand, runCommand } from '../io/command.ts'
import { messageOf } from '../io/error-message.ts'
import { surveyFolder } from '../io/survey-folder.ts'
import { environmentLayout } from './layout.ts'
import { type EnvironmentRecord, readRecord, recordName } from './record.ts'

export interface EnvironmentCheck extends Pick<CommandOptions, 'env' | 'signal'> {
  readonly folder: string
  /** The key that it should have been made for. */
  readonly key: string
  /** The folder of the interpreter that it belongs to. */
  readonly home: string
}

const startTimeoutMs = 60_000

/**
 * Checks that an environment is whole, of this key and interpreter, and runs: its record if so, else
 * a clause that says what is wrong. Throws only the signal's reason.
 */
export async function checkEnvironment(
  check: EnvironmentCheck,
): Promise<EnvironmentRecord | { readonly fault: string }> {
  const { folder, key, home, env, signal } = check
  const record = await readRecord(folder)
  if (record === null) return { fault: 'it is not complete' }
  if (record.key !== key) return { fault: 'it was made for something else' }
  try {
    const found = readHome(await readFile(path.join(folder, 'pyvenv.cfg'), 'utf8'))
    if (found !== home) return { fault: `it belongs to the Python in ${found ?? 'no folder'}` }
    const stray = await findStrayProgram(folder)
    if (stray !== null) return { fault: `its program ${stray} belongs to another environment` }
    const { digest, caches } = surveyFolder(folder, [recordName])
    if (digest !== record.digest) return { fault: 'its files are not those that were saved' }
    if (caches < record.caches) return { fault: 'bytecode is missing' }
    const { python } = environmentLayout(folder)
    const question = 'import sys; print(sys.prefix)'
    await runCommand(python, ['-I', '-B', '-c', question], {
      env,
      signal,
      timeoutMs: startTimeoutMs,
    })
    return record
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof CommandError) return { fault: `its Python ${explainCommand(error)}` }
    return { fault: messageOf(error) }
  }
}

/** The folder of the interpreter that a `pyvenv.cfg` names; `null` where it names none. */
export function readHome(configuration: string): string | null {
  return /^\s*home\s*=\s*(.*?)\s*$/m.exec(configuration)?.[1] ?? null
}

/** A program whose first line names a Python of elsewhere: the environment has been moved. */
async function findStrayProgram(folder: string): Promise<string | null> {
  const { programs } = environmentLayout(folder)
  for (const entry of await readdir(programs, { withFileTypes: true })) {
    if (!entry.isFile()) continue
    const interpreter = readInterpreter(await readStart(path.join(programs, entry.name)))
    if (interpreter !== null && path.dirname(interpreter) !== programs) return entry.name
  }
  return null
}

/**
 * The absolute path of a Python in a script's first line, or in its second one, where a shell has to start
 * what is too long for the first or has spaces; `null` where it names none.
 */
export function readInterpreter(start: string): string | null {
  const lines = /^#!(?:\s*\/bin\/sh\r?\n'''exec')?\s*"?(\/[^"\n]*?\/(?:python|pypy)[\w.]*)"?(?=\s)/
  return lines.exec(start)?.[1] ?? null
}

async function readStart(file: string): Promise<string> {
  await using handle = await open(file)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0)
  return buffer.toString('latin1', 0, bytesRead)
}
