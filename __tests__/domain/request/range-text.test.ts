import { expect, test } from 'vitest'
import { parseRangeText } from '../../../src/domain/request/range-text.ts'

test.each([
  ['>=3.9, <3.14 ,', { kind: 'pep440', text: '>=3.9,<3.14' }],
  ['~=3.11', { kind: 'pep440', text: '~=3.11' }],
  ['==3.13', { kind: 'release', numbers: [3, 13] }],
  ['==3.13,>3', { kind: 'pep440', text: '==3.13,>3' }],
  ['===3.13', { kind: 'pep440', text: '===3.13' }],
  ['~=3', { kind: 'npm', text: '~=3' }],
  ['^3.11 || 3.9.x', { kind: 'npm', text: '^3.11 || 3.9.x' }],
  ['>=3.12.0-0', { kind: 'npm', text: '>=3.12.0-0' }],
  ['!=3.12.0-rc1,>=3.11', { kind: 'pep440', text: '!=3.12.0-rc1,>=3.11' }],
  ['===3.12.0-rc1', { kind: 'pep440', text: '===3.12.0-rc1' }],
  ['~3.15.0b1', { kind: 'npm', text: '~3.15.0-beta.1' }],
  [
    '^3.9,!=3.9.7',
    {
      kind: 'all',
      parts: [
        { kind: 'npm', text: '^3.9' },
        { kind: 'pep440', text: '!=3.9.7' },
      ],
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
