import { expect, test } from 'vitest'
import { archiveRank } from '../../src/list/archive-rank.ts'

/** The best first. */
const endings = [
  'install_only_stripped.tar.gz',
  'install_only.tar.gz',
  'install_only.tar.bz2',
  'shared-pgo+lto-full.tar.zst',
  'shared-pgo-full.tar.zst',
  'shared-noopt-full.tar.zst',
  'pgo+lto-full.tar.zst',
  'lto-full.tar.zst',
  'debug-full.tar.zst',
]

test.each(endings.slice(1).map((ending, index) => [endings[index] ?? '', ending]))(
  '%s is better than %s',
  (better, worse) => {
    expect(archiveRank(better)).toBeLessThan(archiveRank(worse))
  },
)
