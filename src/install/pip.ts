import path from 'node:path'
import { ActionError } from '../domain/errors.ts'
import type { Installation } from '../domain/installation.ts'
import { layoutOf } from '../domain/layout.ts'
import { describePython } from '../domain/python.ts'
import { CommandError, runCommand } from '../io/command.ts'

/** A download of two megabytes, from an index that may be slow. */
const pipTimeoutMs = 300_000

const options = ['--upgrade', '--disable-pip-version-check', '--no-warn-script-location', '--quiet']

/** Installs a version of pip into an installation. Throws an `ActionError`. */
export async function installPip(
  installation: Installation,
  version: string,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const python = path.join(installation.path, layoutOf(installation).executable)
  const args = ['-I', '-m', 'pip', 'install', ...options, `pip==${version}`]
  try {
    await runCommand(python, args, { env, timeoutMs: pipTimeoutMs })
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    const found = [error.message, error.stderr].filter(Boolean).join(': ')
    throw new ActionError({
      code: 'PIP_FAILED',
      message: `pip ${version} could not be installed into ${describePython(installation)}: pip ${found}`,
      hint: 'Check that the version exists for this Python and that the package index can be reached, or leave out pip-version.',
      cause: error,
    })
  }
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
