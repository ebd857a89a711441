import { expect, test } from 'vitest'
import { formatArchitecture } from '../../../src/domain/platform.ts'
import {
  parseArchitecture,
  parseLibc,
  parseOs,
} from '../../../src/domain/request/platform-names.ts'

test.each([
  ['x64', 'x86_64'],
  ['amd64', 'x86_64'],
  ['x86_64_v3', 'x86_64_v3'],
  ['x86', 'i686'],
  ['ia32', 'i686'],
  ['arm64', 'aarch64'],
  ['arm', 'armv7'],
  ['ppc64le', 'powerpc64le'],
  ['riscv64gc', 'riscv64'],
  ['s390x', 's390x'],
])('%s is %s', (name, architecture) => {
  const found = parseArchitecture(name)
  expect(found && formatArchitecture(found)).toBe(architecture)
})

test.each(['', 'x86_64_v1', 'x86_64_v5', 'aarch64_v2', '_v3', 'mips', 'constructor', '__proto__'])(
  '%j is no architecture',
  name => {
    expect(parseArchitecture(name)).toBeNull()
  },
)

test('operating systems and C libraries by their names', () => {
  expect(['macos', 'darwin', 'win32', 'linux', 'beos', 'valueOf'].map(parseOs)).toEqual([
    ...['darwin', 'darwin', 'windows', 'linux'],
    ...[null, null],
  ])
  expect(['gnu', 'musl', 'gnueabihf', 'none', 'glibc'].map(parseLibc)).toEqual([
    ...['gnu', 'musl', 'gnueabihf', 'none'],
    null,
  ])
})
