import { type PackageManager, packageManagers } from '../domain/package-manager.ts'
import { type InputReader, parseBoolean, parseWord } from './input-reader.ts'

/** Whose cache of packages a job is to keep, and how. */
export interface PackageCacheInputs {
  readonly manager: PackageManager
  readonly restore: boolean
  readonly save: boolean
}

/** Reads `cache`, `restore-cache` and `save-cache`; `null`: nothing is kept. Throws an `ActionError`. */
export function readPackageCache(input: InputReader): PackageCacheInputs | null {
  const manager = input('cache')
  const restore = parseBoolean('restore-cache', input('restore-cache') || 'true')
  const save = parseBoolean('save-cache', input('save-cache') || 'true')
  if (manager === '') return null
  return { manager: parseWord('The input cache', manager, packageManagers), restore, save }
}
