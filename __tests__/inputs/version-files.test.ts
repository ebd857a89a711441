import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ActionError } from '../../src/domain/errors.ts'
import {
  findVersionFile,
  parseVersionFile,
  readVersionFile,
} from '../../src/inputs/version-files.ts'
import { temporaryFolder } from '../support/shared.ts'

/** The entries as `line:text`. */
function read(name: string, text: string): readonly string[] {
  return parseVersionFile(name, text).map(entry => `${entry.line ?? '?'}:${entry.text}`)
}

function failure(name: string, text: string): ActionError {
  try {
    parseVersionFile(name, text)
  } catch (error) {
    if (error instanceof ActionError) return error
  }
  throw new Error(`understood: ${text}`)
}

describe('.python-version', () => {
  test.each([
    ['3.13', ['1:3.13']],
    ['3.13\n', ['1:3.13']],
    ['\ufeff3.13\r\n3.12\r\n', ['1:3.13', '2:3.12']],
    ['3.13\r3.12', ['1:3.13', '2:3.12']],
    ['# ours\n\n  3.13  # newest\n\t3.12', ['3:3.13', '4:3.12']],
    ['3.10/envs/project', ['1:3.10']],
    ['system\n3.13', ['2:3.13']],
    ['>=3.9 <3.14', ['1:>=3.9 <3.14']],
    [
      'pypy3.11-v7.3.x\ncpython-3.13-linux-x86_64-musl',
      ['1:pypy3.11-v7.3.x', '2:cpython-3.13-linux-x86_64-musl'],
    ],
  ])('%j', (text, entries) => {
    expect(read('.python-version', text)).toEqual(entries)
    expect(read('.python-versions', text)).toEqual(entries)
    // As in setup-python, whatever else it is called.
    expect(read('ci/versions.txt', text)).toEqual(entries)
  })
})

describe('.tool-versions', () => {
  test.each([
    ['python 3.13.1', ['1:3.13.1']],
    ['nodejs 24\npython   3.13 3.12\t3.11 # all\nruby 3.4', ['2:3.13', '2:3.12', '2:3.11']],
    ['# python 3.9\r\npython 3.13 system\r\n', ['2:3.13']],
    ['python-build 1\npython 3.13', ['2:3.13']],
  ])('%j', (text, entries) => {
    expect(read('.tool-versions', text)).toEqual(entries)
  })
})

describe('pyproject.toml', () => {
  test.each([
    ['[project]\nname = "x"\nrequires-python = ">=3.10, <3.14"\n', ['3:>=3.10, <3.14']],
    ["[project]\r\nrequires-python = '~=3.11'\r\n", ['2:~=3.11']],
    ['project.requires-python = ">=3.10"', ['?:>=3.10']],
    ['project = { requires-python = ">=3.10" }', ['?:>=3.10']],
    ['[tool.poetry.dependencies]\npython = "^3.11"', ['2:^3.11']],
    ['[tool.poetry.dependencies]\npython = { version = "^3.11" }', ['2:^3.11']],
    ['[project]\nname = "x"\n[tool.poetry.dependencies]\npython = "^3.11"', ['4:^3.11']],
    [
      '[project]\nrequires-python = ">=3.10"\n[tool.poetry.dependencies]\npython = "^3.11"',
      ['2:>=3.10'],
    ],
  ])('%j', (text, entries) => {
    expect(read('pyproject.toml', text)).toEqual(entries)
    expect(read('some/folder/other.toml', text)).toEqual(entries)
  })
})

describe('Pipfile', () => {
  test.each([
    ['[requires]\npython_version = "3.13"', ['2:3.13']],
    ['[requires]\npython_version = "3.13"\npython_full_version = "3.13.2"', ['3:3.13.2']],
  ])('%j', (text, entries) => {
    expect(read('Pipfile', text)).toEqual(entries)
    expect(read('a\\b\\Pipfile', text)).toEqual(entries)
  })
})

test.each([
  ['.python-version', ''],
  ['.python-version', '# none\n\nsystem\n'],
  ['.tool-versions', 'nodejs 24\npython\n'],
  ['.tool-versions', 'python system'],
  ['pyproject.toml', ''],
  ['pyproject.toml', '[project]\nname = "x"\nrequires-python = 3.10'],
  ['pyproject.toml', '[tool.poetry.dependencies]\nrequests = "*"'],
  ['Pipfile', '[packages]\nrequests = "*"'],
])('%s with %j names no version', (name, text) => {
  const { code, message } = failure(name, text)
  expect(code).toBe('VERSION_FILE_INVALID')
  expect(message).toBe(`${name} names no Python version.`)
})

test.each([
  ['pyproject.toml', '[project]\nname = "x\n', 'pyproject.toml, line 2'],
  ['Pipfile', 'a = 1\na = 2\n', 'Pipfile, line 2'],
  ['Pipfile.lock', '{\n  "_meta": {}\n}', 'Pipfile.lock, line 1'],
])('%s with %j is no TOML', (name, text, place) => {
  const { code, message, cause } = failure(name, text)
  expect(code).toBe('VERSION_FILE_INVALID')
  expect(message).toBe(`${place} is not valid TOML.`)
  expect(cause).toBeInstanceOf(Error)
})

test('a table of any shape is read without an error of ours', () => {
  for (const text of ['project = 1', 'project = []', 'tool.poetry = "x"', '__proto__ = 1']) {
    expect(failure('pyproject.toml', text).code).toBe('VERSION_FILE_INVALID')
  }
})

test('a file is read from disk, and its path stands in the error', async () => {
  await using folder = await temporaryFolder()
  const path = join(folder.path, 'pyproject.toml')
  await writeFile(path, '[project]\nrequires-python = ">=3.10"\n')
  expect(await readVersionFile(path)).toEqual([{ text: '>=3.10', line: 2 }])

  const missing = join(folder.path, '.python-version')
  await expect(readVersionFile(missing)).rejects.toMatchObject({
    code: 'VERSION_FILE_INVALID',
    message: `The version file ${missing} cannot be read.`,
    cause: { code: 'ENOENT' },
  })
  await mkdir(missing)
  await expect(readVersionFile(missing)).rejects.toMatchObject({ cause: { code: 'EISDIR' } })
})

test('the workspace is searched for .python-version', async () => {
  await using folder = await temporaryFolder()
  expect(await findVersionFile(folder.path, ['pyproject.toml', '.python-version'])).toBeNull()
  await writeFile(join(folder.path, '.python-version'), '3.13\n')
  expect(await findVersionFile(folder.path, ['pyproject.toml', '.python-version'])).toBe(
    join(folder.path, '.python-version'),
  )
})
