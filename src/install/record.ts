import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Bytecode, hashModes, invalidationModes } from '../domain/bytecode.ts'
import { layoutNumber } from '../domain/layout.ts'
import { type Fields, isCount, isObject } from '../domain/parsed.ts'
import { architectureFamilies, libcs, oses, type Platform } from '../domain/platform.ts'
import { implementations, type Python, pythonId, variants } from '../domain/python.ts'
import { parseVersion } from '../domain/version.ts'
import { writeFileAtomically } from '../io/files.ts'

/** What we note down inside each installation, and believe only where it fits what we find. */
export interface InstallationRecord {
  readonly layout: number
  readonly id: string
  readonly python: Python
  /** The folder that the installation was made for: its build configuration names it. */
  readonly path: string
  readonly archiveSha256: string | null
  /** Files in the tree, not counting this record and bytecode. */
  readonly files: number
  /** Of the whole tree, as `digestTree` takes it, where others may restore it; else `null`. */
  readonly digest: string | null
  /** Given to each tree as it is published, so that no two have the same; `null`: not published. */
  readonly tree: string | null
  readonly bytecode: Bytecode | null
}

/** Its file's name, at the root of an installation. */
export const recordName = '.managed-python.json'

/** The file beside it that says what bytecode was added later. */
const noteName = '.managed-python-bytecode.json'

/** What is ours in a tree, and no part of the Python. */
export const ownNames: ReadonlySet<string> = new Set([recordName, noteName])

/** Writes an installation's record, all of it or nothing. */
export async function writeRecord(folder: string, record: InstallationRecord): Promise<void> {
  await writeFileAtomically(path.join(folder, recordName), `${JSON.stringify(record, null, 2)}\n`)
}

/**
 * Notes that the tree of this name has got bytecode. In a tree that another job has put in its place
 * meanwhile the note says nothing.
 */
export async function noteBytecode(
  folder: string,
  tree: string,
  bytecode: Bytecode,
): Promise<void> {
  await writeFileAtomically(path.join(folder, noteName), `${JSON.stringify({ tree, bytecode })}\n`)
}

/** The record in a folder; `null` where there is none, or none that this version of ours wrote. */
export async function readRecord(folder: string): Promise<InstallationRecord | null> {
  const record = await readParsed(path.join(folder, recordName), parseRecord)
  if (record === null || record.bytecode !== null || record.tree === null) return record
  const bytecode = await readParsed(path.join(folder, noteName), note => {
    return isObject(note) && note.tree === record.tree ? parseBytecode(note.bytecode) : null
  })
  return { ...record, bytecode: bytecode ?? null }
}

async function readParsed<T>(file: string, parse: (value: unknown) => T): Promise<T | null> {
  try {
    return parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return null
  }
}

function parseRecord(value: unknown): InstallationRecord | null {
  if (!isObject(value) || value.layout !== layoutNumber) return null
  const { layout, id, path, archiveSha256, files, digest, tree } = value
  const python = parsePython(value.python)
  const bytecode = parseBytecode(value.bytecode)
  const isRecord =
    typeof path === 'string' &&
    isTextOrNull(archiveSha256) &&
    isTextOrNull(digest) &&
    isTextOrNull(tree) &&
    isCount(files) &&
    bytecode !== undefined
  if (!isRecord || python === null || id !== pythonId(python)) return null
  return { layout, id, python, path, archiveSha256, files, digest, tree, bytecode }
}

function parsePython(value: unknown): Python | null {
  if (!isObject(value) || !isObject(value.version) || !isObject(value.platform)) return null
  const { build, pip } = value
  const { major, minor, patch, prerelease } = value.version
  const implementation = implementations.find(name => name === value.implementation)
  const variant = variants.find(name => name === value.variant)
  const hashMode = [...hashModes, null].find(mode => mode === value.hashMode)
  const platform = parsePlatform(value.platform)
  const version = parseVersion(`${major}.${minor}.${patch}${prereleaseText(prerelease)}`)
  if (!implementation || !variant || !platform || !version) return null
  if (typeof build !== 'string' || !isTextOrNull(pip) || hashMode === undefined) return null
  return { implementation, version, variant, build, platform, pip, hashMode }
}

function prereleaseText(value: unknown): string {
  return isObject(value) ? `${value.phase}${value.number}` : ''
}

function parsePlatform({ os: osName, libc: libcName, architecture }: Fields): Platform | null {
  if (!isObject(architecture)) return null
  const os = oses.find(name => name === osName)
  const libc = libcs.find(name => name === libcName)
  const family = architectureFamilies.find(name => name === architecture.family)
  const { level } = architecture
  return os && libc && family && isTextOrNull(level)
    ? { os, architecture: { family, level }, libc }
    : null
}

function parseBytecode(value: unknown): Bytecode | null | undefined {
  if (value === null) return null
  if (!isObject(value)) return undefined
  const { files, uncompilable, seconds } = value
  const mode = invalidationModes.find(mode => mode === value.mode)
  if (mode === undefined || !isCount(files) || !isCount(uncompilable) || !isCount(seconds)) {
    return undefined
  }
  return { mode, files, uncompilable, seconds }
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string'
}
