import { describe, expect, it } from 'vitest'
import { type ArchiveSources, locationsOf } from '../../src/install/locations.ts'
import { distribution } from '../support/distributions.ts'

const github = 'https://github.com/astral-sh/python-build-standalone/releases/download'
const astral = 'https://releases.astral.sh/github/python-build-standalone/releases/download'
const name = '20250612/cpython-3.13.5%2B20250612-x86_64-unknown-linux-gnu-install_only.tar.gz'
const pypyName = 'pypy3.11-v7.3.23-linux64.tar.bz2'

const locate = (url: string, places: Partial<ArchiveSources> = {}) => {
  const all = { mirror: null, pypyMirror: null, token: '', ...places }
  return locationsOf(distribution({ url: new URL(url) }), all).map(location => [
    location.url.href,
    location.authorization,
  ])
}
const mirror = (base: string, authorization: string | null = null) => ({
  base: new URL(base),
  authorization,
})

describe('a standalone build', () => {
  it('is taken from Astral’s mirror, else from GitHub', () => {
    expect(locate(`${github}/${name}`)).toEqual([
      [`${astral}/${name}`, null],
      [`${github}/${name}`, null],
    ])
  })

  it('is asked for with the token on GitHub alone', () => {
    expect(locate(`${github}/${name}`, { token: 'abc' })).toEqual([
      [`${astral}/${name}`, null],
      [`${github}/${name}`, 'token abc'],
    ])
  })

  it.each([
    ['https://mirror.test/', `https://mirror.test/${name}`],
    ['https://mirror.test/a/b/', `https://mirror.test/a/b/${name}`],
    ['file:///srv/my%20mirror/', `file:///srv/my%20mirror/${name}`],
  ])('is taken from the mirror %s and nowhere else', (base, url) => {
    const places = { mirror: mirror(base, 'Bearer x'), token: 'abc' }
    expect(locate(`${github}/${name}`, places)).toEqual([[url, 'Bearer x']])
  })

  it('has nothing to do with PyPy’s mirror', () => {
    const places = { pypyMirror: mirror('https://pypy.test/', 'Bearer x') }
    expect(locate(`${github}/${name}`, places).length).toBe(2)
  })
})

describe('a PyPy', () => {
  const url = `https://downloads.python.org/pypy/${pypyName}`

  it('is taken from where it is listed, without a token', () => {
    expect(locate(url, { token: 'abc', mirror: mirror('https://mirror.test/', 'x') })).toEqual([
      [url, null],
    ])
  })

  it('is taken from its mirror', () => {
    const places = { pypyMirror: mirror('https://pypy.test/p/', 'Basic x') }
    expect(locate(url, places)).toEqual([[`https://pypy.test/p/${pypyName}`, 'Basic x']])
  })
})

describe('anything else is taken from where it is listed', () => {
  it.each([
    ['https://github.com/oracle/graalpython/releases/download/a.tar.gz', 'token abc'],
    ['https://api.github.com/a.tar.gz', null],
    ['https://github.com.evil.test/a.tar.gz', null],
    ['http://github.com/a.tar.gz', null],
    ['https://github.com:8443/a.tar.gz', null],
    ['https://company.test/python.tar.gz', null],
    ['file:///srv/python.tar.gz', null],
    [`${github}-evil/${name}`, 'token abc'],
  ])('%s', (url, authorization) => {
    const places = {
      mirror: mirror('https://mirror.test/', 'Bearer x'),
      pypyMirror: mirror('https://pypy.test/', 'Bearer y'),
      token: 'abc',
    }
    expect(locate(url, places)).toEqual([[url, authorization]])
  })
})

it.each(['../../../../evil', '%2e%2e/%2e%2e/%2e%2e/%2e%2e/evil', '..\\..\\..\\..\\evil'])(
  'a list’s path %s leads to no other place of the mirror',
  path => {
    const url = `${github}/${path}`
    const places = { mirror: mirror('https://mirror.test/below/', 'Bearer x') }
    for (const [href, authorization] of locate(url, places)) {
      const within = href?.startsWith('https://mirror.test/below/')
      expect(within || authorization === null).toBe(true)
    }
  },
)

it.each(['/evil.test/a', '//evil.test/a', '@evil.test/a', ':80/a', 'https://evil.test/a'])(
  'a list’s path %s stays on the mirror’s origin',
  path => {
    const places = { mirror: mirror('https://mirror.test/', 'Bearer x') }
    const [[href] = []] = locate(`${github}/${path}`, places)
    expect(new URL(href ?? '').origin).toBe('https://mirror.test')
  },
)
