import { readFileSync } from 'node:fs'
import type { Distribution } from '../../src/domain/distribution.ts'
import type { Libc, Os } from '../../src/domain/platform.ts'
import { formatArchitecture } from '../../src/domain/platform.ts'
import type { Implementation, Variant } from '../../src/domain/python.ts'
import { asItComes, variants } from '../../src/domain/python.ts'
import { parseArchitecture } from '../../src/domain/request/platform-names.ts'
import { formatVersion, parsePrerelease } from '../../src/domain/version.ts'

/** What the fixture knows of an entry of uv's published list: which keys and builds there are. */
export interface ListedPython {
  readonly implementation: Implementation
  readonly version: string
  readonly variant: Variant
  readonly build: string
  readonly os: string
  /** With its level: `x86_64_v3`. */
  readonly architecture: string
  readonly libc: string
}

/**
 * The list in few bytes. First the platforms, `0 linux x86_64 gnu`; then a line for each version
 * and build, `cpython 3.13.5 20250612`, with the platforms of each variant: `default=0-5,7`.
 */
export function encodeList(pythons: readonly ListedPython[]): string {
  const platformOf = ({ os, architecture, libc }: ListedPython) => `${os} ${architecture} ${libc}`
  const platforms = [...new Set(pythons.map(platformOf))].sort()
  const lines = new Map<string, Map<Variant, number[]>>()
  for (const python of pythons) {
    const line = `${python.implementation} ${python.version} ${python.build}`
    const sets = lines.get(line) ?? new Map<Variant, number[]>()
    sets.set(python.variant, [
      ...(sets.get(python.variant) ?? []),
      platforms.indexOf(platformOf(python)),
    ])
    lines.set(line, sets)
  }
  const body = [...lines].map(([line, sets]) => {
    const known = variants.filter(variant => sets.has(variant))
    return [line, ...known.map(variant => `${variant}=${encodeNumbers(sets.get(variant) ?? [])}`)]
  })
  return [
    ...platforms.map((platform, i) => `${i} ${platform}`),
    '',
    ...body.map(words => words.join(' ')).sort(),
    '',
  ].join('\n')
}

/** The distributions of uv's published list, with addresses that lead nowhere. */
export function readRealList(): readonly Distribution[] {
  const text = readFileSync(new URL('./real-list.txt', import.meta.url), 'utf8')
  const [head = '', body = ''] = text.split('\n\n')
  const platforms = head.split('\n').map(line => line.split(' ').slice(1))
  return body
    .trim()
    .split('\n')
    .flatMap(line => {
      const [implementation, version = '', build = '', ...sets] = line.split(' ')
      return sets.flatMap(set => {
        const [variant, numbers = ''] = set.split('=')
        return decodeNumbers(numbers).map(number => {
          const [os = '', architecture = '', libc = ''] = platforms[number] ?? []
          return distribution({
            implementation: implementation as Implementation,
            version,
            variant: variant as Variant,
            build,
            os,
            architecture,
            libc,
          })
        })
      })
    })
}

function distribution(python: ListedPython): Distribution {
  const { implementation, variant, build, os, libc } = python
  const [, major, minor, patch, prerelease = ''] =
    /^(\d+)\.(\d+)\.(\d+)(.*)$/.exec(python.version) ?? []
  const version = {
    major: Number(major),
    minor: Number(minor),
    patch: Number(patch),
    prerelease: parsePrerelease(prerelease),
  }
  const architecture = parseArchitecture(python.architecture)
  if (architecture === null) throw new Error(`no architecture: ${python.architecture}`)
  const name = implementation === 'pyodide' ? 'cpython' : implementation
  const suffix = variant === 'default' ? '' : `+${variant}`
  const key = `${name}-${formatVersion(version)}${suffix}-${os}-${formatArchitecture(architecture)}-${libc}`
  return {
    implementation,
    version,
    variant,
    build,
    ...asItComes,
    platform: { os: os as Os, architecture, libc: libc as Libc },
    key,
    url: new URL(`https://list.invalid/${build}/${key}.tar.gz`),
    sha256: null,
  }
}

/** `0-2,5` for 0, 1, 2 and 5. */
function encodeNumbers(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((a, b) => a - b)
  const starts = sorted.filter(number => !sorted.includes(number - 1))
  const ends = sorted.filter(number => !sorted.includes(number + 1))
  return starts.map((start, i) => (start === ends[i] ? `${start}` : `${start}-${ends[i]}`)).join()
}

function decodeNumbers(text: string): readonly number[] {
  return text.split(',').flatMap(range => {
    const [start = 0, end = start] = range.split('-').map(Number)
    return Array.from({ length: end - start + 1 }, (_, i) => start + i)
  })
}
