import path from 'node:path'
import { ActionError } from '../domain/errors.ts'
import type { Installation } from '../domain/installation.ts'
import { layoutOf } from '../domain/layout.ts'
import { isPipVersion } from '../domain/pip-version.ts'
import { describePython } from '../domain/python.ts'
import { CommandError, explainCommand, runCommand } from '../io/command.ts'
import { lockInstallation, waitForChanges } from './lock.ts'
import { noteBytecode } from './record.ts'

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
 * Installs a version of pip into an installation, where it has another one. Pip's caches are of its
 * own kind, so the record says then that there is no bytecode. Other jobs wait meanwhile, and find
 * no installation that pip has left half-changed. Throws an `ActionError`, or the signal's reason.
 */
export async function installPip(
  installation: Installation,
  { version, env, signal }: PipOptions,
): Promise<void> {
  const { path: root } = installation
  const python = path.join(root, layoutOf(installation).executable)
  const run = (...args: readonly string[]) => {
    return runCommand(python, ['-I', ...args], { env, timeoutMs: pipTimeoutMs, signal })
  }
  const ask = (...args: readonly string[]) => run('-B', ...args).catch(() => null)
  const isInstalled = async () => {
    return isPipVersion((await ask('-c', versionQuestion))?.trim() ?? '', version)
  }
  await waitForChanges(installation, signal)
  if (await isInstalled()) return
  const lock = await lockInstallation(installation, signal)
  // Another job may have held it for the same; and a step that is cancelled has not begun.
  if ((await isInstalled()) || signal.aborted) {
    await lock.release()
    return signal.throwIfAborted()
  }
  let error: unknown = null
  try {
    await run('-m', 'pip', 'install', ...options, `pip==${version}`)
  } catch (reason) {
    error = reason
  }
  // What fails by itself has put everything back, as a rule.
  const sound =
    error === null || (error instanceof CommandError && (await ask('-m', 'pip', '-V')) !== null)
  await noteBytecode(root, null)
  await (sound ? lock.release() : lock.abandon())
  if (error === null) return
  if (!(error instanceof CommandError)) throw error
  throw new ActionError({
    code: 'PIP_FAILED',
    message: `pip ${version} could not be installed into ${describePython(installation)}: pip ${explainCommand(error)}`,
    hint: 'Check that the version exists for this Python and that the package index can be reached, or leave out pip-version.',
    cause: error,
  })
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
