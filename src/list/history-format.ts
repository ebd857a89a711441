import type { Distribution } from '../domain/distribution.ts'
import { formatArchitecture, type Platform } from '../domain/platform.ts'
import { asItComes, type Implementation, type Variant } from '../domain/python.ts'
import { parseTargetTriple } from '../domain/request/platform-names.ts'
import { parseVersion } from '../domain/version.ts'

/** One archive of the history: the words that its lines are made of. */
export interface HistoryEntry {
  /** The address, with `{version}`, `{build}`, `{target}` and `{ending}` in the places of those. */
  readonly rule: string
  readonly version: string
  readonly build: string
  readonly ending: string
  readonly target: string
  /** Hexadecimal. */
  readonly sha256: string
}

/**
 * The entries of one part of the history. Its lines are of three kinds, and each holds until the
 * next of its kind:
 *
 *     https://example.com/{build}/cpython-{version}%2B{build}-{target}-{ending}
 *     3.13.5 20250612 install_only_stripped.tar.gz
 *     x86_64-unknown-linux-gnu j3QwVbbQ…   (a target and its archive's SHA-256 in base64url)
 *
 * Pure, and reads no line of a target that `isWanted` refuses.
 */
export function* readHistory(
  text: string,
  isWanted: (target: string) => boolean,
): Generator<HistoryEntry> {
  let rule = ''
  let [version, build, ending] = ['', '', '']
  for (const line of text.split('\n')) {
    const space = line.indexOf(' ')
    // No target begins with a digit, and every version does.
    if (/^\d/.test(line)) [version = '', build = '', ending = ''] = line.split(' ')
    else if (line.startsWith('https:')) rule = line
    else if (space > 0 && isWanted(line.slice(0, space))) {
      const sha256 = Buffer.from(line.slice(space + 1), 'base64url').toString('hex')
      yield { rule, version, build, ending, target: line.slice(0, space), sha256 }
    }
  }
}

/** Writes what `readHistory` reads; entries are written in the order in which they come. */
export function formatHistory(entries: Iterable<HistoryEntry>): string {
  const lines: string[] = []
  let [rule, head] = ['', '']
  for (const entry of entries) {
    const { version, build, ending, target, sha256 } = entry
    if (entry.rule !== rule) lines.push(entry.rule)
    if (entry.rule !== rule || head !== `${version} ${build} ${ending}`) {
      lines.push(`${version} ${build} ${ending}`)
    }
    ;[rule, head] = [entry.rule, `${version} ${build} ${ending}`]
    lines.push(`${target} ${Buffer.from(sha256, 'hex').toString('base64url')}`)
  }
  return `${lines.join('\n')}\n`
}

/** The address of an entry's archive. */
export function addressOf(entry: HistoryEntry): string {
  return entry.rule.replaceAll(/\{(version|build|target|ending)\}/g, (_, name) => {
    return entry[name as 'version' | 'build' | 'target' | 'ending']
  })
}

/** An entry as a distribution; `null` where its words make none. The address is put together when it is asked for. */
export function distributionOf(
  entry: HistoryEntry,
  implementation: Implementation,
): Distribution | null {
  const version = parseVersion(entry.version)
  const platform = parseTargetTriple(entry.target)
  if (version === null || platform === null) return null
  const variant = entry.ending.includes('freethreaded') ? 'freethreaded' : 'default'
  return {
    key: `${implementation}-${keyOf(platform, entry.version, variant)}`,
    implementation,
    version,
    variant,
    build: entry.build,
    platform,
    sha256: entry.sha256,
    ...asItComes,
    get url() {
      return new URL(addressOf(entry))
    },
  }
}

/** What uv's key has after the implementation: `3.13.5-linux-x86_64-gnu`. */
export function keyOf(
  { os, architecture, libc }: Platform,
  version: string,
  variant: Variant,
): string {
  const name = variant === 'default' ? version : `${version}+${variant}`
  return [name, os, formatArchitecture(architecture), libc].join('-')
}
