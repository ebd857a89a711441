import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { isSound, lockInstallation } from '../../src/install/lock.ts'
import { temporaryFolder } from '../support/shared.ts'

describe('the lock of an installation', async () => {
  const folder = await temporaryFolder()
  const never = new AbortController().signal
  let root = ''
  let count = 0
  beforeEach(async () => {
    root = path.join(folder.path, String(count++))
    await mkdir(root)
  })
  afterAll(folder.remove)

  /** As a job leaves it that died some time ago. */
  async function leaveLock(secondsAgo: number): Promise<void> {
    const lock = await lockInstallation(root, never)
    const [name = ''] = await readdir(root)
    await lock.release()
    await writeFile(path.join(root, name), '')
    const time = Date.now() / 1000 - secondsAgo
    await utimes(path.join(root, name), time, time)
  }

  it('leaves nothing where it is released', async () => {
    expect(await isSound(root)).toBe(true)
    const lock = await lockInstallation(root, never)
    await lock.release()
    expect(await isSound(root)).toBe(true)
    expect(await readdir(root)).toEqual([])
  })

  it('is held by one at a time', async () => {
    let held = 0
    const holders = Array.from({ length: 5 }, async () => {
      const lock = await lockInstallation(root, never)
      held += 1
      expect(held).toBe(1)
      await sleep(20)
      held -= 1
      await lock.release()
    })
    await Promise.all(holders)
  })

  it('is waited for by those who ask whether all is well', async () => {
    const lock = await lockInstallation(root, never)
    let released = false
    const asked = isSound(root).then(sound => [sound, released])
    await sleep(300)
    released = true
    await lock.release()
    expect(await asked).toEqual([true, true])
  })

  it('that is abandoned is free, and says that not all is well', async () => {
    const first = await lockInstallation(root, never)
    await first.abandon()
    expect(await isSound(root)).toBe(false)
    const second = await lockInstallation(root, never)
    await second.release()
    expect(await isSound(root)).toBe(true)
  })

  it('is kept for as long as its job lives, and no longer', async () => {
    await leaveLock(11)
    expect(await isSound(root)).toBe(false)
    await leaveLock(9.5)
    expect(await isSound(root)).toBe(false)
    const lock = await lockInstallation(root, never)
    const [name = ''] = await readdir(root)
    await utimes(path.join(root, name), 1, 1)
    await sleep(1500)
    const waiting = isSound(root).then(sound => ['asked', sound])
    expect(await Promise.race([waiting, sleep(500, 'still held')])).toBe('still held')
    await lock.release()
    expect(await waiting).toEqual(['asked', true])
  })

  it('is not taken after an abort', async () => {
    const aborted = AbortSignal.abort(new Error('cancelled'))
    await expect(lockInstallation(root, aborted)).rejects.toThrow('cancelled')
    expect(await readdir(root)).toEqual([])
  })
})
