import { archives, listJson, type Offer, offer, sharedOffers } from '../support/list.ts'
import { findInterpreters, packPython } from '../support/pack-python.ts'

/** The builds that the second half of eight archives is served as. */
const otherBuild = '20240107'

/**
 * Pythons to install, up to eight: those beside the checkout, else this machine's own, packed. Where
 * there are fewer than wanted, they are served as a second build too.
 */
export async function findOffers(most: number): Promise<readonly Offer[]> {
  const found = (await sharedOffers()).filter(isPlain)
  const offers = found.length > 0 ? newestFirst(found) : await packedOffers(Math.min(most, 4))
  return [...offers, ...offers.map(asOtherBuild)].slice(0, most)
}

/** Tarballs of CPython that a workflow would ask for; debug builds and zstd are no contest. */
function isPlain({ entry, path }: Offer): boolean {
  return entry.name === 'cpython' && path.endsWith('.tar.gz')
}

/** The default build of the newest version first: it is the one that is installed alone. */
function newestFirst(offers: readonly Offer[]): readonly Offer[] {
  const rank = ({ entry: { variant, minor, patch } }: Offer) =>
    (variant === null ? 1e6 : 0) + minor * 1000 + patch
  return offers.toSorted((a, b) => rank(b) - rank(a))
}

async function packedOffers(most: number): Promise<readonly Offer[]> {
  const offers: Offer[] = []
  for (const { executable } of (await findInterpreters()).slice(0, most)) {
    offers.push(offer(await packPython({ interpreter: executable })))
  }
  return offers
}

function asOtherBuild({ key, entry, path, file }: Offer): Offer {
  const rename = (text: string) => text.replaceAll(entry.build, otherBuild)
  return {
    key,
    path: rename(path),
    file,
    entry: { ...entry, build: otherBuild, url: rename(entry.url) },
  }
}

/** Where the mirror has the list of the first so many. */
export function listPath(count: number): string {
  return `list-${count}.json`
}

/** What a mirror needs to serve all of them, with a list for each number of versions. */
export function mirrorContent(offers: readonly Offer[]) {
  const lists = offers.map((_, index) => {
    return [listPath(index + 1), listJson(offers.slice(0, index + 1))] as const
  })
  return { files: archives(offers), texts: Object.fromEntries(lists) }
}

/** `3.13.15t`: as everybody here understands it. */
export function versionOf({ entry }: Offer): string {
  const suffix = entry.variant === 'freethreaded' ? 't' : ''
  return `${entry.major}.${entry.minor}.${entry.patch}${entry.prerelease}${suffix}`
}
