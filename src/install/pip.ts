import path from 'node:path'
import { ActionError } from '../domain/errors.ts'
import type { Installation } from '../domain/installation.ts'
import { layoutOf } from '../domain/layout.ts'
import { describePython } from '../domain/python.ts'
import { CommandError, explainCommand, runCommand, runToEnd } from '../io/command.ts'
import { readRecord, removeRecord, writeRecord } from './record.ts'

/** A download of two megabytes, from an index that may be slow. */
const pipTimeoutMs = 300_000

const options = ['--upgrade', '--disable-pip-version-check', '--no-warn-script-location', '--quiet']

const versionQuestion = 'from importlib.metadata import version; print(version("pip"))'

export interface PipOptions {
  /** As in `pip==25.1`. */
  readonly version: string
  /** The whole environment of pip. */
  readonly env: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

/**
 * Installs a version of pip into an installation, where it has another one. While pip is at it the
 * installation has no record: one that a job leaves half-changed is none. Throws an `ActionError`.
 */
export async function installPip(
  installation: Installation,
  { version, env, signal }: PipOptions,
): Promise<void> {
  const { path: root } = installation
  const python = path.join(root, layoutOf(installation).executable)
  const ask = (...args: readonly string[]) => {
    return runCommand(python, ['-I', '-B', ...args], { env, timeoutMs: pipTimeoutMs }).catch(
      () => null,
    )
  }
  if ((await ask('-c', versionQuestion))?.trim() === version) return
  const record = await readRecord(root)
  await removeRecord(root)
  try {
    const args = ['-I', '-m', 'pip', 'install', ...options, `pip==${version}`]
    await runToEnd(python, args, { env, timeoutMs: pipTimeoutMs, signal })
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    const sound = (await ask('-m', 'pip', '--version')) !== null
    if (record !== null && sound) await writeRecord(root, record)
    throw new ActionError({
      code: 'PIP_FAILED',
      message: `pip ${version} could not be installed into ${describePython(installation)}: pip ${explainCommand(error)}`,
      hint: 'Check that the version exists for this Python and that the package index can be reached, or leave out pip-version.',
      cause: error,
    })
  }
  if (record !== null) await writeRecord(root, record)
}

/**
 * What pip gets of the job's variables on top of what every program gets: its own configuration,
 * and the way to an index.
 */
export function pipEnvironment(
  env: NodeJS.ProcessEnv,
  base: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const wanted = /^(PIP_.*|(HTTPS?|ALL|NO)_PROXY|SSL_CERT_(FILE|DIR)|REQUESTS_CA_BUNDLE|NETRC)$/i
  const passed: Record<string, string> = { ...base }
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && wanted.test(name)) passed[name] = value
  }
  return passed
}
