import type { Contest, Series } from './contender.ts'
import { summarize } from './statistics.ts'
import { medianSeconds } from './targets.ts'

/** What is drawn of a contest: bars in this order, and the limit as a mark across them. */
const bars = ['action', 'uv', 'by-hand'] as const

const layout = {
  width: 760,
  left: 150,
  right: 76,
  top: 84,
  bar: 22,
  gap: 6,
  heading: 26,
  groupGap: 26,
  bottom: 70,
}

export interface ChartText {
  readonly title: string
  readonly subtitle: string
  /** Lines. */
  readonly footer: readonly string[]
}

/** Draws the installs with bytecode: a group for each number of versions. Empty without any. */
export function renderChart(contests: readonly Contest[], text: ChartText): string {
  const { width, left, right, top, bottom } = layout
  const groups = contests.map(contest => ({ contest, shown: shownSeries(contest) }))
  const longest = Math.max(
    0.001,
    ...groups.flatMap(({ shown }) => shown.map(({ wall }) => wall.max)),
  )
  const scale = (width - left - right) / longest
  let y = top
  const parts: string[] = []
  for (const { contest, shown } of groups) {
    const limit = medianSeconds(contest, 'limit')
    const height = shown.length * (layout.bar + layout.gap) - layout.gap
    parts.push(heading(groupTitle(contest), y))
    y += layout.heading
    parts.push(
      ...shown.map((series, index) => bar(series, y + index * (layout.bar + layout.gap), scale)),
    )
    if (limit !== null) parts.push(limitMark(limit, { y, height, scale }))
    y += height + layout.groupGap
  }
  const height = y - layout.groupGap + bottom
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title subtitle">
<style>${style}</style>
<rect class="paper" width="${width}" height="${height}" rx="8"/>
<text class="title" id="title" x="24" y="34">${escapeText(text.title)}</text>
<text class="note" id="subtitle" x="24" y="55">${escapeText(text.subtitle)}</text>
${parts.join('\n')}
${text.footer.map((line, index) => note(line, height - 36 + 18 * index)).join('\n')}
</svg>
`
}

interface Shown {
  readonly id: string
  readonly label: string
  readonly wall: { readonly median: number; readonly min: number; readonly max: number }
}

function shownSeries({ series }: Contest): readonly Shown[] {
  return bars.flatMap(id => {
    const found = series.find(each => each.id === id)
    return found === undefined ? [] : [show(found)]
  })
}

function show({ id, label, samples }: Series): Shown {
  return { id, label, wall: summarize(samples.map(({ wallMs }) => wallMs / 1000)) }
}

function groupTitle({ versions }: Contest): string {
  return versions === 1 ? 'One version' : `${versions} versions`
}

function note(text: string, y: number): string {
  return `<text class="note" x="24" y="${y}">${escapeText(text)}</text>`
}

function heading(text: string, y: number): string {
  return `<text class="group" x="24" y="${y + 15}">${escapeText(text)}</text>`
}

function bar({ id, label, wall }: Shown, y: number, scale: number): string {
  const { left, bar: height } = layout
  const length = round(wall.median * scale)
  const middle = y + height / 2
  const [from, to] = [round(left + wall.min * scale), round(left + wall.max * scale)]
  return [
    `<text class="label" x="${left - 10}" y="${middle + 4}">${escapeText(label)}</text>`,
    `<rect class="bar ${id}" x="${left}" y="${y}" width="${length}" height="${height}" rx="3"/>`,
    `<path class="spread" d="M${from} ${middle}H${to}M${from} ${middle - 4}v8M${to} ${middle - 4}v8"/>`,
    `<text class="value ${id}" x="${to + 8}" y="${middle + 4}">${wall.median.toFixed(wall.median < 10 ? 2 : 1)} s</text>`,
  ].join('')
}

function limitMark(
  seconds: number,
  { y, height, scale }: { readonly y: number; readonly height: number; readonly scale: number },
): string {
  const x = round(layout.left + seconds * scale)
  return [
    `<path class="limit" d="M${x} ${y - 6}V${y + height + 4}"/>`,
    `<text class="limit" x="${x}" y="${y - 9}">limit ${seconds.toFixed(1)} s</text>`,
  ].join('')
}

const style = `
text{font-family:system-ui,-apple-system,"Segoe UI",sans-serif;fill:#1f2328}
.paper{fill:#fff}
.title{font-size:18px;font-weight:600}
.note{font-size:12px;fill:#656d76}
.group{font-size:13px;font-weight:600}
.label{font-size:13px;text-anchor:end}
.value{font-size:13px}
.value.action{font-weight:600}
.bar{fill:#8c959f}
.bar.action{fill:#2f6feb}
.spread{stroke:#1f2328;stroke-opacity:.55;fill:none}
path.limit{stroke:#bc4c00;stroke-width:1.5;stroke-dasharray:4 3;fill:none}
text.limit{font-size:11px;fill:#bc4c00;text-anchor:middle}
@media(prefers-color-scheme:dark){
text{fill:#e6edf3}
.paper{fill:#0d1117}
.note{fill:#8d96a0}
.bar{fill:#656d76}
.bar.action{fill:#4493f8}
.spread{stroke:#e6edf3}
path.limit{stroke:#f0883e}
text.limit{fill:#f0883e}
}
`

function escapeText(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
  return text.replace(/[&<>]/g, character => entities[character] ?? character)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
