import { describe, expect, it } from 'vitest'
import { unpackSnappy } from '../../src/attestation/snappy.ts'

const limit = 1_000_000

/** A block: the length that it claims, then its pieces. */
function block(size: number, ...pieces: readonly (number | string)[]): Buffer {
  const length: number[] = []
  let left = size
  for (; left > 0x7f; left >>>= 7) length.push((left & 0x7f) | 0x80)
  const parts = [...length, left, ...pieces]
  return Buffer.concat(parts.map(part => Buffer.from(typeof part === 'string' ? part : [part])))
}

describe('a block holds', () => {
  const long = 'x'.repeat(70_000)

  it.each([
    ['nothing', block(0), ''],
    ['a short piece', block(5, 4 << 2, 'hello'), 'hello'],
    ['a piece of 60 bytes', block(60, 59 << 2, long.slice(0, 60)), long.slice(0, 60)],
    ['a piece of 61 bytes', block(61, 60 << 2, 60, long.slice(0, 61)), long.slice(0, 61)],
    ['a piece of 256 bytes', block(256, 60 << 2, 255, long.slice(0, 256)), long.slice(0, 256)],
    ['a piece of 257 bytes', block(257, 61 << 2, 0, 1, long.slice(0, 257)), long.slice(0, 257)],
    ['a piece of 70,000 bytes', block(70_000, 62 << 2, 0x6f, 0x11, 1, long), long],
    ['the same in four bytes', block(70_000, 63 << 2, 0x6f, 0x11, 1, 0, long), long],
    ['a repetition nearby', block(9, 4 << 2, 'abcde', 1, 5), 'abcdeabcd'],
    ['a long one nearby', block(16, 4 << 2, 'abcde', 1 + (7 << 2), 5), 'abcdeabcdeabcdea'],
    ['a repetition two bytes away', block(7, 4 << 2, 'abcde', 2 + (1 << 2), 4, 0), 'abcdebc'],
    [
      'a repetition four bytes away',
      block(7, 4 << 2, 'abcde', 3 + (1 << 2), 4, 0, 0, 0),
      'abcdebc',
    ],
    ['a repetition of itself', block(65, 0, 'a', 2 + (63 << 2), 1, 0), 'a'.repeat(65)],
  ])('%s', (_, bytes, text) => {
    expect(unpackSnappy(bytes, limit).toString()).toBe(text)
  })

  it('a repetition of what is 2,000 bytes back', () => {
    const start = Array.from({ length: 2000 }, (_, index) => index % 251)
    const far = 2000 - 7
    const bytes = block(2004, 61 << 2, 0xcf, 0x07, ...start, 1 + ((far >> 8) << 5), far & 0xff)
    expect([...unpackSnappy(bytes, limit)]).toEqual([...start, ...start.slice(7, 11)])
  })
})

it.each([
  ['empty', Buffer.alloc(0), 'ends too early'],
  ['cut in its length', Buffer.from([0x80]), 'ends too early'],
  ['of an endless length', Buffer.alloc(9, 0xff), 'length makes no sense'],
  ['larger than allowed', block(limit + 1), `more than ${limit} bytes`],
  ['cut in a piece', block(5, 4 << 2, 'hel'), 'a piece is too long'],
  ['cut in the length of a piece', block(300, 61 << 2, 0), 'ends too early'],
  ['cut in a repetition', block(9, 4 << 2, 'abcde', 1), 'ends too early'],
  ['shorter than it says', block(6, 4 << 2, 'hello'), 'ends too early'],
  ['longer than it says', block(4, 4 << 2, 'hello'), 'a piece is too long'],
  ['repeating more than fits', block(6, 4 << 2, 'abcde', 1, 5), 'reaches too far'],
  ['repeating what is not there', block(9, 4 << 2, 'abcde', 1, 6), 'reaches too far'],
  ['repeating from where it is', block(9, 4 << 2, 'abcde', 1, 0), 'reaches too far'],
])('a block that is %s is an error', (_, bytes, reason) => {
  expect(() => unpackSnappy(bytes, limit)).toThrow(reason)
})
