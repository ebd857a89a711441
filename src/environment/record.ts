import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { isCount, isObject } from '../domain/parsed.ts'
import { writeFileAtomically } from '../io/files.ts'

/** What is noted down inside an environment when it is whole, and believed only where it fits. */
export interface EnvironmentRecord {
  /** The key that the environment was made for. */
  readonly key: string
  /** SHA-256 over names, sizes and modes of its files, as `surveyFolder` has it. */
  readonly digest: string
  /** Files of bytecode that it had. */
  readonly caches: number
  /** How long installing took, in seconds. */
  readonly installSeconds: number
}

/** Its file's name, at the root of an environment. */
export const recordName = '.managed-python-environment.json'

/** Writes an environment's record: the last thing that is done to it. */
export async function writeRecord(folder: string, record: EnvironmentRecord): Promise<void> {
  await writeFileAtomically(path.join(folder, recordName), `${JSON.stringify(record, null, 2)}\n`)
}

/** The record of an environment; `null` where there is none, or none that makes sense. */
export async function readRecord(folder: string): Promise<EnvironmentRecord | null> {
  try {
    return parseRecord(JSON.parse(await readFile(path.join(folder, recordName), 'utf8')))
  } catch {
    return null
  }
}

function parseRecord(value: unknown): EnvironmentRecord | null {
  if (!isObject(value)) return null
  const { key, digest, caches, installSeconds } = value
  if (typeof key !== 'string' || typeof digest !== 'string') return null
  return isCount(caches) && isCount(installSeconds) ? { key, digest, caches, installSeconds } : null
}
