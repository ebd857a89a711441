import path from 'node:path'
import type { Distribution } from '../domain/distribution.ts'
import type { Installation, Installed } from '../domain/installation.ts'
import { archiveEnding } from '../domain/layout.ts'
import { headersOf, type Location } from '../domain/location.ts'
import { describePython, pythonId } from '../domain/python.ts'
import { checkChecksum, requireChecksum, sha256Of } from '../install/checksum.ts'
import { downloadArchive, downloadLimits } from '../install/download.ts'
import { locationsOf } from '../install/locations.ts'
import { writeRecord } from '../install/record.ts'
import { digestTree, type Scan } from '../install/scan.ts'
import { publish } from '../install/tool-cache.ts'
import { recordOf, type Tree } from '../install/tree.ts'
import { removeTree } from '../io/files.ts'
import { getSize } from '../io/http.ts'
import { createDownloadProgress, doneLine, downloadedLine } from '../report/progress.ts'
import {
  type Compiled,
  compileTree,
  discardBytecode,
  type Upgraded,
  upgradeInstallation,
  verifyTree,
} from './compile-installation.ts'
import { type JobContext, treePathsOf } from './context.ts'
import { installWantedPip } from './install-wanted-pip.ts'
import { relocateTree } from './relocate-tree.ts'
import { requireProvenance } from './require-provenance.ts'
import { type Restored, restoreTree, saveTree } from './restore-and-save.ts'
import { type Arrival, downloadAndUnpack, unpackArchive } from './unpack-archive.ts'

/** What the pipeline puts in order. Each step does its own input and output, and may throw. */
export interface Steps {
  /** The tree from the Actions cache, checked; `null`: there is none to be had. */
  readonly restore: (distribution: Distribution) => Promise<Restored | null>
  /** Downloads an archive, and unpacks what has arrived, unless it has to be verified first. */
  readonly download: (distribution: Distribution) => Promise<Arrival>
  readonly verifyArchive: (distribution: Distribution, archive: Arrival) => Promise<void>
  /** What is left of unpacking; of an archive that is the list's, or not at all. */
  readonly extract: (distribution: Distribution, archive: Arrival) => Promise<Scan>
  /** Makes what was unpacked fit for its place. */
  readonly relocate: (distribution: Distribution, scan: Scan) => Promise<Tree>
  readonly compile: (tree: Tree) => Promise<Compiled>
  /** Shows that a tree runs, with what it was compiled to; what that turns out to be worth. */
  readonly verifyInterpreter: (tree: Tree, compiled: Compiled) => Promise<Compiled>
  /** Writes the record that `publish` needs, and saves the tree to the Actions cache. */
  readonly save: (tree: Tree) => Promise<void>
  readonly publish: (tree: Tree) => Promise<Installation>
  /** Compiles what is wanted of an installation that other jobs may be using. */
  readonly upgrade: (installation: Installation) => Promise<Upgraded>
  /** Hears of each task that is done. */
  readonly announce: (installed: Installed) => void
}

/** The pipeline's steps, made of what the other folders have to offer. */
export function createSteps(context: JobContext): Steps {
  const { inputs, signal, log } = context
  return {
    restore: distribution => restoreTree(context, distribution),

    download: distribution => download(context, distribution),

    verifyArchive: async (distribution, { file, url }) => {
      if (!inputs.verifyAttestation) return
      const found = await sha256Of(file, signal)
      checkChecksum(distribution, found, url)
      await requireProvenance(context, distribution, found)
    },

    extract: async (distribution, arrival) => {
      const { folder } = treePathsOf(context, distribution)
      // Other bytes than the list's are never made good by asking elsewhere: someone has to look.
      const scan = await unpackArchive(distribution, arrival, { folder, signal })
      if (arrival.url.protocol !== 'file:') await removeTree(arrival.file)
      return scan
    },

    relocate: async (distribution, scan) => {
      return await relocateTree(context, await installWantedPip(context, distribution, scan))
    },

    compile: tree => compileTree(context, tree),

    verifyInterpreter: async (tree, compiled) => {
      const { usesBytecode } = await verifyTree(context, tree, compiled)
      return usesBytecode ? compiled : await discardBytecode(context, tree)
    },

    save: async tree => {
      // Taken only where others may restore it: it is a walk over all files.
      const digest = context.store === null ? null : digestTree(tree.folder).digest
      await writeRecord(tree.folder, recordOf(tree, digest))
      await saveTree(context, tree)
    },

    publish: async tree => {
      const options = { replace: inputs.reinstall, signal }
      return await publish(tree.folder, recordOf(tree), options)
    },

    upgrade: async installation => {
      await requireProvenance(context, installation, installation.archiveSha256)
      return await upgradeInstallation(context, installation)
    },

    announce: installed => log.info(doneLine(installed)),
  }
}

async function download(context: JobContext, distribution: Distribution): Promise<Arrival> {
  const { inputs, staging, signal, log } = context
  requireChecksum(distribution, inputs)
  const name = describePython(distribution)
  if (distribution.sha256 === null) {
    log.info(`${name}: the list has no SHA-256 for it, so its archive is not verified`)
  }
  const locations = locationsOf(distribution, inputs)
  const { folder } = treePathsOf(context, distribution)
  const startedMs = performance.now()
  const file = path.join(staging, `${pythonId(distribution)}${archiveEnding(distribution)}`)
  const start = (signal: AbortSignal) => {
    return downloadArchive({
      distribution,
      locations,
      file,
      limits: { ...downloadLimits, ...inputs.patience.download },
      signal,
      onProgress: createDownloadProgress(name, log.info, () => sizeAt(locations)),
      onMessage: ({ isDebug, text }) => log[isDebug ? 'debug' : 'info'](`${name}: ${text}`),
    })
  }
  const isLocal = locations.some(({ url }) => url.protocol === 'file:')
  const arrival =
    inputs.verifyAttestation || isLocal
      ? { ...(await start(signal)), early: null }
      : await downloadAndUnpack(distribution, { file, folder, signal }, start)
  const elapsedMs = performance.now() - startedMs
  log.info(downloadedLine(name, arrival, elapsedMs))
  return arrival
}

/** Asked only for a download that lasts: the tool cache's downloader keeps the size to itself. */
async function sizeAt([location]: readonly Location[]): Promise<number | null> {
  if (location === undefined) return null
  return await getSize(location.url, { timeoutMs: 10_000, headers: headersOf(location) })
}
