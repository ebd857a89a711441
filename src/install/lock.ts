import { rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode } from '../io/files.ts'

/** Held while a program changes an installation that other jobs can see. */
export interface Lock {
  /** The installation is as it should be. */
  release(): Promise<void>
  /** Nobody knows what it is now. */
  abandon(): Promise<void>
}

const lockName = '.managed-python.lock'

const beatMs = 1_000
/** A job that lives touches its lock ten times as often. */
const abandonedAfterMs = 10_000
const pollMs = 250

/** Takes the lock of an installation, as soon as it is free or was left by a job that died. */
export async function lockInstallation(root: string, signal: AbortSignal): Promise<Lock> {
  const file = path.join(root, lockName)
  for (;;) {
    signal.throwIfAborted()
    if (!(await isSound(root))) await rm(file, { force: true })
    try {
      await writeFile(file, '', { flag: 'wx' })
      break
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error
    }
  }
  const touch = (time: Date) => utimes(file, time, time).catch(() => {})
  const beat = setInterval(() => void touch(new Date()), beatMs).unref()
  return {
    release: async () => {
      clearInterval(beat)
      await rm(file, { force: true })
    },
    abandon: async () => {
      clearInterval(beat)
      await touch(new Date(0))
    },
  }
}

/** Whether nobody has left an installation half-changed; waits for those who are changing it now. */
export async function isSound(root: string): Promise<boolean> {
  for (;;) {
    const touchedMs = await stat(path.join(root, lockName)).then(
      ({ mtimeMs }) => mtimeMs,
      () => null,
    )
    if (touchedMs === null) return true
    if (Date.now() - touchedMs > abandonedAfterMs) return false
    await sleep(pollMs)
  }
}
