import { mkdir, readdir, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createStaging, folderInStaging } from '../../src/install/staging.ts'
import { installationFolder } from '../../src/install/tool-cache.ts'
import { readRealList } from '../support/real-list.ts'
import { temporaryFolder } from '../support/shared.ts'

describe('a staging folder', () => {
  it('is not there before it is opened', async () => {
    await using toolCache = await temporaryFolder()
    createStaging(toolCache.path)
    expect(await readdir(toolCache.path)).toEqual([])
  })

  it('is each job’s own, and goes away with all that is in it', async () => {
    await using toolCache = await temporaryFolder()
    const [a, b] = [createStaging(toolCache.path), createStaging(toolCache.path)] as const
    await Promise.all([a.open(), b.open()])
    await mkdir(path.join(a.path, 'deep'))
    await writeFile(path.join(a.path, 'deep', 'file'), '')
    await a.remove()
    expect(await readdir(path.dirname(b.path))).toEqual([path.basename(b.path)])
    await b.remove()
    expect(await readdir(toolCache.path)).toEqual([])
  })

  it('lies on the tool cache’s volume, and makes the tool cache where there is none', async () => {
    await using parent = await temporaryFolder()
    const toolCache = path.join(parent.path, 'not', 'yet')
    const staging = createStaging(toolCache)
    await staging.open()
    expect((await stat(staging.path)).dev).toBe((await stat(toolCache)).dev)
  })

  it('may be removed twice, or without having been opened', async () => {
    await using toolCache = await temporaryFolder()
    const staging = createStaging(toolCache.path)
    await staging.remove()
    await staging.open()
    await staging.remove()
    await staging.remove()
  })

  it('takes with it what jobs left behind that died more than a day ago', async () => {
    await using toolCache = await temporaryFolder()
    const staging = createStaging(toolCache.path)
    const hoursAgo = async (name: string, hours: number) => {
      const folder = path.join(path.dirname(staging.path), name)
      await mkdir(path.join(folder, 'tree'), { recursive: true })
      const time = new Date(Date.now() - hours * 3_600_000)
      await utimes(folder, time, time)
    }
    await hoursAgo('dead', 25)
    await hoursAgo('long', 23)
    await hoursAgo('new', 0)
    await staging.open()
    const names = [path.basename(staging.path), 'long', 'new'].sort()
    expect((await readdir(path.dirname(staging.path))).sort()).toEqual(names)
  })

  it('has no longer path than the place that its trees are made for', async () => {
    const pythons = readRealList()
    const staging = createStaging('tools').path
    const longer = pythons.filter(python => {
      return folderInStaging(staging, python).length > installationFolder('tools', python).length
    })
    expect(longer.map(({ key }) => key)).toEqual([])
  })

  it('that cannot be made is an error that says what to do', async () => {
    await using parent = await temporaryFolder()
    const toolCache = path.join(parent.path, 'file')
    await writeFile(toolCache, '')
    await expect(createStaging(toolCache).open()).rejects.toMatchObject({
      code: 'DISK_FAILED',
      message: expect.stringMatching(/^The tool cache .*file cannot be written to \(E[A-Z]+\)\.$/),
      hint: expect.stringContaining('RUNNER_TOOL_CACHE'),
    })
  })
})
