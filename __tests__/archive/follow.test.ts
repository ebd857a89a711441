import { randomBytes } from 'node:crypto'
import { appendFile, rm, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { FileRestarted, followFile } from '../../src/archive/follow.ts'
import { unpackWhileWritten } from '../../src/archive/unpack.ts'
import { scanTree } from '../../src/install/scan.ts'
import { temporaryFolder } from '../support/shared.ts'
import { tarOf } from '../support/tar.ts'

describe('a file that is being written', async () => {
  const temporary = await temporaryFolder('follow')
  let file = ''
  let count = 0
  let whole = new AbortController()
  let cancelled = new AbortController()
  beforeEach(() => {
    file = path.join(temporary.path, String(count++))
    whole = new AbortController()
    cancelled = new AbortController()
  })
  afterAll(temporary.remove)

  /** Follows the file, and tells how far that is; `until` waits for so many bytes. */
  const follow = () => {
    const seen = { text: '' }
    const read = async () => {
      for await (const chunk of followFile(file, options())) seen.text += chunk
      return seen.text
    }
    const done = read()
    done.catch(() => {})
    const until = async (length: number) => {
      while (seen.text.length < length) await Promise.race([sleep(5), done])
    }
    return { done, until }
  }
  const options = () => ({ whole: whole.signal, signal: cancelled.signal })

  it('is read from its first byte to its last, as it grows', async () => {
    const { done, until } = follow()
    await sleep(50)
    await writeFile(file, 'one ')
    await until(4)
    await appendFile(file, 'two ')
    await until(8)
    await appendFile(file, 'three')
    whole.abort()
    expect(await done).toBe('one two three')
  })

  it('may be whole already, and larger than a piece', async () => {
    await writeFile(file, 'x'.repeat(1_000_000))
    whole.abort()
    expect(await follow().done).toHaveLength(1_000_000)
  })

  it('is nothing where it is whole and not there', async () => {
    whole.abort()
    await expect(follow().done).rejects.toThrow('ENOENT')
  })

  it.for<[string, () => Promise<void>]>([
    ['removed', () => rm(file)],
    ['cut off', () => truncate(file, 2)],
    [
      'another one',
      async () => {
        await rm(file)
        await writeFile(file, 'more than before')
      },
    ],
  ])('is begun anew where it is %s', async ([, change]) => {
    await writeFile(file, 'begun')
    const { done, until } = follow()
    await until(5)
    await change()
    await expect(done).rejects.toThrow(FileRestarted)
  })

  it('is left alone after an abort', async () => {
    await writeFile(file, 'begun')
    const { done, until } = follow()
    await until(5)
    cancelled.abort(new Error('cancelled'))
    await expect(done).rejects.toThrow('cancelled')
  })

  it('is unpacked from the start again where it is begun anew', async () => {
    const archive = (name: string) => {
      // Large enough to be written as it comes, with several writers too.
      const content = randomBytes(2_000_000)
      return gzipSync(tarOf([{ type: 'file', name: `python/${name}`, content }]))
    }
    const folder = `${file}-tree`
    const unpacking = { subject: 'It', root: 'python', folder, ...options() }
    await writeFile(file, archive('first').subarray(0, 1_000_000))
    const unpacked = unpackWhileWritten(file, '.tar.gz', unpacking)
    while (!scanned(folder)) await sleep(5)
    await rm(file)
    await sleep(50)
    await writeFile(file, archive('second.py'))
    whole.abort()
    const { entries } = await unpacked
    expect(entries.map(entry => entry.path)).toEqual(['second.py'])
    expect(scanTree(folder)).toEqual({ files: 1, caches: 0, sources: entries })
  })
})

function scanned(folder: string): boolean {
  try {
    return scanTree(folder).files > 0
  } catch {
    return false
  }
}
