import type { Bytecode } from '../domain/bytecode.ts'
import type { Distribution } from '../domain/distribution.ts'
import { layoutNumber } from '../domain/layout.ts'
import { type Python, pythonId } from '../domain/python.ts'
import type { CommandOptions } from '../io/command.ts'
import { findStdlib } from './interpreter.ts'
import { type InstallationRecord, readRecord } from './record.ts'
import { type Scan, scanTree, stdlibOf } from './scan.ts'

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

/**
 * Checks a tree that came from elsewhere against its own record: the same archive, made for the
 * same place, complete, and running. Says what is wrong with it; throws only the signal's reason.
 */
export async function checkTree(
  distribution: Distribution,
  place: TreePaths,
  options: Pick<CommandOptions, 'env' | 'signal'>,
): Promise<Tree | { readonly fault: string }> {
  const record = await readRecord(place.folder)
  if (record === null) return { fault: 'it has no record' }
  if (record.id !== pythonId(distribution)) return { fault: `it holds ${record.id}` }
  if (record.archiveSha256 !== distribution.sha256) return { fault: 'it is of another archive' }
  if (record.path !== place.finalPath) return { fault: `it was made for ${record.path}` }
  try {
    const tree = treeOf(distribution, place, scanTree(place.folder))
    const caches = record.bytecode?.files ?? 0
    // There may be more: PyPy brings a few of its own, and pip makes its own on installation.
    if (tree.files !== record.files || tree.caches < caches) {
      return {
        fault: `it holds ${tree.files} of ${record.files} files and ${tree.caches} of ${caches} caches`,
      }
    }
    const stdlib = await findStdlib(place.folder, distribution, options)
    return { ...tree, stdlib, bytecode: record.bytecode }
  } catch (error) {
    options.signal.throwIfAborted()
    const fault = error instanceof Error ? error.message : String(error)
    return { fault: fault.replace(/\.$/, '') }
  }
}

/** The record that a finished tree is published with. */
export function recordOf({ distribution, finalPath, files, bytecode }: Tree): InstallationRecord {
  const { implementation, version, variant, build, platform, pip, sha256 } = distribution
  const python: Python = { implementation, version, variant, build, platform, pip }
  return {
    layout: layoutNumber,
    id: pythonId(python),
    python,
    path: finalPath,
    archiveSha256: sha256,
    files,
    bytecode,
  }
}
