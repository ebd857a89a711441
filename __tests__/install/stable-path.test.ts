import { lstat, mkdir, readlink, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
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

  async function publish(build: string, pip: string | null = null) {
    const folder = installationFolder(root.path, distribution({ build, pip }))
    await mkdir(folder, { recursive: true })
    await writeFile(`${folder}.complete`, '')
    return installationOf(recordOfPython(folder, { build, pip }))
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

  it('is another one with a pip of ours, which has builds of its own', async () => {
    const plain = await publish('20250612')
    const withPip = await publish('20250101', '25.1')
    const stable = await stablePath(root.path, withPip)
    expect(path.basename(stable)).toBe('x86_64-unknown-linux-gnu-pip25.1')
    expect(await readlink(stable)).toBe(path.basename(withPip.path))
    expect(await stablePath(root.path, plain)).not.toBe(stable)
  })

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
