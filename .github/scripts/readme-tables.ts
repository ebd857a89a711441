/** Writes the README's inputs, example and outputs from action.yml, between their markers. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type ActionMetadata, readMetadata } from '../../__tests__/support/runner-environment.ts'

/** The inputs in the order of a person's questions; each of them once. */
export const inputGroups: readonly (readonly [title: string, names: readonly string[]])[] = [
  [
    'Common',
    [
      'python-version',
      'python-version-file',
      'compile-bytecode',
      'cache',
      'environment',
      'install',
    ],
  ],
  [
    'Which Python',
    [
      ...['architecture', 'libc', 'freethreaded', 'allow-prereleases', 'check-latest'],
      ...['resolution-strategy', 'pip-version', 'resolve-only'],
      ...['lock-file', 'update-lock', 'lock-platforms'],
    ],
  ],
  [
    'Sources',
    [
      ...['mirror', 'mirror-token', 'pypy-mirror', 'python-downloads-json-url', 'token'],
      'verify-attestation',
    ],
  ],
  [
    'Caches',
    [
      ...['cache-python', 'cache-dependency-path', 'cache-suffix', 'restore-cache', 'save-cache'],
      ...['environment-refresh', 'pyc-invalidation-mode', 'reinstall'],
    ],
  ],
  [
    'Later steps',
    ['update-environment', 'windows-registry', 'add-problem-matchers', 'job-summary'],
  ],
]

/** Fills lists, example and table into the README; missing markers, and an input in no group, are errors. */
export function fillTables(
  readme: string,
  { inputs, outputs }: ActionMetadata,
  groups = inputGroups,
): string {
  const named = groups.flatMap(([, names]) => names)
  const missing = Object.keys(inputs).filter(name => !named.includes(name))
  if (missing.length > 0)
    throw new Error(`.github/scripts/readme-tables.ts has no group for ${missing}`)
  const inputLists = groups.flatMap(([title, names]) => {
    const items = names.flatMap(name => {
      const input = inputs[name]
      return input === undefined ? [] : [`- ${code(name)}: ${inMarkdown(meaningOf(input), inputs)}`]
    })
    return items.length === 0 ? [] : [`**${title}**`, '', ...items, '']
  })
  const outputRows = Object.entries(outputs).map(([name, { description }]) => [
    code(name),
    description,
  ])
  const withInputs = fill(readme, 'inputs', ['', ...inputLists])
  const withExample = fill(withInputs, 'example', exampleOf(inputs, groups))
  return fill(withExample, 'outputs', ['', ...table([['Output', 'Meaning'], ...outputRows]), ''])
}

type Inputs = ActionMetadata['inputs']

function meaningOf({ description, default: value }: Inputs[string]): string {
  const shown = value?.includes('${{')
    ? 'the token of the job, on github.com'
    : value && code(value)
  return shown ? `${description} Default: ${shown}.` : description
}

/** Marks the names of other inputs and of variables as code, and links the pages of the documentation. */
function inMarkdown(text: string, inputs: Inputs): string {
  const names = Object.keys(inputs).filter(name => name.includes('-'))
  const words = new RegExp(
    `(?<![\\w\`./-])(?:${['[A-Z]+_[A-Z_]+', ...names].join('|')})(?![\\w/-])`,
    'g',
  )
  return text.replaceAll(words, code).replaceAll(/docs\/\w+\.md/g, '[$&]($&)')
}

/** One block of YAML with every input, its default, and the first clause of what it means. */
function exampleOf(inputs: Inputs, groups: typeof inputGroups): readonly string[] {
  const lines = groups.flatMap(([title, names]) => [
    `    # ${title}`,
    ...names.flatMap(name => {
      const input = inputs[name]
      if (input === undefined) return []
      // The job's own token is an expression: too long for a comment beside it.
      const value = input.default?.includes('$') ? '' : (input.default ?? '')
      const setting = `    ${name}: ${value || "''"}`
      return [`${setting.padEnd(36)} # ${firstClause(input.description)}`]
    }),
  ])
  return ['', '```yaml', '- uses: org/setup-managed-python@v1', '  with:', ...lines, '```', '']
}

/** Throws where a clause would make the block wider than GitHub's page. */
function firstClause(text: string): string {
  const clause = text.split(/[.,:;](?:\s|$)/, 1)[0] ?? text
  if (clause.length > 74) throw new Error(`too long for the README's example: ${clause}`)
  return clause
}

function table([header = [], ...rows]: readonly (readonly string[])[]): readonly string[] {
  return [header, header.map(() => '---'), ...rows].map(row => {
    return `| ${row.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
  })
}

function fill(readme: string, name: string, lines: readonly string[]): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`]
  const [from, to] = [readme.indexOf(start), readme.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`README.md has no ${start} and ${end}, in this order`)
  return [readme.slice(0, from) + start, ...lines, readme.slice(to)].join('\n')
}

function code(text: string): string {
  return `\`${text}\``
}

if (import.meta.main) {
  const readme = path.join(import.meta.dirname, '..', '..', 'README.md')
  writeFileSync(readme, fillTables(readFileSync(readme, 'utf8'), await readMetadata()))
}
