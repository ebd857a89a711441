import type { Libc } from './platform.ts'

const magic = [0x7f, 0x45, 0x4c, 0x46]
const programInterpreter = 3

/**
 * The path of the dynamic loader that a program asks for (`PT_INTERP`), from the program's first
 * bytes; `null` where it is no ELF file, asks for none, or names it further on than these bytes.
 */
export function elfInterpreter(bytes: Uint8Array): string | null {
  if (bytes.length < 64 || magic.some((byte, i) => bytes[i] !== byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const is64 = bytes[4] === 2
  const little = bytes[5] === 1
  const word = (offset: number): number =>
    is64 ? Number(view.getBigUint64(offset, little)) : view.getUint32(offset, little)

  const table = word(is64 ? 32 : 28)
  const entrySize = view.getUint16(is64 ? 54 : 42, little)
  const entryCount = view.getUint16(is64 ? 56 : 44, little)
  for (let i = 0; i < entryCount; i += 1) {
    const entry = table + i * entrySize
    if (entry + (is64 ? 56 : 32) > bytes.length) return null
    if (view.getUint32(entry, little) !== programInterpreter) continue
    const start = word(entry + (is64 ? 8 : 4))
    const end = start + word(entry + (is64 ? 32 : 16))
    if (end > bytes.length) return null
    const text = new TextDecoder().decode(bytes.subarray(start, end))
    return text.split('\0', 1)[0] || null
  }
  return null
}

/**
 * The C library that a dynamic loader belongs to, told from its file name: `ld-musl-x86_64.so.1`,
 * `ld-linux-armhf.so.3`; `null` where the name says nothing.
 */
export function libcOfInterpreter(path: string): Libc | null {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (name.startsWith('ld-musl-')) return 'musl'
  if (name.startsWith('ld-linux-armhf.so')) return 'gnueabihf'
  // 32-bit ARM with floats in integer registers; 32-bit x86 has `ld-linux.so.2`.
  if (name === 'ld-linux.so.3') return 'gnueabi'
  return name.startsWith('ld-linux') || name.startsWith('ld64.so') ? 'gnu' : null
}
