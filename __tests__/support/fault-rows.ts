import type { ErrorCode } from '../../src/domain/errors.ts'

/** One cell of the fault matrix: what goes wrong where, and how the job ends. */
export interface FaultRow {
  readonly stage: string
  readonly fault: string
  readonly end: End
}

/** A working interpreter, perhaps with a word about how; or one error, with a part of its text. */
export type End =
  | { readonly kind: 'works'; readonly how: string }
  | { readonly kind: 'fails'; readonly code: ErrorCode; readonly text: string }

export interface RecordedFault extends FaultRow {
  readonly area: string
}

export function works(how = ''): End {
  return { kind: 'works', how }
}

export function fails(code: ErrorCode, text: string): End {
  return { kind: 'fails', code, text }
}

/** How a row's job ends, for people. */
export function describeEnd(end: End): string {
  if (end.kind === 'fails') return `${end.code}: ${end.text}`
  return end.how === '' ? 'works' : `works: ${end.how}`
}

/** The page with the table of one area rewritten, between its markers. */
export function fillTable(page: string, area: string, rows: readonly FaultRow[]): string {
  const [start, end] = [`<!-- ${area}:start -->`, `<!-- ${area}:end -->`]
  const [from, to] = [page.indexOf(start), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`docs/faults.md has no ${start} and ${end}`)
  const header = [
    ['Stage', 'Fault', 'The job'],
    ['---', '---', '---'],
  ]
  const cells = rows.map(({ stage, fault, end }) => [stage, fault, endCell(end)])
  const lines = [...header, ...cells].map(row => `| ${row.map(escapeCell).join(' | ')} |`)
  return [page.slice(0, from) + start, '', ...lines, '', page.slice(to)].join('\n')
}

function endCell(end: End): string {
  return end.kind === 'fails' ? `\`${end.code}\`: ${end.text}` : describeEnd(end)
}

function escapeCell(text: string): string {
  return text.replace(/[|<]/g, '\\$&')
}
