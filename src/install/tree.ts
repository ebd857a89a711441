import type { Bytecode } from '../domain/bytecode.ts'
import type { Distribution } from '../domain/distribution.ts'
import { layoutNumber } from '../domain/layout.ts'
import { type Python, pythonId } from '../domain/python.ts'
import type { CommandOptions } from '../io/command.ts'
import { messageOf } from '../io/error-message.ts'
import { findStdlib } from './interpreter.ts'
import { type InstallationRecord, readRecord } from './record.ts'
import { digestTree, type Scan, stdlibOf } from './scan.ts'

/** An installation in the making: unpacked in staging, not yet published. */
export interface Tree extends Scan {
  readonly distribution: Distribution
  /** Where it lies now. */
  readonly folder: string
  /** Where it is going to be published. */
  readonly finalPath: string
  /** Where its standard library lies, relative to the folder; `null` where there is none. */
  readonly stdlib: string | null
  readonly bytecode: Bytecode | null
  /** Whether it has all that it should have; if not, it is used here, but not saved for others. */
  readonly complete: boolean
}

/** Where a tree lies now, and where it is going to be. */
export interface TreePaths {
  readonly folder: string
  readonly finalPath: string
}

/** A tree of what a folder turned out to hold; pure. */
export function treeOf(distribution: Distribution, place: TreePaths, scan: Scan): Tree {
  const { folder, finalPath } = place
  const stdlib = stdlibOf(scan)
  return { distribution, folder, finalPath, bytecode: null, stdlib, complete: true, ...scan }
}

/** What is wrong with a tree that came from elsewhere, as a clause for the log. */
export interface TreeFault {
  readonly fault: string
}

/**
 * Checks a tree that came from elsewhere against its own record, without running anything of it: the
 * same archive, made for the same place, and every file as it was saved.
 */
export async function checkTree(
  distribution: Distribution,
  place: TreePaths,
): Promise<Tree | TreeFault> {
  const record = await readRecord(place.folder)
  if (record === null) return { fault: 'it has no record' }
  if (record.id !== pythonId(distribution)) return { fault: `it holds ${record.id}` }
  if (record.archiveSha256 !== distribution.sha256) return { fault: 'it is of another archive' }
  if (record.path !== place.finalPath) return { fault: `it was made for ${record.path}` }
  try {
    const { digest, ...scan } = digestTree(place.folder)
    if (digest !== record.digest) return { fault: 'its files are not those that were saved' }
    return { ...treeOf(distribution, place, scan), bytecode: record.bytecode }
  } catch (error) {
    return { fault: clauseOf(error) }
  }
}

/** The same tree once its interpreter has run here. Throws only the signal's reason. */
export async function startTree(
  tree: Tree,
  options: Pick<CommandOptions, 'env' | 'signal'>,
): Promise<Tree | TreeFault> {
  try {
    return { ...tree, stdlib: await findStdlib(tree.folder, tree.distribution, options) }
  } catch (error) {
    options.signal.throwIfAborted()
    return { fault: clauseOf(error) }
  }
}

function clauseOf(error: unknown): string {
  return messageOf(error).replace(/\.$/, '')
}

/** The record that a finished tree is published with. */
export function recordOf(
  { distribution, finalPath, files, bytecode }: Tree,
  digest: string | null = null,
): InstallationRecord {
  const { implementation, version, variant, build, platform, pip, hashMode, sha256 } = distribution
  const python: Python = { implementation, version, variant, build, platform, pip, hashMode }
  return {
    layout: layoutNumber,
    id: pythonId(python),
    python,
    path: finalPath,
    archiveSha256: sha256,
    files,
    digest,
    tree: null,
    bytecode,
  }
}
