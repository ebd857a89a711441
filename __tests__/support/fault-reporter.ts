import type { Reporter } from 'vitest/node'
import { describeEnd } from './fault-rows.ts'

const marks = { passed: '✓', failed: '✗', skipped: '-', pending: '?' } as const
const words = {
  passed: 'as expected',
  failed: 'not as expected',
  skipped: 'not tried',
  pending: 'not finished',
} as const

/**
 * Counts the fault matrix of a run, where it had one, and prints the rows that did not end as they
 * should; with `FAULTS=show` all of them. Of rows that could not be tried, the reason.
 */
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
        return [{ state: result.state, cells: [area, stage, what, why || describeEnd(end)] }]
      }),
    )
    if (rows.length === 0) return
    const all = process.env.FAULTS === 'show'
    const shown = rows.filter(({ state }) => all || state === 'failed' || state === 'pending')
    const widths = [0, 1, 2].map(column =>
      Math.max(...shown.map(({ cells }) => cells[column]?.length ?? 0)),
    )
    const lines = shown.map(({ state, cells }) =>
      [marks[state], ...cells.map((cell, i) => cell.padEnd(widths[i] ?? 0))].join('  '),
    )
    const counts = (['passed', 'failed', 'skipped', 'pending'] as const).flatMap(state => {
      const count = rows.filter(row => row.state === state).length
      return count === 0 ? [] : [`${count} ${words[state]}`]
    })
    const hint = all ? '' : ' (FAULTS=show prints them all)'
    const summary = `The fault matrix, ${rows.length} rows: ${counts.join(', ')}${hint}`
    console.log([...lines, summary, ''].join('\n'))
  },
}
