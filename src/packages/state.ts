import path from 'node:path'
import { type PackageManager, packageManagers } from '../domain/package-manager.ts'
import { isObject } from '../domain/parsed.ts'
import { keyStart } from './key.ts'
import { type Place, placeOf } from './place.ts'

/** What the step decided, for the step after the job. */
export interface PackagesState {
  readonly manager: PackageManager
  readonly key: string
  /** The key of the entry that was restored. */
  readonly matched: string | null
  readonly place: Place
}

/** The name that the runner keeps it under. */
export const stateName = 'packages'

/** The state as a text. */
export function formatState(state: PackagesState): string {
  return JSON.stringify(state)
}

/** Reads what `formatState` wrote; `null` where it is anything else, by accident or by intent. */
export function parseState(text: string): PackagesState | null {
  const value = parseJson(text)
  if (!isObject(value) || !isObject(value.place)) return null
  const manager = packageManagers.find(name => name === value.manager)
  const { key, matched } = value
  const { root, folders } = value.place
  if (manager === undefined || !isKey(key, manager)) return null
  if (matched !== null && !isKey(matched, manager)) return null
  if (typeof root !== 'string' || !path.isAbsolute(root) || !isTexts(folders)) return null
  // Only what makes the same again was made by us.
  const place = placeOf(folders.map(folder => path.join(root, folder)))
  const same = JSON.stringify(place) === JSON.stringify({ root, folders })
  return same ? { manager, key, matched, place: { root, folders } } : null
}

function isKey(value: unknown, manager: PackageManager): value is string {
  if (typeof value !== 'string' || value.length > 512) return false
  return value.startsWith(`${keyStart}${manager}-`) && /^[\w.+-]+$/.test(value)
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every(each => typeof each === 'string')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
