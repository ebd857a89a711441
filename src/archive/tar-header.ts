import { isUtf8 } from 'node:buffer'
import { quote } from '../domain/quote.ts'
import { InvalidArchive } from './invalid-archive.ts'

/** Tar consists of blocks of this size. */
export const blockBytes = 512

/** What a header block says by itself. */
export interface Header {
  readonly type: HeaderType
  readonly name: string
  readonly target: string
  readonly executable: boolean
  readonly mtimeS: number
  readonly sizeBytes: number
}

type HeaderType = (typeof types)[keyof typeof types]

/** A header that says more of the entry behind it than fits into that one's own. */
export type ExtraType = (typeof extraTypes)[number]
const extraTypes = ['pax', 'pax-global', 'gnu-name', 'gnu-target'] as const

/** Whether a header is no entry, but about one. */
export function isExtra(type: HeaderType): type is ExtraType {
  return extraTypes.some(extra => extra === type)
}

/** Everything else (devices, sparse files, volumes, …) is refused. */
const types = {
  '\0': 'file',
  '0': 'file',
  '1': 'hard-link',
  '2': 'link',
  '5': 'folder',
  x: 'pax',
  g: 'pax-global',
  L: 'gnu-name',
  K: 'gnu-target',
} as const

/**
 * Reads a header block; `null`: an empty one, of which two end an archive. `known` is what extended
 * headers have said before it: its own name is cut off then, maybe within a character, and counts for
 * nothing. Throws `InvalidArchive`.
 */
export function readHeader(block: Buffer, known: Overrides = {}): Header | null {
  if (block[0] === 0 && block.every(byte => byte === 0)) return null
  requireChecksum(block)
  const flag = block.toString('latin1', 156, 157)
  const isNamed = !isKnown(flag) || !isExtra(types[flag])
  const name = known.name ?? (isNamed ? readName(block) : '')
  if (!isKnown(flag)) {
    const kind = kinds[flag] ?? `of the unknown type ${quote(flag)}`
    throw new InvalidArchive(`its entry ${quote(name)} is ${kind}, not a file, folder or link`)
  }
  return {
    type: types[flag],
    name,
    target: known.target ?? (isNamed ? readText(block, 157, 100) : ''),
    executable: (readNumber(block, 100, 8) & 0o111) !== 0,
    mtimeS: readNumber(block, 136, 12),
    sizeBytes: readNumber(block, 124, 12),
  }
}

function readName(block: Buffer): string {
  const ustar = block.toString('latin1', 257, 263) === 'ustar\0'
  const prefix = ustar ? readText(block, 345, 155) : ''
  const own = readText(block, 0, 100)
  return prefix === '' ? own : `${prefix}/${own}`
}

const kinds: Readonly<Record<string, string>> = {
  '3': 'a device',
  '4': 'a device',
  '6': 'a named pipe',
  S: 'a sparse file',
}

function isKnown(flag: string): flag is keyof typeof types {
  return Object.hasOwn(types, flag)
}

function requireChecksum(block: Buffer): void {
  const stated = numberAt(block, 148, 8)
  // Its own eight bytes count as spaces.
  const own = block.subarray(148, 156).reduce((sum, byte) => sum + byte)
  if (stated !== sumOf(block) - own + 8 * 32) {
    throw new InvalidArchive('it is not a tar archive, or it is damaged')
  }
}

/** The sum of a block's bytes, four at a time: there are thousands of blocks, and V8 is not optimizing. */
function sumOf(block: Buffer): number {
  const aligned = block.byteOffset % 4 === 0 ? block : Buffer.from(block)
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, blockBytes / 4)
  let [even, odd] = [0, 0]
  for (const word of words) {
    even += word & 0xff00ff
    odd += (word >>> 8) & 0xff00ff
  }
  return (even & 0xffff) + (even >>> 16) + (odd & 0xffff) + (odd >>> 16)
}

function readNumber(block: Buffer, at: number, length: number): number {
  const number = numberAt(block, at, length)
  if (number === null) throw new InvalidArchive('one of its headers has an invalid number')
  return number
}

/** Octal digits; or, where the first bit is set, all the others as one number. `null`: neither. */
function numberAt(block: Buffer, at: number, length: number): number | null {
  const first = block[at] ?? 0
  if (first === 0x80) {
    // More than six bytes would not fit; no number of ours is that large.
    const high = block.subarray(at + 1, at + length - 6)
    if (high.every(byte => byte === 0)) {
      const size = Math.min(6, length - 1)
      return block.readUIntBE(at + length - size, size)
    }
  } else if (first < 0x80) {
    const text = block.toString('latin1', at, at + length)
    const digits = /^ *([0-7]*)[ \0]*$/.exec(text)?.[1]
    if (digits !== undefined) return digits === '' ? 0 : Number.parseInt(digits, 8)
  }
  return null
}

function readText(block: Buffer, at: number, length: number): string {
  const end = block.indexOf(0, at)
  return decode(block.subarray(at, end === -1 ? at + length : Math.min(end, at + length)))
}

/** Text of an archive. Throws `InvalidArchive` where it is not UTF-8. */
export function decode(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8')
  throw new InvalidArchive(`it has a name that is not UTF-8: ${quote(bytes.toString('latin1'))}`)
}

/** What a pax header may say of the entry behind it. */
export interface Overrides {
  readonly name?: string
  readonly target?: string
  readonly mtimeS?: number
  readonly sizeBytes?: number
}

/** Reads a pax header's records, `LENGTH KEY=VALUE\n` each. Throws `InvalidArchive`. */
export function readPax(bytes: Buffer, isGlobal: boolean): Overrides {
  const found: { -readonly [key in keyof Overrides]: Overrides[key] } = {}
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at)
    const digits = space === -1 ? '' : bytes.toString('latin1', at, space)
    const end = at + Number(digits)
    const equals = bytes.indexOf(0x3d, space)
    const isRecord = /^[1-9]\d{0,8}$/.test(digits) && end <= bytes.length && bytes[end - 1] === 0x0a
    if (!isRecord || equals === -1 || equals >= end) {
      throw new InvalidArchive('one of its extended headers is damaged')
    }
    const key = bytes.toString('utf8', space + 1, equals)
    const value = bytes.subarray(equals + 1, end - 1)
    if (key.startsWith('GNU.sparse.')) throw new InvalidArchive('it contains a sparse file')
    if (isGlobal && ['path', 'linkpath', 'size'].includes(key)) {
      throw new InvalidArchive(`it gives all of its entries the same ${key}`)
    }
    if (key === 'path') found.name = decode(value)
    if (key === 'linkpath') found.target = decode(value)
    if (key === 'mtime') found.mtimeS = readDecimal(key, value)
    if (key === 'size') found.sizeBytes = readDecimal(key, value)
    at = end
  }
  return found
}

function readDecimal(key: string, value: Buffer): number {
  const text = value.toString('latin1')
  const pattern = key === 'size' ? /^\d{1,15}$/ : /^-?\d{1,15}(\.\d*)?$/
  if (!pattern.test(text)) throw new InvalidArchive(`one of its extended headers has no ${key}`)
  return Number(text)
}
