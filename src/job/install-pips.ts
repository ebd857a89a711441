import type { Installed } from '../domain/installation.ts'
import { describePython } from '../domain/python.ts'
import { installPip, type PipOptions, pipEnvironment } from '../install/pip.ts'
import { rereadInstallation } from '../install/tool-cache.ts'
import { settleAll } from '../io/settle.ts'
import { upgradeInstallation } from './compile-installation.ts'
import type { JobContext } from './context.ts'

/**
 * Installs the pip that is asked for into every installation; the results say what bytecode they
 * have then. Waits for all of them, also where one fails: nothing is written after the step has
 * ended. Throws an `ActionError`.
 */
export async function installPips(
  context: JobContext,
  results: readonly Installed[],
  env: NodeJS.ProcessEnv,
): Promise<readonly Installed[]> {
  const { inputs, signal } = context
  const { pipVersion: version } = inputs
  if (version === null) return results
  const options = { version, env: pipEnvironment(env, context.env), signal }
  return await settleAll(
    results.map(each => withPip(context, each, options)),
    signal,
  )
}

async function withPip(
  context: JobContext,
  result: Installed,
  options: PipOptions,
): Promise<Installed> {
  const { installation, compilation } = result
  if (installation.implementation === 'pyodide') {
    context.log.info(
      `${describePython(installation)} has no pip to install ${options.version} with.`,
    )
    return result
  }
  await installPip(installation, options)
  // Be it by this job or by another one: with another pip the bytecode is not what it was.
  const now = await rereadInstallation(installation)
  if (now.bytecode?.mode === installation.bytecode?.mode) return result
  const upgraded = await upgradeInstallation(context, now)
  // What was compiled before is the larger part, where there was any.
  return { ...result, ...upgraded, ...(compilation.kind === 'compiled' ? { compilation } : {}) }
}
