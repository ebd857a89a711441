import { compareBuilds } from '../../../src/domain/build.ts'
import { type Platform, targetTriple } from '../../../src/domain/platform.ts'
import {
  parseArchitecture,
  parseLibc,
  parseOs,
} from '../../../src/domain/request/platform-names.ts'
import { compareVersions, parseVersion } from '../../../src/domain/version.ts'
import { archiveRank } from '../../../src/list/archive-rank.ts'
import { addressOf, formatHistory, type HistoryEntry } from '../../../src/list/history-format.ts'

/** An entry of a list, of any of the forms that it had over time. */
interface ListEntry {
  readonly name: string
  readonly arch: string | { readonly family: string; readonly variant: string | null }
  readonly os: string
  readonly libc: string
  readonly major: number
  readonly minor: number
  readonly patch: number
  readonly prerelease?: string | null
  readonly url: string
  readonly sha256?: string | null
  readonly variant?: string | null
  readonly build?: string | null
}

/** The entries of each part, by its name (`cpython-3.13`). */
export type Parts = ReadonlyMap<string, readonly HistoryEntry[]>

/** What became of the entries of some lists. */
export interface Merged {
  readonly parts: Parts
  /** Addresses that are in no part, by the reason for it. */
  readonly leftOut: ReadonlyMap<string, ReadonlySet<string>>
}

/** Adds the archives of lists to a history: one archive for each version, build, target and variant. Pure. */
export function mergeLists(present: Parts, lists: Iterable<unknown>): Merged {
  const best = new Map<string, readonly [part: string, entry: HistoryEntry]>()
  const leftOut = new Map<string, Set<string>>()
  const take = (part: string, entry: HistoryEntry) => {
    const { version, build, target, ending } = entry
    const key = [part, version, build, target, isFreethreaded(ending)].join(' ')
    const rival = best.get(key)?.[1]
    if (rival === undefined || archiveRank(ending) < archiveRank(rival.ending))
      best.set(key, [part, entry])
  }
  for (const [part, entries] of present) for (const entry of entries) take(part, entry)
  for (const list of lists) {
    for (const listed of Object.values(list as Record<string, ListEntry>)) {
      const url = canonicalAddress(listed.url)
      const reason = refusalOf(listed, url)
      if (reason === null)
        take(`${listed.name}-${listed.major}.${listed.minor}`, entryOf(listed, url))
      else leftOut.set(reason, (leftOut.get(reason) ?? new Set()).add(url))
    }
  }
  const parts = Map.groupBy(best.values(), ([part]) => part)
  const sorted = [...parts].sort(([a], [b]) => comparePartNames(a, b))
  return {
    parts: new Map(
      sorted.map(([part, found]) => [part, found.map(([, e]) => e).sort(compareEntries)]),
    ),
    leftOut: withoutKnown(leftOut, best.values()),
  }
}

/** The text of each part's file; pure. */
export function partTexts(parts: Parts): ReadonlyMap<string, string> {
  return new Map([...parts].map(([part, entries]) => [part, formatHistory(entries)]))
}

/** Older lists lack hashes that newer ones have: what is known from those is not left out. */
function withoutKnown(
  leftOut: ReadonlyMap<string, ReadonlySet<string>>,
  found: Iterable<readonly [string, HistoryEntry]>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Set([...found].map(([, entry]) => addressOf(entry)))
  const unknown = [...leftOut].map(([reason, urls]) => {
    return [reason, new Set([...urls].filter(url => !known.has(url)))] as const
  })
  return new Map(unknown)
}

/** python-build-standalone has moved, and its old addresses lead to the new ones. */
function canonicalAddress(url: string): string {
  return url
    .replace('https://github.com/indygreg/', 'https://github.com/astral-sh/')
    .replaceAll('+', '%2B')
}

/** Why an archive has no place in the history; `null`: it has. */
function refusalOf(
  { os, libc, name, sha256, variant, build }: ListEntry,
  url: string,
): string | null {
  if (os === 'emscripten') return 'Pyodide, which has no hashes'
  if (variant?.includes('debug') || url.includes('debug')) return 'debug builds'
  if (!sha256) return 'no hash in any list'
  // These cannot load extension modules; uv's list has dropped them.
  const release = build ?? buildIn(url)
  if (name === 'cpython' && libc === 'musl' && release < '20250311') return 'static musl builds'
  return null
}

