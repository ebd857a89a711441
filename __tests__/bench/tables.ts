import type { Contest, Series } from './contender.ts'
import type { Imports } from './imports-part.ts'
import { memoryMeasure } from './process-tree.ts'
import { type Summary, summarize, summarizeRatios } from './statistics.ts'
import type { Target } from './targets.ts'
import { medianSeconds } from './targets.ts'

/** A markdown table; numbers to the right, the first column to the left. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(3, title.length, ...rows.map(row => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) => {
    const padded = cells.map((cell, column) => {
      const width = widths[column] ?? 0
      return column === 0 ? cell.padEnd(width) : cell.padStart(width)
    })
    return `| ${padded.join(' | ')} |`
  }
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  )
  return [line(head), line(rule), ...rows.map(line)].join('\n')
}

const titles: Readonly<Record<Contest['part'], string>> = {
  install: 'empty machine',
  warm: 'everything there already',
  cache: 'restored from the Actions cache',
}

/** A contest as a section: who took how long, and how that compares with the action. */
export function renderContest(contest: Contest): string {
  const { part, versions, cpus, series, absent } = contest
  const head = [
    '',
    'bytecode',
    'wall s',
    'min–max',
    'CPU s',
    `peak MB (${memoryMeasure ?? 'not told'})`,
    'action ÷ it',
    'min–max',
    'made',
  ]
  const rows = series.map(each => {
    const wall = summarize(each.samples.map(({ wallMs }) => wallMs / 1000))
    const cpu = each.samples.flatMap(({ cpuMs }) => (cpuMs === null ? [] : [cpuMs / 1000]))
    const ratio = ratioOf(contest, each)
    return [
      each.label,
      each.bytecode ? 'yes' : 'no',
      seconds(wall.median),
      spread(wall, seconds),
      cpu.length === 0 ? '' : seconds(summarize(cpu).median),
      each.peakBytes === null ? '' : (each.peakBytes / 1e6).toFixed(0),
      ratio === null ? '' : ratio.median.toFixed(2),
      ratio === null ? '' : spread(ratio, value => value.toFixed(2)),
      each.made,
    ]
  })
  const count = versions === 1 ? 'One version' : `${versions} versions`
  return [
    `### ${count}, ${cpus} core${cpus === 1 ? '' : 's'}: ${titles[part]}`,
    table(head, rows),
    ...absent.map(({ label, reason }) => `Not there: ${label} (${reason.split('\n')[0]}).`),
  ].join('\n\n')
}

/** How the action's time grows with the versions, and shrinks with the cores. */
export function renderGrowth(contests: readonly Contest[]): string | null {
  const installs = contests.filter(({ part }) => part === 'install')
  if (installs.length < 2) return null
  const rows = installs.map(contest => {
    const { versions, cpus } = contest
    const wall = medianSeconds(contest, 'action')
    const limits = ['limit', 'processors'].map(id => medianSeconds(contest, id))
    const cells = [wall, wall === null ? null : wall / versions, ...limits]
    return [`${versions} on ${cpus}`, ...cells.map(value => (value === null ? '' : seconds(value)))]
  })
  const head = ['versions on cores', 'wall s', 's a version', 'limit s', 'all processor s ÷ cores']
  return `### Growth\n\n${table(head, rows)}`
}

/** What imports take, in milliseconds. */
export function renderImports({ python, states, workloads, notes }: Imports): string {
  const rows = states.map((state, index) => {
    const walls = workloads.map(({ walls }) => walls[index])
    return [state, ...walls.map(wall => (wall === undefined ? '' : wall.median.toFixed(0)))]
  })
  const head = ['milliseconds', ...workloads.map(({ label }) => label)]
  return [`### A fresh process of ${python}`, table(head, rows), ...notes].join('\n\n')
}

/** The targets beside what was measured. */
export function renderTargets(targets: readonly Target[]): string {
  const rows = targets.map(({ text, bound, value, met }) => {
    const shown = value === null ? '' : value.toFixed(value < 10 ? 2 : 0)
    return [text, bound, shown, met === null ? 'not measured' : met ? 'met' : 'NOT MET']
  })
  return `### Targets\n\n${table(['', 'target', 'measured', ''], rows)}`
}

function ratioOf({ series }: Contest, other: Series): Summary | null {
  const action = series.find(({ id }) => id === (other.bytecode ? 'action' : 'action-plain'))
  if (action === undefined || action === other) return null
  const walls = [action, other].map(({ samples }) => samples.map(({ wallMs }) => wallMs))
  return summarizeRatios(walls[0] ?? [], walls[1] ?? [])
}

function spread({ min, max }: Summary, show: (value: number) => string): string {
  return `${show(min)}–${show(max)}`
}

function seconds(value: number): string {
  return value.toFixed(value < 1 ? 3 : 2)
}
