import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const pollMs = 10
const chunkBytes = 256 * 1024

/** Thrown where what was read of a file is of no use, as it was started again. */
export class FileRestarted extends Error {
  constructor(file: string) {
    super(`${file} was started again`)
    this.name = 'FileRestarted'
  }
}

/**
 * Reads a file while another is writing it, from its first byte to the one that is last when `whole`
 * is aborted. Throws `FileRestarted`, or the signal's reason. That it has the very bytes of the file
 * is likely and no more: whoever wants to know compares their hash.
 */
export async function* followFile(
  file: string,
  { whole, signal }: { readonly whole: AbortSignal; readonly signal: AbortSignal },
): AsyncGenerator<Buffer> {
  const either = AbortSignal.any([whole, signal])
  const pause = () => sleep(pollMs, null, { signal: either }).catch(() => {})
  while (look(file) === null && !either.aborted) await pause()
  signal.throwIfAborted()
  const descriptor = openSync(file, 'r')
  try {
    // As long as it is open, no other file gets its number.
    const ino = look(file)?.ino
    for (let at = 0; ; ) {
      const isWhole = whole.aborted
      const found = look(file)
      if (found === null || found.ino !== ino || found.size < at) throw new FileRestarted(file)
      while (at < found.size) {
        signal.throwIfAborted()
        const chunk = Buffer.allocUnsafeSlow(Math.min(chunkBytes, Number(found.size) - at))
        // Just written, it is in memory: a trip to the thread pool takes longer, and has to queue there.
        const bytesRead = readSync(descriptor, chunk, 0, chunk.length, at)
        if (bytesRead === 0) throw new FileRestarted(file)
        at += bytesRead
        yield chunk.subarray(0, bytesRead)
      }
      if (isWhole) return
      await pause()
      signal.throwIfAborted()
    }
  } finally {
    closeSync(descriptor)
  }
}

function look(file: string) {
  return statSync(file, { bigint: true, throwIfNoEntry: false }) ?? null
}
