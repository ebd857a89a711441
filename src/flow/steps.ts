import path from 'node:path'
import type { Distribution } from '../domain/distribution.ts'
import { archiveEnding } from '../domain/layout.ts'
import type { Location } from '../domain/location.ts'
import { describePython, pythonId } from '../domain/python.ts'
import { checkChecksum, requireChecksum, sha256Of } from '../install/checksum.ts'
import { type Archive, downloadArchive, downloadLimits } from '../install/download.ts'
import { extractArchive } from '../install/extract.ts'
import { locationsOf } from '../install/locations.ts'
import type { Steps } from '../install/pipeline.ts'
import { completePrograms } from '../install/programs.ts'
import { writeRecord } from '../install/record.ts'
import { relocate } from '../install/relocate.ts'
import { type Scan, scanTree } from '../install/scan.ts'
import { publish, refreshInstallation } from '../install/tool-cache.ts'
import { recordOf, type Tree, treeOf } from '../install/tree.ts'
import { removeTree } from '../io/files.ts'
import { getSize } from '../io/http.ts'
import { createDownloadProgress, doneLine, downloadedLine } from '../report/progress.ts'
import { attest } from './attesting.ts'
import { restoreTree, saveTree } from './caching.ts'
import { compileTree, proveTree, upgradeInstallation } from './compiling.ts'
import { placeOf, type Workshop } from './workshop.ts'

/** The pipeline's steps, made of what the rooms have to offer. */
export function createSteps(workshop: Workshop): Steps {
  const { inputs, env, signal, log } = workshop
  return {
    restore: async distribution => {
      const tree = await restoreTree(workshop, distribution)
      if (tree !== null) await attest(workshop, distribution, distribution.sha256)
      return tree
    },

    download: distribution => download(workshop, distribution),

    verify: async (distribution, { file, url }) => {
      const found = await sha256Of(file, signal)
      // Other bytes than the list's are never made good by asking elsewhere: someone has to look.
      checkChecksum(distribution, found, url)
      await attest(workshop, distribution, found)
    },

    extract: async (distribution, { file }) => {
      const { folder } = placeOf(workshop, distribution)
      const scan = await extractArchive({ archive: file, distribution, folder, env, signal })
      await removeTree(file)
      return scan
    },

    relocate: (distribution, scan) => relocateTree(workshop, distribution, scan),

    compile: tree => compileTree(workshop, tree),

    prove: (tree, compiled) => proveTree(workshop, tree, compiled),

    save: async tree => {
      await writeRecord(tree.folder, recordOf(tree))
      await saveTree(workshop, tree)
    },

    publish: async tree => {
      const options = { replace: inputs.reinstall, signal }
      return await refreshInstallation(await publish(tree.folder, recordOf(tree), options), signal)
    },

    upgrade: async installation => {
      await attest(workshop, installation, installation.archiveSha256)
      return await upgradeInstallation(workshop, await refreshInstallation(installation, signal))
    },

    announce: installed => log.info(doneLine(installed)),
  }
}

async function download(workshop: Workshop, distribution: Distribution): Promise<Archive> {
  const { inputs, staging, signal, log } = workshop
  requireChecksum(distribution, inputs)
  const name = describePython(distribution)
  if (distribution.sha256 === null) {
    log.info(`${name}: the list has no SHA-256 for it, so its archive is not verified`)
  }
  const locations = locationsOf(distribution, inputs)
  const startedMs = performance.now()
  const archive = await downloadArchive({
    distribution,
    locations,
    file: path.join(staging, `${pythonId(distribution)}${archiveEnding(distribution)}`),
    limits: downloadLimits,
    signal,
    onProgress: createDownloadProgress(name, log.info, () => sizeAt(locations)),
    onMessage: ({ isDebug, text }) => log[isDebug ? 'debug' : 'info'](`${name}: ${text}`),
  })
  const elapsedMs = performance.now() - startedMs
  log.info(downloadedLine(name, archive, elapsedMs))
  return archive
}

/** Gives what was unpacked the path that it is going to have, and the programs that it lacks. */
async function relocateTree(
  workshop: Workshop,
  distribution: Distribution,
  scan: Scan,
): Promise<Tree> {
  const { env, signal, log } = workshop
  const place = placeOf(workshop, distribution)
  const { folder, finalPath } = place
  await relocate(folder, distribution, finalPath)
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
