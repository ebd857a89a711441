import { chmod, copyFile, mkdir, stat, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { interpreterPaths, isUsualBuild, layoutOf, versionedFolder } from '../domain/layout.ts'
import type { Python } from '../domain/python.ts'
import { CommandError, explainCommand, runCommand } from '../io/command.ts'
import { errorCode } from '../io/files.ts'

export interface Programs {
  readonly root: string
  readonly python: Python
  /** The folder that the installation is going to have. */
  readonly finalPath: string
  readonly env: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

export interface Completion {
  /** How many files there are now that the archive did not have; `null`: nobody has counted. */
  readonly addedFiles: number | null
  /** Why there is no pip, where the distribution cannot give one; a Python without is still one. */
  readonly noPip: string | null
}

/** Makes the programs that people call and an archive lacks: `python`, `python3`, `pip` and so on. */
export async function completePrograms(programs: Programs): Promise<Completion> {
  if (programs.python.implementation === 'pyodide') return { addedFiles: 0, noPip: null }
  const names = await nameInterpreter(programs)
  try {
    const pips = await completePip(programs)
    const versioned = await nameVersioned(programs)
    return { addedFiles: pips === null ? null : names + pips + versioned, noPip: null }
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    return { addedFiles: null, noPip: explainCommand(error) }
  }
}

async function nameInterpreter({ root, python }: Programs): Promise<number> {
  const interpreter = path.join(root, layoutOf(python).executable)
  let added = 0
  for (const name of interpreterPaths(python)) {
    const alias = path.join(root, name)
    if (await isThere(alias)) continue
    await addName(interpreter, alias, python)
    added++
  }
  return added
}

/** Puts the names that say a version into a folder of their own. */
async function nameVersioned({ root, python }: Programs): Promise<number> {
  const folder = versionedFolder(python)
  if (folder === null) return 0
  const { major, minor } = python.version
  const { binFolder } = layoutOf(python)
  await mkdir(path.join(root, folder), { recursive: true })
  let added = 0
  for (const name of [`python${major}.${minor}`, `pip${major}.${minor}`]) {
    const alias = path.join(root, folder, name)
    const program = path.join(root, binFolder, name)
    if (!(await isThere(program)) || (await isThere(alias))) continue
    await addName(program, alias, python)
    added++
  }
  return added
}

/** Another name for a program: a link, or on Windows a copy. */
async function addName(program: string, alias: string, { platform }: Python): Promise<void> {
  if (platform.os === 'windows') await copyFile(program, alias)
  else await symlink(path.relative(path.dirname(alias), program), alias)
}

/** ensurepip unpacks two wheels that lie beside it; it takes seconds even where emulated. */
const pipTimeoutMs = 300_000

/** On Windows a script is a program file, which only pip's own script maker can make. */
const makeWindowsScripts = `
import sys
from pip._vendor.distlib.scripts import ScriptMaker
maker = ScriptMaker(None, sys.argv[1])
# In quotes, as the launcher would take a space for the end of it.
maker.executable, maker.variants, maker.clobber = '"%s"' % sys.argv[2], {''}, True
for name in sys.argv[3:]:
    maker.make(name + ' = pip._internal.cli.main:main')
`

/** How many programs it takes; `null` where another program makes them, and who knows what else. */
async function completePip(programs: Programs): Promise<number | null> {
  const { root, python, finalPath, env, signal } = programs
  const windows = python.platform.os === 'windows'
  const { executable, scriptsFolder } = layoutOf(python)
  const scripts = path.join(root, scriptsFolder)
  const { major, minor } = python.version
  if (await isThere(path.join(scripts, windows ? 'pip.exe' : 'pip'))) return 0
  const versioned = windows && !isUsualBuild(python) ? [] : [`pip${major}.${minor}`]
  const names = ['pip', `pip${major}`, ...versioned]
  const interpreter = path.join(root, executable)
  const run = (args: readonly string[]) => {
    return runCommand(interpreter, ['-I', '-B', ...args], { env, timeoutMs: pipTimeoutMs, signal })
  }
  await mkdir(scripts, { recursive: true })
  if (python.implementation !== 'cpython') await run(['-m', 'ensurepip'])
  if (windows) {
    await run(['-c', makeWindowsScripts, scripts, path.win32.join(finalPath, executable), ...names])
    return null
  }
  let added = 0
  for (const name of names) {
    const script = path.join(scripts, name)
    if (!(await isThere(script))) added++
    await writeFile(script, pipScript(path.posix.basename(executable)))
    await chmod(script, 0o755)
  }
  return python.implementation === 'cpython' ? added : null
}

/**
 * A pip that works wherever the folder lies, from staging on: a script of the shell, which starts
 * it again as one of Python. As those that pip makes, and unlike `-m pip`, it takes no module
 * from the working directory.
 */
function pipScript(interpreter: string): string {
  return `#!/bin/sh
'''exec' "$(dirname "$(realpath "$0")")/${interpreter}" "$0" "$@"
' '''
import sys
from pip._internal.cli.main import main
sys.exit(main())
`
}

async function isThere(file: string): Promise<boolean> {
  try {
    await stat(file)
    return true
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}
