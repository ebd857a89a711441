/** A 64-bit Mach-O file of a processor with the low byte first, as all Macs have been since 2007. */
const magic = 0xfeedfacf
const headerBytes = 32
/** `LC_ID_DYLIB` */
const idCommand = 0xd

/**
 * The install name of a macOS library, which programs that are linked with it look for, from the
 * file's first bytes; `null` where it is no such file, has none, or names it further on.
 */
export function machInstallName(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < headerBytes || view.getUint32(0, true) !== magic) return null
  const commands = view.getUint32(16, true)
  let start = headerBytes
  for (let i = 0; i < commands && start + 12 <= bytes.length; i += 1) {
    const sizeBytes = view.getUint32(start + 4, true)
    const end = start + sizeBytes
    if (sizeBytes < 12 || end > bytes.length) return null
    if (view.getUint32(start, true) === idCommand) {
      const text = bytes.subarray(start + view.getUint32(start + 8, true), end)
      return new TextDecoder().decode(text).split('\0', 1)[0] || null
    }
    start = end
  }
  return null
}
