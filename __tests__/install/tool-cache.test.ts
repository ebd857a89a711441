import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import * as toolCache from '@actions/tool-cache'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Distribution } from '../../src/domain/distribution.ts'
import { layoutOf } from '../../src/domain/layout.ts'
import { type InstallationRecord, writeRecord } from '../../src/install/record.ts'
import {
  findInstallations,
  installationFolder,
  installationOf,
  publish,
} from '../../src/install/tool-cache.ts'
import { mountDisk } from '../support/disk.ts'
import { distribution, recordOfPython } from '../support/distributions.ts'
import { temporaryFolder } from '../support/shared.ts'

const { signal } = new AbortController()

describe('the tool cache', async () => {
  const folder = await temporaryFolder('a tool cache')
  let root = ''
  let count = 0

  beforeEach(() => {
    root = path.join(folder.path, String(count++))
  })
  afterEach(() => vi.unstubAllEnvs())
  afterAll(folder.remove)

  const recordFor = (parts: Partial<Distribution> = {}) => {
    return recordOfPython(installationFolder(root, distribution(parts)), parts)
  }
  /** A finished tree in staging; what `text` says is in its interpreter. */
  const stage = async (record: InstallationRecord, text = 'program') => {
    const staged = path.join(root, 'staging', randomUUID())
    const program = path.join(staged, layoutOf(record.python).executable)
    await mkdir(path.dirname(program), { recursive: true })
    await writeFile(program, text)
    await writeRecord(staged, record)
    return staged
  }
  const install = async (parts: Partial<Distribution> = {}) => {
    const record = recordFor(parts)
    return publish(await stage(record), record, { replace: false, signal })
  }
  const programOf = (record: InstallationRecord) => {
    return readFile(path.join(record.path, layoutOf(record.python).executable), 'utf8')
  }

  it('has what was published', async () => {
    const installation = await install()
    expect(installation).toEqual(installationOf(recordFor()))
    expect(await findInstallations(root)).toEqual([installation])
    expect(await readdir(path.join(root, 'staging'))).toEqual([])
  })

  it.each<Partial<Distribution>>([
    {},
    { version: { major: 3, minor: 15, patch: 0, prerelease: { phase: 'rc', number: 1 } } },
    { version: { major: 3, minor: 15, patch: 0, prerelease: { phase: 'a', number: 12 } } },
    { variant: 'freethreaded+debug' },
    { implementation: 'pypy', build: '7.3.23' },
  ])('has what the runner’s own look-up finds: %j', async parts => {
    vi.stubEnv('RUNNER_TOOL_CACHE', root)
    const installation = await install(parts)
    const [tool = '', version = '', arch = ''] = path
      .relative(root, installation.path)
      .split(path.sep)
    expect(toolCache.find(tool, version, arch)).toBe(installation.path)
    expect(toolCache.findAllVersions(tool, arch)).toEqual([version])
    await rm(`${installation.path}.complete`)
    expect(toolCache.find(tool, version, arch)).toBe('')
    expect(await findInstallations(root)).toEqual([])
  })

  it('tells apart all that makes a Python another one', async () => {
    const { platform } = distribution()
    const v3 = { family: 'x86_64', level: 'v3' } as const
    const different: readonly Partial<Distribution>[] = [
      {},
      { build: '20250613' },
      { variant: 'debug' },
      { pip: '25.1' },
      { hashMode: 'checked-hash' },
      { hashMode: 'unchecked-hash' },
      { pip: '25.1', hashMode: 'unchecked-hash' },
      { variant: 'freethreaded' },
      { implementation: 'pypy' },
      { implementation: 'graalpy' },
      { platform: { ...platform, libc: 'musl' } },
      { platform: { ...platform, architecture: v3 } },
      { platform: { ...platform, os: 'darwin' } },
      { version: { major: 3, minor: 13, patch: 6, prerelease: null } },
      { version: { major: 3, minor: 13, patch: 5, prerelease: { phase: 'rc', number: 1 } } },
    ]
    await Promise.all(different.map(install))
    expect((await findInstallations(root)).length).toBe(different.length)
  })

  it('is empty where it is not there', async () => {
    expect(await findInstallations(path.join(root, 'missing'))).toEqual([])
  })

  it('has nothing for us but what we made', async () => {
    const tool = path.join(root, 'managed-cpython')
    await mkdir(path.join(root, 'Python/3.13.5/x64/bin'), { recursive: true })
    await writeFile(path.join(root, 'Python/3.13.5/x64.complete'), '')
    await mkdir(path.join(tool, '3.13.5/x64'), { recursive: true })
    await writeFile(path.join(tool, '3.13.5/x64.complete'), '')
    await writeFile(path.join(tool, '3.13.5/gone.complete'), '')
    await writeFile(path.join(tool, 'file'), '')
    await writeFile(path.join(root, 'managed-pypy'), '')
    expect(await findInstallations(root)).toEqual([])
  })

  it('has nothing that lost its interpreter or its record', async () => {
    const [a, b] = await Promise.all([install(), install({ build: '1' })])
    await rm(path.join(a.path, 'bin'), { recursive: true })
    await rm(path.join(b.path, '.managed-python.json'))
    expect(await findInstallations(root)).toEqual([])
  })

  it('gets anew what lost its interpreter, all of it or its content', async () => {
    const record = recordFor()
    const program = path.join(record.path, layoutOf(record.python).executable)
    for (const damage of [() => rm(program), () => writeFile(program, '')]) {
      await install()
      await damage()
      expect(await findInstallations(root)).toEqual([])
      await install()
      expect(await programOf(record)).toBe('program')
    }
  })

  it('has nothing of the place that it was moved from', async () => {
    await install()
    const elsewhere = `${root}-moved`
    await rename(root, elsewhere)
    expect(await findInstallations(elsewhere)).toEqual([])
    await rename(elsewhere, root)
    expect((await findInstallations(root)).length).toBe(1)
  })

  describe('publishing', () => {
    it('keeps what another job has published meanwhile', async () => {
      const record = recordFor()
      const theirs = { ...record, files: 2 }
      await publish(await stage(theirs, 'theirs'), theirs, { replace: false, signal })
      const ours = await publish(await stage(record, 'ours'), record, { replace: false, signal })
      expect(ours).toEqual(installationOf(theirs))
      expect(await programOf(record)).toBe('theirs')
    })

    it('completes what another job had no time to mark as complete', async () => {
      const record = recordFor()
      await publish(await stage(record), record, { replace: false, signal })
      await rm(`${record.path}.complete`)
      await publish(await stage(record), record, { replace: false, signal })
      expect((await findInstallations(root)).length).toBe(1)
    })

    it('replaces what is there when it is told to', async () => {
      const record = recordFor()
      await publish(await stage(record, 'old'), record, { replace: false, signal })
      await publish(await stage(record, 'new'), record, { replace: true, signal })
      expect(await programOf(record)).toBe('new')
      expect((await findInstallations(root)).length).toBe(1)
    })

    it.each<readonly [string, (record: InstallationRecord) => Promise<unknown>]>([
      [
        'a folder without a record',
        ({ path: place }) => mkdir(path.join(place, 'bin'), { recursive: true }),
      ],
      ['an empty folder', ({ path: place }) => mkdir(place, { recursive: true })],
      [
        'a file',
        async ({ path: place }) => {
          await mkdir(path.dirname(place), { recursive: true })
          await writeFile(place, '')
        },
      ],
      [
        'a build of another archive',
        async record => {
          const other = { ...record, archiveSha256: 'b'.repeat(64) }
          await publish(await stage(other, 'other'), other, { replace: false, signal })
        },
      ],
      [
        'a tree from elsewhere',
        async record => {
          await mkdir(path.dirname(record.path), { recursive: true })
          await rename(await stage({ ...record, path: '/elsewhere' }), record.path)
          await writeFile(`${record.path}.complete`, '')
        },
      ],
    ])('puts a tree in place of %s', async (_, leave) => {
      const record = recordFor()
      await leave(record)
      const installation = await publish(await stage(record, 'ours'), record, {
        replace: false,
        signal,
      })
      expect(await programOf(record)).toBe('ours')
      expect(await findInstallations(root)).toEqual([installation])
    })

    it.each([false, true])('succeeds for all who do it at once (replace: %j)', async replace => {
      const record = recordFor()
      for (let round = 0; round < 16; round++) {
        await rm(record.path, { recursive: true, force: true })
        // In every other round, something that no one trusts stands in the way.
        if (round % 2 === 1) await mkdir(path.join(record.path, 'bin'), { recursive: true })
        const rivals = await Promise.all(['a', 'b', 'c'].map(text => stage(record, text)))
        const published = rivals.map(staged => publish(staged, record, { replace, signal }))
        expect(await Promise.all(published)).toEqual(Array(3).fill(installationOf(record)))
        expect(['a', 'b', 'c']).toContain(await programOf(record))
        expect((await findInstallations(root)).length).toBe(1)
        expect(await readdir(path.dirname(record.path))).toEqual([
          path.basename(record.path),
          `${path.basename(record.path)}.complete`,
        ])
      }
    })

    it('that is not possible is an error that names the place', async () => {
      const record = recordFor()
      const staged = await stage(record)
      await writeFile(path.join(root, 'managed-cpython'), '')
      await expect(publish(staged, record, { replace: false, signal })).rejects.toMatchObject({
        code: 'DISK_FAILED',
        message: expect.stringContaining(`could not be put in place at ${record.path} (E`),
        hint: expect.stringContaining('writable'),
      })
    })

    it('in place of one that cannot be moved leaves that as it was', async ({ skip }) => {
      const record = recordFor()
      const before = await publish(await stage(record, 'theirs'), record, {
        replace: false,
        signal,
      })
      // As on Windows where a program of it runs.
      const disk = await mountDisk(record.path, {})
      if (disk === null) skip('needs root on Linux, to mount a disk')
      const replaced = publish(await stage(record, 'ours'), record, { replace: true, signal })
      await expect(replaced).rejects.toThrow('could not be put in place')
      await disk?.remove()
      expect(await findInstallations(root)).toEqual([before])
      expect(await programOf(record)).toBe('theirs')
    })

    it('of a tree that is gone is an error, and leaves nothing that would be trusted', async () => {
      const record = recordFor()
      const gone = publish(path.join(root, 'staging', 'gone'), record, { replace: false, signal })
      await expect(gone).rejects.toMatchObject({ code: 'DISK_FAILED' })
      expect(existsSync(`${record.path}.complete`)).toBe(false)
      expect(await findInstallations(root)).toEqual([])
    })
  })
})

