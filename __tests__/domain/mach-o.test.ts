import fc from 'fast-check'
import { expect, test } from 'vitest'
import { machInstallName } from '../../src/domain/mach-o.ts'
import { elfProgram } from '../support/elf-program.ts'
import { machLibrary } from '../support/mach-library.ts'

const name = '/install/lib/libpython3.11.dylib'
const library = machLibrary(name)

test('the install name of a library', () => {
  expect(machInstallName(library)).toBe(name)
  const shifted = new Uint8Array(library.length + 3)
  shifted.set(library, 3)
  expect(machInstallName(shifted.subarray(3))).toBe(name)
})

test('other files have none', () => {
  expect(machInstallName(elfProgram({ bits: 64, little: true, loader: null }))).toBeNull()
  expect(machInstallName(new Uint8Array())).toBeNull()
  expect(machInstallName(library.map((byte, i) => (i === 0 ? byte ^ 1 : byte)))).toBeNull()
  expect(machInstallName(machLibrary(''))).toBeNull()
})

test('no more commands are read than the header counts', () => {
  const none = library.slice()
  new DataView(none.buffer).setUint32(16, 0, true)
  expect(machInstallName(none)).toBeNull()
})

test('a library that is cut off or damaged anywhere is read without an error', () => {
  for (let length = 0; length < library.length; length += 1) {
    expect(machInstallName(library.subarray(0, length))).toBeNull()
  }
  fc.assert(
    fc.property(fc.nat({ max: library.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
      machInstallName(library.map((old, i) => (i === at ? byte : old)))
    }),
  )
})
