import { chmod, copyFile, open, stat } from 'node:fs/promises'
import path from 'node:path'
import { pythonSuffix } from '../domain/layout.ts'
import { machInstallName } from '../domain/mach-o.ts'
import type { Python } from '../domain/python.ts'
import { CommandError, type CommandOptions, explainCommand, runCommand } from '../io/command.ts'
import { errorCode, removeTree, renamePatiently } from '../io/files.ts'

export interface LibraryToName {
  /** Where the tree lies now. */
  readonly root: string
  readonly python: Python
  readonly finalPath: string
  readonly env: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

const timeoutMs = 60_000
/** Its load commands take a few kilobytes. */
const headBytes = 64 * 1024

/**
 * Gives macOS' libpython the name of the place that it is going to have: builds before 2025-12 name
 * the place where they were built, and programs that embed Python would look for it there. What
 * stood in the way is returned, not thrown: Python itself runs without.
 */
export async function nameLibrary(library: LibraryToName): Promise<string | null> {
  const { root, python, finalPath, env, signal } = library
  if (python.implementation !== 'cpython' || python.platform.os !== 'darwin') return null
  const name = path.posix.join('lib', `libpython${pythonSuffix(python)}.dylib`)
  const file = path.join(root, name)
  const found = machInstallName(await readHead(file))
  if (found === null || !path.posix.isAbsolute(found)) return null
  // The name is signed with the rest: changed and not signed again, no program could load it.
  const draft = `${file}.named`
  const { mode } = await stat(file)
  await copyFile(file, draft)
  await chmod(draft, mode | 0o200)
  try {
    for (const [program, ...args] of [
      ['install_name_tool', '-id', path.posix.join(finalPath, name), draft],
      ['codesign', '--sign', '-', '--force', draft],
    ] as const) {
      const fault = await run(program, args, { env, timeoutMs, signal })
      if (fault !== null) return fault
    }
    await chmod(draft, mode)
    await renamePatiently(draft, file)
    return null
  } finally {
    await removeTree(draft)
  }
}

async function run(
  program: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<string | null> {
  try {
    await runCommand(program, args, options)
    return null
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    return `${program} ${explainCommand(error)}`
  }
}

async function readHead(file: string): Promise<Uint8Array> {
  try {
    await using handle = await open(file)
    const { buffer, bytesRead } = await handle.read(new Uint8Array(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return new Uint8Array()
    throw error
  }
}
