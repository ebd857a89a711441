import { lstat, mkdir, readlink, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Make } from '../../src/domain/python.ts'
import { stablePath } from '../../src/install/stable-path.ts'
import { installationFolder, installationOf } from '../../src/install/tool-cache.ts'
import { distribution, recordOfPython } from '../support/distributions.ts'
import { temporaryFolder } from '../support/shared.ts'

const windows = process.platform === 'win32'

// Junctions are Windows' own, and a tool cache there is tried with the packaged action.
describe.skipIf(windows)('the stable path of an installation', async () => {
  const root = await temporaryFolder('a tool cache')
  afterAll(root.remove)
  beforeEach(() => rm(path.join(root.path, 'managed-cpython'), { recursive: true, force: true }))

  async function publish(build: string, make: Partial<Make> = {}) {
    const folder = installationFolder(root.path, distribution({ build, ...make }))
    await mkdir(folder, { recursive: true })
    await writeFile(`${folder}.complete`, '')
    return installationOf(recordOfPython(folder, { build, ...make }))
  }

  it('has no build in it, and leads to the newest one', async () => {
    const older = await publish('20250101')
    const first = await stablePath(root.path, older)
    expect(path.basename(first)).toBe('x86_64-unknown-linux-gnu')
    expect(await readlink(first)).toBe(path.basename(older.path))
    const newer = await publish('20250612')
    expect(await stablePath(root.path, newer)).toBe(first)
    expect(await readlink(first)).toBe(path.basename(newer.path))
    // A job that pins the older one gets that one, and takes nobody else's away.
    expect(await stablePath(root.path, older)).toBe(older.path)
    expect(await readlink(first)).toBe(path.basename(newer.path))
  })

  it.each<readonly [Partial<Make>, string]>([
    [{ pip: '25.1' }, 'pip25.1'],
    [{ hashMode: 'checked-hash' }, 'checked-hash'],
    [{ pip: '25.1', hashMode: 'unchecked-hash' }, 'pip25.1-unchecked-hash'],
  ])(
    'is another one for one made otherwise (%j), which has builds of its own',
    async (make, mark) => {
      const others = [
        await publish('20250612'),
        await publish('20250612', { hashMode: 'unchecked-hash' }),
        await publish('20250612', { pip: '25.0', hashMode: 'checked-hash' }),
      ]
      const made = await publish('20250101', make)
      const stable = await stablePath(root.path, made)
      expect(path.basename(stable)).toBe(`x86_64-unknown-linux-gnu-${mark}`)
      expect(await readlink(stable)).toBe(path.basename(made.path))
      for (const other of others) expect(await stablePath(root.path, other)).not.toBe(stable)
      const newer = await publish('20250613', make)
      expect(await stablePath(root.path, newer)).toBe(stable)
      expect(await stablePath(root.path, made)).toBe(made.path)
    },
  )

  it('is its own where something else is in the way, or nothing can be written', async () => {
    const installation = await publish('20250612')
    const alias = path.join(path.dirname(installation.path), 'x86_64-unknown-linux-gnu')
    await mkdir(path.join(alias, 'precious'), { recursive: true })
    expect(await stablePath(root.path, installation)).toBe(installation.path)
    expect((await lstat(path.join(alias, 'precious'))).isDirectory()).toBe(true)
    const missing = { ...installation, version: { ...installation.version, patch: 99 } }
    expect(await stablePath(root.path, missing)).toBe(installation.path)
  })

  it('replaces a link that leads nowhere', async () => {
    const installation = await publish('20250612')
    const alias = path.join(path.dirname(installation.path), 'x86_64-unknown-linux-gnu')
    await symlink('gone', alias)
    expect(await stablePath(root.path, installation)).toBe(alias)
    expect(await readlink(alias)).toBe(path.basename(installation.path))
  })

  it('is the same for all who set it at once', async () => {
    const installation = await publish('20250612')
    const paths = await Promise.all(
      Array.from({ length: 20 }, () => stablePath(root.path, installation)),
    )
    expect(new Set(paths).size).toBe(1)
    expect(await readlink(paths[0] ?? '')).toBe(path.basename(installation.path))
  })
})
