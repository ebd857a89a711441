import { lstat, realpath } from 'node:fs/promises'
import path from 'node:path'
import { type Platform, usualLibc } from '../domain/platform.ts'
import { parseArchitecture, parseLibc, parseOs } from '../domain/request/platform-names.ts'
import { errorCode, isInside } from '../io/files.ts'
import { invalid } from './input-reader.ts'

/** A list of exactly the builds that a workflow uses, kept in its repository. */
export interface LockFile {
  /** Absolute. */
  readonly path: string
  /** Relative to the workspace: for people. */
  readonly name: string
  /** Whether it is to be updated. */
  readonly update: boolean
  /** What it is written for, besides this machine. */
  readonly platforms: readonly Platform[]
}

export interface LockFileInputs {
  /** The input lock-file; empty: none. */
  readonly file: string
  readonly update: boolean
  /** The input lock-platforms, one platform a line; empty: those of GitHub's hosted runners. */
  readonly platforms: string
  readonly workspace: string
}

const hostedPlatforms = `
linux-x86_64
linux-aarch64
macos-aarch64
macos-x86_64
windows-x86_64
windows-aarch64
`

/** Checks where a lock file is, or is to be; `null`: the workflow has none, or not yet. Throws an `ActionError`. */
export async function readLockFile(inputs: LockFileInputs): Promise<LockFile | null> {
  const { file, update, workspace } = inputs
  if (file === '') {
    if (update) throw invalid('The input lock-file', file, 'the path that update-lock writes')
    return null
  }
  const platforms = parsePlatforms(inputs.platforms)
  const folder = await realpath(path.dirname(path.resolve(workspace, file))).catch(() => null)
  const root = await realpath(workspace).catch(() => workspace)
  if (folder === null || !isInside(root, folder)) {
    throw invalid('The input lock-file', file, 'a path in an existing folder of the workspace')
  }
  const found = path.join(folder, path.basename(file))
  const name = path.relative(root, found)
  const isThere = await isRegularFile(found)
  if (isThere === false) throw invalid('The input lock-file', file, 'a file, not a link or folder')
  return isThere === null && !update ? null : { path: found, name, update, platforms }
}

/** `null`: there is nothing. */
async function isRegularFile(file: string): Promise<boolean | null> {
  try {
    return (await lstat(file)).isFile()
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

function parsePlatforms(text: string): readonly Platform[] {
  const lines = (text === '' ? hostedPlatforms : text).split(/[\r\n]+/).map(line => line.trim())
  return lines.filter(line => line !== '').map(parsePlatform)
}

/** Reads `linux-x86_64`, `linux-aarch64-musl`, `macos-arm64`. */
function parsePlatform(text: string): Platform {
  const [osName = '', architectureName = '', libcName, ...more] = text.toLowerCase().split('-')
  const os = parseOs(osName)
  const architecture = parseArchitecture(architectureName)
  const usual = os === 'linux' && architecture ? usualLibc(architecture.family) : 'none'
  const libc = libcName === undefined ? usual : parseLibc(libcName)
  if (os === null || architecture === null || libc === null || more.length > 0) {
    throw invalid('The input lock-platforms', text, 'lines such as linux-x86_64, macos-arm64')
  }
  return { os, architecture, libc }
}
