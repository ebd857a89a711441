import { stripVTControlCharacters, styleText } from 'node:util'
import { alignColumns } from '../../src/report/format.ts'
import type { CacheRequest } from '../support/cache-service.ts'
import type { SeenRequest } from '../support/mirror.ts'
import type { JobResult } from '../support/runner.ts'
import { parseCommand } from '../support/runner-log.ts'

/** Whether colours are shown; `styleText` knows the terminal and NO_COLOR. */
const coloured = styleText('bold', 'x') !== 'x'

const markers = {
  error: styleText('red', 'Error: '),
  warning: styleText('yellow', 'Warning: '),
  notice: styleText('blue', 'Notice: '),
} as const

/** Shows a step's output as it comes. */
export interface LogView {
  readonly write: (text: string) => void
  /** Shows what is left of a last line without an end. */
  readonly end: () => void
}

/** Says the same path many times over, which a run's page hides as well. */
const foldedGroup = 'Environment of later steps'

/** Turns a step's output into what the log of a run shows. */
export function logView(print: (text: string) => void): LogView {
  let rest = ''
  let indent = '  '
  let isFolded = false
  const masks: string[] = []
  const show = (line: string) => {
    const masked = masks.reduce((text, secret) => text.replaceAll(secret, '***'), line)
    const text = coloured ? masked : stripVTControlCharacters(masked)
    print(`${text.replace(/^(?=.)/gm, indent)}\n`)
  }
  const showLine = (line: string) => {
    const found = parseCommand(line)
    switch (found?.command) {
      case undefined:
        return isFolded ? undefined : show(line)
      case 'error':
      case 'warning':
      case 'notice':
        return show(markers[found.command as keyof typeof markers] + found.message)
      case 'group':
        isFolded = found.message === foldedGroup
        show(styleText('bold', `${isFolded ? '▸' : '▾'} ${found.message}`))
        indent = '    '
        return
      case 'endgroup':
        isFolded = false
        indent = '  '
        return
      case 'add-mask':
        if (found.message !== '') masks.push(found.message)
        return
      default:
        return
    }
  }
  return {
    write: text => {
      const lines = (rest + text).split(/\r?\n/)
      rest = lines.pop() ?? ''
      lines.map(showLine)
    },
    end: () => {
      if (rest !== '') showLine(rest)
      rest = ''
    },
  }
}

/** A heading between jobs. */
export function renderHeading(text: string): string {
  return `\n${styleText('bold', text)}\n`
}

/** What a job has after the step. */
export function renderResult(result: JobResult): string {
  const { outputs, variables, pathAdditions, summary, exitCode, signal, durationMs } = result
  const ending = exitCode === 0 ? 'succeeded' : `failed: ${signal ?? `exit code ${exitCode}`}`
  return [
    section('Outputs', pairs(outputs)),
    section('Variables', pairs(variables)),
    section('PATH, first one first', pathAdditions.toReversed()),
    section('Summary', plainSummary(summary).split('\n')),
    `  The step ${ending}, after ${(durationMs / 1000).toFixed(1)} s.\n`,
  ].join('')
}

/** A job summary as a terminal can show it: no picture, no HTML. */
export function plainSummary(markdown: string): string {
  return markdown
    .trim()
    .replaceAll(/```mermaid\n.*?```/gs, '(a picture of what ran when)')
    .replaceAll(/<br><sub>(.*?)<\/sub>/g, ' ($1)')
    .replaceAll(/<\/?code>/g, '`')
    .replaceAll('&nbsp;', ' ')
}

/** One job of the demonstration. */
export interface JobRow {
  readonly title: string
  readonly result: JobResult
  /** What went over the network. */
  readonly traffic: string
}

/** What the jobs came to, a row each. */
export function renderJobs(rows: readonly JobRow[]): string {
  const cells = rows.map(({ title, result, traffic }) => {
    const [installation] = JSON.parse(result.outputs.installations ?? '[]')
    const seconds = (result.durationMs / 1000).toFixed(1)
    return [title, installation?.source ?? '', `${seconds} s`, traffic]
  })
  const table = alignColumns([['job', 'source', 'seconds', 'network'], ...cells])
  return `\n${table.map(line => `  ${line}\n`).join('')}`
}

/** What the job fetched, and what it stored for the next one. */
export function describeTraffic(
  mirror: readonly SeenRequest[],
  cache: readonly CacheRequest[],
): string {
  const isArchive = ({ path }: SeenRequest) => !path.endsWith('.json')
  const parts = [
    ...(mirror.some(request => !isArchive(request)) ? ['list'] : []),
    ...(mirror.some(isArchive) ? ['archive'] : []),
    ...(cache.some(({ endpoint }) => endpoint === 'download') ? ['cache entry down'] : []),
    ...(cache.some(({ endpoint }) => endpoint === 'upload') ? ['cache entry up'] : []),
  ]
  return parts.join(', ') || 'nothing'
}

/** Lines under a title; nothing where there are none. */
export function section(title: string, lines: readonly string[]): string {
  const shown = lines.filter(line => line !== '')
  if (shown.length === 0) return ''
  return [`  ${styleText('bold', title)}`, ...shown.map(line => `    ${line}`), ''].join('\n')
}

function pairs(values: Readonly<Record<string, string>>): string[] {
  const width = Math.max(0, ...Object.keys(values).map(name => name.length))
  return Object.entries(values).map(([name, value]) => {
    return `${styleText('cyan', name.padEnd(width))}  ${value.replaceAll('\n', '\\n')}`
  })
}
