import { statSync } from 'node:fs'
import { rm, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ActionError } from '../domain/errors.ts'
import type { Installation } from '../domain/installation.ts'
import { describePython } from '../domain/python.ts'
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

/** Takes the lock of an installation as soon as it is free. Throws as `waitForChanges` does. */
export async function lockInstallation(
  installation: Installation,
  signal: AbortSignal,
): Promise<Lock> {
  const file = path.join(installation.path, lockName)
  for (;;) {
    await waitForChanges(installation, signal)
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

/**
 * Waits while another job changes an installation; returns whether one did. Throws the signal's
 * reason, or an `ActionError` where that job has died over it: nobody can know what it has left.
 */
export async function waitForChanges(
  installation: Installation,
  signal: AbortSignal,
): Promise<boolean> {
  const end = await waitForLock(installation.path, signal)
  if (end === 'abandoned') throw halfChanged(installation)
  return end === 'released'
}

/** What became of an installation's lock; `none`: there was none to wait for. */
export type LockEnd = 'none' | 'released' | 'abandoned'

/** Waits for the end of an installation's lock. Throws the signal's reason. */
export async function waitForLock(root: string, signal: AbortSignal): Promise<LockEnd> {
  for (let waited = false; ; waited = true) {
    signal.throwIfAborted()
    const untouchedMs = lastTouch(root)
    if (untouchedMs === null) return waited ? 'released' : 'none'
    if (untouchedMs > abandonedAfterMs) return 'abandoned'
    await sleep(pollMs)
  }
}

/** Whether a job has died while it changed an installation; does not wait for those that live. */
export function isAbandoned(root: string): boolean {
  const untouchedMs = lastTouch(root)
  return untouchedMs !== null && untouchedMs > abandonedAfterMs
}

/**
 * How many milliseconds ago the lock was touched; `null`: there is none, or none to be seen.
 * Synchronous, as every installation is asked in every job, and mostly there is nothing to wait for.
 */
function lastTouch(root: string): number | null {
  try {
    const found = statSync(path.join(root, lockName), { throwIfNoEntry: false })
    return found === undefined ? null : Date.now() - found.mtimeMs
  } catch {
    return null
  }
}

function halfChanged(installation: Installation): ActionError {
  return new ActionError({
    code: 'PIP_FAILED',
    message: `${describePython(installation)} at ${installation.path} was left half-changed by a job that ended while it installed pip.`,
    hint: 'Run this job again: it makes the installation anew.',
  })
}
