import { expect, test } from 'vitest'
import { parseSpecifier } from '../../../src/domain/request/pep440.ts'
import { parseRangeText } from '../../../src/domain/request/range-text.ts'

const pep440 = (text: string) => ({ kind: 'pep440', clauses: parseSpecifier(text) })

test.each([
  ['>=3.9, <3.14 ,', pep440('>=3.9,<3.14')],
  ['~=3.11', pep440('~=3.11')],
  ['==3.13', { kind: 'release', numbers: [3, 13] }],
  ['==3.13,>3', pep440('==3.13,>3')],
  ['===3.13', pep440('===3.13')],
  ['~=3', { kind: 'npm', text: '~=3' }],
  ['^3.11 || 3.9.x', { kind: 'npm', text: '^3.11 || 3.9.x' }],
  ['~2.7 | ^3.6', { kind: 'npm', text: '~2.7 || ^3.6' }],
  ['3.*,!=3.9.*', { kind: 'all', parts: [{ kind: 'npm', text: '3.*' }, pep440('!=3.9.*')] }],
  ['>=3.12.0-0', { kind: 'npm', text: '>=3.12.0-0' }],
  ['!=3.12.0-rc1,>=3.11', pep440('!=3.12.0-rc1,>=3.11')],
  ['===3.12.0-rc1', pep440('===3.12.0-rc1')],
  ['~3.15.0b1', { kind: 'npm', text: '~3.15.0-beta.1' }],
  [
    '^3.9,!=3.9.7',
    {
      kind: 'all',
      parts: [{ kind: 'npm', text: '^3.9' }, pep440('!=3.9.7')],
    },
  ],
])('%s', (text, specifier) => {
  expect(parseRangeText(text)?.specifier).toEqual(specifier)
})

test('the suffix of a range is its variant', () => {
  expect(parseRangeText('>=3.13,<3.15t')).toMatchObject({ variant: 'freethreaded' })
  expect(parseRangeText('>=3.13+debug')).toMatchObject({ variant: 'debug' })
})

test.each([
  '',
  ' ',
  ',',
  '+debug',
  'latest',
  '>=3.9-dev',
  '3.9,3.10',
  '>=3.9,latest',
  '>=3.9 !=3.10',
])('%j is no range', text => {
  expect(parseRangeText(text)).toBeNull()
})
