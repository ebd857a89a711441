/** One matcher of a matcher file: patterns for lines that follow each other. */
export interface ProblemMatcher {
  readonly owner: string
  readonly pattern: readonly ProblemPattern[]
}

interface ProblemPattern {
  readonly regexp: string
  /** Numbers of groups. */
  readonly file?: number
  readonly line?: number
  readonly message?: number
}

/** What the runner shows above the log. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly message: string
}

/**
 * Finds problems in a step's output as GitHub's runner does: every matcher looks at every line, and
 * a match that is under way is not always dropped by a line that does not fit.
 */
export function findProblems(
  matchers: readonly ProblemMatcher[],
  output: string,
): readonly Problem[] {
  const running = matchers.map(() => new Map<number, Partial<Problem>>())
  const problems: Problem[] = []
  for (const line of output.split(/\r?\n/)) {
    for (const [index, { pattern }] of matchers.entries()) {
      const found = step(running[index] ?? new Map(), pattern, line)
      if (found !== null) problems.push(found)
    }
  }
  return problems
}

/** Moves each match that is under way one pattern further; a new one may begin at any line. */
function step(
  running: Map<number, Partial<Problem>>,
  patterns: readonly ProblemPattern[],
  line: string,
): Problem | null {
  for (const [index, pattern] of [...patterns.entries()].toReversed()) {
    const before = index === 0 ? {} : running.get(index - 1)
    if (before === undefined) continue
    const match = new RegExp(pattern.regexp).exec(line)
    running.delete(index)
    if (match === null) {
      // A last pattern that does not match ends the match before it.
      if (index === patterns.length - 1) running.delete(index - 1)
      continue
    }
    const now = { ...before, ...read(pattern, match) }
    if (index === patterns.length - 1) {
      running.clear()
      return now as Problem
    }
    running.set(index, now)
  }
  return null
}

function read(pattern: ProblemPattern, match: RegExpExecArray): Partial<Problem> {
  const group = (number: number | undefined) => (number === undefined ? undefined : match[number])
  const file = group(pattern.file)
  const line = group(pattern.line)
  const message = group(pattern.message)
  return {
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line: Number(line) }),
    ...(message !== undefined && { message }),
  }
}
