import { createHash } from 'node:crypto'

/** The start of a text's SHA-256, in hexadecimal: what tells keys apart, and vouches for nothing. */
export function digest(text: string, length = 32): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length)
}
