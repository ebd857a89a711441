import type { Variant } from '../python.ts'
import { variants } from '../python.ts'
import { phaseOf } from '../version.ts'
import type { Prereleases, Specifier } from './request.ts'

/** What one version or range pins down; `null`: left open. */
export interface VersionTerms {
  readonly specifier: Specifier
  /** `never` unless the text itself asks for prereleases. */
  readonly prereleases: Prereleases
  readonly variant: Variant | null
  readonly build: string | null
}

/** The ends that a version or a range can have, taken off. */
export interface Suffixes {
  readonly head: string
  readonly dev: boolean
  readonly variant: Variant | null
  readonly build: string | null
}

const suffixVariants: Readonly<Record<string, Variant>> = {
  ...Object.fromEntries(variants.map(variant => [variant, variant])),
  t: 'freethreaded',
  d: 'debug',
  td: 'freethreaded+debug',
  gil: 'default',
}

/** Takes `t`, `d`, `td`, `-dev`, `+freethreaded` and `+20250612` off the end; `null` for any other `+`. */
export function splitSuffixes(text: string): Suffixes | null {
  const [start = '', ...tags] = text.split('+')
  const builds = tags.filter(tag => /^\d[\d.]*$/.test(tag))
  const names = tags.filter(tag => !builds.includes(tag))
  const dev = start.endsWith('-dev')
  const version = dev ? start.slice(0, -'-dev'.length) : start
  const letters = /[\dx*](td|t|d)$/.exec(version)?.[1] ?? ''
  if (builds.length > 1 || tags.includes('') || (letters !== '' && names.length > 0)) return null

  const name = letters || names.join('+')
  const variant = Object.hasOwn(suffixVariants, name) ? (suffixVariants[name] ?? null) : null
  if (name !== '' && variant === null) return null
  const head = letters === '' ? version : version.slice(0, -letters.length)
  return { head, dev, variant, build: builds[0] ?? null }
}

const versionForm =
  /^v?(\d{1,4})(?:\.(\d{1,4}|[x*]))?(?:\.(\d{1,4}|[x*]))?(?:[-_.]?(alpha|a|beta|b|preview|pre|rc|c)[-_.]?(\d{0,4}))?$/

/** Reads a single version: `3`, `3.13.x`, `313`, `3.13.5t`, `3.15-dev`, `3.15.0-rc.1`; `null` for anything else. */
export function parseVersionText(text: string): VersionTerms | null {
  const suffixes = splitSuffixes(text)
  if (suffixes === null) return null
  const { head, dev, variant, build } = suffixes
  const specifier = parseBareVersion(head)
  if (specifier === null) return null
  if (dev && !(specifier.kind === 'release' && specifier.numbers.length === 2)) return null
  const prereleases = dev || specifier.kind === 'exact' ? 'equal' : 'never'
  return { specifier, prereleases, variant, build }
}

function parseBareVersion(text: string): Specifier | null {
  if (text === '*' || text === 'x') return { kind: 'any' }
  const match = versionForm.exec(text)
  if (match === null) return null
  const [, first = '', second = '*', third = '*', phase, number] = match
  const parts = second === '*' && first.length > 1 ? splitWheelTag(first) : [first, second, third]
  const wildcard = parts.findIndex(part => part === '*' || part === 'x')
  const numbers = (wildcard === -1 ? parts : parts.slice(0, wildcard)).map(Number)
  // A wildcard ends the version: `3.*.1` is none.
  if (wildcard !== -1 && parts.slice(wildcard).some(part => /\d/.test(part))) return null
  if (phase === undefined) return { kind: 'release', numbers }

  const [major = 0, minor, patch = 0] = numbers
  if (minor === undefined) return null
  const prerelease = { phase: phaseOf(phase), number: Number(number) }
  return { kind: 'exact', version: { major, minor, patch, prerelease } }
}

/** Wheels write 3.13 as `313`: one digit, then the minor version. */
function splitWheelTag(digits: string): readonly string[] {
  return [digits.charAt(0), digits.slice(1), '*']
}
