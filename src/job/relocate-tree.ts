import { describePython } from '../domain/python.ts'
import { nameLibrary } from '../install/install-name.ts'
import { completePrograms } from '../install/programs.ts'
import { relocate } from '../install/relocate.ts'
import { scanTree } from '../install/scan.ts'
import { type Tree, treeOf } from '../install/tree.ts'
import { type JobContext, treePathsOf } from './context.ts'
import type { WithPip } from './install-wanted-pip.ts'

/** Gives what was unpacked the path that it is going to have, and the programs that it lacks. */
export async function relocateTree(
  context: JobContext,
  { distribution, scan }: WithPip,
): Promise<Tree> {
  const { env, signal, log } = context
  const place = treePathsOf(context, distribution)
  const { folder, finalPath } = place
  await relocate(folder, distribution, finalPath)
  const unnamed = await nameLibrary({ root: folder, python: distribution, finalPath, env, signal })
  if (unnamed !== null) {
    log.info(
      `${describePython(distribution)}: its libpython keeps its original install name, as ${unnamed}; programs that embed Python need an rpath`,
    )
  }
  const programs = { root: folder, python: distribution, finalPath, env, signal }
  const { addedFiles, noPip } = await completePrograms(programs)
  if (noPip !== null) {
    log.warning(
      `${describePython(distribution)} is installed without pip, as its ensurepip ${noPip}. Everything else works; \`python -m pip\` does not.`,
    )
  }
  const now = addedFiles === null ? scanTree(folder) : { ...scan, files: scan.files + addedFiles }
  // What has gone wrong may pass: other jobs try it themselves.
  return { ...treeOf(distribution, place, now), complete: noPip === null }
}
