import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { parseAddress } from '../../src/inputs/address.ts'

const workspace = path.resolve('/work space')
const parse = (text: string) => parseAddress('The mirror', text, workspace)
const below = (...names: readonly string[]) => pathToFileURL(path.join(workspace, ...names)).href

it.each([
  ['https://example.org/list.json', 'https://example.org/list.json'],
  ['HTTP://example.org', 'http://example.org/'],
  ['http://127.0.0.1:8080/a?b=c#d', 'http://127.0.0.1:8080/a?b=c#d'],
  ['file:///mirror/list.json', 'file:///mirror/list.json'],
  ['list.json', below('list.json')],
  ['./a b/list#1?.json', below('a b', 'list#1?.json')],
  ['../list.json', below('..', 'list.json')],
  ['/srv/list.json', pathToFileURL(path.resolve('/srv/list.json')).href],
])('%s', (text, href) => {
  expect(parse(text)).toEqual({ url: new URL(href), authorization: null })
})

it('a drive letter is no scheme', () => {
  expect(parse('C:\\mirror').url.protocol).toBe('file:')
  expect(parse('c:/mirror').url.protocol).toBe('file:')
})

it.each([
  ['https://user:secret@example.org/a', 'user:secret'],
  ['https://user@example.org/a', 'user:'],
  ['https://:token@example.org/a', ':token'],
  ['https://us%40er:pä%3Ass@example.org/a', 'us@er:pä:ss'],
  ['https://user:50%@example.org/a', 'user:50%'],
])('the credentials of %s become a header', (text, credentials) => {
  expect(parse(text)).toEqual({
    url: new URL('https://example.org/a'),
    authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
  })
})

it.each(['ftp://example.org/', 'https://', 'http://[/', 'ssh://git@host/', 'javascript:alert(1)'])(
  '%s is an error that names the input',
  text => {
    expect(() => parse(text)).toThrow(
      expect.objectContaining({
        code: 'INPUT_INVALID',
        message: expect.stringContaining('The mirror is "'),
        hint: 'Set it to an http(s) URL, a file:// URL or a path.',
      }),
    )
  },
)

it('an error shows no credentials', () => {
  expect(() => parse('ftp://user:se@cret@example.org/')).toThrow(
    'The mirror is "ftp://***@example.org/".',
  )
})
