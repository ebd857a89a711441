import type { Distribution } from '../domain/distribution.ts'
import type { Installation } from '../domain/installation.ts'
import { isExactPip } from '../domain/pip-version.ts'
import { describePython } from '../domain/python.ts'
import { verifyInterpreter } from '../install/interpreter.ts'
import { installPip, resolvePip } from '../install/pip.ts'
import { type Scan, scanTree } from '../install/scan.ts'
import { CommandError } from '../io/command.ts'
import { renamePatiently } from '../io/files.ts'
import { type JobContext, treePathsOf } from './context.ts'

/** What was unpacked, by the name that it has with its pip. */
export interface WithPip {
  readonly distribution: Distribution
  readonly scan: Scan
}

/**
 * Gives a tree in staging the pip that the workflow wants. From then on that is a part of its name:
 * nothing ever changes the packages of an installation that others can see.
 */
export async function installWantedPip(
  context: JobContext,
  distribution: Distribution,
  scan: Scan,
): Promise<WithPip> {
  const { inputs, jobEnv, env, signal, log } = context
  const { pipVersion: version } = inputs
  if (version === null) return { distribution, scan }
  if (distribution.implementation === 'pyodide') {
    log.info(`${describePython(distribution)} has no pip to install ${version} with.`)
    return { distribution, scan }
  }
  const { folder: root } = treePathsOf(context, distribution)
  await verifyInterpreter(root, distribution, context)
  const found = await installPip({ root, python: distribution, version, jobEnv, env, signal })
  const pip = isExactPip(version) ? version : found
  const named = { ...distribution, pip }
  const { folder } = treePathsOf(context, named)
  if (folder !== root) await renamePatiently(root, folder)
  return { distribution: named, scan: scanTree(folder) }
}

/**
 * Whether an installation has the newest pip of the range that the workflow wants, where it asks for
 * the latest of everything. An index that does not answer has nothing newer.
 */
export async function hasLatestPip(context: JobContext, python: Installation): Promise<boolean> {
  const { inputs, jobEnv, env, signal, log } = context
  const { pipVersion: version, checkLatest } = inputs
  if (version === null || !checkLatest || isExactPip(version) || python.pip === null) return true
  try {
    const newest = await resolvePip({ root: python.path, python, version, jobEnv, env, signal })
    return newest === null || newest === python.pip
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    log.warning(
      `The newest pip ${version} could not be asked for: pip ${error.message}. ${python.pip} stays.`,
    )
    return true
  }
}
