import { execFileSync } from 'node:child_process'
/** An entry as no honest program would write it. */
export interface TarEntry {
  readonly name: string | Buffer
  readonly type: keyof typeof typeFlags
  /** Where a link leads. */
  readonly target?: string
  readonly content?: string | Buffer
  readonly mode?: number
  /** What the header says, where that is not the content's own size. */
  readonly sizeBytes?: number
  /** Puts these bytes over the header, before its sum is made. */
  readonly patch?: { readonly at: number; readonly bytes: string | Buffer }
}

const typeFlags = {
  file: '0',
  hardlink: '1',
  link: '2',
  device: '3',
  'block-device': '4',
  folder: '5',
  fifo: '6',
  contiguous: '7',
  old: '\0',
  pax: 'x',
  'pax-global': 'g',
  'gnu-name': 'L',
  'gnu-target': 'K',
  sparse: 'S',
  'folder-with-names': 'D',
  continued: 'M',
  /** A volume's name, which tar reads on to pass over. */
  label: 'V',
} as const

const blockBytes = 512

/** A tar archive without its end: more entries may follow. */
export function tarEntries(entries: readonly TarEntry[]): Buffer {
  return Buffer.concat(
    entries.flatMap(entry => {
      const content = Buffer.from(entry.content ?? '')
      const padding = Buffer.alloc((blockBytes - (content.length % blockBytes)) % blockBytes)
      return [header(entry, entry.sizeBytes ?? content.length), content, padding]
    }),
  )
}

/** More entries at the end of an archive, which has two empty blocks there. */
export function appendEntries(tar: Buffer, entries: readonly TarEntry[]): Buffer {
  let end = tar.length
  while (end >= blockBytes && tar.subarray(end - blockBytes, end).every(byte => byte === 0)) {
    end -= blockBytes
  }
  const more = tarEntries(entries)
  return Buffer.concat([tar.subarray(0, end), more, Buffer.alloc(2 * blockBytes)])
}

/** A whole archive. */
export function tarOf(entries: readonly TarEntry[]): Buffer {
  return Buffer.concat([tarEntries(entries), Buffer.alloc(2 * blockBytes)])
}

/** The content of an extended header: a length, a key and a value for each record. */
export function paxRecords(records: Readonly<Record<string, string>>): string {
  return Object.entries(records)
    .map(([key, value]) => {
      const rest = ` ${key}=${value}\n`
      const bytes = Buffer.byteLength(rest)
      const digits = String(bytes + String(bytes).length).length
      return `${bytes + digits}${rest}`
    })
    .join('')
}

function header(entry: TarEntry, sizeBytes: number): Buffer {
  const { name, type, target = '', mode = 0o755, patch } = entry
  const block = Buffer.alloc(blockBytes)
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0')
  Buffer.from(name).copy(block, 0, 0, 100)
  block.write(octal(mode, 7), 100)
  block.write(octal(0, 7), 108)
  block.write(octal(0, 7), 116)
  block.write(octal(sizeBytes, 11), 124)
  block.write(octal(1704067200, 11), 136)
  block.write(' '.repeat(8), 148)
  block.write(typeFlags[type], 156)
  block.write(target, 157, 100)
  block.write('ustar\u000000', 257)
  // The null device.
  block.write(octal(1, 7), 329)
  block.write(octal(3, 7), 337)
  if (patch !== undefined) Buffer.from(patch.bytes).copy(block, patch.at)
  const sum = block.reduce((total, byte) => total + byte)
  block.write(`${octal(sum, 6)}\0 `, 148)
  return block
}

/** Where this machine has its `tar`; not on Windows. */
export function systemTar(): string {
  return execFileSync('/bin/sh', ['-c', 'command -v tar'], { encoding: 'utf8' }).trim()
}
