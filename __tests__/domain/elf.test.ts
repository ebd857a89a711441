import fc from 'fast-check'
import { expect, test } from 'vitest'
import { elfInterpreter, libcOfInterpreter } from '../../src/domain/elf.ts'
import { elfProgram } from '../support/elf-program.ts'

const loader = '/lib/ld-musl-aarch64.so.1'

test.each([
  { bits: 64, little: true },
  { bits: 64, little: false },
  { bits: 32, little: true },
  { bits: 32, little: false },
] as const)('the loader of a program of %j', ({ bits, little }) => {
  expect(elfInterpreter(elfProgram({ bits, little, loader }))).toBe(loader)
})

test('a view into a larger buffer is read from where it begins', () => {
  const program = elfProgram({ bits: 64, little: true, loader })
  const shifted = new Uint8Array(program.length + 3)
  shifted.set(program, 3)
  expect(elfInterpreter(shifted.subarray(3))).toBe(loader)
})

test('a static program, a script and nothing have none', () => {
  expect(elfInterpreter(elfProgram({ bits: 64, little: true, loader: null }))).toBeNull()
  expect(elfInterpreter(new TextEncoder().encode(`#!/bin/sh\n${' '.repeat(100)}`))).toBeNull()
  expect(elfInterpreter(new Uint8Array())).toBeNull()
  const program = elfProgram({ bits: 64, little: true, loader })
  for (let at = 0; at < 4; at += 1) {
    expect(elfInterpreter(program.map((byte, i) => (i === at ? byte ^ 1 : byte)))).toBeNull()
  }
})

test('a program that is cut off or damaged anywhere is read without an error', () => {
  const program = elfProgram({ bits: 64, little: true, loader })
  for (let length = 0; length < program.length; length += 1) {
    expect(elfInterpreter(program.subarray(0, length))).toBeNull()
  }
  fc.assert(
    fc.property(fc.nat({ max: program.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
      elfInterpreter(program.map((old, i) => (i === at ? byte : old)))
    }),
  )
})

test.each([
  ['/lib64/ld-linux-x86-64.so.2', 'gnu'],
  ['/lib/ld-linux.so.2', 'gnu'],
  ['/lib/ld-linux-aarch64.so.1', 'gnu'],
  ['/lib/ld-linux-riscv64-lp64d.so.1', 'gnu'],
  ['/lib64/ld64.so.2', 'gnu'],
  ['/lib/ld64.so.1', 'gnu'],
  ['/nix/store/abc-glibc-2.40/lib/ld-linux-x86-64.so.2', 'gnu'],
  ['/lib/ld-linux-armhf.so.3', 'gnueabihf'],
  ['/lib/ld-linux.so.3', 'gnueabi'],
  ['/lib/ld-musl-x86_64.so.1', 'musl'],
  ['/lib/ld-musl-armhf.so.1', 'musl'],
  ['/system/bin/linker64', null],
  ['', null],
])('%s belongs to %s', (path, libc) => {
  expect(libcOfInterpreter(path)).toBe(libc)
})
