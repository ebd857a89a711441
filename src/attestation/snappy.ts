/**
 * Unpacks a block in Snappy's format: a length, then pieces that are literal or repeat what was
 * there before. Throws a `RangeError` where the block is damaged or would grow past `maxBytes`.
 */
export function unpackSnappy(block: Uint8Array, maxBytes: number): Buffer {
  let at = 0
  const readNumber = (bytes: number): number => {
    let value = 0
    for (let i = 0; i < bytes; i += 1) value += byteAt(at + i) * 2 ** (8 * i)
    at += bytes
    return value
  }
  const byteAt = (index: number): number => block[index] ?? fail('it ends too early')

  let sizeBytes = 0
  for (let shift = 0; ; shift += 7) {
    const byte = readNumber(1)
    sizeBytes += (byte & 0x7f) * 2 ** shift
    if (byte < 0x80) break
    if (shift === 28) fail('its length makes no sense')
  }
  if (sizeBytes > maxBytes) fail(`it holds more than ${maxBytes} bytes`)

  const output = Buffer.alloc(sizeBytes)
  let filled = 0
  while (at < block.length) {
    const tag = readNumber(1)
    const upper = tag >> 2
    if ((tag & 3) === 0) {
      const length = 1 + (upper < 60 ? upper : readNumber(upper - 59))
      if (at + length > block.length || filled + length > sizeBytes) fail('a piece is too long')
      output.set(block.subarray(at, at + length), filled)
      at += length
      filled += length
      continue
    }
    const near = (tag & 3) === 1
    const length = near ? 4 + (upper & 7) : 1 + upper
    const distance = near ? ((tag >> 5) << 8) + readNumber(1) : readNumber((tag & 3) === 2 ? 2 : 4)
    if (distance === 0 || distance > filled || filled + length > sizeBytes) {
      fail('a repetition reaches too far')
    }
    // Byte by byte: what is repeated may begin within what the repetition itself writes.
    for (let end = filled + length; filled < end; filled += 1) {
      output[filled] = output[filled - distance] ?? 0
    }
  }
  return filled === sizeBytes ? output : fail('it ends too early')
}

function fail(reason: string): never {
  throw new RangeError(`unusable Snappy block: ${reason}`)
}
