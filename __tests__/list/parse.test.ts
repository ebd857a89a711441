import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { parseList } from '../../src/list/parse.ts'
import { sharedFile } from '../support/shared-folder.ts'

const key = 'cpython-3.13.5-linux-x86_64-gnu'
const good = {
  name: 'cpython',
  arch: { family: 'x86_64', variant: null },
  os: 'linux',
  libc: 'gnu',
  major: 3,
  minor: 13,
  patch: 5,
  prerelease: '',
  url: 'https://example.org/a/cpython-3.13.5%2B20250612.tar.gz',
  sha256: 'AB'.repeat(32),
  variant: null,
  build: '20250612',
}
const parse = (entries: object) => parseList(JSON.stringify(entries), 'https://example.org/list')
const parseOne = (changes: object) => parse({ [key]: { ...good, ...changes } }).distributions[0]

describe('an entry', () => {
  it('becomes a distribution', () => {
    expect(parseOne({})).toEqual({
      key,
      pip: null,
      hashMode: null,
      implementation: 'cpython',
      version: { major: 3, minor: 13, patch: 5, prerelease: null },
      variant: 'default',
      build: '20250612',
      platform: { os: 'linux', architecture: { family: 'x86_64', level: null }, libc: 'gnu' },
      url: new URL(good.url),
      sha256: 'ab'.repeat(32),
    })
  })

  it.each([
    [{ prerelease: 'rc1' }, { version: { prerelease: { phase: 'rc', number: 1 } } }],
    [{ prerelease: null }, { version: { prerelease: null } }],
    [{ prerelease: undefined, variant: undefined }, { variant: 'default' }],
    [{ variant: 'freethreaded+debug' }, { variant: 'freethreaded+debug' }],
    [
      { arch: { family: 'x86_64', variant: 'v3' } },
      { platform: { architecture: { level: 'v3' } } },
    ],
    [{ arch: { family: 'riscv64' } }, { platform: { architecture: { family: 'riscv64' } } }],
    [{ sha256: null }, { sha256: null }],
    [{ sha256: undefined }, { sha256: null }],
    [
      { name: 'pypy', build: '7.3.23' },
      { implementation: 'pypy', build: '7.3.23' },
    ],
    [{ name: 'graalpy' }, { implementation: 'graalpy' }],
    [{ os: 'emscripten' }, { implementation: 'pyodide', platform: { os: 'emscripten' } }],
    [{ os: 'windows', libc: 'none' }, { platform: { os: 'windows', libc: 'none' } }],
    [{ unknown: 'field' }, { key }],
  ])('with %j', (changes, expected) => {
    expect(parseOne(changes)).toMatchObject(expected)
  })

  it.each([
    [{ name: 'jython' }, 'unusable name "jython"'],
    [{ name: 'toString' }, 'unusable name "toString"'],
    [{ os: 'plan9' }, 'unusable os "plan9"'],
    [{ os: undefined }, 'unusable os undefined'],
    [{ libc: 'bionic' }, 'unusable libc "bionic"'],
    [{ arch: 'x86_64' }, 'unusable arch "x86_64"'],
    [{ arch: null }, 'unusable arch null'],
    [{ arch: { family: 'vax' } }, 'unusable family "vax"'],
    [{ arch: { family: 'x86_64', variant: 'v9' } }, 'unusable variant "v9"'],
    [{ major: '3' }, 'unusable major "3"'],
    [{ minor: -1 }, 'unusable minor -1'],
    [{ minor: 1.5 }, 'unusable minor 1.5'],
    [{ patch: 10_000 }, 'unusable patch 10000'],
    [{ patch: null }, 'unusable patch null'],
    [{ prerelease: 'dev1' }, 'unusable prerelease "dev1"'],
    [{ prerelease: 1 }, 'unusable prerelease 1'],
    [{ url: 'ftp://example.org/a.tar.gz' }, 'unusable url "ftp://example.org/a.tar.gz"'],
    [{ url: 'a.tar.gz' }, 'unusable url "a.tar.gz"'],
    [{ url: 'javascript:alert(1)' }, 'unusable url "javascript:alert(1)"'],
    [{ url: 'file:///etc/passwd' }, 'unusable url "file:///etc/passwd"'],
    [{ url: null }, 'unusable url null'],
    [{ sha256: 'abc' }, 'unusable sha256 "abc"'],
    [{ sha256: 1 }, 'unusable sha256 1'],
    [{ variant: 'jit' }, 'unusable variant "jit"'],
    [{ build: '../..' }, 'unusable build "../.."'],
    [{ build: 20250612 }, 'unusable build 20250612'],
    [{ build: '' }, 'unusable build ""'],
    [{ build: `${'x'.repeat(200)}` }, `unusable build "${'x'.repeat(99)}`],
  ])('with %j is skipped, and the place is named', (changes, fault) => {
    const { distributions, skipped } = parse({ bad: { ...good, ...changes }, [key]: good })
    expect(distributions.map(distribution => distribution.key)).toEqual([key])
    expect(skipped).toEqual([`bad: ${fault}`])
  })

  it('may name a file where the list is one', () => {
    const text = JSON.stringify({ [key]: { ...good, url: 'file:///mirror/a.tar.gz' } })
    const [found] = parseList(text, 'file:///mirror/list.json').distributions
    expect(found?.url.href).toBe('file:///mirror/a.tar.gz')
  })

  it('that is no object is skipped', () => {
    const { skipped } = parse({ a: null, b: [good], c: 'text', [key]: good })
    expect(skipped).toEqual(['a: not an object', 'b: not an object', 'c: not an object'])
  })

  it('may have any key', () => {
    const text = `{"__proto__": ${JSON.stringify(good)}, "constructor": 1}`
    const { distributions, skipped } = parseList(text, 'x')
    expect(distributions.map(distribution => distribution.key)).toEqual(['__proto__'])
    expect(skipped).toEqual(['constructor: not an object'])
  })
})

describe('a list that is none', () => {
  it.each([
    ['<html>', 'is not JSON'],
    ['', 'is not JSON'],
    ['[]', 'is not a JSON object'],
    ['null', 'is not a JSON object'],
    ['{}', 'has no entry'],
    ['{"a": 1, "b": 2}', 'has only unusable entries, the first: a: not an object'],
  ])('%s', (text, found) => {
    expect(() => parseList(text, 'https://example.org/list')).toThrow(
      expect.objectContaining({
        code: 'LIST_INVALID',
        message: `The list of Python distributions at https://example.org/list ${found}.`,
        hint: expect.stringContaining('python-downloads-json-url'),
      }),
    )
  })
})

const referenceList = sharedFile('reference/uv-download-metadata.json')
const needsList = { tags: 'shared', skip: referenceList === null }

it('understands every entry that uv publishes', needsList, async () => {
  const text = await readFile(referenceList ?? '', 'utf8')
  const { distributions, skipped } = parseList(text, 'uv')
  expect(skipped).toEqual([])
  expect(distributions.length).toBe(Object.keys(JSON.parse(text)).length)
})
