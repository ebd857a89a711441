/** A Python language version, as `sys.version_info` has it. */
export interface PythonVersion {
  readonly major: number
  readonly minor: number
  readonly patch: number
  readonly prerelease: Prerelease | null
}

export interface Prerelease {
  readonly phase: 'a' | 'b' | 'rc'
  readonly number: number
}

/** `3.15.0rc1`, as Python itself spells it. */
export function formatVersion({ major, minor, patch, prerelease }: PythonVersion): string {
  return `${major}.${minor}.${patch}${formatPrerelease(prerelease)}`
}

/** `3.15.0-rc.1`: the only spelling that the tool cache's folder names can hold. */
export function formatSemver({ major, minor, patch, prerelease }: PythonVersion): string {
  const suffix = prerelease === null ? '' : `-${prerelease.phase}.${prerelease.number}`
  return `${major}.${minor}.${patch}${suffix}`
}

/** `rc1`, or nothing for a final release. */
function formatPrerelease(prerelease: Prerelease | null): string {
  return prerelease === null ? '' : `${prerelease.phase}${prerelease.number}`
}

/** The phase that a word stands for, in all its spellings: `alpha`, `b`, `c`, `preview`. */
export function phaseOf(word: string): Prerelease['phase'] {
  return word.startsWith('a') ? 'a' : word.startsWith('b') ? 'b' : 'rc'
}

/** Reads `rc1` and the like; `null` where the text is none. */
export function parsePrerelease(text: string): Prerelease | null {
  const match = /^(a|b|rc)(\d{1,4})$/.exec(text)
  if (match === null) return null
  return { phase: match[1] as Prerelease['phase'], number: Number(match[2]) }
}

/** Reads `3.15.0rc1` as `formatVersion` writes it; `null` where the text is no version. */
export function parseVersion(text: string): PythonVersion | null {
  const match = /^(\d{1,4})\.(\d{1,4})\.(\d{1,4})(.*)$/.exec(text)
  if (match === null) return null
  const [, major, minor, patch, suffix = ''] = match
  const prerelease = parsePrerelease(suffix)
  if (prerelease === null && suffix !== '') return null
  return { major: Number(major), minor: Number(minor), patch: Number(patch), prerelease }
}

/** Negative, zero or positive, as for `Array.prototype.sort`; a prerelease comes before its release. */
export function compareVersions(a: PythonVersion, b: PythonVersion): number {
  return (
    a.major - b.major ||
    a.minor - b.minor ||
    a.patch - b.patch ||
    comparePrereleases(a.prerelease, b.prerelease)
  )
}

function comparePrereleases(a: Prerelease | null, b: Prerelease | null): number {
  if (a === null || b === null) return Number(b !== null) - Number(a !== null)
  // The phases happen to stand in the alphabet's order.
  return a.phase < b.phase ? -1 : a.phase > b.phase ? 1 : a.number - b.number
}
