import { expect, test } from 'vitest'
import { quote } from '../../src/domain/quote.ts'

test.each([
  ['3.13', "'3.13'"],
  ['3–13', "'3\\u{2013}13'"],
  ['a\r\n::error::b', "'a\\u{d}\\u{a}::error::b'"],
  ['\u001b[31m', "'\\u{1b}[31m'"],
  ['😀', "'\\u{1f600}'"],
  ['a b~\x7f', "'a b~\\u{7f}'"],
  ['x'.repeat(100), `'${'x'.repeat(100)}'`],
  ['x'.repeat(101), `'${'x'.repeat(100)}…'`],
])('%j is shown as %s', (text, shown) => {
  expect(quote(text)).toBe(shown)
})
