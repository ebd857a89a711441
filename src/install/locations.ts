import type { Distribution } from '../domain/distribution.ts'
import { archivesPath, astralReleases } from '../domain/list-sources.ts'
import type { Location } from '../domain/location.ts'
import type { Mirror } from '../domain/mirror.ts'

/** Where archives may come from; a mirror replaces its public place and leaves no other. */
export interface ArchiveSources {
  readonly mirror: Mirror | null
  readonly pypyMirror: Mirror | null
  /** A GitHub token, or empty. */
  readonly token: string
}

const standaloneReleases = 'https://github.com/astral-sh/python-build-standalone/releases/download/'
const standaloneMirror = astralReleases + archivesPath
const pypyDownloads = 'https://downloads.python.org/pypy/'

/** The addresses to try for a distribution's archive, the preferred one first; never empty. */
export function locationsOf({ url }: Distribution, places: ArchiveSources): readonly Location[] {
  const standalone = pathBelow(standaloneReleases, url)
  const pypy = pathBelow(pypyDownloads, url)
  if (standalone !== null && places.mirror !== null) return [onMirror(places.mirror, standalone)]
  if (pypy !== null && places.pypyMirror !== null) return [onMirror(places.pypyMirror, pypy)]
  const listed = { url, authorization: githubAuthorization(url, places.token) }
  if (standalone === null) return [listed]
  return [{ url: new URL(standaloneMirror + standalone), authorization: null }, listed]
}

/** What follows the prefix in an address; `null` where the address is elsewhere. */
function pathBelow(prefix: string, { href }: URL): string | null {
  return href.startsWith(prefix) ? href.slice(prefix.length) : null
}

function onMirror({ base, authorization }: Mirror, path: string): Location {
  const url = new URL(base.href + path)
  // A list's path cannot lead away from the mirror: URLs are resolved before the origins are compared.
  return { url, authorization: url.origin === base.origin ? authorization : null }
}

function githubAuthorization(url: URL, token: string): string | null {
  return token !== '' && url.origin === 'https://github.com' ? `token ${token}` : null
}
