import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parseSpecifier, satisfies } from '../../../src/domain/request/pep440.ts'
import { parsePep440Version } from '../../../src/domain/request/pep440-version.ts'
import { findInterpreters } from '../../support/pack-python.ts'

/** Which of the versions a specifier accepts: a digit for each; `null`: it is no specifier. */
function answer(specifier: string, versions: readonly string[]): string | null {
  const clauses = parseSpecifier(specifier)
  if (clauses === null) return null
  const parsed = versions.map(parsePep440Version)
  return parsed.map(version => Number(version !== null && satisfies(version, clauses))).join('')
}

const few = ['3.14.7', '3.15.0a1', '3.15.0b1', '3.15.0b4', '3.15.0rc1', '3.15.0', '3.15.1']

test.each([
  ['<3.15.0rc1', '1111000'],
  ['<=3.15.0rc1', '1111100'],
  ['<3.15.0b1', '1100000'],
  ['<3.15', '1000000'],
  ['<=3.15', '1111110'],
  ['<3.15.0.dev0', '1000000'],
  ['>3.15.0b1', '0001111'],
  ['>=3.15.0b1', '0011111'],
  ['>3.15', '0000001'],
  ['>3.15.0.dev0', '0111111'],
  ['>=3.15.0a1,<3.15.0b2', '0110000'],
  ['==3.15.*', '0111111'],
  ['==3.15', '0000010'],
  ['!=3.15.0rc1', '1111011'],
  ['!=3.15.*,>3', '1000000'],
  ['~=3.15.0b1', '0011111'],
  ['~=3.14', '1111111'],
  ['===3.15.0b1', '0010000'],
  ['== v3.15.0-RC.1'.toLowerCase(), '0000100'],
  ['>=1!3', '0000000'],
])('%s', (specifier, expected) => {
  expect(answer(specifier, few)).toBe(expected)
})

test.each([
  '',
  ',',
  '3.15',
  '=3.15',
  '~=3',
  '>=3.15.*',
  '~=3.15.*',
  '==3.15rc1.*',
  '>=3.15+x',
  '>=x',
])('%j is no specifier', text => {
  expect(parseSpecifier(text)).toBe(null)
})

const ends = ['', 'a1', 'b1', 'b2', 'rc1', 'rc2']
const versions = [
  ...['3.9.25', '3.12.0', '3.12.4', '3.13.1rc1', '4.0.0', '1!3.13.0'],
  ...['3.13.0', '3.15.0', '3.15.1'].flatMap(number => ends.map(end => number + end)),
  // Pip has such ones.
  ...['25.0.1', '25.1', '25.1b1', '25.1.dev0', '25.1b1.dev2'],
]
const bounds = ['3', '3.15', '3.15.0', '3.15.1', '3.13.0', '25.1', 'v3.12', '3.15.0.0', '1!3.13']
const marks = ['a1', 'b1', 'b2', 'rc1', '.dev0', 'rc1.dev1', 'b1.post2', '_beta', 'c2', 'alpha']
const posts = ['.post1', '-1', '.rev2']
const pairs = (operators: readonly string[], tails: readonly string[]) => {
  return operators.flatMap(operator =>
    bounds.flatMap(bound => tails.map(tail => operator + bound + tail)),
  )
}
const clauses = [
  ...pairs(['<', '<=', '>', '>=', '==', '!=', '==='], ['', ...marks]),
  // Of `<` with such a bound, packaging 26 does not think what those before it thought.
  ...pairs(['<=', '>', '>=', '==', '!='], posts),
  ...pairs(['~='], ['', ...marks]).filter(clause => /\d\.\d/.test(clause)),
  ...pairs(['==', '!='], ['+here']),
  ...pairs(['==', '!='], ['.*']).filter(clause => !clause.includes('0.0')),
]
const several = clauses.map((clause, i) => {
  return [clause, clauses[(i * 389 + 7) % clauses.length], clauses[(i * 151 + 3) % clauses.length]]
})

test('thousands of answers are those of Python’s packaging library', async context => {
  const input = JSON.stringify({ versions, specifiers: [...clauses, ...several.map(String)] })
  const program = path.join(import.meta.dirname, 'packaging_answers.py')
  for (const { executable } of await findInterpreters()) {
    const { stdout, stderr } = spawnSync(executable, [program], { input, encoding: 'utf8' })
    if (stderr.includes('ModuleNotFoundError')) continue
    expect(stderr).toBe('')
    const { rows } = JSON.parse(stdout) as { readonly rows: Readonly<Record<string, string>> }
    const ours = Object.keys(rows).map(specifier => [specifier, answer(specifier, versions)])
    expect(Object.fromEntries(ours)).toEqual(rows)
    return expect(ours.length * versions.length).toBeGreaterThan(10_000)
  }
  context.skip('no Python here has packaging or a pip with a copy of it')
})
