/** The head of a macOS library: a header, a load command that is of no interest, and `LC_ID_DYLIB`. */
export function machLibrary(installName: string): Uint8Array {
  const name = new TextEncoder().encode(`${installName}\0`)
  const other = 16
  const id = 24 + Math.ceil(name.length / 8) * 8
  const bytes = new Uint8Array(32 + other + id)
  const view = new DataView(bytes.buffer)
  const words = (offset: number, ...values: readonly number[]) => {
    values.forEach((value, i) => {
      view.setUint32(offset + 4 * i, value, true)
    })
  }
  const [library, commands] = [6, 2]
  words(0, 0xfeedfacf, 0x0100000c, 0, library, commands, other + id)
  words(32, 0x1d, other)
  words(32 + other, 0xd, id, 24)
  bytes.set(name, 32 + other + 24)
  return bytes
}
