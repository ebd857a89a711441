import { expect, test } from 'vitest'
import type { HostFacts } from '../../src/domain/host-platform.ts'
import { platformOf } from '../../src/domain/host-platform.ts'
import { elfProgram } from '../support/elf-program.ts'

const script = new TextEncoder().encode(`#!/usr/bin/dash\n${' '.repeat(100)}`)
const fixed = elfProgram({ bits: 64, little: true, loader: null })

function program(loader: string): Uint8Array {
  return elfProgram({ bits: 64, little: true, loader })
}

function describeHost(facts: Partial<HostFacts>): string {
  const { os, architecture, libc } = platformOf({
    nodePlatform: 'linux',
    nodeArch: 'x64',
    machine: 'x86_64',
    programs: [],
    loaders: [],
    ...facts,
  })
  return `${os} ${architecture.family} ${libc}`
}

test.each<readonly [Partial<HostFacts>, string]>([
  [{ nodePlatform: 'win32', nodeArch: 'arm64', machine: 'arm64' }, 'windows aarch64 none'],
  [{ nodePlatform: 'win32', nodeArch: 'ia32' }, 'windows i686 none'],
  [{ nodePlatform: 'darwin', nodeArch: 'arm64', machine: 'arm64' }, 'darwin aarch64 none'],
  [{ programs: [program('/lib64/ld-linux-x86-64.so.2')] }, 'linux x86_64 gnu'],
  [{ programs: [program('/lib/ld-musl-x86_64.so.1')] }, 'linux x86_64 musl'],
  [
    { programs: [program('/lib/ld-musl-x86_64.so.1'), program('/x/ld-linux.so.2')] },
    'linux x86_64 musl',
  ],
  [{ programs: [script, fixed, program('/lib/ld-musl-x86_64.so.1')] }, 'linux x86_64 musl'],
  [{ programs: [script], loaders: ['ld-musl-x86_64.so.1'] }, 'linux x86_64 musl'],
  [{ loaders: ['ld-musl-x86_64.so.1', 'ld-linux-x86-64.so.2'] }, 'linux x86_64 gnu'],
  [{}, 'linux x86_64 gnu'],
  [{ nodeArch: 'arm', machine: 'armv7l' }, 'linux armv7 gnueabihf'],
  [
    { nodeArch: 'arm', machine: 'aarch64', programs: [program('/lib/ld-linux.so.3')] },
    'linux armv7 gnueabi',
  ],
  [{ nodeArch: 'ppc64', machine: 'ppc64le' }, 'linux powerpc64le gnu'],
  [{ nodeArch: 's390x', machine: 's390x' }, 'linux s390x gnu'],
])('%j is %s', (facts, platform) => {
  expect(describeHost(facts)).toBe(platform)
})

test.each([
  { nodePlatform: 'freebsd' },
  { nodeArch: 'loong64' },
  { nodeArch: 'arm', machine: 'armv6l' },
])('there are no Pythons for %j', facts => {
  expect(() => describeHost(facts)).toThrow(/^There are no Python builds for this machine \(/)
})
