import { describe, expect, it } from 'vitest'
import { type CacheKeyParts, cacheKey } from '../../src/cache/key.ts'
import type { Python } from '../../src/domain/python.ts'

const python: Python = {
  implementation: 'cpython',
  version: { major: 3, minor: 13, patch: 15, prerelease: null },
  variant: 'default',
  build: '20260814',
  platform: { os: 'linux', architecture: { family: 'x86_64', level: null }, libc: 'gnu' },
  pip: null,
  hashMode: null,
}
const parts: CacheKeyParts = {
  python,
  archiveSha256: '0123456789abcdef'.repeat(4),
  finalPath: '/opt/hostedtoolcache/managed-python/3.13.15/x',
  bytecode: null,
}

describe('the key of an entry', () => {
  // Entries of released versions are found by these: a change here loses all of them.
  it.each<[string, Partial<CacheKeyParts>]>([
    [
      'managed-python-v1-cpython-3.13.15-20260814-x86_64-unknown-linux-gnu-source-8fd9f2ca4b200d6273d7fee3e262e65c',
      {},
    ],
    [
      'managed-python-v1-cpython-3.13.15-20260814-x86_64-unknown-linux-gnu-bytecode-timestamp-36b0ae6d7d4cf9dd907445a7d03964db',
      { bytecode: 'timestamp' },
    ],
    [
      'managed-python-v1-cpython-3.13.15-20260814-x86_64-unknown-linux-gnu-bytecode-checked-hash-404a3eb48f02b38a54cb31e5d131b834',
      { bytecode: 'checked-hash' },
    ],
    [
      'managed-python-v1-cpython-3.13.15-20260814-x86_64-unknown-linux-gnu-bytecode-unchecked-hash-17c93991608cd41b7c6ee2bad85f9332',
      { bytecode: 'unchecked-hash', python: { ...python, hashMode: 'unchecked-hash' } },
    ],
    [
      'managed-python-v1-cpython-3.13.15-20260814-x86_64-unknown-linux-gnu-freethreaded+debug-source-644e46ca0c322a5beee430bbbf6584fa',
      { python: { ...python, variant: 'freethreaded+debug' } },
    ],
  ])('is %s', (key, changed) => {
    expect(cacheKey({ ...parts, ...changed }).name).toBe(key)
  })

  it('differs with everything that makes an entry different', () => {
    const keys = [
      parts,
      { ...parts, archiveSha256: 'b'.repeat(64) },
      { ...parts, finalPath: '/elsewhere' },
      { ...parts, bytecode: 'timestamp' as const },
      { ...parts, bytecode: 'checked-hash' as const },
      { ...parts, bytecode: 'unchecked-hash' as const },
      { ...parts, python: { ...python, build: '20260815' } },
      { ...parts, python: { ...python, hashMode: 'checked-hash' as const } },
      { ...parts, python: { ...python, variant: 'debug' as const } },
    ].map(each => cacheKey(each).name)
    expect(new Set(keys).size).toBe(keys.length)
    for (const key of keys) {
      expect(keys.filter(other => other.startsWith(key))).toEqual([key])
    }
  })

  it('suits the service, whatever a list calls its builds', () => {
    const odd = ['1,2', 'a b', 'x'.repeat(600), `${'x'.repeat(600)}y`]
    const keys = odd.map(build => cacheKey({ ...parts, python: { ...python, build } }).name)
    expect(new Set(keys).size).toBe(keys.length)
    for (const key of keys) expect(key).toMatch(/^[\w.+-]{1,511}$/)
    expect(keys[0]).toContain('-1_2-')
  })
})
