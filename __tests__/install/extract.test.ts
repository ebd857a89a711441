import { execFile, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Distribution } from '../../src/domain/distribution.ts'
import { type Extraction, extractArchive, tarProgram } from '../../src/install/extract.ts'
import { plainLanguage } from '../../src/io/process-environment.ts'
import { distribution } from '../support/distributions.ts'
import { temporaryFolder } from '../support/shared.ts'

const run = promisify(execFile)
const windows = process.platform === 'win32'
/** Windows unpacks a .zip with its own tar, other systems with a program that they may lack. */
const noUnzip = !windows && spawnSync('unzip', ['-v']).error !== undefined
const env = {
  PATH: process.env.PATH ?? '',
  SYSTEMROOT: process.env.SYSTEMROOT ?? 'C:\\Windows',
  ...plainLanguage(process.platform),
}

/** Writes an archive of these entries, whatever they are: `[type, name, content or target]`. */
const archiver = `
import io, json, sys, tarfile, zipfile
name, entries = sys.argv[1], json.loads(sys.argv[2])
if name.endswith('.zip'):
    with zipfile.ZipFile(name, 'w') as archive:
        for kind, entry, content in entries:
            info = zipfile.ZipInfo(entry)
            if kind == 'link': info.create_system, info.external_attr = 3, 0o120777 << 16
            archive.writestr(info, content)
else:
    with tarfile.open(name, 'w:gz') as archive:
        for kind, entry, content in entries:
            info = tarfile.TarInfo(entry)
            info.mode, info.mtime = 0o755, 1704067200
            info.uid = info.gid = 1234
            if kind == 'file': info.size = len(content.encode())
            elif kind == 'folder': info.type = tarfile.DIRTYPE
            elif kind == 'link': info.type, info.linkname = tarfile.SYMTYPE, content
            elif kind == 'hardlink': info.type, info.linkname = tarfile.LNKTYPE, content
            elif kind == 'fifo': info.type = tarfile.FIFOTYPE
            archive.addfile(info, io.BytesIO(content.encode()) if kind == 'file' else None)
`
type Entry = readonly ['file' | 'folder' | 'link' | 'hardlink' | 'fifo', string, string]

const small: readonly Entry[] = [
  ['folder', 'python', ''],
  ['file', 'python/bin/python3.13', 'program'],
  ['file', 'python/lib/ä b.py', 'text'],
]

