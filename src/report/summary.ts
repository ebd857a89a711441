import * as core from '@actions/core'
import { type Installed, sourceNames } from '../domain/installation.ts'
import { targetTriple } from '../domain/platform.ts'
import { describePython } from '../domain/python.ts'
import { elapsedOf } from '../domain/stage.ts'
import { formatBytes, formatCount, formatDuration } from './format.ts'
import { renderGantt } from './gantt.ts'
import type { RequestResult } from './outputs.ts'
import { phasesOf } from './phases.ts'

/**
 * The job summary: a table, a line on bytecode, one on packages and, where something was made, a
 * picture of what ran when, which the table does not repeat. Pure.
 */
export function renderSummary(
  results: readonly RequestResult[],
  bytecodeLine: string | null,
  packagesLine: string | null = null,
): string {
  const installed = distinct(results)
  const rows = [...installed].map(([name, answer]) => ({ name, phases: phasesOf(answer) }))
  const gantt = [...installed.values()].some(isMade) ? renderGantt(rows) : null
  const packages = packagesLine === null ? null : escapeHtml(packagesLine)
  const sentences = [bytecodeLine, describeSaving([...installed.values()]), packages]
  return [
    '### Managed Pythons',
    renderTable(results),
    ...(gantt === null ? [] : [gantt]),
    ...sentences.filter(sentence => sentence !== null).map(sentence => `${sentence}.`),
  ].join('\n\n')
}

/** What was only found or restored has nothing to be seen side by side. */
function isMade({ source, compilation }: RequestResult): boolean {
  return source === 'download' || compilation.kind === 'compiled'
}

/** What several requests ask for was done once. The names are the shortest that tell all apart. */
function distinct(results: readonly RequestResult[]): ReadonlyMap<string, RequestResult> {
  const byId = new Map(results.map(answer => [answer.installation.path, answer]))
  const unique = [...byId.values()]
  return new Map(
    unique.map(answer => {
      const name = describePython(answer.installation)
      const alone = unique.filter(other => describePython(other.installation) === name).length === 1
      return [alone ? name : `${name} ${answer.installation.build}`, answer]
    }),
  )
}

interface Column {
  readonly title: string
  readonly cell: (answer: RequestResult) => string
}

const none = '–'

const columns: readonly Column[] = [
  { title: 'Request', cell: ({ request }) => `<code>${escapeHtml(request)}</code>` },
  { title: 'Python', cell: describeInstallation },
  { title: 'From', cell: describeSource },
  { title: 'Size', cell: describeTransfer },
  { title: 'Bytecode', cell: describeBytecode },
  { title: 'Ready after', cell: ({ spans }) => describeDuration(elapsedOf(spans)) },
]

/** A row for each request; a column in which nothing would stand is left out. */
function renderTable(results: readonly RequestResult[]): string {
  const filled = columns
    .map(({ title, cell }) => [title, ...results.map(cell)] as const)
    .filter(([, ...cells]) => cells.some(cell => cell !== none))
  const rows = results.map((_, row) => filled.map(column => column[row + 1] ?? none))
  return [filled.map(([title]) => title), filled.map(() => '---'), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n')
}

function describeInstallation({ installation: python, isDefault }: RequestResult): string {
  const name = isDefault ? `**${describePython(python)}** ← python` : describePython(python)
  return `${name}<br><sub>${python.build}, ${targetTriple(python.platform)}</sub>`
}

function describeSource({ source }: RequestResult): string {
  return sourceNames[source]
}

function describeTransfer({ transferredBytes }: RequestResult): string {
  return transferredBytes === null ? none : unbroken(formatBytes(transferredBytes))
}

function describeBytecode({ installation: { bytecode } }: RequestResult): string {
  if (bytecode === null) return none
  return `${unbroken(formatCount(bytecode.files, 'file'))}<br><sub>${bytecode.mode}</sub>`
}

function describeDuration(ms: number): string {
  return ms < 50 ? none : unbroken(formatDuration(ms))
}

/** Numbers stay with their units. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '&nbsp;')
}

/** What would have had to be done without the Actions cache; `null` where it had nothing. */
function describeSaving(results: readonly RequestResult[]): string | null {
  const restored = results.filter(({ source }) => source === 'cache')
  if (restored.length === 0) return null
  const bytecodes = restored
    .filter(({ compilation }) => compilation.kind !== 'compiled')
    .flatMap(({ installation }) => installation.bytecode ?? [])
  const files = bytecodes.reduce((sum, bytecode) => sum + bytecode.files, 0)
  // They may have been compiled at the same time: no sum, but the longest is certain.
  const atLeastMs = Math.max(0, ...bytecodes.map(({ seconds }) => seconds * 1000))
  const compiling =
    files === 0
      ? ''
      : ` and the compiling of ${formatCount(files, 'file')}, which once took at least ${formatDuration(atLeastMs)}`
  return `The Actions cache saved ${formatCount(restored.length, 'download')}${compiling}`
}

/** A request is text of the workflow's author, or of a file: it must stay text in a table's cell. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"'|`\\[\]*_\n\r]/g, character => `&#${character.codePointAt(0)};`)
}

/** Adds a text to the job's summary page, where the runner has one. */
export async function writeSummary(markdown: string): Promise<void> {
  if (!process.env.GITHUB_STEP_SUMMARY) return
  await core.summary.addRaw(markdown, true).write()
}

/** A page that only says that nothing was to be done is worth nobody's look, unless it is asked for. */
export function wantsSummary(
  choice: 'auto' | 'always' | 'never',
  results: readonly Installed[],
): boolean {
  if (choice !== 'auto') return choice === 'always'
  return results.some(({ source, compilation }) => {
    return source !== 'tool-cache' || compilation.kind === 'compiled'
  })
}
