import { describe, expect, it } from 'vitest'
import { parseAddress } from '../../src/inputs/address.ts'
import { secretsOf } from '../../src/inputs/secrets.ts'

describe('secrets', () => {
  it('are the tokens, once each', () => {
    expect(secretsOf({})).toEqual([])
    expect(secretsOf({ INPUT_TOKEN: '', 'INPUT_MIRROR-TOKEN': ' ' })).toEqual([])
    expect(secretsOf({ INPUT_TOKEN: 'a', 'INPUT_MIRROR-TOKEN': 'b\n' })).toEqual(['a', 'b'])
    expect(secretsOf({ INPUT_TOKEN: 'a', 'INPUT_MIRROR-TOKEN': 'a' })).toEqual(['a'])
  })

  it.each([
    'INPUT_MIRROR',
    'INPUT_PYPY-MIRROR',
    'INPUT_PYTHON-DOWNLOADS-JSON-URL',
    'UV_PYTHON_INSTALL_MIRROR',
    'UV_PYPY_INSTALL_MIRROR',
    'UV_PYTHON_DOWNLOADS_JSON_URL',
    'UV_ASTRAL_MIRROR_URL',
  ])('are the credentials in %s', name => {
    expect(secretsOf({ [name]: 'https://mirror.test/a@b' })).toEqual([])
    expect(secretsOf({ [name]: 'https://user:word@mirror.test/' })).toContain('word')
    expect(secretsOf({ [name]: 'https://user:word@mirror.test/' })).not.toContain('user')
    expect(secretsOf({ [name]: 'https://token@mirror.test/' })).toContain('token')
  })

  it.each([
    ['https://user:word@mirror.test/', ['word']],
    ['https://token@mirror.test/', ['token']],
    ['https://:word@mirror.test/', ['word']],
    ['https://user:p%40ss%20w%C3%B6rd@mirror.test/', ['p%40ss%20w%C3%B6rd', 'p@ss wörd']],
    ['https://user:p ss@mirror.test/', ['p ss', 'p%20ss']],
    ['https://user:100%@mirror.test/', ['100%']],
    ['https://user:a:b@mirror.test/', ['a:b']],
    ['https://user:a@b@mirror.test/', ['a@b', 'a%40b']],
  ])('of %s come in all their spellings', (text, spellings) => {
    const secrets = secretsOf({ INPUT_MIRROR: text })
    expect(secrets).toEqual(expect.arrayContaining(spellings))
    const header = parseAddress('The mirror', text, '/').authorization ?? ''
    expect(secrets).toContain(header.replace('Basic ', ''))
  })

  it('are what signs an address', () => {
    const address =
      'https://mirror.test/list.json?sv=2026-01-01&sig=a%2Fb%3D&X-Amz-Signature=cdef#sig=no'
    const secrets = secretsOf({ 'INPUT_PYTHON-DOWNLOADS-JSON-URL': address })
    expect(secrets).toEqual(['a%2Fb%3D', 'a/b=', 'cdef'])
  })

  it.each([
    ['X-Goog-Signature=abcd', ['abcd']],
    ['Signature=abcd&Policy=efgh&Key-Pair-Id=K123', ['abcd', 'K123']],
    ['code=abcd', ['abcd']],
    ['se=2026-12-01&st=0123456789abcdefghij', ['0123456789abcdefghij']],
    ['0123456789abcdefghij%3D', ['0123456789abcdefghij%3D', '0123456789abcdefghij=']],
    ['v=2&sha=main', []],
  ])('are in the query %s', (query, expected) => {
    expect(secretsOf({ INPUT_MIRROR: `https://mirror.test/?${query}` })).toEqual(expected)
  })

  it('are the passwords of proxies', () => {
    expect(secretsOf({ https_proxy: 'http://user:word@proxy.test:3128' })).toContain('word')
  })

  it('are not so short that a mask would make the log unreadable', () => {
    const header = Buffer.from('u:').toString('base64')
    expect(secretsOf({ INPUT_MIRROR: 'https://u@mirror.test/?sig=x' })).toEqual([header])
  })

  it('are found where nothing else is right', () => {
    const wrong = { INPUT_MIRROR: 'ftp://user:word@[', INPUT_REINSTALL: 'maybe' }
    expect(secretsOf(wrong)).toContain('word')
  })
})
