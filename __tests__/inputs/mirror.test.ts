import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { parseMirror } from '../../src/inputs/mirror.ts'

const workspace = path.resolve('/workspace')
const parse = (text: string, token = '') => parseMirror('The mirror', text, { workspace, token })

it.each([
  ['https://example.org', 'https://example.org/'],
  ['https://example.org/a/b', 'https://example.org/a/b/'],
  ['https://example.org/a/b/', 'https://example.org/a/b/'],
  ['file:///srv/mirror', 'file:///srv/mirror/'],
  ['mirror', `${pathToFileURL(path.join(workspace, 'mirror')).href}/`],
])('%s has a base that names can be appended to', (text, base) => {
  expect(parse(text)).toEqual({ base: new URL(base), authorization: null })
})

it('has the authorization of its token, else that of its address', () => {
  const basic = `Basic ${Buffer.from('user:secret').toString('base64')}`
  expect(parse('https://user:secret@example.org')).toEqual({
    base: new URL('https://example.org/'),
    authorization: basic,
  })
  expect(parse('https://user:secret@example.org', 'abc').authorization).toBe('Bearer abc')
  expect(parse('https://example.org', 'abc').authorization).toBe('Bearer abc')
})

it.each(['https://example.org/a?sig=x', 'https://example.org/a#b'])('%s is none', text => {
  expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }))
})
