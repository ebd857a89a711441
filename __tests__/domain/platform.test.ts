import { expect, it } from 'vitest'
import { formatArchitecture, type Platform, targetTriple } from '../../src/domain/platform.ts'

const x64 = { family: 'x86_64', level: null } as const

it.each<readonly [Platform, string]>([
  [{ os: 'linux', architecture: x64, libc: 'gnu' }, 'x86_64-unknown-linux-gnu'],
  [
    { os: 'linux', architecture: { family: 'x86_64', level: 'v3' }, libc: 'musl' },
    'x86_64_v3-unknown-linux-musl',
  ],
  [
    { os: 'linux', architecture: { family: 'armv7', level: null }, libc: 'gnueabihf' },
    'armv7-unknown-linux-gnueabihf',
  ],
  [
    { os: 'darwin', architecture: { family: 'aarch64', level: null }, libc: 'none' },
    'aarch64-apple-darwin',
  ],
  [
    { os: 'windows', architecture: { family: 'i686', level: null }, libc: 'none' },
    'i686-pc-windows-msvc',
  ],
  [
    { os: 'emscripten', architecture: { family: 'wasm32', level: null }, libc: 'musl' },
    'wasm32-unknown-emscripten',
  ],
])('%j is %s', (platform, triple) => {
  expect(targetTriple(platform)).toBe(triple)
})

it('an architecture has its level, if any', () => {
  expect(formatArchitecture(x64)).toBe('x86_64')
  expect(formatArchitecture({ ...x64, level: 'v4' })).toBe('x86_64_v4')
})