describe('an archive', async () => {
  const temporary = await temporaryFolder('an archive')
  const outside = path.join(temporary.path, 'outside')
  let work = ''
  let count = 0

  const pack = async (name: string, entries: readonly Entry[]) => {
    const file = path.join(work, name)
    await run(windows ? 'python' : 'python3', ['-c', archiver, file, JSON.stringify(entries)])
    return file
  }
  const extract = (archive: string, options: Partial<Extraction> = {}) => {
    const url = new URL(`https://example.org/${path.basename(archive)}`)
    return extractArchive({
      archive,
      distribution: distribution({ url }),
      folder: path.join(work, 'folder'),
      env,
      signal: new AbortController().signal,
      ...options,
    })
  }
  const named = (parts: Partial<Distribution>) => ({ distribution: distribution(parts) })

  beforeEach(async () => {
    work = path.join(temporary.path, 'below', String(count++))
    await mkdir(work, { recursive: true })
    await writeFile(outside, 'untouched')
  })
  afterAll(temporary.remove)

  describe('is unpacked', () => {
    const text = (name: string) => readFile(path.join(work, 'folder', name), 'utf8')

    it('from .tar.gz, with modes and times, and without owners', async () => {
      await extract(await pack('a.tar.gz', small))
      expect(await text('lib/ä b.py')).toBe('text')
      const { mode, mtime, uid } = await stat(path.join(work, 'folder/bin/python3.13'))
      expect(mtime.toISOString()).toBe('2024-01-01T00:00:00.000Z')
      if (windows) return
      // Only root's tar takes no heed of the umask.
      const umask = process.getuid?.() === 0 ? 0 : process.umask()
      expect(mode & 0o777).toBe(0o755 & ~umask)
      expect(uid).toBe(process.getuid?.())
    })

    it.skipIf(noUnzip)('from .zip', async () => {
      await extract(await pack('a.zip', small.slice(1)))
      expect(await text('bin/python3.13')).toBe('program')
    })

    it('from .tar.zst, without the build files that are in it', async () => {
      const archive = await pack('a.tar.gz', [
        ['file', 'python/build/object.o', ''],
        ['file', 'python/install/bin/python3.13', 'program'],
      ])
      const zst = zstdCompressSync(gunzipSync(await readFile(archive)))
      await writeFile(path.join(work, 'a-full.tar.zst'), zst)
      await extract(path.join(work, 'a-full.tar.zst'))
      expect(await readdir(path.join(work, 'folder'))).toEqual(['bin'])
      expect(await text('bin/python3.13')).toBe('program')
    })

    it('from whatever top folder other implementations have', async () => {
      const entries: Entry[] = [['file', 'pypy3.11-v7.3.23-linux64/bin/pypy3', 'program']]
      const url = new URL('https://example.org/a.tar.gz')
      await extract(await pack('a.tar.gz', entries), named({ implementation: 'pypy', url }))
      expect(await text('bin/pypy3')).toBe('program')
    })

    it('and leaves nothing else behind', async () => {
      await extract(await pack('a.tar.gz', small))
      expect((await readdir(work)).sort()).toEqual(['a.tar.gz', 'folder'])
    })
  })

  describe('is refused', () => {
    const refused = async (archive: string, message: string, options: Partial<Extraction> = {}) => {
      await expect(extract(archive, options)).rejects.toMatchObject({
        code: 'ARCHIVE_INVALID',
        message: expect.stringContaining(message),
      })
      expect(await readdir(work)).toEqual([path.basename(archive)])
    }

    it('when it is cut short', async () => {
      const file = await pack('a.tar.gz', small)
      const whole = await readFile(file)
      await writeFile(file, whole.subarray(0, whole.length - 20))
      await refused(file, 'unexpected end of file')
      const tar = gunzipSync(whole)
      await writeFile(file, gzipSync(tar.subarray(0, 1300)))
      await refused(file, 'tar ended with exit code')
    })

    it('when it is something else', async () => {
      const file = path.join(work, 'a.tar.gz')
      await writeFile(file, '<html>')
      await refused(file, 'incorrect header check')
      await writeFile(file, gzipSync('no tar'.repeat(1000)))
      await refused(file, 'tar ended with exit code')
    })

    it.skipIf(noUnzip)('when it is no zip', async () => {
      const file = path.join(work, 'a.zip')
      await writeFile(file, 'no zip')
      await refused(file, 'ended with exit code')
    })

    it('when it unpacks to more than a Python can have', async () => {
      const file = await pack('a.tar.gz', [['file', 'python/big', 'x'.repeat(65_000)]])
      await refused(file, 'it unpacks to more than 0.0625 MiB', { maxBytes: 65_536 })
    })

    it('when it has not the folder of its kind', async () => {
      await refused(await pack('a.tar.gz', [['file', 'other/x', '']]), 'it holds no folder python')
    })

    it('when it has more than one top folder', async () => {
      const file = await pack('a.tar.gz', [...small, ['file', 'more/x', '']])
      const url = new URL('https://example.org/a.tar.gz')
      await refused(file, 'one top folder', named({ implementation: 'pypy', url }))
    })

    it('when it is empty', async () => {
      const file = await pack('a.tar.gz', [])
      const url = new URL('https://example.org/a.tar.gz')
      await refused(file, 'one top folder', named({ implementation: 'graalpy', url }))
    })
  })

  /** Whatever the system's tar makes of it: an error of ours, or a tree that lies where it should. */
  describe.skipIf(windows)('that is hostile puts nothing outside of its folder', () => {
    const hostile: readonly (readonly [string, () => readonly Entry[]])[] = [
      ['a path that leads up', () => [...small, ['file', 'python/../../../outside', 'x']]],
      ['a path that starts with ..', () => [...small, ['file', '../../outside', 'x']]],
      ['an absolute path', () => [...small, ['file', outside, 'x']]],
      [
        'a link that is written through',
        () => [...small, ['link', 'python/l', '../../..'], ['file', 'python/l/outside', 'x']],
      ],
      [
        'an absolute link that is written through',
        () => [...small, ['link', 'python/l', outside], ['file', 'python/l', 'x']],
      ],
      [
        'a hard link to a file outside that is written through',
        () => [...small, ['hardlink', 'python/l', outside], ['file', 'python/l', 'x']],
      ],
      [
        'a hard link over a link to outside',
        () => [
          ...small,
          ['link', 'python/d', '../../..'],
          ['hardlink', 'python/l', 'python/d/outside'],
          ['file', 'python/l', 'x'],
        ],
      ],
      [
        'a link in place of its top folder',
        () => [
          ['link', 'python', '../..'],
          ['file', 'python/outside', 'x'],
        ],
      ],
    ]

    it.each(hostile)('%s', async (_, entries) => {
      await extract(await pack('a.tar.gz', entries())).catch(error => {
        expect(error).toMatchObject({ code: 'ARCHIVE_INVALID' })
      })
      expect(await readFile(outside, 'utf8')).toBe('untouched')
      expect((await stat(outside)).nlink).toBe(1)
      expect((await readdir(temporary.path)).sort()).toEqual(['below', 'outside'])
    })

    it.each<readonly [string, readonly Entry[], string]>([
      ['a link to outside', [['link', 'python/lib', '../..']], 'links to "../.."'],
      ['an absolute link', [['link', 'python/lib', '/etc']], 'links to "/etc"'],
      ['a fifo', [['fifo', 'python/pipe', '']], 'is no file, folder or link'],
    ])('and is refused with %s', async (_, entries, message) => {
      const archive = await pack('a.tar.gz', [['file', 'python/x', ''], ...entries])
      await expect(extract(archive)).rejects.toMatchObject({
        code: 'ARCHIVE_INVALID',
        message: expect.stringContaining(message),
      })
      expect(await readdir(work)).toEqual(['a.tar.gz'])
    })

    it.each<readonly [string, readonly Entry[]]>([
      [
        'with a link in place of its top folder',
        [
          ['link', 'python', 'real'],
          ['file', 'real/x', ''],
        ],
      ],
      ['with a file in place of its top folder', [['file', 'python', '']]],
    ])('and is refused %s', async (_, entries) => {
      await expect(extract(await pack('a.tar.gz', entries))).rejects.toMatchObject({
        code: 'ARCHIVE_INVALID',
      })
    })

    it.skipIf(noUnzip).each<readonly [string, readonly Entry[]]>([
      ['a path that leads up', [['file', 'python/../../../outside', 'x']]],
      ['an absolute path', [['file', outside, 'x']]],
      [
        'a link that is written through',
        [
          ['link', 'python/l', '../../..'],
          ['file', 'python/l/outside', 'x'],
        ],
      ],
    ])('as a zip, %s', async (_, entries) => {
      const archive = await pack('a.zip', [['file', 'python/x', ''], ...entries])
      await extract(archive).catch(error => expect(error.code).toBe('ARCHIVE_INVALID'))
      expect(await readFile(outside, 'utf8')).toBe('untouched')
    })
  })

  describe.skipIf(windows)('is unpacked by the program on PATH', () => {
    const withProgram = async (name: string, script: string) => {
      const bin = path.join(work, '..', `bin${count}`)
      await mkdir(bin)
      await writeFile(path.join(bin, name), `#!/bin/sh\n${script}\n`)
      await chmod(path.join(bin, name), 0o755)
      return { env: { PATH: `${bin}:${env.PATH}` } }
    }
    const withTar = (script: string) => withProgram('tar', script)
    afterEach(() => vi.unstubAllEnvs())

    it.each(['a.tar.gz', 'a.zip'])('which gets none of the job’s variables (%s)', async name => {
      const archive = await pack(name, small)
      const program = name === 'a.zip' ? 'unzip' : 'tar'
      const options = await withProgram(program, 'env >&2; exit 3')
      vi.stubEnv('PATH', options.env.PATH)
      vi.stubEnv('INPUT_TOKEN', 'a secret')
      const error = await extract(archive, options).catch((error: unknown) => error)
      expect(String(error)).toContain(`PATH=${options.env.PATH}`)
      expect(String(error)).not.toContain('a secret')
    })

    it('and an abort ends that, leaving neither process nor files', async () => {
      const archive = await pack('a.tar.gz', small)
      const controller = new AbortController()
      const pidFile = path.join(work, '..', `pid${count}`)
      const options = await withTar(`echo $$ > '${pidFile}'; exec sleep 600`)
      // Incompressible and larger than a pipe holds: tar must be waited for.
      await writeFile(archive, gzipSync(randomBytes(1024 ** 2)))
      const extracted = extract(archive, { ...options, signal: controller.signal })
      const pid = Number(await untilWritten(pidFile))
      controller.abort()
      await expect(extracted).rejects.toThrow('aborted')
      expect(() => process.kill(pid, 0)).toThrow('ESRCH')
      expect(await readdir(work)).toEqual(['a.tar.gz'])
    })

    it('which may say what is wrong', async () => {
      const archive = await pack('a.tar.gz', small)
      const broken = extract(archive, await withTar('echo "tar: so it is" >&2; exit 3'))
      await expect(broken).rejects.toThrow('tar ended with exit code 3: tar: so it is')
    })

    it.each(['No space left on device', 'Disk quota exceeded', 'Quota exceeded'])(
      'which may find the disk full: %s',
      async complaint => {
        const archive = await pack('a.tar.gz', small)
        const full = `echo "tar: x: Cannot write: ${complaint}" >&2; exit 2`
        await expect(extract(archive, await withTar(full))).rejects.toMatchObject({
          code: 'DISK_FAILED',
          message: expect.stringContaining('The disk was full while'),
        })
      },
    )

    it('which may be missing', async () => {
      const archive = await pack('a.tar.gz', small)
      await expect(extract(archive, { env: { PATH: work } })).rejects.toMatchObject({
        code: 'ARCHIVE_INVALID',
        message: expect.stringContaining('tar cannot be started (spawn tar ENOENT)'),
        hint: expect.stringContaining('tar'),
      })
    })
  })
})

it.each([
  ['linux', {}, 'tar'],
  ['darwin', {}, 'tar'],
  ['win32', { SYSTEMROOT: 'D:\\Windows' }, 'D:\\Windows\\System32\\tar.exe'],
  ['win32', { SystemRoot: 'D:\\Windows' }, 'D:\\Windows\\System32\\tar.exe'],
  ['win32', {}, 'C:\\Windows\\System32\\tar.exe'],
] as const)('tar on %s with %j', (platform, variables, program) => {
  expect(tarProgram(platform, variables)).toBe(program)
})

async function untilWritten(file: string): Promise<string> {
  for (;;) {
    const text = await readFile(file, 'utf8').catch(() => '')
    if (text.endsWith('\n')) return text
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}
