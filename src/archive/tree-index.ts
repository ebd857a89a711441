import { quote } from '../domain/quote.ts'
import type { Entry } from './entry.ts'
import { foldName, linkedSteps, stepsOf } from './entry-name.ts'
import { InvalidArchive } from './invalid-archive.ts'

/** No Python has a tenth of it; an archive that does would use up the disk's inodes. */
const maxEntries = 500_000

export interface TreeIndexOptions {
  /**
   * The folder of the archive that is unpacked, such as `python/install`; the rest is passed over.
   * Empty: all of it. `null`: its only top folder, whatever that is called.
   */
  readonly root: string | null
  readonly platform: NodeJS.Platform
}

/** What is to be made of an entry; paths are relative to the root, with `/`. */
export interface Placed {
  readonly path: string
  /** The folders to make before it, outermost first. */
  readonly folders: readonly string[]
  /** Of a hard link: the file that it shares; of a link: its text. */
  readonly target: string
}

/** Knows all that was put below a root, and so what may still be. It does nothing itself. */
export interface TreeIndex {
  /** Finds an entry's place; `null`: none of our business, or there already. Throws `InvalidArchive`. */
  place(entry: Entry): Placed | null
  /** Throws `InvalidArchive` where nothing at all was below the root. */
  finish(): void
}

type Kind = Entry['kind']

/** An index of nothing yet. */
export function createTreeIndex({ root, platform }: TreeIndexOptions): TreeIndex {
  /** Everything below the root, by the name that the system keeps it under. */
  const known = new Map<string, { readonly path: string; readonly kind: Kind }>()
  let rootSteps = root?.split('/').filter(step => step !== '') ?? null
  let entries = 0

  /** The steps from the root to what is below it; `null`: it is outside of the root, or on the way to it. */
  const belowRoot = ({ name, kind }: Pick<Entry, 'name' | 'kind'>): readonly string[] | null => {
    const steps = stepsOf(name, platform)
    if (steps[0] === undefined) {
      if (kind === 'folder') return null
      throw new InvalidArchive(`its entry ${quote(name)} has no name`)
    }
    rootSteps ??= [steps[0]]
    const isBelow = rootSteps.every((step, index) => index >= steps.length || steps[index] === step)
    if (!isBelow) {
      if (root === null) throw new InvalidArchive('it should contain one top folder')
      return null
    }
    if (steps.length > rootSteps.length) return steps.slice(rootSteps.length)
    if (kind === 'folder') return null
    throw new InvalidArchive(`its ${steps.join('/')} is a file or link, not a folder`)
  }

  const look = (path: string) => known.get(foldName(path, platform))

  /** Notes down what is new, and refuses what is in its way. */
  const claim = (path: string, kind: Kind, name: string): boolean => {
    const there = look(path)
    if (there === undefined) {
      if (++entries > maxEntries)
        throw new InvalidArchive(`it contains more than ${maxEntries} entries`)
      known.set(foldName(path, platform), { path, kind })
      return true
    }
    if (there.path !== path) {
      const both = `${quote(there.path)} and ${quote(path)}`
      throw new InvalidArchive(`it contains ${both}, which are the same file on this system`)
    }
    if (there.kind !== 'folder') {
      const what = kind === 'folder' ? 'passes through a file or link' : 'is there twice'
      throw new InvalidArchive(`its entry ${quote(name)} ${what}`)
    }
    if (kind !== 'folder') throw new InvalidArchive(`its entry ${quote(name)} is also a folder`)
    return false
  }

  const targetOf = (entry: Entry, folder: readonly string[]): string => {
    if (entry.kind === 'link') {
      linkedSteps(entry, folder, platform)
      return entry.target
    }
    if (entry.kind !== 'hard-link') return ''
    const path = belowRoot({ name: entry.target, kind: 'folder' })?.join('/')
    const kind = path === undefined ? undefined : look(path)?.kind
    if (path === undefined || (kind !== 'file' && kind !== 'hard-link')) {
      const link = `its entry ${quote(entry.name)} links to ${quote(entry.target)}`
      throw new InvalidArchive(`${link}, which is not an earlier file of the archive`)
    }
    return path
  }

  return {
    place: entry => {
      const steps = belowRoot(entry)
      if (steps === null) return null
      const folder = steps.slice(0, -1)
      const target = targetOf(entry, folder)
      const folders = folder
        .map((_, index) => folder.slice(0, index + 1).join('/'))
        .filter(path => claim(path, 'folder', entry.name))
      const path = steps.join('/')
      const isNew = claim(path, entry.kind, entry.name)
      return isNew || folders.length > 0 ? { path, folders, target } : null
    },
    finish: () => {
      if (entries > 0) return
      const wanted =
        root === null ? 'it should contain one top folder' : `it contains no folder ${root}`
      throw new InvalidArchive(root === '' ? 'it is empty' : wanted)
    },
  }
}
