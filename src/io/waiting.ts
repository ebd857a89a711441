/** More often than any limit is passed, and seldom enough to cost nothing. */
const stepMs = 250

/**
 * A meter of the time, in milliseconds, that this process has waited for others since it was read
 * last, but at most `mostMs`. What it had to do itself does not count, nor does the time in which
 * it had no processor or its machine slept: nobody else is to blame for those.
 */
export function createWaitMeter(): (mostMs: number) => number {
  let before = performance.eventLoopUtilization().idle
  return mostMs => {
    const { idle } = performance.eventLoopUtilization()
    const waitedMs = Math.min(idle - before, mostMs)
    before = idle
    return waitedMs
  }
}

/** A limit to waiting. */
export interface Deadline {
  /** Aborted when this process has waited for so long. */
  readonly signal: AbortSignal
  /** Starts the time again. */
  refresh(): void
  /** To be called when there is nothing to wait for any more. */
  clear(): void
}

/** Starts a limit of this many milliseconds of waiting; by itself it keeps no process alive. */
export function startDeadline(limitMs: number): Deadline {
  const controller = new AbortController()
  const everyMs = Math.min(limitMs, stepMs)
  const read = createWaitMeter()
  let waitedMs = 0
  const timer = setInterval(() => {
    waitedMs += read(everyMs)
    if (waitedMs < limitMs) return
    clearInterval(timer)
    controller.abort()
  }, everyMs).unref()
  return {
    signal: controller.signal,
    refresh: () => {
      waitedMs = 0
    },
    clear: () => clearInterval(timer),
  }
}
