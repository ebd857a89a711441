const preferred = ['install_only_stripped', 'install_only', 'shared-pgo', 'shared-noopt']

/**
 * Which of several archives of one build to take, by what the archive is called after its target:
 * the lower, the better. It is uv's order; of equals, what unpacks faster.
 */
export function archiveRank(ending: string): number {
  const place = preferred.findIndex(name => ending.includes(name))
  const optimizations = Number(ending.includes('lto')) + Number(ending.includes('pgo'))
  const slow = ending.endsWith('.bz2') ? 0.5 : 0
  return (place === -1 ? preferred.length : place) * 3 - optimizations + slow
}
