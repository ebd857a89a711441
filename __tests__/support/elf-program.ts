/** What an ELF file is to be: its word size, its byte order, and the loader that it asks for. */
export interface ElfOptions {
  readonly bits: 32 | 64
  readonly little: boolean
  /** `null`: a static program. */
  readonly loader: string | null
}

/** The head of an ELF program: header, a program header that is of no interest, and `PT_INTERP`. */
export function elfProgram({ bits, little, loader }: ElfOptions): Uint8Array {
  const wide = bits === 64
  const headerSize = wide ? 64 : 52
  const entrySize = wide ? 56 : 32
  const text = new TextEncoder().encode(`${loader ?? ''}\0`)
  const start = headerSize + 2 * entrySize
  const bytes = new Uint8Array(start + text.length)
  const view = new DataView(bytes.buffer)
  const word = (offset: number, value: number) =>
    wide ? view.setBigUint64(offset, BigInt(value), little) : view.setUint32(offset, value, little)

  bytes.set([0x7f, 0x45, 0x4c, 0x46, wide ? 2 : 1, little ? 1 : 2, 1])
  word(wide ? 32 : 28, headerSize)
  view.setUint16(wide ? 54 : 42, entrySize, little)
  view.setUint16(wide ? 56 : 44, 2, little)

  const load = 1
  const interpreter = 3
  view.setUint32(headerSize, load, little)
  const entry = headerSize + entrySize
  view.setUint32(entry, loader === null ? load : interpreter, little)
  word(entry + (wide ? 8 : 4), start)
  word(entry + (wide ? 32 : 16), text.length)
  bytes.set(text, start)
  return bytes
}
