/** Writes the README's tables of inputs and outputs from action.yml, between their markers. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type ActionMetadata, readMetadata } from '../../__tests__/support/runner-environment.ts'

/** Fills the tables into the README; missing markers are an error. */
export function fillTables(readme: string, { inputs, outputs }: ActionMetadata): string {
  const inputRows = Object.entries(inputs).map(([name, { description, default: value }]) => [
    code(name),
    value === undefined ? '' : code(value),
    description,
  ])
  const outputRows = Object.entries(outputs).map(([name, { description }]) => [
    code(name),
    description,
  ])
  const withInputs = fill(readme, 'inputs', [['Input', 'Default', 'Meaning'], ...inputRows])
  return fill(withInputs, 'outputs', [['Output', 'Meaning'], ...outputRows])
}

function fill(readme: string, name: string, [header = [], ...rows]: readonly string[][]): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`]
  const [from, to] = [readme.indexOf(start), readme.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`README.md has no ${start} and ${end}, in this order`)
  const lines = [header, header.map(() => '---'), ...rows].map(row => {
    return `| ${row.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
  })
  return [readme.slice(0, from) + start, '', ...lines, '', readme.slice(to)].join('\n')
}

function code(text: string): string {
  return `\`${text}\``
}

if (import.meta.main) {
  const readme = path.join(import.meta.dirname, '..', '..', 'README.md')
  writeFileSync(readme, fillTables(readFileSync(readme, 'utf8'), await readMetadata()))
}
