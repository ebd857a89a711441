import { expect, test } from 'vitest'
import { redact } from '../../src/domain/redact.ts'

test.each([
  ['https://a.test/b', 'https://a.test/b'],
  ['https://user:word@a.test/b', 'https://***@a.test/b'],
  ['ftp://user:se@cret@a.test/', 'ftp://***@a.test/'],
  ['https://a.test/l.json?sv=1&sig=x%2F', 'https://a.test/l.json?sv=***&sig=***'],
  ['https://a.test/?X-Amz-Signature=ab=cd#x', 'https://a.test/?X-Amz-Signature=***#x'],
  ['https://a.test/?secret', 'https://a.test/?***'],
  [
    'The list at https://a.test/?sig=a: HTTP 403.',
    'The list at https://a.test/?sig=***: HTTP 403.',
  ],
  [
    '"https://a.test/?sig=a" and http://b.test/?c',
    '"https://a.test/?sig=***" and http://b.test/?***',
  ],
  ['(https://a.test/?sig=a:b.c).', '(https://a.test/?sig=***).'],
  ['mail@a.test, what? a=b', 'mail@a.test, what? a=b'],
  ['python -c "x ? y"', 'python -c "x ? y"'],
])('%s', (text, expected) => {
  expect(redact(text)).toBe(expected)
})

test('long text is answered at once', () => {
  for (const part of ['a', 'a://', 'https://a.test/?', '?', '@', 'http://a?a=b&', ':;,.']) {
    expect(typeof redact(part.repeat(8_000 / part.length))).toBe('string')
  }
})
