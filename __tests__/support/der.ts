/** A value in ASN.1's distinguished encoding: a tag, a length, and the parts. */
export function tlv(tag: number, ...parts: readonly Buffer[]): Buffer {
  const value = Buffer.concat(parts)
  const size = value.length
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), value])
}

export function sequence(...parts: readonly Buffer[]): Buffer {
  return tlv(0x30, ...parts)
}

export function set(...parts: readonly Buffer[]): Buffer {
  return tlv(0x31, ...parts)
}

export function integer(value: number): Buffer {
  return tlv(0x02, Buffer.from([value]))
}

/** A string of whole bytes, where the encoding wants one of bits. */
export function bitString(value: Buffer): Buffer {
  return tlv(0x03, Buffer.from([0]), value)
}

export function octetString(value: Buffer): Buffer {
  return tlv(0x04, value)
}

/** A text, in UTF-8 or as what another tag makes of it. */
export function text(value: string, tag = 0x0c): Buffer {
  return tlv(tag, Buffer.from(value))
}

/** A time between 1950 and 2049. */
export function time(date: Date): Buffer {
  return text(
    `${date
      .toISOString()
      .replaceAll(/[-:T]|\..*$/g, '')
      .slice(2)}Z`,
    0x17,
  )
}

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = [first * 40 + second, ...rest].flatMap(number => {
    const groups = [number & 0x7f]
    for (let left = number >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80)
    return groups
  })
  return tlv(0x06, Buffer.from(bytes))
}
