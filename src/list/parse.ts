import type { Distribution } from '../domain/distribution.ts'
import { ActionError } from '../domain/errors.ts'
import { type Fields, isObject } from '../domain/parsed.ts'
import {
  type Architecture,
  architectureFamilies,
  libcs,
  type Os,
  oses,
  type Platform,
} from '../domain/platform.ts'
import {
  asItComes,
  type Implementation,
  implementations,
  type Variant,
  variants,
} from '../domain/python.ts'
import { type PythonVersion, parsePrerelease } from '../domain/version.ts'

export interface List {
  readonly distributions: readonly Distribution[]
  /** Entries that no distribution can be made of, each with the place and what is wrong there. */
  readonly skipped: readonly string[]
}

/**
 * Whether an entry can be of use, by words that are not checked yet: most entries are for other
 * machines, and checking them all takes three times as long as reading the text.
 */
export type IsWanted = (implementation: string, platform: Platform) => boolean

const everything: IsWanted = () => true

/** The text of a list, read once. */
export interface ListText {
  /** What is wanted of it. Throws an `ActionError` where nothing in it is usable at all. */
  parse(isWanted?: IsWanted): List
  /** A list of nothing but what is wanted, as text. */
  cut(isWanted: IsWanted): string
}

/**
 * Reads a download list in uv's schema. An entry that cannot be used is skipped; a text that is no
 * list, or one with nothing usable at all, is an `ActionError` that names `source`, the list's
 * address. Entries that are not wanted are not looked at any closer.
 */
export function parseList(text: string, source: string, isWanted = everything): List {
  return readListText(text, source).parse(isWanted)
}

/** The same in steps. Throws an `ActionError` where the text is no list. */
export function readListText(text: string, source: string): ListText {
  const entries = Object.entries(parseObject(text, source))
  const select = (isWanted: IsWanted) => {
    return entries.filter(([, value]) => !isObject(value) || isWantedEntry(value, isWanted))
  }
  return {
    parse: (isWanted = everything) => {
      const wanted = select(isWanted)
      const list = parseEntries(wanted, source)
      if (list.distributions.length > 0 || wanted.length < entries.length) return list
      const [first] = list.skipped
      const found = first === undefined ? 'no entry' : `only unusable entries, the first: ${first}`
      throw listError(source, `has ${found}`)
    },
    cut: isWanted => JSON.stringify(Object.fromEntries(select(isWanted))),
  }
}

function parseEntries(entries: readonly [string, unknown][], source: string): List {
  // A list that someone else serves has no say about the files of this machine.
  const protocols = ['https:', 'http:', ...(source.startsWith('file:') ? ['file:'] : [])]
  const distributions: Distribution[] = []
  const skipped: string[] = []
  for (const [key, value] of entries) {
    try {
      distributions.push(parseEntry(key.slice(0, longestKey), value, protocols))
    } catch (error) {
      if (!(error instanceof EntryError)) throw error
      skipped.push(error.message)
    }
  }
  return { distributions, skipped }
}

/** A key is for people: cut, it still says what is meant. */
const longestKey = 100

function isWantedEntry(entry: Fields, isWanted: IsWanted): boolean {
  const { name, os, libc } = entry
  const { family, variant: level = null } = isObject(entry.arch) ? entry.arch : {}
  const implementation = name === 'cpython' && os === 'emscripten' ? 'pyodide' : name
  return isWanted(`${implementation}`, { os, architecture: { family, level }, libc } as Platform)
}

function parseObject(text: string, source: string): Fields {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw listError(source, 'is not JSON', error)
  }
  if (!isObject(value)) throw listError(source, 'is not a JSON object')
  return value
}

function listError(source: string, found: string, cause?: unknown): ActionError {
  return new ActionError({
    code: 'LIST_INVALID',
    message: `The list of Python distributions at ${source} ${found}.`,
    hint: "Point python-downloads-json-url at a JSON file in the schema of uv's download-metadata.json.",
    cause,
  })
}

