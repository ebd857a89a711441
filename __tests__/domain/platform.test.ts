import { expect, it } from 'vitest'
import {
  describePlatform,
  formatArchitecture,
  libcFor,
  type Platform,
  targetTriple,
} from '../../src/domain/platform.ts'

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

it.each([
  ['armv7', 'x86_64', 'gnu', 'gnueabihf'],
  ['armv7', 'x86_64', 'musl', 'musl'],
  ['armv7', 'armv7', 'gnueabi', 'gnueabi'],
  ['x86_64', 'armv7', 'gnueabihf', 'gnu'],
  ['aarch64', 'x86_64', 'gnu', 'gnu'],
] as const)('programs for %s on a %s host with %s need %s', (family, hosts, libc, expected) => {
  const host = { os: 'linux', architecture: { family: hosts, level: null }, libc } as const
  expect(libcFor({ family, level: null }, host)).toBe(expected)
})

it('is named for people with its C library where there is a choice', () => {
  const [linux, mac] = [
    { os: 'linux', architecture: { family: 'x86_64', level: 'v3' }, libc: 'musl' },
    { os: 'darwin', architecture: { family: 'aarch64', level: null }, libc: 'none' },
  ] as const
  expect([linux, mac].map(describePlatform)).toEqual(['linux x86_64_v3 musl', 'darwin aarch64'])
  expect(libcFor(x64, mac)).toBe('none')
})
