import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Distribution } from '../domain/distribution.ts'
import type { Platform } from '../domain/platform.ts'
import { type Implementation, implementations } from '../domain/python.ts'
import { parseTargetTriple } from '../domain/request/platform-names.ts'
import type { Specifier, VersionRequest } from '../domain/request/request.ts'
import { distributionOf, readHistory } from './history-format.ts'
import type { IsWanted } from './parse.ts'

/** Beside this file in `src`, and beside the bundle in `dist`. */
const folder = path.join(import.meta.dirname, 'history')

/** What `index.json` says of the history. */
export interface HistoryIndex {
  /** The day of the newest list inside, `2026-11-17`. */
  readonly date: string
  /** The newest release of uv inside. */
  readonly uv: string
  /** The newest build of CPython inside. */
  readonly build: string
  /** The names of its parts: `cpython-3.13`. */
  readonly parts: readonly string[]
}

/** Which history this is, and what it consists of. */
export async function readHistoryIndex(): Promise<HistoryIndex> {
  return JSON.parse(await readFile(path.join(folder, 'index.json'), 'utf8'))
}

/**
 * Every build that uv's list has ever had, that could answer the requests and that `isWanted` accepts.
 * Reads only the parts that the requests are about.
 */
export async function findInHistory(
  requests: readonly Pick<VersionRequest, 'implementation' | 'specifier'>[],
  isWanted: IsWanted,
): Promise<readonly Distribution[]> {
  const { parts } = await readHistoryIndex()
  const wanted = parts.filter(part => requests.some(request => isAbout(request, part)))
  const found = await Promise.all(
    wanted.map(async part => {
      const text = await readFile(path.join(folder, `${part}.txt`), 'utf8')
      const implementation = implementationOf(part)
      return parsePart(text, implementation, platform => isWanted(implementation, platform))
    }),
  )
  return found.flat()
}

/** The distributions in the text of a part; pure. */
export function parsePart(
  text: string,
  implementation: Implementation,
  isWanted: (platform: Platform) => boolean,
): readonly Distribution[] {
  const verdicts = new Map<string, boolean>()
  const isWantedTarget = (target: string): boolean => {
    const platform = verdicts.has(target) ? null : parseTargetTriple(target)
    const verdict = verdicts.get(target) ?? (platform !== null && isWanted(platform))
    verdicts.set(target, verdict)
    return verdict
  }
  return [...readHistory(text, isWantedTarget)].flatMap(entry => {
    return distributionOf(entry, implementation) ?? []
  })
}

/** Whether a part could have an answer. */
function isAbout(
  { implementation, specifier }: Pick<VersionRequest, 'implementation' | 'specifier'>,
  part: string,
): boolean {
  const minor = minorOf(specifier)
  return minor === null
    ? implementationOf(part) === implementation
    : part === `${implementation}-${minor}`
}

/** `3.13` where a request is about one minor version; `null`: it may be about others. */
function minorOf(specifier: Specifier): string | null {
  if (specifier.kind === 'exact') return `${specifier.version.major}.${specifier.version.minor}`
  if (specifier.kind !== 'release' || specifier.numbers.length < 2) return null
  return specifier.numbers.slice(0, 2).join('.')
}

function implementationOf(part: string): Implementation {
  return implementations.find(name => part.startsWith(`${name}-`)) ?? 'cpython'
}
