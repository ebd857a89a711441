import path from 'node:path'
import { isInside } from '../io/files.ts'

/** Folders as an entry of the cache has them: relative to one that they have in common. */
export interface Place {
  readonly root: string
  /** With `/`. */
  readonly folders: readonly string[]
}

/** Characters by which the cache's library would take a path for a pattern. */
const patternCharacters = /[*?[\]\\\n]|^[!#~]/

/** Where these absolute folders are, or a clause that says why no entry can hold them. */
export function placeOf(
  folders: readonly string[],
  paths: path.PlatformPath = path,
): Place | { readonly fault: string } {
  const distinct = [...new Set(folders.map(folder => paths.resolve(folder)))].sort()
  const [first = paths.resolve('.')] = distinct
  let root = paths.dirname(first)
  while (!distinct.every(folder => folder !== root && isInside(root, folder, paths))) {
    const parent = paths.dirname(root)
    if (parent === root) return { fault: `${distinct.join(' and ')} have no folder in common` }
    root = parent
  }
  const names = distinct.map(folder => paths.relative(root, folder).replaceAll(paths.sep, '/'))
  const odd = names.find(name => patternCharacters.test(name))
  return odd === undefined
    ? { root, folders: names }
    : { fault: `the cache cannot hold a folder of the name ${odd}` }
}