/** One entry's fault; never leaves this file. */
class EntryError extends Error {}

function parseEntry(key: string, value: unknown, protocols: readonly string[]): Distribution {
  if (!isObject(value)) throw new EntryError(`${key}: not an object`)
  const os = oneOf(oses, { key, value, field: 'os' })
  return {
    key,
    implementation: parseImplementation(key, value, os),
    version: parseVersion(key, value),
    variant: parseVariant(key, value),
    build: matching(/^[\w.]{1,40}$/, { key, value, field: 'build' }),
    platform: {
      os,
      architecture: parseArchitecture(key, value),
      libc: oneOf(libcs, { key, value, field: 'libc' }),
    },
    url: parseUrl({ key, value, field: 'url' }, protocols),
    sha256: parseSha256(key, value),
    ...asItComes,
  }
}

/** uv lists Pyodide as the CPython of emscripten, which it is; for us the name says how to treat it. */
function parseImplementation(key: string, value: Fields, os: Os): Implementation {
  const name = oneOf(implementations, { key, value, field: 'name' })
  return name === 'cpython' && os === 'emscripten' ? 'pyodide' : name
}

function parseVersion(key: string, value: Fields): PythonVersion {
  const text = value.prerelease
  const prerelease = typeof text === 'string' ? parsePrerelease(text) : null
  if (prerelease === null && text !== '' && text !== null && text !== undefined) {
    throw wrong({ key, value, field: 'prerelease' })
  }
  return {
    major: releaseNumber({ key, value, field: 'major' }),
    minor: releaseNumber({ key, value, field: 'minor' }),
    patch: releaseNumber({ key, value, field: 'patch' }),
    prerelease,
  }
}

function parseVariant(key: string, value: Fields): Variant {
  if (value.variant === null || value.variant === undefined) return 'default'
  return oneOf(variants, { key, value, field: 'variant' })
}

function parseArchitecture(key: string, entry: Fields): Architecture {
  const value = entry.arch
  if (!isObject(value)) throw wrong({ key, value: entry, field: 'arch' })
  const family = oneOf(architectureFamilies, { key, value, field: 'family' })
  if (value.variant === null || value.variant === undefined) return { family, level: null }
  return { family, level: matching(/^v[234]$/, { key, value, field: 'variant' }) }
}

function parseUrl(place: Field, protocols: readonly string[]): URL {
  const { url: text } = place.value
  const url = typeof text === 'string' ? URL.parse(text) : null
  if (url === null || !protocols.includes(url.protocol)) throw wrong(place)
  // Not shown, either: a password of a list's is no secret that we know of.
  if (url.username + url.password !== '') throw new EntryError(`${place.key}: credentials in url`)
  return url
}

function parseSha256(key: string, value: Fields): string | null {
  if (value.sha256 === null || value.sha256 === undefined) return null
  return matching(/^[0-9a-f]{64}$/i, { key, value, field: 'sha256' }).toLowerCase()
}

interface Field {
  readonly key: string
  readonly value: Fields
  readonly field: string
}

function oneOf<T extends string>(words: readonly T[], place: Field): T {
  const found = words.find(word => word === place.value[place.field])
  if (found === undefined) throw wrong(place)
  return found
}

function matching(pattern: RegExp, place: Field): string {
  const text = place.value[place.field]
  if (typeof text !== 'string' || !pattern.test(text)) throw wrong(place)
  return text
}

function releaseNumber(place: Field): number {
  const number = place.value[place.field]
  if (!Number.isInteger(number) || Number(number) < 0 || Number(number) > 9999) throw wrong(place)
  return Number(number)
}

function wrong({ key, value, field }: Field): EntryError {
  return new EntryError(`${key}: unusable ${field} ${JSON.stringify(value[field])?.slice(0, 100)}`)
}
