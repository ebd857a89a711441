import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { formatLicenses, packageFolders, readPackage } from '../../.github/scripts/licenses.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'licenses-'))
})
afterEach(() => rm(folder, { recursive: true }))

function write(name: string, text: string): Promise<void> {
  return writeFile(path.join(folder, name), text)
}

test('files belong to the innermost package', () => {
  const files = [
    '/p/src/main.ts',
    '/p/node_modules/a/lib/b.js',
    '/p/node_modules/a/index.js',
    '/p/node_modules/@s/a/index.js',
    '/p/node_modules/a/node_modules/@s/b/c.js',
    'C:\\p\\node_modules\\@s\\a\\index.js',
  ]
  expect([...packageFolders(files)]).toEqual([
    '/p/node_modules/a',
    '/p/node_modules/@s/a',
    '/p/node_modules/a/node_modules/@s/b',
    'C:\\p\\node_modules\\@s\\a',
  ])
})

test('all licence files of a package are read, their line ends made alike', async () => {
  await write('package.json', '{"name":"a","version":"1.0.0","license":"MIT OR BSD-3-Clause"}')
  await write('license.MIT', 'Do  \r\nwhat you like.\r\n')
  await write('NOTICE', 'Thanks.')
  await write('index.js', '')
  const text = 'Do\nwhat you like.\n\nThanks.'
  const license = 'MIT OR BSD-3-Clause'
  expect(await readPackage(folder)).toEqual({ name: 'a', version: '1.0.0', license, text })
})

test('a package that declares no licence is an error', async () => {
  await write('package.json', '{"name":"a","version":"1.0.0"}')
  await expect(readPackage(folder)).rejects.toThrow('a 1.0.0 declares no licence')
})

test('every package stands there once, in the same order whatever came first', () => {
  const [a, b] = ['b', 'a'].map(name => ({ name, version: '1.0.0', license: 'MIT', text: name }))
  if (a === undefined || b === undefined) throw new Error('two packages')
  expect(formatLicenses([a, b, { ...a }])).toBe(formatLicenses([b, a]))
  expect(formatLicenses([{ ...a, text: '' }])).toContain('ships no licence text; it declares MIT')
})
