import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { PackedPython } from './pack-python.ts'
import { sharedFile } from './shared-folder.ts'

/** One entry of a list in uv's schema. */
export interface ListEntry {
  readonly name: string
  readonly arch: { readonly family: string; readonly variant: string | null }
  readonly os: string
  readonly libc: string
  readonly major: number
  readonly minor: number
  readonly patch: number
  readonly prerelease: string
  readonly url: string
  readonly sha256: string | null
  readonly variant: string | null
  readonly build: string
}

/** An entry of a list with the archive that it speaks of. */
export interface Offer {
  readonly key: string
  readonly entry: ListEntry
  /** Below a mirror's root: `20250612/cpython-3.13.5+20250612-….tar.gz`. */
  readonly path: string
  /** The archive on this machine. */
  readonly file: string
}

const releases = 'https://github.com/astral-sh/python-build-standalone/releases/download/'

/** The list's entry for a Python packed here. */
export function offer(packed: PackedPython): Offer {
  const { version, variant, build, sha256, file } = packed
  const { os, family, libc } = readTriple(packed.triple)
  const match = /^(\d+)\.(\d+)\.(\d+)(.*)$/.exec(version)
  if (match === null) throw new Error(`not a version: ${version}`)
  const [, major, minor, patch, prerelease = ''] = match
  const path = `${build}/${basename(file)}`
  return {
    key: `cpython-${version}${variant === null ? '' : `+${variant}`}-${os}-${family}-${libc}`,
    path,
    file,
    entry: {
      name: 'cpython',
      arch: { family, variant: null },
      os,
      libc,
      major: Number(major),
      minor: Number(minor),
      patch: Number(patch),
      prerelease,
      url: releases + path.replace('+', '%2B'),
      sha256,
      variant,
      build,
    },
  }
}

/** The Pythons that lie beside the checkout; none where there is no such folder. */
export async function sharedOffers(): Promise<readonly Offer[]> {
  const folder = sharedFile('python-mirror')
  return folder === null ? [] : await offersIn(folder)
}

/** The Pythons of a folder that is laid out as a mirror, with its list. */
export async function offersIn(folder: string): Promise<readonly Offer[]> {
  const list: Record<string, ListEntry> = JSON.parse(
    await readFile(join(folder, 'download-metadata.json'), 'utf8'),
  )
  const offers = Object.entries(list).map(([key, entry]) => {
    const path = decodeURIComponent(new URL(entry.url).pathname).replace(/^(.*\/download)?\//, '')
    return { key, entry, path, file: join(folder, path) }
  })
  return offers.filter(({ file }) => existsSync(file))
}

/** A whole list as text; where two builds share a key, the later one's carries its build. */
export function listJson(offers: readonly Offer[]): string {
  const list: Record<string, ListEntry> = {}
  for (const { key, entry } of offers) {
    list[key in list ? `${key}-${entry.build}` : key] = entry
  }
  return JSON.stringify(list, null, 2)
}

/** An archive as Astral's list of releases has it: a line for its release. */
export function releaseLine({ entry, path }: Offer): string {
  const { major, minor, patch, prerelease, build, url, sha256 } = entry
  const [, platform, variant] =
    /-([^-]+-[^-]+-[^-]+(?:-[^-]+)?)-([a-z_]+)\.tar\.gz$/.exec(path) ?? []
  const artifact = { platform, variant, url, archive_format: 'tar.gz', sha256 }
  const version = `${major}.${minor}.${patch}${prerelease}+${build}`
  return `${JSON.stringify({ version, date: '2099-12-31T00:00:00Z', artifacts: [artifact] })}\n`
}

/** Archives by their path below a mirror's root. */
export function archives(offers: readonly Offer[]): Record<string, string> {
  return Object.fromEntries(offers.map(({ path, file }) => [path, file]))
}

function readTriple(triple: string) {
  const [family = '', , system, libc] = triple.split('-')
  if (system === 'linux') return { family, os: 'linux', libc: libc ?? 'gnu' }
  return { family, os: system === 'darwin' ? 'darwin' : 'windows', libc: 'none' }
}
