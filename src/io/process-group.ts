/** Whether processes have groups here; Windows ends what a process has started with it (libuv's job). */
const hasGroups = process.platform !== 'win32'

/** What to start a process with, so that it has a group of its own. */
export const ownGroup = { detached: hasGroups, windowsHide: true } as const

/** Ends a process that has a group of its own, and all that it has started; it may have ended already. */
export function endGroup(pid: number): void {
  try {
    process.kill(hasGroups ? -pid : pid, 'SIGKILL')
  } catch {
    // It has just ended by itself.
  }
}
