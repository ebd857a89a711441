import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { downloadAndUnpack, unpackArchive } from '../../src/job/unpack-archive.ts'
import { distribution } from '../support/distributions.ts'
import { temporaryFolder } from '../support/shared.ts'
import { tarOf } from '../support/tar.ts'

const url = new URL('https://example.org/a.tar.gz')
/** All of the same size. */
const archiveOf = (name: string) => {
  return gzipSync(tarOf([{ type: 'file', name: `python/${name}`, content: 'x' }]), { level: 0 })
}
const [right, other, hostile] = ['right.py', 'other.py', '../../../x'].map(archiveOf) as [
  Buffer,
  Buffer,
  Buffer,
]
const sha256 = createHash('sha256').update(right).digest('hex')
const listed = distribution({ sha256, url })

describe('an archive that is unpacked as it arrives', async () => {
  const temporary = await temporaryFolder('arrival')
  const cancelled = new AbortController()
  let work = ''
  let count = 0
  beforeEach(() => {
    work = path.join(temporary.path, String(count++))
  })
  afterAll(temporary.remove)

  const place = () => ({ folder: `${work}-tree`, signal: cancelled.signal })
  const arrive = async (write: (file: string) => Promise<string>, of = listed) => {
    const file = `${work}.tar.gz`
    const arrival = await downloadAndUnpack(of, { file, ...place() }, async () => {
      return { file: await write(file), url, sizeBytes: right.length }
    })
    return { arrival, scan: unpackArchive(of, arrival, place()) }
  }
  const found = () => readdir(place().folder)

  it('is there when its last byte is', async () => {
    const { scan } = await arrive(async file => {
      await writeFile(file, right)
      while (!existsSync(path.join(place().folder, 'right.py'))) await sleep(5)
      return file
    })
    expect((await scan).sources.map(source => source.path)).toEqual(['right.py'])
  })

  it.for<[string, Buffer]>([
    ['another archive', other],
    ['a hostile one', hostile],
    ['half of one', right.subarray(0, 60)],
    ['no archive at all', Buffer.from('<html>')],
  ])('is nothing where %s has arrived', async ([, bytes]) => {
    const { scan } = await arrive(async file => {
      await writeFile(file, bytes)
      return file
    })
    await expect(scan).rejects.toMatchObject({ code: 'CHECKSUM_MISMATCH' })
    expect(existsSync(place().folder)).toBe(false)
  })

  it.for<[string, Buffer, (file: string) => Promise<string>]>([
    [
      'a second source was faster',
      other.subarray(0, 60),
      async file => {
        await writeFile(`${file}-2`, right)
        return `${file}-2`
      },
    ],
    [
      'its file had other bytes before, and nobody could notice',
      other,
      async file => {
        // As many bytes, so that it does not get shorter.
        await writeFile(file, right, { flag: 'r+' })
        return file
      },
    ],
    [
      'its file began as something else',
      Buffer.from('<html>'),
      async file => {
        await writeFile(file, right)
        return file
      },
    ],
  ])('is the list’s, also where %s', async ([, before, write]) => {
    const { scan, arrival } = await arrive(async file => {
      await writeFile(file, before)
      await sleep(100)
      return await write(file)
    })
    expect(await scan).toMatchObject({ files: 1 })
    expect(await found()).toEqual(['right.py'])
    expect(arrival.early).not.toBeNull()
  })

  it('is refused where it is the list’s, but hostile', async () => {
    const sha256 = createHash('sha256').update(hostile).digest('hex')
    const { scan } = await arrive(async file => {
      await writeFile(file, hostile)
      return file
    }, distribution({ sha256, url }))
    await expect(scan).rejects.toMatchObject({ code: 'ARCHIVE_INVALID' })
    expect(existsSync(place().folder)).toBe(false)
  })

  it('leaves nothing where the download fails', async () => {
    const failed = arrive(async file => {
      await writeFile(file, right.subarray(0, 60))
      await sleep(50)
      throw new Error('the line is cut')
    })
    await expect(failed).rejects.toThrow('the line is cut')
    expect(existsSync(place().folder)).toBe(false)
  })

  it('is unpacked in the end where it could not be earlier', async () => {
    await writeFile(place().folder, 'in the way')
    const { scan } = await arrive(async file => {
      await writeFile(file, right)
      return file
    })
    expect(await scan).toMatchObject({ files: 1 })
  })
})
