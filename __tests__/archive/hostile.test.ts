import { existsSync } from 'node:fs'
import { lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { type Unpacking, unpackTar } from '../../src/archive/unpack.ts'
import { temporaryFolder } from '../support/shared.ts'
import { paxRecords, type TarEntry, tarOf } from '../support/tar.ts'

/**
 * `a/b`: a file; `a/b/`: a folder; `a -> b`: a link; `a => b`: a hard link; `path=a | b`: what an
 * extended header says of what follows. `OUTSIDE` is a file that nobody may touch.
 */
function entriesOf(text: string): readonly TarEntry[] {
  const [records = '', ...rest] = text.split(' | ')
  if (rest.length > 0) {
    const [key = '', value = ''] = records.split('=')
    return [
      { type: 'pax', name: 'pax', content: paxRecords({ [key]: value }) },
      ...entriesOf(rest.join()),
    ]
  }
  const [, name = '', arrow, target = ''] = /^(.*?)(?: ([-=]>) (.*))?$/s.exec(text) ?? []
  if (arrow !== undefined) return [{ type: arrow === '->' ? 'link' : 'hardlink', name, target }]
  return [name.endsWith('/') ? { type: 'folder', name } : { type: 'file', name, content: 'x' }]
}

const file = (more: Partial<TarEntry>): TarEntry => {
  return { type: 'file', name: 'python/x', content: 'x', ...more }
}
const size = (bytes: string | Buffer) => file({ patch: { at: 124, bytes } })
const extra = (type: TarEntry['type'], content: string | Buffer) => ({ type, name: type, content })
const x = (length: number) => 'x'.repeat(length)
const hex = (text: string) => Buffer.from(text, 'hex')

type Row = readonly [message: string, entries: readonly (string | TarEntry)[], options?: Options]
type Options = Partial<Unpacking>
const windows = { platform: 'win32' } as const
const mac = { platform: 'darwin' } as const
const small = { maxBytes: 4096 }
const anyRoot = { root: null }

const rows: readonly Row[] = [
  // Names.
  ['is outside of the archive', ['python/../../outside']],
  ['is outside of the archive', ['../outside']],
  ['is outside of the archive', ['python/a/../b']],
  ['is outside of the archive', ['OUTSIDE']],
  ['is outside of the archive', ['python/../../']],
  ['is outside of the archive', ['path=python/../../outside | python/x']],
  ['is outside of the archive', ['path=OUTSIDE | python/x']],
  ['is outside of the archive', [extra('gnu-name', 'python/../../outside\0'), 'python/x']],
  ['is outside of the archive', [file({ name: 'x', patch: { at: 345, bytes: 'python/../..' } })]],
  ['has a NUL in its name', ['path=python/a\0b | python/x']],
  ['a name that is not UTF-8', [file({ name: hex('707974686f6e2fff') })]],
  ['a name that is not UTF-8', [extra('pax', hex('313220706174683d612fff0a')), 'python/x']],
  ['has too long a name', [`path=python/${x(256)} | python/x`]],
  ['has no name', ['']],
  ['has no name', ['./.']],
  ['is a file, but its name ends in a slash', [file({ name: 'python/x/' })]],
  // Names on Windows.
  ['is outside of the archive', ['C:\\outside'], windows],
  ['is outside of the archive', ['C:outside'], windows],
  ['is outside of the archive', ['\\\\host\\share\\x'], windows],
  ['that Windows cannot hold', ['python\\..\\..\\outside'], windows],
  ['that Windows cannot hold', ['python/x:y'], windows],
  ['that Windows cannot hold', ['python/nul'], windows],
  ['that Windows cannot hold', ['python/COM1.txt/x'], windows],
  ['that Windows cannot hold', ['python/lpt²'], windows],
  ['that Windows cannot hold', ['python/aux .c'], windows],
  ['that Windows cannot hold', ['python/x.'], windows],
  ['that Windows cannot hold', ['python/x /y'], windows],
  ['that Windows cannot hold', ['python/a\nb'], windows],
  ['outside of the archive', ['python/x -> D:y'], windows],
  ['that Windows cannot hold', ['python/x -> ..\\..\\outside'], windows],
  ['are the same file on this system', ['python/a', 'python/A'], windows],
  ['are the same file on this system', ['python/a/x', 'python/A/y'], mac],
  ['are the same file on this system', ['python/\u00e9', 'python/e\u0301'], mac],
  // Links.
  ['outside of the archive', ['python/x -> ../../outside']],
  ['outside of the archive', ['python/x -> ..']],
  ['outside of the archive', ['python/x -> /etc']],
  ['outside of the archive', ['python/x -> ']],
  ['outside of the archive', ['python/here -> .', 'python/x -> here/../../outside']],
  ['outside of the archive', ['linkpath=a\0b | python/x -> y']],
  ['outside of the archive', [extra('gnu-target', '../../outside\0'), 'python/x -> y']],
  ['outside of the archive', ['python/x -> OUTSIDE', 'python/x/outside']],
  ['its python is a file or link', ['python -> ..', 'python/outside']],
  ['its python is a file or link', ['python']],
  ['passes through a file or link', ['python/x -> y', 'python/x/z']],
  ['passes through a file or link', ['python/x', 'python/x/z']],
  ['is outside of the archive', ['python/x => OUTSIDE']],
  ['is outside of the archive', ['python/x => python/../../outside']],
  ['is not an earlier file of the archive', ['python/x => python/y']],
  ['is not an earlier file of the archive', ['python/x => python/y', 'python/y']],
  ['is not an earlier file of the archive', ['python/y -> z', 'python/x => python/y']],
  ['is not an earlier file of the archive', ['python/y/', 'python/x => python/y']],
  [
    'is not an earlier file of the archive',
    ['python/a/b', 'python/y -> a', 'python/x => python/y/b'],
  ],
  ['is not an earlier file of the archive', ['python/x => python/x']],
  ['is not an earlier file of the archive', ['other/x', 'python/x => other/x']],
  // Twice.
  ['is there twice', ['python/x', 'python/x']],
  ['is there twice', ['python/x -> y', 'python/x']],
  ['is there twice', ['python/x', 'python/x -> y']],
  ['is there twice', ['python/x', 'python/y', 'python/x => python/y']],
  ['is there twice', ['python/x', './python//x']],
  ['is also a folder', ['python/x/y', 'python/x']],
  ['is also a folder', ['python/x/', 'python/x -> y']],
  ['passes through a file or link', ['python/x -> y', 'python/x/']],
  // Types.
  ['a named pipe, not a file, folder or link', [{ type: 'fifo', name: 'python/x' }]],
  ['a device, not a file, folder or link', [{ type: 'device', name: 'python/x' }]],
  ['a device, not a file, folder or link', [{ type: 'block-device', name: 'python/x' }]],
  ['a sparse file, not a file, folder or link', [{ type: 'sparse', name: 'python/x' }]],
  ['it contains a sparse file', ['GNU.sparse.major=1 | python/x']],
  ['of the unknown type', [{ type: 'contiguous', name: 'python/x' }]],
  ['of the unknown type', [{ type: 'folder-with-names', name: 'python/x' }]],
  ['of the unknown type', [{ type: 'continued', name: 'python/x' }]],
  ['of the unknown type', [{ type: 'label', name: 'python' }]],
  // Sizes and numbers.
  ['is not a file, but has content', [file({ type: 'link', target: 'y' })]],
  ['is not a file, but has content', [file({ type: 'folder' })]],
  ['is not a file, but has content', ['python/y', file({ type: 'hardlink', target: 'python/y' })]],
  ['it ends too soon', [file({ sizeBytes: 5000 })]],
  ['it ends too soon', ['size=5000 | python/x']],
  ['is not a tar archive, or it is damaged', [file({ content: x(600), sizeBytes: 1 })]],
  ['unpacks to more than 4096 MiB', [size('77777777777\0')]],
  ['unpacks to more than 4096 MiB', [size(hex('800000000000010000000000'))]],
  ['one of its headers has an invalid number', [size(hex('80ffffffffffffffffffffff'))]],
  ['one of its headers has an invalid number', [size(hex('ffffffffffffffffffffffff'))]],
  ['one of its headers has an invalid number', [size('many\0\0\0\0\0\0\0\0')]],
  ['has no size', ['size=1e3 | python/x']],
  ['has no size', ['size=-1 | python/x']],
  ['unpacks to more than 0.00390625 MiB', [file({ content: x(5000) })], small],
  ['unpacks to more than 0.00390625 MiB', ['python/a', 'python/b', 'python/c', 'python/d'], small],
  ['unpacks to more than 0.00390625 MiB', ['other/a', 'other/b', 'other/c', 'other/d'], small],
  // Extended headers.
  ['extended headers is too large', [file({ type: 'pax', sizeBytes: 1024 ** 3 })]],
  ['extended headers is too large', [file({ type: 'gnu-name', sizeBytes: 1024 ** 3 })]],
  ['extended headers is damaged', [extra('pax', '99 path=x\n'), 'python/x']],
  ['extended headers is damaged', [extra('pax', 'path=x\n'), 'python/x']],
  ['extended headers is damaged', [extra('pax', '0 path=x\n'), 'python/x']],
  ['extended headers is damaged', [extra('pax', '8 path\nx='), 'python/x']],
  ['has no mtime', ['mtime=now | python/x']],
  ['the same path', [extra('pax-global', paxRecords({ path: 'python/x' })), 'python/y']],
  ['ends in an extended header', ['python/x', extra('pax', paxRecords({ path: 'python/y' }))]],
  // Roots.
  ['contains no folder python', ['other/x']],
  ['contains no folder python', []],
  ['contains no folder python', ['python/']],
  ['one top folder', ['a/x', 'b/x'], anyRoot],
  ['one top folder', [], anyRoot],
]

describe('an archive is refused', async () => {
  const temporary = await temporaryFolder('hostile')
  let count = 0
  afterAll(temporary.remove)
  const openPlace = async () => {
    const work = path.join(temporary.path, String(count++))
    const outside = path.join(work, 'outside')
    await mkdir(path.join(work, 'below'), { recursive: true })
    await writeFile(outside, 'untouched')
    return { work, outside, folder: path.join(work, 'below', 'folder') }
  }
  const unpack = (bytes: readonly Buffer[], folder: string, options: Partial<Unpacking> = {}) => {
    const { signal } = new AbortController()
    const unpacking = { subject: 'The archive of x', root: 'python', folder, signal, ...options }
    return unpackTar(stream(bytes), '.tar.gz', unpacking)
  }

  it.concurrent.for(rows)('%s: %j', async ([message, entries, options]) => {
    for (const writers of [0, 4]) {
      const { work, outside, folder } = await openPlace()
      const tar = tarOf(
        entries.flatMap(entry => {
          return typeof entry === 'string' ? entriesOf(entry.replace('OUTSIDE', outside)) : [entry]
        }),
      )
      await expect(unpack([gzipSync(tar)], folder, { ...options, writers })).rejects.toMatchObject({
        code: 'ARCHIVE_INVALID',
        message: expect.stringContaining(message),
      })
      expect(await readFile(outside, 'utf8')).toBe('untouched')
      expect((await lstat(outside)).nlink).toBe(1)
      expect(await readdir(work)).toEqual(['below', 'outside'])
      expect(await readdir(path.join(work, 'below'))).toEqual([])
    }
  })

  it('wherever it is cut off', async () => {
    const whole = tarOf([
      ...['python/', 'python/a', 'path=python/b | python/x'].flatMap(entriesOf),
      extra('gnu-name', 'python/c\0'),
      file({ content: x(1300) }),
      ...['python/d -> a', 'python/e => python/a'].flatMap(entriesOf),
    ])
    const { folder: place } = await openPlace()
    await unpack([gzipSync(whole)], `${place}-whole`)
    for (let length = 0; length < whole.length; length += 256) {
      const cut = gzipSync(whole.subarray(0, length))
      await expect(unpack([cut], place)).rejects.toMatchObject({ code: 'ARCHIVE_INVALID' })
      expect(existsSync(place)).toBe(false)
    }
  })

  it('where any byte of a header is another one', async () => {
    const { folder: place } = await openPlace()
    const whole = tarOf(['python/a', 'python/d -> a'].flatMap(entriesOf))
    for (const start of [0, 1024]) {
      for (let at = start; at < start + 512; at++) {
        const changed = Buffer.from(whole)
        changed[at] = (changed[at] ?? 0) ^ 0x5a
        await expect(unpack([gzipSync(changed)], place)).rejects.toMatchObject({
          code: 'ARCHIVE_INVALID',
        })
      }
    }
  })
})

async function* stream(pieces: readonly Buffer[]) {
  yield* pieces
}
