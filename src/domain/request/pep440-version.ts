import { type Prerelease, type PythonVersion, phaseOf } from '../version.ts'

/** A version with all that PEP 440 lets one have; what a version of Python has is the least of it. */
export interface Pep440Version {
  readonly epoch: number
  readonly release: readonly number[]
  readonly prerelease: Prerelease | null
  readonly post: number | null
  readonly dev: number | null
  readonly local: string | null
}

const versionForm = new RegExp(
  [
    /^v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)/,
    /(?:[-_.]?(?<phase>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<number>\d*))?/,
    /(?<post>-\d+|[-_.]?(?:post|rev|r)[-_.]?\d*)?(?<dev>[-_.]?dev[-_.]?\d*)?/,
    /(?:\+(?<local>[a-z\d]+(?:[-_.][a-z\d]+)*))?$/,
  ]
    .map(({ source }) => source)
    .join(''),
)

/** Reads a version in lower case; `null` where the text is none. */
export function parsePep440Version(text: string): Pep440Version | null {
  const groups = versionForm.exec(text)?.groups
  if (groups === undefined) return null
  const { epoch = '0', release = '', phase, number = '', post, dev, local = null } = groups
  return {
    epoch: Number(epoch),
    release: release.split('.').map(Number),
    prerelease: phase === undefined ? null : { phase: phaseOf(phase), number: Number(number) },
    post: post === undefined ? null : endingNumber(post),
    dev: dev === undefined ? null : endingNumber(dev),
    local,
  }
}

/** A number that is left out is 0. */
function endingNumber(text: string): number {
  return Number(/\d*$/.exec(text)?.[0])
}

/** A version of Python as PEP 440 sees it. */
export function pep440VersionOf({ major, minor, patch, prerelease }: PythonVersion): Pep440Version {
  const release = [major, minor, patch]
  return { epoch: 0, release, prerelease, post: null, dev: null, local: null }
}

/** The order of versions without their local parts: negative, zero or positive. */
export function comparePep440(a: Pep440Version, b: Pep440Version): number {
  return (
    a.epoch - b.epoch || compareReleases(a.release, b.release) || compareReleases(rank(a), rank(b))
  )
}

/** The order of release numbers; what is missing counts as zero: 3.13 is 3.13.0. */
export function compareReleases(a: readonly number[], b: readonly number[]): number {
  const longer = a.length > b.length ? a : b
  const index = longer.findIndex((_, i) => (a[i] ?? 0) !== (b[i] ?? 0))
  return index === -1 ? 0 : (a[index] ?? 0) - (b[index] ?? 0)
}

const phaseRanks = { a: 1, b: 2, rc: 3 } as const

/** What orders versions of one release: `1.dev0` comes before `1a1`, `1a1.dev0` before it as well. */
function rank({ prerelease, post, dev }: Pep440Version): readonly number[] {
  const final = post === null && dev !== null ? 0 : 4
  const phase = prerelease === null ? final : phaseRanks[prerelease.phase]
  return [phase, prerelease?.number ?? 0, (post ?? -1) + 1, dev ?? Number.MAX_SAFE_INTEGER]
}

/** A version as it is written when nothing is left to choose. */
export function formatPep440({
  epoch,
  release,
  prerelease,
  post,
  dev,
  local,
}: Pep440Version): string {
  return [
    epoch === 0 ? '' : `${epoch}!`,
    release.join('.'),
    prerelease === null ? '' : `${prerelease.phase}${prerelease.number}`,
    post === null ? '' : `.post${post}`,
    dev === null ? '' : `.dev${dev}`,
    local === null ? '' : `+${local}`,
  ].join('')
}
