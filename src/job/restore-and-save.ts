import path from 'node:path'
import { cacheKey } from '../cache/key.ts'
import type { InvalidationMode } from '../domain/bytecode.ts'
import type { Distribution } from '../domain/distribution.ts'
import { isExactPip } from '../domain/pip-version.ts'
import { describePython } from '../domain/python.ts'
import type { Inputs } from '../inputs/read.ts'
import { checkTree, startTree, type Tree } from '../install/tree.ts'
import { removeTree } from '../io/files.ts'
import { formatBytes } from '../report/format.ts'
import { type JobContext, treePathsOf } from './context.ts'
import { requireProvenance } from './require-provenance.ts'

/** A tree from the Actions cache. */
export interface Restored {
  readonly tree: Tree
  readonly sizeBytes: number | null
}

/** Restores a distribution's tree from the Actions cache; `null`, with a line in the log: it cannot. */
export async function restoreTree(
  context: JobContext,
  distribution: Distribution,
): Promise<Restored | null> {
  const { store, log, inputs, signal } = context
  if (store === null || inputs.reinstall || !hasSum(distribution)) return null
  const name = describePython(distribution)
  if (!isNamed(distribution, inputs)) {
    log.info(
      `${name} is not cached: only the package index knows which pip ${inputs.pipVersion} is. An exact pip-version can be cached.`,
    )
    return null
  }
  const place = treePathsOf(context, distribution)
  // An entry without bytecode saves the download at least; one with bytecode nobody asked for is left.
  const modes = inputs.bytecode === null ? [null] : [inputs.bytecode, null]
  const keys = modes.map(mode => keyOf(context, distribution, mode))
  const result = await store.restore(keys, path.basename(place.folder))
  signal.throwIfAborted()
  if (result.kind === 'miss') log.debug(`${name} is not in the cache: there is no ${keys[0]}`)
  if (result.kind === 'failed' || result.kind === 'skipped') {
    log.info(`${name} cannot be restored from the cache: ${result.reason}.`)
  }
  if (result.kind !== 'hit') return null
  log.debug(`${name} is in the cache: ${result.key}`)
  const found = await checkTree(distribution, place)
  // Before anything of it runs.
  if (!('fault' in found)) await requireProvenance(context, distribution, distribution.sha256)
  const tree = 'fault' in found ? found : await startTree(found, context)
  if (!('fault' in tree)) return { tree, sizeBytes: result.sizeBytes }
  log.info(`The cache entry of ${name} is not used: ${tree.fault}.`)
  await removeTree(place.folder)
  return null
}

/** Saves a tree that nobody has used yet to the Actions cache, or says in the log why not. */
export async function saveTree(context: JobContext, tree: Tree): Promise<void> {
  const { store, log, inputs, signal } = context
  const { distribution, folder, bytecode, complete } = tree
  if (store === null || !hasSum(distribution) || !isNamed(distribution, inputs)) return
  const name = describePython(distribution)
  if (!complete) return log.info(`${name} is not saved to the cache, as it is not complete.`)
  const key = keyOf(context, distribution, bytecode?.mode ?? null)
  const result = await store.save(key, path.basename(folder))
  signal.throwIfAborted()
  switch (result.kind) {
    case 'saved':
      return log.info(`${name} is saved to the cache${sizeOf(result)}`)
    case 'exists':
      return log.info(`${name} is already in the cache`)
    case 'needless':
      return
    case 'skipped':
    case 'failed':
      return log.info(`${name} cannot be saved to the cache: ${result.reason}.`)
  }
}

/** Whether all that makes an installation what it is was known before it was made. */
function isNamed({ implementation }: Distribution, { pipVersion }: Inputs): boolean {
  return pipVersion === null || implementation === 'pyodide' || isExactPip(pipVersion)
}

function sizeOf({ sizeBytes }: { readonly sizeBytes: number | null }): string {
  return sizeBytes === null ? '' : `, ${formatBytes(sizeBytes)}`
}

type Summed = Distribution & { readonly sha256: string }

/** Without a sum, nothing says that an entry is of the very archive that the list speaks of now. */
function hasSum(distribution: Distribution): distribution is Summed {
  return distribution.sha256 !== null
}

function keyOf(
  context: JobContext,
  distribution: Summed,
  bytecode: InvalidationMode | null,
): string {
  const { finalPath } = treePathsOf(context, distribution)
  const { sha256: archiveSha256 } = distribution
  const { name, parts } = cacheKey({ python: distribution, archiveSha256, finalPath, bytecode })
  context.log.debug(`Key ${name}: ${JSON.stringify(parts)}`)
  return name
}
