import type { InvalidationMode } from '../domain/bytecode.ts'
import { layoutNumber } from '../domain/layout.ts'
import { type Python, pythonId } from '../domain/python.ts'
import { digest } from '../io/digest.ts'

/** Everything that makes one entry different from another. */
export interface CacheKeyParts {
  readonly python: Python
  /** SHA-256 of the archive. */
  readonly archiveSha256: string
  /** Where the installation is published. Its build configuration and its bytecode name this path. */
  readonly finalPath: string
  /** How the standard library's bytecode is validated; `null`: an entry without bytecode. */
  readonly bytecode: InvalidationMode | null
}

/**
 * What entries are made of besides the archive and its layout. A number grows when entries of an
 * older make must not be used any more; that of the bytecode leaves the entries without alone.
 */
export const make = { relocation: 2, bytecode: 1 } as const

/** The service refuses 512 characters; only a list of the user's own can bring such a name about. */
const nameLimit = 300

/** The key of an entry, and all that it stands for. */
export interface CacheKey {
  readonly name: string
  readonly parts: Readonly<Record<string, string | number | null>>
}

/** Makes a key: readable first, then a digest of a fixed width, so that no key starts another. */
export function cacheKey({ python, archiveSha256, finalPath, bytecode }: CacheKeyParts): CacheKey {
  const id = pythonId(python)
  const content = bytecode === null ? 'source' : `bytecode-${bytecode}`
  const parts = {
    ...{ python: id, archiveSha256, finalPath },
    ...{ layout: layoutNumber, relocation: make.relocation },
    ...{ content, bytecode: bytecode === null ? null : make.bytecode },
  }
  const values = JSON.stringify(Object.values(parts))
  // Commas separate keys in the service's requests. The mode is named by the content already.
  const readable = pythonId({ ...python, hashMode: null })
    .replaceAll(/[^\w.+-]/g, '_')
    .slice(0, nameLimit)
  return { name: `managed-python-v1-${readable}-${content}-${digest(values)}`, parts }
}
