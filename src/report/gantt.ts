import type { Phase, PhaseName } from './phases.ts'

/** One row of bars: what was done for one Python. */
export interface GanttRow {
  readonly name: string
  readonly phases: readonly Phase[]
}

/** Shorter ones could not be seen. */
const shownMs = 20

interface Style {
  /** One of the kinds of tasks that Mermaid can colour. */
  readonly tag: 'active' | 'crit' | 'done' | null
  readonly square: string
}

const transferred: Style = { tag: 'active', square: '🟦' }

/** Compilation stands out, so that one sees it run beside the downloads. */
const styles: Readonly<Record<PhaseName, Style>> = {
  'look up': transferred,
  restore: transferred,
  download: transferred,
  unpack: { tag: null, square: '🟪' },
  compile: { tag: 'crit', square: '🟧' },
  store: { tag: 'done', square: '🟩' },
}

/** White letters can be read on each of them, and all of them on a light and on a dark page. */
const colours = {
  ...pair('activeTask', '#0969da'),
  ...pair('task', '#8250df'),
  ...pair('crit', '#bc4c00'),
  ...pair('doneTask', '#1a7f37'),
  taskTextColor: '#ffffff',
  taskTextDarkColor: '#ffffff',
  sectionBkgColor: '#8c959f',
  sectionBkgColor2: '#8c959f',
  altSectionBkgColor: '#8c959f00',
}

function pair(kind: string, colour: string): Readonly<Record<string, string>> {
  return { [`${kind}BkgColor`]: colour, [`${kind}BorderColor`]: colour }
}

/** Distances between the lines of the time axis. */
const steps: readonly (readonly [lengthMs: number, name: string])[] = [
  ...[100, 200, 500].map(count => [count, `${count}millisecond`] as const),
  ...[1, 2, 5, 10, 15, 30].map(count => [count * 1000, `${count}second`] as const),
  ...[1, 2, 5].map(count => [count * 60_000, `${count}minute`] as const),
]
const maxSteps = 10

/** What ran when, as a Mermaid diagram with a legend, which GitHub draws; `null` where nothing lasted. Pure. */
export function renderGantt(rows: readonly GanttRow[]): string | null {
  const shown = rows
    .map(({ name, phases }) => ({
      name: sanitize(name),
      phases: phases.filter(({ startMs, endMs }) => endMs - startMs >= shownMs),
    }))
    .filter(({ phases }) => phases.length > 0)
  if (shown.length === 0) return null
  const all = shown.flatMap(({ phases }) => phases)
  const startMs = Math.min(...all.map(phase => phase.startMs))
  const totalMs = Math.max(...all.map(phase => phase.endMs)) - startMs
  const names = Math.max(...shown.map(({ name }) => name.length))
  const sections = shown.flatMap(({ name, phases }) => [
    `    section ${name}`,
    ...phases.map(phase => `    ${renderTask(phase, { startMs, totalMs })}`),
  ])
  return [
    '```mermaid',
    ...renderSettings(names),
    'gantt',
    '    dateFormat x',
    ...renderAxis(totalMs).map(line => `    ${line}`),
    '    todayMarker off',
    ...sections,
    '```',
    '',
    renderLegend(all),
  ].join('\n')
}

function renderAxis(totalMs: number): readonly string[] {
  const fitting = steps.find(([lengthMs]) => totalMs / lengthMs <= maxSteps)
  const [lengthMs, step] = fitting ?? [600_000, '10minute']
  // Since the epoch: the minute of the hour would depend on the reader's time zone.
  return [`axisFormat ${lengthMs < 1000 ? '%s.%L s' : '%s s'}`, `tickInterval ${step}`]
}

/** A row for each Python, not for each of its bars, and room for the names at the left. */
function renderSettings(nameLength: number): readonly string[] {
  return [
    '---',
    'displayMode: compact',
    'config:',
    '  gantt:',
    // By default it is as wide as the page was when it was drawn.
    '    useWidth: 960',
    `    leftPadding: ${30 + nameLength * 7}`,
    '    barHeight: 22',
    '    fontSize: 12',
    '    sectionFontSize: 13',
    '  themeVariables:',
    ...Object.entries(colours).map(([name, colour]) => `    ${name}: '${colour}'`),
    '---',
  ]
}

function renderTask(
  { name, startMs, endMs }: Phase,
  total: { readonly startMs: number; readonly totalMs: number },
): string {
  // Beside a bar that is too short for it, a name would lie on the next one.
  const fits = (endMs - startMs) / total.totalMs > (name.length + 1) / 100
  const times = [startMs, endMs].map(ms => String(Math.round(ms - total.startMs)))
  const data = [styles[name].tag, ...times].filter(Boolean).join(', ')
  // A space of no width: Mermaid wants a name.
  return `${fits ? name : '#8203;'} :${data}`
}

function renderLegend(phases: readonly Phase[]): string {
  const present = Object.entries(styles).filter(([name]) => {
    return phases.some(phase => phase.name === name)
  })
  const bySquare = Map.groupBy(present, ([, { square }]) => square)
  return [...bySquare]
    .map(([square, entries]) => `${square} ${entries.map(([name]) => name).join(', ')}`)
    .join(' · ')
}

/** A colon or a semicolon would end the name. */
function sanitize(name: string): string {
  return name.replace(/[:;#,]/g, ' ')
}
