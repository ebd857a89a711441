import path from 'node:path'
import type { Distribution } from '../domain/distribution.ts'
import { archiveEnding } from '../domain/layout.ts'
import type { Location } from '../domain/location.ts'
import { describePython, pythonId } from '../domain/python.ts'
import { checkChecksum, requireChecksum, sha256Of } from '../install/checksum.ts'
import { downloadArchive, downloadLimits } from '../install/download.ts'
import { nameLibrary } from '../install/install-name.ts'
import { locationsOf } from '../install/locations.ts'
import { completePrograms } from '../install/programs.ts'
import { writeRecord } from '../install/record.ts'
import { relocate } from '../install/relocate.ts'
import { digestTree, scanTree } from '../install/scan.ts'
import { publish } from '../install/tool-cache.ts'
import { recordOf, type Tree, treeOf } from '../install/tree.ts'
import { removeTree } from '../io/files.ts'
import { getSize } from '../io/http.ts'
import type { Steps } from '../job/pipeline.ts'
import { createDownloadProgress, doneLine, downloadedLine } from '../report/progress.ts'
import { compileTree, upgradeInstallation, verifyTree } from './compile-installation.ts'
import { type JobContext, treePathsOf } from './context.ts'
import { installWantedPip, type WithPip } from './install-wanted-pip.ts'
import { requireProvenance } from './require-provenance.ts'
import { restoreTree, saveTree } from './restore-and-save.ts'
import { type Arrival, downloadAndUnpack, unpackArchive } from './unpack-archive.ts'

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

    verifyInterpreter: (tree, compiled) => verifyTree(context, tree, compiled),

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

/** Gives what was unpacked the path that it is going to have, and the programs that it lacks. */
async function relocateTree(context: JobContext, { distribution, scan }: WithPip): Promise<Tree> {
  const { env, signal, log } = context
  const place = treePathsOf(context, distribution)
  const { folder, finalPath } = place
  await relocate(folder, distribution, finalPath)
  const unnamed = await nameLibrary({ root: folder, python: distribution, finalPath, env, signal })
  if (unnamed !== null) {
    log.info(
      `${describePython(distribution)}: its libpython keeps the name that it was built with, as ${unnamed}; programs that embed Python need a run path`,
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

/** Asked only for a download that lasts: the tool cache's downloader keeps the size to itself. */
async function sizeAt([location]: readonly Location[]): Promise<number | null> {
  if (location === undefined) return null
  const { url, authorization } = location
  const headers = authorization === null ? {} : { authorization }
  return await getSize(url, { timeoutMs: 10_000, headers })
}
