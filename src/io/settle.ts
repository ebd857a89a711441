/**
 * What all of the promises come to, once every one of them has settled: nothing goes on behind the
 * back of who gets a failure. Throws the signal's reason, else the first rejection's in their order.
 */
export async function settleAll<T>(
  promises: Iterable<Promise<T>>,
  signal: AbortSignal,
): Promise<readonly T[]> {
  const ends = await Promise.allSettled(promises)
  signal.throwIfAborted()
  return ends.map(end => {
    if (end.status === 'rejected') throw end.reason
    return end.value
  })
}
