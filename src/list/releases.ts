import type { Distribution } from '../domain/distribution.ts'
import { headersOf, type Location } from '../domain/location.ts'
import { type Fields, isObject } from '../domain/parsed.ts'
import type { Platform } from '../domain/platform.ts'
import { asItComes, type Variant } from '../domain/python.ts'
import { parseTargetTriple } from '../domain/request/platform-names.ts'
import { parseVersion } from '../domain/version.ts'
import { streamLines } from '../io/http.ts'
import { archiveRank } from './archive-rank.ts'
import type { FetchLimits } from './fetch.ts'
import { keyOf } from './history-format.ts'

const releaseLimits = { timeoutMs: 6_000, maxBytes: 64 * 1024 ** 2 }

/** A line that is no release at all: what answers is not the list. */
class LineError extends Error {}

/**
 * The lines of Astral's list of releases that are newer than a build (`20261110`). The list has the
 * newest release first, so that a few lines are read of thousands. Throws what went wrong.
 */
export async function fetchReleases(
  location: Location,
  newerThan: string,
  { signal, limits = {} }: { readonly signal: AbortSignal; readonly limits?: Partial<FetchLimits> },
): Promise<readonly string[]> {
  const lines: string[] = []
  let isEmpty = true
  const headers = headersOf(location)
  await streamLines(location.url, { ...releaseLimits, ...limits, headers, signal }, line => {
    if (line.trim() === '') return true
    isEmpty = false
    const { build } = readRelease(line)
    if (build > newerThan) lines.push(line)
    return build > newerThan
  })
  if (isEmpty) throw new LineError('it is empty')
  return lines
}

/** What a release offers on the platforms that are wanted; of several archives of a build the best. Pure. */
export function parseRelease(
  line: string,
  isWanted: (platform: Platform) => boolean,
): readonly Distribution[] {
  const { version, build, artifacts } = readRelease(line)
  const best = new Map<string, { readonly rank: number; readonly distribution: Distribution }>()
  for (const artifact of artifacts) {
    const { platform: target, variant: flavour, url: address, sha256 } = artifact
    const words = `${flavour}`.split(/[+-]/)
    // A few targets carry a word that belongs to the flavour.
    const [, triple = '', word] = /^(.*?)(?:-(debug|freethreaded))?$/.exec(`${target}`) ?? []
    const platform = parseTargetTriple(triple)
    const variant = variantOf([...words, `${word}`])
    const url = URL.parse(`${address}`)
    if (platform === null || url?.protocol !== 'https:' || !isWanted(platform)) continue
    if (words.includes('static') || (platform.libc === 'musl' && build < firstDynamicMusl)) continue
    if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) continue
    const key = `cpython-${keyOf(platform, version.text, variant)}`
    const rank = archiveRank(`${flavour}`)
    if (rank >= (best.get(key)?.rank ?? Number.POSITIVE_INFINITY)) continue
    const distribution: Distribution = {
      ...{ key, implementation: 'cpython', version: version.parsed, variant, build, platform },
      ...{ url, sha256, ...asItComes },
    }
    best.set(key, { rank, distribution })
  }
  return [...best.values()].map(({ distribution }) => distribution)
}

/** Before it, builds for musl were static, and could load no extension modules. */
const firstDynamicMusl = '20250311'

function variantOf(words: readonly string[]): Variant {
  const isDebug = words.includes('debug')
  if (!words.includes('freethreaded')) return isDebug ? 'debug' : 'default'
  return isDebug ? 'freethreaded+debug' : 'freethreaded'
}

function readRelease(line: string) {
  const { version: name, artifacts } = parseObject(line)
  const [, text = '', build = ''] = /^([\w.]+)\+(\d{8})$/.exec(`${name}`) ?? []
  const parsed = parseVersion(text)
  if (parsed === null || !Array.isArray(artifacts)) throw new LineError('it has no releases')
  return { version: { text, parsed }, build, artifacts: artifacts.filter(isObject) }
}

function parseObject(line: string): Fields {
  try {
    const value: unknown = JSON.parse(line)
    return isObject(value) ? value : {}
  } catch {
    throw new LineError('it is not JSON')
  }
}
