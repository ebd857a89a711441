import { isDeepStrictEqual, stripVTControlCharacters, styleText } from 'node:util'
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

/** Turns a step's output into what the log of a run shows. */
export function logView(print: (text: string) => void): LogView {
  let rest = ''
  let indent = '  '
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
        return show(line)
      case 'error':
      case 'warning':
      case 'notice':
        return show(markers[found.command as keyof typeof markers] + found.message)
      case 'group':
        show(styleText('bold', `▾ ${found.message}`))
        indent = '    '
        return
      case 'endgroup':
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

/** What a job has after the step; without the variables and PATH that an earlier job had too. */
export function renderResult(result: JobResult, earlier: JobResult | null = null): string {
  const { outputs, variables, pathAdditions, summary, exitCode, signal, durationMs } = result
  const environment =
    section('Variables', pairs(variables)) +
    section('PATH, first one first', pathAdditions.toReversed())
  const same = earlier !== null && isDeepStrictEqual(variables, earlier.variables)
  const ending = exitCode === 0 ? 'succeeded' : `failed: ${signal ?? `exit code ${exitCode}`}`
  return [
    section('Outputs', pairs(outputs)),
    same ? '' : environment,
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

/** What the job fetched, and what it kept for the next one. */
export function renderTraffic(
  mirror: readonly SeenRequest[],
  cache: readonly CacheRequest[],
): string {
  const words = {
    CreateCacheEntry: 'reserved',
    upload: 'uploaded',
    download: 'downloaded',
  } as const
  const called: Readonly<Record<string, string | undefined>> = words
  const lines = [
    ...mirror.map(({ method, path }) => `mirror: ${method} ${path}`),
    ...cache
      .map(({ endpoint }) => called[endpoint])
      .filter(word => word !== undefined)
      .map(word => `cache: ${word}`),
  ]
  return section('Network', lines.length === 0 ? ['nothing'] : lines)
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
