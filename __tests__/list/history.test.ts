import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { targetTriple } from '../../src/domain/platform.ts'
import { pythonId } from '../../src/domain/python.ts'
import { parseRequest } from '../../src/domain/request/parse-request.ts'
import { findInHistory, parsePart, readHistoryIndex } from '../../src/list/history.ts'
import { formatHistory, readHistory } from '../../src/list/history-format.ts'

const folder = path.join(import.meta.dirname, '..', '..', 'src', 'list', 'history')
const { parts } = await readHistoryIndex()
const readPart = (part: string) => readFile(path.join(folder, `${part}.txt`), 'utf8')

const request = (text: string) =>
  parseRequest(
    text,
    { kind: 'default' },
    { freethreaded: false, allowPrereleases: false, architecture: null, libc: null },
  )

test.each(parts)('%s: every line is what the format says, and makes a distribution', async part => {
  const text = await readPart(part)
  const entries = [...readHistory(text, () => true)]
  expect(formatHistory(entries)).toBe(text)
  const [implementation = '', minor = ''] = part.split('-')
  const distributions = parsePart(text, implementation as 'cpython', () => true)
  expect(distributions).toHaveLength(entries.length)
  expect(new Set(distributions.map(pythonId)).size).toBe(entries.length)
  for (const { version, url, sha256, build } of distributions) {
    expect(`${version.major}.${version.minor}`).toBe(minor)
    expect(url.protocol).toBe('https:')
    expect(url.href).toContain(build)
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
  }
})

test.each([
  ['3.13.5+20250612', 'cpython-3.13.5-linux-x86_64-gnu', '20250612'],
  ['3.13.1t+20241219', 'cpython-3.13.1+freethreaded-linux-x86_64-gnu', '20241219'],
  ['pypy3.10-v7.3.17', 'pypy-3.10.14-linux-x86_64-gnu', '7.3.17'],
  ['graalpy-25.0', 'graalpy-3.12.0-linux-x86_64-gnu', '25.0.3'],
])('%s is there', async (text, key, build) => {
  const found = await findInHistory([request(text)], (_, { os, architecture, libc }) => {
    return os === 'linux' && architecture.family === 'x86_64' && libc === 'gnu'
  })
  expect(found.map(each => `${each.key} ${each.build}`)).toContain(`${key} ${build}`)
  expect(new Set(found.map(({ platform }) => platform.os))).toEqual(new Set(['linux']))
})

test('the address and the hash are those of the list', async () => {
  const found = await findInHistory([request('3.13.5')], (_, platform) => {
    return targetTriple(platform) === 'x86_64-unknown-linux-gnu'
  })
  expect(found.find(({ build }) => build === '20250612')).toMatchObject({
    url: new URL(
      'https://github.com/astral-sh/python-build-standalone/releases/download/20250612/cpython-3.13.5%2B20250612-x86_64-unknown-linux-gnu-install_only_stripped.tar.gz',
    ),
  })
})

test('a request for one minor version reads one part', async () => {
  const minors = async (text: string) => {
    const found = await findInHistory([request(text)], () => true)
    return [...new Set(found.map(({ version }) => version.minor))]
  }
  expect(await minors('3.13')).toEqual([13])
  expect(await minors('pypy3.10-7.3.17')).toEqual([10])
  expect(await minors('3.7')).toEqual([])
  expect((await minors('>=3.10')).length).toBeGreaterThan(5)
})
