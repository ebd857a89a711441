import { mkdir, readdir, symlink, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Installation } from '../../src/domain/installation.ts'
import { isAbandoned, lockInstallation, waitForChanges } from '../../src/install/lock.ts'
import { installationOf } from '../../src/install/tool-cache.ts'
import { recordOfPython } from '../support/distributions.ts'
import { temporaryFolder } from '../support/shared.ts'

describe('the lock of an installation', async () => {
  const folder = await temporaryFolder()
  const never = new AbortController().signal
  let root = ''
  let installation: Installation
  let count = 0
  beforeEach(async () => {
    root = path.join(folder.path, String(count++))
    installation = installationOf(recordOfPython(root))
    await mkdir(root)
  })
  afterAll(folder.remove)

  const halfChanged = () =>
    `CPython 3.13.5 at ${root} was left half-changed by a job that ended while it installed pip.`

  /** As a job leaves it that died some time ago. */
  async function leaveLock(secondsAgo: number): Promise<void> {
    const lock = await lockInstallation(installation, never)
    const [name = ''] = await readdir(root)
    await lock.release()
    await writeFile(path.join(root, name), '')
    const time = Date.now() / 1000 - secondsAgo
    await utimes(path.join(root, name), time, time)
  }

  it('leaves nothing where it is released', async () => {
    await waitForChanges(installation, never)
    const lock = await lockInstallation(installation, never)
    expect(isAbandoned(root)).toBe(false)
    await lock.release()
    expect(isAbandoned(root)).toBe(false)
    await waitForChanges(installation, never)
    expect(await readdir(root)).toEqual([])
  })

  it('is held by one at a time', async () => {
    let held = 0
    const holders = Array.from({ length: 5 }, async () => {
      const lock = await lockInstallation(installation, never)
      held += 1
      expect(held).toBe(1)
      await sleep(20)
      held -= 1
      await lock.release()
    })
    await Promise.all(holders)
  })

  it('is waited for by those who want to use the installation', async () => {
    const lock = await lockInstallation(installation, never)
    let released = false
    const waiting = waitForChanges(installation, never).then(() => released)
    await sleep(300)
    released = true
    await lock.release()
    expect(await waiting).toBe(true)
  })

  it('that is abandoned is nobody’s any more: what it was about has to be made anew', async () => {
    const lock = await lockInstallation(installation, never)
    const rival = lockInstallation(installation, never)
    await lock.abandon()
    await expect(rival).rejects.toThrow(halfChanged())
    expect(isAbandoned(root)).toBe(true)
    await expect(lockInstallation(installation, never)).rejects.toThrow(halfChanged())
    await expect(waitForChanges(installation, never)).rejects.toThrow(halfChanged())
  })

  it.each([11, 9.5])('is held no longer than its job lives, %d s after its last touch', async s => {
    await leaveLock(s)
    expect(isAbandoned(root)).toBe(s > 10)
    await expect(waitForChanges(installation, never)).rejects.toThrow(halfChanged())
  })

  it('is held for as long as its job lives', async () => {
    const lock = await lockInstallation(installation, never)
    const [name = ''] = await readdir(root)
    await utimes(path.join(root, name), 1, 1)
    await sleep(1500)
    expect(isAbandoned(root)).toBe(false)
    const waiting = waitForChanges(installation, never).then(() => 'free')
    expect(await Promise.race([waiting, sleep(500, 'still held')])).toBe('still held')
    await lock.release()
    expect(await waiting).toBe('free')
  })

  it.skipIf(process.platform === 'win32')('is none where it cannot be seen', async () => {
    const file = path.join(root, 'file')
    await writeFile(file, '')
    expect(isAbandoned(file)).toBe(false)
    await symlink('loop', path.join(root, 'loop'))
    expect(isAbandoned(path.join(root, 'loop'))).toBe(false)
  })

  it('is neither taken nor waited for after an abort', async () => {
    const aborted = AbortSignal.abort(new Error('cancelled'))
    await expect(lockInstallation(installation, aborted)).rejects.toThrow('cancelled')
    expect(await readdir(root)).toEqual([])
    const lock = await lockInstallation(installation, never)
    const controller = new AbortController()
    const waiting = waitForChanges(installation, controller.signal)
    controller.abort(new Error('cancelled'))
    await expect(waiting).rejects.toThrow('cancelled')
    await lock.release()
  })
})
