import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { mkdir, readdir, readFile, readlink, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { type Unpacking, unpackFile } from '../../src/archive/unpack.ts'
import type { ArchiveEnding } from '../../src/domain/layout.ts'
import { sha256Of } from '../../src/install/checksum.ts'
import { scanTree } from '../../src/install/scan.ts'
import { temporaryFolder } from '../support/shared.ts'
import { paxRecords, type TarEntry, tarOf } from '../support/tar.ts'

const run = promisify(execFile)
const windows = process.platform === 'win32'
const python = windows ? 'python' : 'python3'
const bzip2 = 'import bz2, sys; sys.stdout.buffer.write(bz2.compress(sys.stdin.buffer.read()))'
/** Writes a zip of `[name, content, mode]`; a mode of 0: as a program on Windows does. */
const zip = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as archive:
    for name, content, mode in json.loads(sys.argv[2]):
        info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
        info.create_system, info.external_attr = (3, mode << 16) if mode else (0, 0)
        archive.writestr(info, content)`

const small: readonly TarEntry[] = [
  { type: 'folder', name: 'python/' },
  { type: 'file', name: 'python/bin/python3.13', content: 'program', mode: 0o775 },
  { type: 'file', name: 'python/lib/ä b.py', content: 'text', mode: 0o664 },
  { type: 'file', name: 'python/lib/large', content: randomBytes(3_000_000), mode: 0o444 },
  { type: 'file', name: 'python/lib/__pycache__/x.pyc' },
  { type: 'file', name: 'beside/x', content: 'x' },
]

describe('an archive is unpacked', async () => {
  const temporary = await temporaryFolder('an archive')
  let work = ''
  let count = 0
  beforeEach(async () => {
    work = path.join(temporary.path, String(count++))
    await mkdir(work)
  })
  afterAll(temporary.remove)

  const folder = () => path.join(work, 'folder')
  const text = (name: string) => readFile(path.join(folder(), name), 'utf8')
  const unpack = async (
    format: ArchiveEnding,
    bytes: Buffer | null,
    options: Partial<Unpacking> = {},
  ) => {
    const file = path.join(work, `a${format}`)
    if (bytes !== null) await writeFile(file, bytes)
    const { signal } = new AbortController()
    const unpacking = { subject: 'The archive of x', root: 'python', folder: folder(), signal }
    return await unpackFile(file, format, { ...unpacking, ...options })
  }
  const packed = async (format: ArchiveEnding, tar: Buffer): Promise<Buffer> => {
    if (format === '.tar.gz') return gzipSync(tar)
    if (format === '.tar.zst') return zstdCompressSync(tar)
    const done = run(python, ['-c', bzip2], { encoding: 'buffer', maxBuffer: 1e8 })
    done.child.stdin?.end(tar)
    return (await done).stdout
  }
  const makeZip = async (entries: readonly (readonly [string, string, number])[]) => {
    await run(python, ['-c', zip, path.join(work, 'a.zip'), JSON.stringify(entries)])
  }

  const formats = ['.tar.gz', '.tar.zst', '.tar.bz2'] as const
  it.for(formats.flatMap(format => [0, 4].map(writers => ({ format, writers }))))(
    'from $format with $writers writers: content, modes, times, digest, and what is in it',
    async ({ format, writers }) => {
      const { sha256, entries } = await unpack(format, await packed(format, tarOf(small)), {
        writers,
      })
      expect(sha256).toBe(await sha256Of(path.join(work, `a${format}`), AbortSignal.timeout(9e5)))
      expect((await readdir(work)).sort()).toEqual([`a${format}`, 'folder'])
      expect(await readdir(folder())).toEqual(['bin', 'lib'])
      expect(await text('lib/ä b.py')).toBe('text')
      expect((await readFile(path.join(folder(), 'lib/large'))).equals(contentOf(3))).toBe(true)
      const { mode, mtime, uid } = await stat(path.join(folder(), 'bin/python3.13'))
      expect(mtime.toISOString()).toBe('2024-01-01T00:00:00.000Z')
      expect(entries.map(entry => entry.path)).toEqual(
        small.slice(1, 5).map(({ name }) => path.normalize(String(name).slice('python/'.length))),
      )
      expect(scanTree(folder())).toMatchObject({ files: 3, caches: 1, sources: [entries[1]] })
      if (windows) return
      expect(mode & 0o777).toBe(0o755)
      expect(lstatSync(path.join(folder(), 'lib/ä b.py')).mode & 0o777).toBe(0o644)
      expect(uid).toBe(process.getuid?.())
    },
  )

  it.skipIf(windows).for([0, 4])('whatever the umask (%d writers)', async writers => {
    const before = process.umask(0o077)
    try {
      await unpack('.tar.gz', gzipSync(tarOf(small)), { writers })
    } finally {
      process.umask(before)
    }
    const modes = ['', 'bin', 'bin/python3.13', 'lib/large'].map(name => {
      return (lstatSync(path.join(folder(), name)).mode & 0o777).toString(8)
    })
    expect(modes).toEqual(['755', '755', '755', '644'])
  })

  it('from several members of gzip', async () => {
    const tar = tarOf(small)
    const members = [tar.subarray(0, 5000), tar.subarray(5000)].map(half => gzipSync(half))
    await unpack('.tar.gz', Buffer.concat(members))
    expect(await text('lib/ä b.py')).toBe('text')
  })

  it('with long names, times and sizes of extended headers', async () => {
    const long = `python/${'a/'.repeat(80)}b`
    const pax = { path: `${long}1`, mtime: '1700000000.5', size: '4', comment: 'x'.repeat(1000) }
    await unpack(
      '.tar.gz',
      gzipSync(
        tarOf([
          { type: 'pax-global', name: 'g', content: paxRecords({ comment: 'abc' }) },
          { type: 'pax', name: 'x', content: paxRecords(pax) },
          { type: 'file', name: 'python/cut', content: 'text', sizeBytes: 0 },
          { type: 'gnu-name', name: 'L', content: `${long}2\0` },
          { type: 'old', name: 'python/cut', content: 'more' },
        ]),
      ),
    )
    const name = long.slice('python/'.length)
    expect(await text(`${name}1`)).toBe('text')
    expect(await text(`${name}2`)).toBe('more')
    expect((await stat(path.join(folder(), `${name}1`))).mtimeMs).toBe(1_700_000_000_500)
  })

  it.skipIf(windows)('with links, hard links, and links to what is not there', async () => {
    const entries: readonly TarEntry[] = [
      { type: 'file', name: 'python/a', content: 'a' },
      { type: 'link', name: 'python/lib/to-a', target: '../a' },
      { type: 'link', name: 'python/to-lib', target: 'lib' },
      { type: 'link', name: 'python/to-nothing', target: './no/thing' },
      { type: 'hardlink', name: 'python/b', target: 'python/a' },
      { type: 'hardlink', name: 'python/c', target: 'python/b' },
    ]
    const found = await unpack('.tar.gz', gzipSync(tarOf(entries)))
    expect(await text('to-lib/to-a')).toBe('a')
    expect(await readlink(path.join(folder(), 'to-nothing'))).toBe('./no/thing')
    expect(lstatSync(path.join(folder(), 'c')).nlink).toBe(3)
    expect(found.entries).toHaveLength(6)
  })

  it.for<[string | null, string, readonly string[]]>([
    ['python/install', 'python/build/x', ['bin']],
    [null, 'python/install/x', ['install']],
    ['', 'beside/x', ['beside', 'python']],
  ])('from the root %j, whatever lies beside it', async ([root, name, found]) => {
    const entries: readonly TarEntry[] = [
      { type: 'file', name, content: 'x' },
      { type: 'file', name: 'python/install/bin/python3.13', content: 'program' },
    ]
    await unpack('.tar.zst', zstdCompressSync(tarOf(entries)), { root })
    expect(await readdir(folder())).toEqual(found)
  })

  it('from .zip, with modes where it has them', async () => {
    await makeZip([
      ['python/bin/', '', 0o40755],
      ['python/bin/a', 'program', 0o100755],
      ['python/b', 'text', 0],
      ...(windows ? [] : ([['python/to-b', './b', 0o120777]] as const)),
    ])
    const { sha256 } = await unpack('.zip', null)
    expect(sha256).toBe(await sha256Of(path.join(work, 'a.zip'), AbortSignal.timeout(9e5)))
    expect(await text('bin/a')).toBe('program')
    if (windows) return
    expect(lstatSync(path.join(folder(), 'bin/a')).mode & 0o777).toBe(0o755)
    expect(lstatSync(path.join(folder(), 'b')).mode & 0o777).toBe(0o644)
    expect(await text('to-b')).toBe('text')
  })

  describe('or is refused', () => {
    const refused = async (
      format: ArchiveEnding,
      bytes: Buffer | null,
      message: string,
      options: Partial<Unpacking> = {},
    ) => {
      await expect(unpack(format, bytes, options)).rejects.toMatchObject({
        code: 'ARCHIVE_INVALID',
        message: expect.stringContaining(message),
      })
      expect(await readdir(work)).toEqual([`a${format}`])
    }

    it.for(formats)('as %s, wherever it is cut off or when it is something else', async format => {
      const whole = await packed(format, tarOf(small.slice(0, 3)))
      for (let length = 0; length < whole.length; length += 7) {
        await refused(format, whole.subarray(0, length), 'The archive of x could not be unpacked: ')
      }
      await refused(format, Buffer.from('<html>'.repeat(100)), 'could not be unpacked: ')
      const damaged = Buffer.from(whole)
      damaged.fill(0xff, whole.length >> 1, (whole.length >> 1) + 20)
      await refused(format, damaged, 'could not be unpacked: ')
    })

    it.for([
      ['../outside', 'x', 0],
      ['/outside', 'x', 0],
      ['python/../../outside', 'x', 0],
      ['python/x', '..', 0o120777],
      ['python/x', '', 0o010644],
      ['python/x', '', 0o020644],
    ] as const)('as a zip with %j', async entry => {
      await makeZip([entry])
      await refused('.zip', null, 'could not be unpacked: ')
    })

    it('as a zip that is none, is damaged, or is too large', async () => {
      await refused('.zip', Buffer.from('no zip'.repeat(50)), 'could not be unpacked: ')
      await makeZip([['python/x', 'x'.repeat(5000), 0]])
      await refused('.zip', null, 'more than 0.00390625 MiB', { maxBytes: 4096 })
      const bytes = await readFile(path.join(work, 'a.zip'))
      // The sum in the list at the end.
      bytes.writeUInt32LE(1, bytes.lastIndexOf('PK\u0001\u0002') + 16)
      await refused('.zip', bytes, 'is damaged')
    })
  })

  it.for(['.tar.gz', '.zip'] as const)('until the job is cancelled (%s)', async format => {
    const controller = new AbortController()
    const options = { signal: controller.signal }
    await makeZip([['python/x', 'x', 0]])
    const bytes = format === '.zip' ? null : gzipSync(tarOf(small))
    const unpacked = unpack(format, bytes, options)
    controller.abort(new Error('cancelled'))
    await expect(unpacked).rejects.toThrow('cancelled')
    expect(await readdir(work)).not.toContain('folder')
  })
})

function contentOf(index: number): Buffer {
  return Buffer.from(small[index]?.content ?? '')
}
