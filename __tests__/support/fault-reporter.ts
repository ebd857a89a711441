import type { Reporter } from 'vitest/node'
import { describeEnd } from './fault-rows.ts'

const marks = { passed: '✓', failed: '✗', skipped: '-', pending: '?' } as const

/** Prints the fault matrix of a run, where it had one, after everything else. Of rows that could not be tried, the reason. */
export const faultReporter: Reporter = {
  onTestRunEnd(modules) {
    const rows = modules.flatMap(module =>
      [...module.children.allTests()].flatMap(test => {
        const { fault } = test.meta()
        const result = test.result()
        const why = result.state === 'skipped' ? result.note : ''
        // Without a reason, it is the command line that left the row out.
        if (fault === undefined || why === undefined) return []
        const { area, stage, fault: what, end } = fault
        return [[marks[result.state], area, stage, what, why || describeEnd(end)]]
      }),
    )
    if (rows.length === 0) return
    const widths = [0, 1, 2, 3].map(column =>
      Math.max(...rows.map(row => row[column]?.length ?? 0)),
    )
    const lines = rows.map(row => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '))
    console.log(['', `The fault matrix: ${rows.length} rows`, ...lines, ''].join('\n'))
  },
}
