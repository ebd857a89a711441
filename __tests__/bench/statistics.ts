/** The middle of some values and how far they spread. */
export interface Summary {
  readonly median: number
  readonly min: number
  readonly max: number
}

/** Throws a `RangeError` where there are no values: a bench without rounds has nothing to say. */
export function summarize(values: readonly number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b)
  const low = sorted[(sorted.length - 1) >> 1]
  const high = sorted[sorted.length >> 1]
  if (low === undefined || high === undefined) throw new RangeError('no values to summarize')
  return { median: (low + high) / 2, min: sorted[0] ?? low, max: sorted.at(-1) ?? high }
}

/**
 * The ratio of two contenders, round by round: what slows down a whole round slows down both, and
 * cancels out.
 */
export function summarizeRatios(
  dividends: readonly number[],
  divisors: readonly number[],
): Summary {
  if (dividends.length !== divisors.length) throw new RangeError('rounds do not pair up')
  return summarize(dividends.map((value, round) => value / (divisors[round] ?? Number.NaN)))
}
