/**
 * Negative, zero or positive, as for `Array.prototype.sort`: number by number, so that dates
 * (`20260814`) and versions of implementations (`7.3.9` before `7.3.23`) both order by age.
 */
export function compareBuilds(a: string, b: string): number {
  const left = a.split('.').map(Number)
  const right = b.split('.').map(Number)
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const difference = (left[i] ?? -1) - (right[i] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}

/** Whether a build is the one that a request names, or begins with its numbers: `7.3.23` for `7.3`. */
export function matchesBuild(build: string, wanted: string): boolean {
  return build === wanted || build.startsWith(`${wanted}.`)
}
