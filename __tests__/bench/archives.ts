import { readFileSync, statSync } from 'node:fs'
import {
  archives,
  type ListEntry,
  listJson,
  type Offer,
  offer,
  offersIn,
  sharedOffers,
} from '../support/list.ts'
import { findInterpreters, packPython } from '../support/pack-python.ts'
import { sharedFile } from '../support/shared-folder.ts'

/** The builds that the second half of eight archives is served as. */
const otherBuild = '20240107'

/** As large as what python-build-standalone releases: what is packed from a system's Python has half. */
const realBytes = 20_000_000

/**
 * Pythons to install, up to eight: those of a folder laid out as a mirror, with its list, else those
 * beside the checkout, else this machine's own, packed. Real archives come first. Where there are
 * fewer than wanted, they are served as a second build too.
 */
export async function findOffers(
  most: number,
  folder: string | null = null,
): Promise<readonly Offer[]> {
  const found = (await (folder === null ? sharedOffers() : offersIn(folder))).filter(isPlain)
  const offers = found.length > 0 ? newestFirst(found) : await packedOffers(Math.min(most, 4))
  return [...offers, ...offers.map(asOtherBuild)].slice(0, most)
}

/** Tarballs of CPython that a workflow would ask for; debug builds and zstd are no contest. */
function isPlain({ entry, path }: Offer): boolean {
  return entry.name === 'cpython' && path.endsWith('.tar.gz')
}

/** What archives there are, for people. */
export function describeOffers(offers: readonly Offer[]): string {
  const real = offers.filter(isReal).length
  const size = (of: Offer) => `${versionOf(of)} (${(statSync(of.file).size / 1e6).toFixed(1)} MB)`
  const kind =
    real === offers.length ? 'of a release\u2019s size' : `${real} of a release\u2019s size`
  return `Archives, ${kind}: ${offers.map(size).join(', ')}`
}

function isReal({ file }: Offer): boolean {
  return statSync(file).size > realBytes
}

/** Real ones first, then the default build of the newest version: it is the one that is installed alone. */
function newestFirst(offers: readonly Offer[]): readonly Offer[] {
  const rank = (offer: Offer) => {
    const { variant, minor, patch } = offer.entry
    return (isReal(offer) ? 1e9 : 0) + (variant === null ? 1e6 : 0) + minor * 1000 + patch
  }
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

/** As many entries as uv's published list has. */
const listEntries = 5530

/** A list as long as the published one: uv's own where there is a copy, else one like it. */
export function paddedList(offers: readonly Offer[]): string {
  const own: Record<string, ListEntry> = JSON.parse(listJson(offers))
  const taken = new Set(offers.map(({ entry }) => nameOf(entry)))
  const real = sharedFile('reference/uv-download-metadata.json')
  const others: Record<string, ListEntry> =
    real === null ? madeUp(offers) : JSON.parse(readFileSync(real, 'utf8'))
  // Of the versions that are asked for there is nothing but what the mirror has.
  const rest = Object.entries(others).filter(([, entry]) => !taken.has(nameOf(entry)))
  return JSON.stringify({ ...Object.fromEntries(rest.slice(0, listEntries)), ...own })
}

function nameOf({ name, major, minor, patch, variant }: ListEntry): string {
  return `${name} ${major}.${minor}.${patch} ${variant}`
}

function madeUp([first]: readonly Offer[]): Record<string, ListEntry> {
  if (first === undefined) return {}
  const entries = Array.from({ length: listEntries }, (_, index) => {
    const entry = { ...first.entry, os: 'darwin', libc: 'none', minor: index % 16, patch: index }
    return [`made-up-${index}`, entry] as const
  })
  return Object.fromEntries(entries)
}

/** What a mirror needs to serve all of them, with a list for each number of versions. */
export function mirrorContent(offers: readonly Offer[]) {
  const lists = offers.map((_, index) => {
    return [listPath(index + 1), paddedList(offers.slice(0, index + 1))] as const
  })
  return { files: archives(offers), texts: Object.fromEntries(lists) }
}

/** `3.13.15t`: as everybody here understands it. */
export function versionOf({ entry }: Offer): string {
  const suffix = entry.variant === 'freethreaded' ? 't' : ''
  return `${entry.major}.${entry.minor}.${entry.patch}${entry.prerelease}${suffix}`
}