function entryOf(listed: ListEntry, url: string): HistoryEntry {
  const { name, major, minor, patch, prerelease } = listed
  const build = listed.build || buildIn(url)
  const claimed = `${major}.${minor}.${patch}${prerelease ?? ''}`
  const version = corrections[`${name} ${build} ${claimed}`] ?? claimed
  const sha256 = listed.sha256 ?? ''
  for (const target of targetsOf(listed)) {
    for (const template of rules[listed.name] ?? []) {
      const rule = template.replace('{minor}', `${major}.${minor}`)
      const start = addressOf({ rule, version, build, target, ending: '', sha256 })
      if (!url.startsWith(start)) continue
      return { rule, version, build, target, ending: url.slice(start.length), sha256 }
    }
  }
  const [target = ''] = targetsOf(listed)
  return { rule: url, version, build, target, ending: url.slice(url.lastIndexOf('/') + 1), sha256 }
}

/** Versions that PyPy's own list had wrong, and uv's then. */
const corrections: Readonly<Record<string, string>> = { 'pypy 7.3.18 3.10.19': '3.10.16' }

const standalone = 'https://github.com/astral-sh/python-build-standalone/releases/download/{build}'
const graalpy = 'https://github.com/oracle/graalpython/releases/download'

/** How archives are named, by implementation; an archive that is named otherwise keeps its address. */
const rules: Readonly<Record<string, readonly string[]>> = {
  cpython: [
    `${standalone}/cpython-{version}%2B{build}-{target}-{ending}`,
    `${standalone}/cpython-{version}-{target}-{ending}`,
  ],
  pypy: ['https://downloads.python.org/pypy/pypy{minor}-v{build}-{ending}'],
  graalpy: [
    `${graalpy}/graal-{build}/graalpy{minor}-{build}-{ending}`,
    `${graalpy}/graal-{build}/graalpy-{build}-{ending}`,
    `${graalpy}/vm-{build}/graalpy-{build}-{ending}`,
  ],
}

/** A release's date, or the version of PyPy or GraalPy, from lists that did not say it. */
function buildIn(url: string): string {
  return /\/download\/(\d{8})\//.exec(url)?.[1] ?? /-v?(\d+\.\d+\.\d+)-/.exec(url)?.[1] ?? '0'
}

/** The target as we spell it, and as addresses may. */
function targetsOf({ arch, os, libc }: ListEntry): readonly string[] {
  const name =
    typeof arch === 'string' ? arch : arch.variant ? `${arch.family}_${arch.variant}` : arch.family
  const platform = { os: parseOs(os), architecture: parseArchitecture(name), libc: parseLibc(libc) }
  if (platform.os === null || platform.architecture === null || platform.libc === null) {
    throw new Error(
      `There is no platform ${os} ${name} ${libc} yet: teach it to src/domain/platform.ts`,
    )
  }
  const target = targetTriple(platform as Platform)
  return [target, target.replace('powerpc64le', 'ppc64le')]
}

function isFreethreaded(ending: string): boolean {
  return ending.includes('freethreaded')
}

function comparePartNames(a: string, b: string): number {
  const [[name = '', minor = ''], [otherName = '', otherMinor = '']] = [a.split('-'), b.split('-')]
  return name === otherName ? compareBuilds(minor, otherMinor) : name < otherName ? -1 : 1
}

function compareEntries(a: HistoryEntry, b: HistoryEntry): number {
  const [version, other] = [parseVersion(a.version), parseVersion(b.version)]
  if (version === null || other === null) throw new Error(`No version: ${a.version}, ${b.version}`)
  return (
    compareVersions(version, other) ||
    compareBuilds(a.build, b.build) ||
    compareText(a.rule, b.rule) ||
    compareText(a.ending, b.ending) ||
    compareText(a.target, b.target)
  )
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
