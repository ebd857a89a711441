import type { Release } from './package-index.ts'

/**
 * The releases of uv that together have had every build: for each build, the last release before
 * its day, which has what it took the place of, and the first one after it. Builds become known
 * from the lists themselves, so `read` is called until no list names a new one.
 */
export async function collectLists(
  releases: readonly Release[],
  read: (release: Release) => Promise<unknown>,
): Promise<ReadonlyMap<Release, unknown>> {
  const lists = new Map<Release, unknown>()
  const wanted = [releases.at(0), releases.at(-1)]
  while (wanted.length > 0) {
    const release = wanted.pop()
    if (release === undefined || lists.has(release)) continue
    const list = await read(release)
    lists.set(release, list)
    for (const day of buildDays(list)) {
      wanted.push(releases.findLast(({ uploaded }) => uploaded < day))
      wanted.push(releases.find(({ uploaded }) => uploaded >= day))
    }
  }
  return lists
}

/** `2025-06-12` for a build of that day: builds of python-build-standalone are named so. */
function buildDays(list: unknown): ReadonlySet<string> {
  const days = JSON.stringify(list).matchAll(/\/download\/(\d{4})(\d\d)(\d\d)\//g)
  return new Set([...days].map(([, year, month, day]) => `${year}-${month}-${day}`))
}