it.each<readonly [Partial<Distribution>, string]>([
  [{}, 'managed-cpython/3.13.5/x86_64-unknown-linux-gnu-20250612'],
  [
    { variant: 'freethreaded+debug' },
    'managed-cpython/3.13.5/x86_64-unknown-linux-gnu-freethreaded+debug-20250612',
  ],
  [
    { version: { major: 3, minor: 15, patch: 0, prerelease: { phase: 'rc', number: 1 } } },
    'managed-cpython/3.15.0-rc.1/x86_64-unknown-linux-gnu-20250612',
  ],
  [
    {
      implementation: 'pypy',
      build: '7.3.23',
      platform: { os: 'windows', architecture: { family: 'x86_64', level: null }, libc: 'none' },
    },
    'managed-pypy/3.13.5/x86_64-pc-windows-msvc-7.3.23',
  ],
])('the folder for %j', (parts, folder) => {
  expect(installationFolder('tools', distribution(parts))).toBe(path.join('tools', folder))
})

it('installations of containers lie beside those of their machine', () => {
  expect(installationFolder('/__t', distribution())).toMatch(
    /[/\\]__t[/\\]managed-cpython-container[/\\]3/,
  )
  expect(installationFolder('/__t2', distribution())).toMatch(/managed-cpython[/\\]3/)
})
