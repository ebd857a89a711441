import { totalmem } from 'node:os'

/** How much memory this job may use, in bytes: what its control group allows, else what the machine has. */
export function usableMemory(): number {
  // Without a limit it is zero, or more than any machine has.
  const limit = process.constrainedMemory()
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem()
}
