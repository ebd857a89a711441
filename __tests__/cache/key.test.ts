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
      'managed-python-v1-cpython-3.13.15-20260814-x86_64-unknown-linux-gnu-source-89f3b6db5427e922dc15a22283e19719',
      {},
    ],
    [
      'managed-python-v1-cpython-3.13.15-20260814-x86_64-unknown-linux-gnu-bytecode-timestamp-907fe8b81e6a0703a05312394bef3706',
      { bytecode: 'timestamp' },
    ],
    [
      'managed-python-v1-cpython-3.13.15-20260814-x86_64-unknown-linux-gnu-bytecode-checked-hash-f3bd576d65b10ad4d9d47a224c0f5ad4',
      { bytecode: 'checked-hash' },
    ],
    [
      'managed-python-v1-cpython-3.13.15-20260814-x86_64-unknown-linux-gnu-freethreaded+debug-source-0bfeb938dfd54378682ff9873395bdad',
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
