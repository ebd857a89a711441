/** The parts that making one installation consists of. */
export type Stage =
  | 'restore'
  | 'download'
  | 'verify-archive'
  | 'extract'
  | 'relocate'
  | 'compile'
  | 'verify-interpreter'
  | 'save'
  | 'publish'

/** When a stage ran; milliseconds of `performance.now()`. */
export interface StageSpan {
  readonly stage: Stage
  readonly startMs: number
  readonly endMs: number
}

/** From the first beginning to the last end; milliseconds. */
export function elapsedOf(spans: readonly StageSpan[]): number {
  if (spans.length === 0) return 0
  const starts = spans.map(({ startMs }) => startMs)
  const ends = spans.map(({ endMs }) => endMs)
  return Math.max(...ends) - Math.min(...starts)
}
