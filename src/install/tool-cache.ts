import { randomUUID } from 'node:crypto'
import { lstat, mkdir, readdir, realpath, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ActionError } from '../domain/errors.ts'
import type { Installation } from '../domain/installation.ts'
import { layoutOf } from '../domain/layout.ts'
import { targetTriple } from '../domain/platform.ts'
import {
  describePython,
  implementations,
  marksOf,
  type Python,
  pythonId,
} from '../domain/python.ts'
import { formatSemver } from '../domain/version.ts'
import { errorCode, moveTree, removeTree, renamePatiently, shortRandomName } from '../io/files.ts'
import { type InstallationRecord, readRecord, writeRecord } from './record.ts'

/**
 * The folder that an installation lies in: `<tool>/<version>/<arch>`, as `tc.find` wants it. The
 * tool's name is ours alone (setup-python's installers delete their neighbours), and everything
 * that makes a Python another one is part of its arch.
 */
export function installationFolder(toolCache: string, python: PythonOfAnyBuild): string {
  const tool = folderInToolCache(toolCache, `managed-${python.implementation}`)
  return path.join(tool, formatSemver(python.version), archName(python))
}

/**
 * A folder at the root of the tool cache. Jobs in containers see the machine's tool cache in a place
 * of its own, and may be root: they would take each other's installations for misplaced.
 */
export function folderInToolCache(toolCache: string, name: string): string {
  return path.join(toolCache, toolCache === '/__t' ? `${name}-container` : name)
}

/** A Python; without a build, what all of its builds have in common. */
type PythonOfAnyBuild = Omit<Python, 'build'> & { readonly build: string | null }

function archName(python: PythonOfAnyBuild): string {
  const { platform, variant, build } = python
  const marks = [variant === 'default' ? null : variant, build, ...marksOf(python)]
  return [targetTriple(platform), ...marks.filter(mark => mark !== null)].join('-')
}

const marker = '.complete'

/** The marker without which `tc.find`, and we, take a folder for unfinished. */
function markerOf(folder: string): string {
  return folder + marker
}

/** All complete installations in the tool cache. A folder that does not fit its record is none. */
export async function findInstallations(toolCache: string): Promise<readonly Installation[]> {
  const folders: string[] = []
  for (const implementation of implementations) {
    const tool = folderInToolCache(toolCache, `managed-${implementation}`)
    for (const version of await namesIn(tool)) {
      for (const name of await namesIn(path.join(tool, version))) {
        if (!name.endsWith(marker)) continue
        folders.push(path.join(tool, version, name.slice(0, -marker.length)))
      }
    }
  }
  const found = await Promise.all(folders.map(readInstallation))
  return found.filter(installation => installation !== null)
}

/** What is not there, or not to be read, has nothing for us. */
async function namesIn(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch(() => [])
}

async function readInstallation(folder: string): Promise<Installation | null> {
  const record = await readRecord(folder)
  // A tool cache that was moved: the build configuration inside still names the old place. By another
  // name of the same folder, a link for instance, it is the same installation.
  if (record === null || !(await isSameFolder(record.path, folder))) return null
  const executable = path.join(folder, layoutOf(record.python).executable)
  const sizeBytes = await stat(executable).then(
    ({ size }) => size,
    () => 0,
  )
  // A machine that loses power leaves files of no length.
  return sizeBytes === 0 ? null : { ...installationOf(record), path: folder }
}

async function isSameFolder(a: string, b: string): Promise<boolean> {
  if (a === b) return true
  const [real, other] = await Promise.all([a, b].map(each => realpath(each).catch(() => null)))
  return real !== null && real === other
}

/** An installation as its record has it. */
export function installationOf(record: InstallationRecord): Installation {
  const { python, path, archiveSha256, bytecode } = record
  return { ...python, path, archiveSha256, bytecode }
}

/**
 * Makes a finished tree the installation, by one rename. Where another job has published the same
 * one meanwhile, theirs stays and is returned; `replace` puts ours in its place instead. Throws an `ActionError`, or the signal's reason.
 */
export async function publish(
  staged: string,
  record: InstallationRecord,
  { replace, signal }: { readonly replace: boolean; readonly signal: AbortSignal },
): Promise<Installation> {
  const folder = record.path
  try {
    await mkdir(path.dirname(folder), { recursive: true })
    for (let attempt = 1; ; attempt++) {
      // Looked for beforehand: on Windows, a rename onto it would be tried for seconds. And before
      // its record: a rival's installation that comes in between would seem to have none.
      const occupied = await isThere(folder)
      const theirs = occupied ? await readInstallation(folder) : null
      if (!replace && theirs !== null && isOf(theirs, record)) {
        await writeFile(markerOf(folder), '')
        return theirs
      }
      if (occupied) await moveAside(folder, path.dirname(staged))
      await writeRecord(staged, { ...record, tree: randomUUID() })
      try {
        await moveTree(staged, folder)
        await writeFile(markerOf(folder), '')
        return installationOf(record)
      } catch (error) {
        if (!isOccupied(error) || attempt === publishAttempts) throw error
      }
    }
  } catch (error) {
    signal.throwIfAborted()
    throw publishError(record, error)
  }
}

/** More than the two that a rival needs to get in between once. */
const publishAttempts = 5

function isOf(installation: Installation, record: InstallationRecord): boolean {
  const { id, archiveSha256 } = record
  return pythonId(installation) === id && installation.archiveSha256 === archiveSha256
}

function isOccupied(error: unknown): boolean {
  return ['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES', 'EBUSY', 'ENOTDIR'].includes(
    errorCode(error) ?? '',
  )
}

async function isThere(folder: string): Promise<boolean> {
  return await lstat(folder).then(
    () => true,
    () => false,
  )
}

/** What stood in the way goes to staging in one step, so that nobody sees half of it. */
async function moveAside(folder: string, staging: string): Promise<void> {
  const aside = path.join(staging, `old-${shortRandomName()}`)
  await removeTree(markerOf(folder))
  try {
    await renamePatiently(folder, aside)
  } catch (error) {
    // A rival has moved it first.
    if (errorCode(error) === 'ENOENT') return
    // Of another volume, or of a lower layer of an overlay: without its marker nobody trusts it.
    if (errorCode(error) === 'EXDEV') return await removeTree(folder)
    // Someone uses it, so it stays what it was.
    await writeFile(markerOf(folder), '').catch(() => {})
    throw error
  }
}

function publishError(record: InstallationRecord, cause: unknown): ActionError {
  return new ActionError({
    code: 'DISK_FAILED',
    message: `${describePython(record.python)} could not be put in place at ${record.path} (${errorCode(cause) ?? String(cause)}).`,
    hint: 'Check that the folder is writable and that no running program uses it.',
    cause,
  })
}
