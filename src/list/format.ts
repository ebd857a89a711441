import type { Distribution } from '../domain/distribution.ts'

/**
 * A list of these distributions as text, in uv's schema and in a fixed order: what `parseList`
 * reads, what uv reads, and what shows few changes in a diff.
 */
export function formatList(distributions: readonly Distribution[]): string {
  const entries = new Map<string, object>()
  for (const distribution of distributions.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    const { key, build, url } = distribution
    const isSame = [...entries.values()].some(entry => 'url' in entry && entry.url === url.href)
    if (!isSame) entries.set(entries.has(key) ? `${key}-${build}` : key, entryOf(distribution))
  }
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`
}

function entryOf(distribution: Distribution): object {
  const { implementation, platform, version, variant, build, url, sha256 } = distribution
  const { major, minor, patch, prerelease } = version
  return {
    // Pyodide is the CPython of emscripten there.
    name: implementation === 'pyodide' ? 'cpython' : implementation,
    arch: { family: platform.architecture.family, variant: platform.architecture.level },
    os: platform.os,
    libc: platform.libc,
    major,
    minor,
    patch,
    prerelease: prerelease === null ? '' : `${prerelease.phase}${prerelease.number}`,
    url: url.href,
    sha256,
    variant: variant === 'default' ? null : variant,
    build,
  }
}
