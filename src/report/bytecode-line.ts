import type { Compilation, CompileOutcome } from '../domain/bytecode.ts'
import type { Installed } from '../domain/installation.ts'
import { formatCount, formatDuration } from './format.ts'

/** The one line about the bytecode of a job's results; `null` where none was wanted. */
export function describeBytecode(results: readonly Installed[]): string | null {
  const compilations = results.map(({ compilation }) => compilation)
  const downloads = results.flatMap(({ spans }) =>
    spans.filter(({ stage }) => stage === 'download'),
  )
  return summarizeBytecode(compilations, downloads)
}

/** A stretch of time, in milliseconds of `performance.now()`. */
export interface Interval {
  readonly startMs: number
  readonly endMs: number
}

/**
 * The one line about bytecode: `Bytecode compiled 2,074 files for 2 versions in 1.9 s (1.1 s of it
 * during downloads), skipped 1 incompatible version`. `null` where none was wanted.
 */
export function summarizeBytecode(
  compilations: readonly Compilation[],
  downloads: readonly Interval[],
): string | null {
  const versions = compilations.filter(({ kind }) => kind !== 'unwanted')
  if (versions.length === 0) return null
  const outcomes = versions.flatMap(version =>
    version.kind === 'compiled' ? [version.outcome] : [],
  )
  // Where every cache proved valid, the record of it was all that was missing.
  const done = outcomes.filter(({ compiled, unchanged }) => compiled > 0 || unchanged === 0)
  const present = versions.filter(({ kind }) => kind === 'there-already').length
  const incompatible = versions.filter(({ kind }) => kind === 'incompatible').length
  const busy = outcomes.reduce((sum, outcome) => sum + outcome.busy, 0)
  const uncompilable = outcomes.reduce((sum, outcome) => sum + outcome.uncompilable, 0)
  const parts = [
    ...(done.length > 0 ? [describeCompiled(done, downloads)] : []),
    ...some(outcomes.length - done.length + present, 'version', n => `was already there for ${n}`),
    ...some(busy, 'file', n => `left ${n} that other programs have open`),
    ...some(uncompilable, 'uncompilable file', n => `skipped ${n}`),
    ...some(incompatible, 'incompatible version', n => `skipped ${n}`),
  ]
  return `Bytecode ${parts.join(', ')}`
}

function describeCompiled(
  outcomes: readonly CompileOutcome[],
  downloads: readonly Interval[],
): string {
  const files = outcomes.reduce((sum, { compiled }) => sum + compiled, 0)
  const compiling = outcomes.map(({ startedAtMs, finishedAtMs }) => ({
    startMs: startedAtMs,
    endMs: finishedAtMs,
  }))
  const time = formatDuration(unionMs(compiling))
  const overlap = formatDuration(unionMs(overlaps(compiling, downloads)))
  const during = overlap === formatDuration(0) ? '' : ` (${overlap} of it during downloads)`
  return `compiled ${formatCount(files, 'file')} for ${formatCount(outcomes.length, 'version')} in ${time}${during}`
}

/** How long at least one of the intervals was under way. */
function unionMs(intervals: readonly Interval[]): number {
  let totalMs = 0
  let reachedMs = Number.NEGATIVE_INFINITY
  for (const { startMs, endMs } of intervals.toSorted((a, b) => a.startMs - b.startMs)) {
    totalMs += Math.max(0, endMs - Math.max(startMs, reachedMs))
    reachedMs = Math.max(reachedMs, endMs)
  }
  return totalMs
}

function overlaps(some: readonly Interval[], others: readonly Interval[]): readonly Interval[] {
  return some
    .flatMap(a =>
      others.map(b => ({
        startMs: Math.max(a.startMs, b.startMs),
        endMs: Math.min(a.endMs, b.endMs),
      })),
    )
    .filter(({ startMs, endMs }) => startMs < endMs)
}

function some(number: number, noun: string, phrase: (counted: string) => string): string[] {
  return number === 0 ? [] : [phrase(formatCount(number, noun))]
}
