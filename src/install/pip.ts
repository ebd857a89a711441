import { readdir, realpath, rm } from 'node:fs/promises'
import path from 'node:path'
import { ActionError } from '../domain/errors.ts'
import { layoutOf } from '../domain/layout.ts'
import { isPipVersion } from '../domain/pip-version.ts'
import { describePython, type Python } from '../domain/python.ts'
import { CommandError, explainCommand, runCommand } from '../io/command.ts'
import { isInside } from '../io/files.ts'
import type { Variables } from '../io/process-environment.ts'
import { configurationEnvironment, indexSettings, readPipConfiguration } from './pip-settings.ts'

/** A download of two megabytes, from an index that may be slow. */
const pipTimeoutMs = 300_000

/** Bytecode is compiled later, of everything at once, or not at all. */
const options = ['--disable-pip-version-check', '--no-warn-script-location', '--no-compile']

export interface PipInstall {
  /** The tree that gets it, in staging. */
  readonly root: string
  readonly python: Python
  /** As in `pip==25.1`. */
  readonly version: string
  /** The variables of the job. */
  readonly jobEnv: Variables
  /** The whole environment that any program gets. */
  readonly env: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

/**
 * Installs a version of pip into a tree that nobody uses yet, and returns the version that is there
 * then. What the job has set for pip decides where it comes from, but not whether and where it is
 * installed. Throws an `ActionError`, or the signal's reason.
 */
export async function installPip(install: PipInstall): Promise<string> {
  const { python, version } = install
  try {
    if ((await findPip(install)) === null) await run(install, ['-m', 'ensurepip'])
    if (!isWanted(await findPip(install), version)) {
      const settings = await settingsFor(install)
      const env = { ...install.env, ...settings }
      await run({ ...install, env }, [
        '-m',
        'pip',
        'install',
        '--upgrade',
        ...options,
        `pip==${version}`,
      ])
    }
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    throw pipError(install, `pip ${explainCommand(error)}`, error)
  }
  // An exit code says nothing of where it has gone.
  const found = await findPip(install)
  if (found === null || !isPipVersion(found, version)) {
    throw pipError(install, `afterwards ${describePython(python)} has ${found ?? 'no pip'}`)
  }
  await removePrograms(install)
  return found
}

/** The newest version of pip that an index has for `pip==version`, asked by an installation's own pip. Throws a `CommandError`. */
export async function resolvePip(install: PipInstall): Promise<string | null> {
  const args = ['--dry-run', '--ignore-installed', '--no-deps', '--quiet', '--report', '-']
  const env = { ...install.env, ...(await settingsFor(install)) }
  const wanted = `pip==${install.version}`
  const report = await run({ ...install, env }, ['-m', 'pip', 'install', ...args, wanted])
  return /"name":\s*"pip",\s*"version":\s*"([^"]+)"/.exec(report)?.[1] ?? null
}

function isWanted(found: string | null, version: string): boolean {
  // A range is resolved by the index, which may have a newer one.
  return found !== null && !version.includes('*') && isPipVersion(found, version)
}

/** Where a pip lies, and what it says it is; `null`: there is none in the tree. */
async function findPip(install: PipInstall): Promise<string | null> {
  const answer = await run(install, ['-c', question]).catch(error => {
    if (error instanceof CommandError) return ''
    throw error
  })
  const [file = '', version = ''] = answer.split(/\r?\n/)
  const real = await realpath(file).catch(() => null)
  return real !== null && isInside(await realpath(install.root), real) ? version : null
}

const question = `
import pip
print(pip.__file__)
print(pip.__version__)
`

async function settingsFor(install: PipInstall): Promise<Readonly<Record<string, string>>> {
  const env = { ...install.env, ...configurationEnvironment(install.jobEnv) }
  const configuration = await readPipConfiguration(args => run({ ...install, env }, args))
  return indexSettings(configuration, install.jobEnv)
}

async function run(
  { root, python, env, signal }: PipInstall,
  args: readonly string[],
): Promise<string> {
  const interpreter = path.join(root, layoutOf(python).executable)
  return await runCommand(interpreter, ['-I', '-B', ...args], {
    env,
    signal,
    timeoutMs: pipTimeoutMs,
  })
}

/** They name the interpreter in staging: those that belong to its final place are made later. */
async function removePrograms({ root, python }: PipInstall): Promise<void> {
  const folder = path.join(root, layoutOf(python).scriptsFolder)
  for (const name of await readdir(folder)) {
    if (/^pip[\d.]*(\.exe)?$/.test(name)) await rm(path.join(folder, name))
  }
}

function pipError({ version, python }: PipInstall, found: string, cause?: unknown): ActionError {
  return new ActionError({
    code: 'PIP_FAILED',
    message: `pip ${version} could not be installed into ${describePython(python)}: ${found}.`,
    hint: 'Check that the version exists for this Python and that the package index can be reached, or leave out pip-version.',
    cause,
  })
}
