import { execFileSync } from 'node:child_process'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
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
      '>= 3.9, <3.14\n3.9 - 3.12\n3.11 || 3.12',
      ['1:>= 3.9, <3.14', '2:3.9 - 3.12', '3:3.11 || 3.12'],
    ],
    // To pyenv the first word of a line counts.
    ['3.11.4 3.10.2', ['1:3.11.4']],
    ['3.12 system\nsystem 3.9', ['1:3.12']],
    ['3.12.1\tpinned by ops', ['1:3.12.1']],
    ['python-3.12.1', ['1:python-3.12.1']],
    // What is refused later is quoted whole.
    ['/opt/python', ['1:/opt/python']],
    ['path:/opt/python\n./venv', ['1:path:/opt/python', '2:./venv']],
    ['python 3.12', ['1:python 3.12']],
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
    ['python3.12', ['1:python3.12']],
    ['core:python 3.12', ['1:3.12']],
    ['python latest prefix:3.12 latest:3.11', ['1:default', '1:3.12', '1:3.11']],
    ['python path:/opt/python 3.12', ['1:path:/opt/python', '1:3.12']],
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
    ['[project]\nrequires-python = """\n>=3.9,\n<3.13\n"""', ['2:>=3.9, <3.13']],
    ['[project]\r\nrequires-python = """\r\n>=3.9,\r\n<3.13"""', ['2:>=3.9, <3.13']],
    ['[project]\nrequires-python = 3.12', ['2:3.12']],
    ['[project]\nrequires-python = 3.10 # float', ['2:3.10']],
    ['[tool.poetry.dependencies]\npython-dateutil = "3"\npython = 3', ['3:3']],
    ['[tool.poetry.dependencies]\npython = "~2.7 | ^3.6"', ['2:~2.7 | ^3.6']],
    [
      '[project]\nrequires-python = ">=3.10"\n[tool.poetry.dependencies]\npython = "^3.11"',
      ['2:>=3.10'],
    ],
  ])('%j', (text, entries) => {
    expect(read('pyproject.toml', text)).toEqual(entries)
    expect(read('some/folder/other.toml', text)).toEqual(entries)
  })
})

describe('mise.toml', () => {
  test.each([
    ['[tools]\npython = "3.12"', ['2:3.12']],
    ['[tools]\npython = 3.10', ['2:3.10']],
    ['[tools]\nnode = "24"\npython = [\n  "3.12",\n  "3.11",\n]', ['3:3.12', '3:3.11']],
    ['[tools]\npython = { version = "3.12", virtualenv = ".venv" }', ['2:3.12']],
    ['[tools.python]\nversion = "3.12"', ['?:3.12']],
    ['[tools]\n"core:python" = ["3.12", "latest"]', ['2:3.12', '2:default']],
    ['tools = { python = "3.12" }', ['?:3.12']],
    ['\ufeff[tools]\r\npython = "3.12"\r\n', ['2:3.12']],
    ['tools.python = [{ version = "prefix:3.12" }, "latest", "system"]', ['?:3.12', '?:default']],
  ])('%j', (text, entries) => {
    for (const name of ['mise.toml', '.mise.toml', '.config/mise/config.toml']) {
      expect(read(name, text)).toEqual(entries)
    }
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
  ['pyproject.toml', '[project]\nname = "x"\nrequires-python = true'],
  ['mise.toml', '[tools]\npython = "system"'],
  ['pyproject.toml', '[tool.poetry.dependencies]\nrequests = "*"'],
  ['Pipfile', '[packages]\nrequests = "*"'],
])('%s with %j names no version', (name, text) => {
  const { code, message } = failure(name, text)
  expect(code).toBe('VERSION_FILE_INVALID')
  expect(message).toBe(`${name} contains no Python version.`)
})

test.each([
  ['pyproject.toml', '[project]\nname = "x\n', 'pyproject.toml, line 2'],
  ['Pipfile', 'a = 1\na = 2\n', 'Pipfile, line 2'],
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

test.each([
  ['sub/setup.cfg', '[options]\npython_requires = >=3.9'],
  ['SETUP.CFG', 'x'],
  ['setup.py', '3.9'],
  ['noxfile.py', 'x = 1'],
  ['tox.ini', '[tox]\nenvlist = py39'],
  ['environment.yml', 'dependencies:\n  - python=3.12'],
  ['ci.yaml', '3.12'],
  ['Pipfile.lock', '{"_meta": {"requires": {"python_version": "3.12"}}}'],
  ['uv.lock', 'version = 1\nrequires-python = ">=3.12"'],
])('of %s the error says that it is not read', (name, text) => {
  expect(failure(name, text).message).toBe(`${name} is not supported as a version file.`)
})

describe('a file of the workspace', async () => {
  const folder = await temporaryFolder()
  const workspace = join(folder.path, 'workspace')
  const refusal = async (file: string) => {
    const error = await readVersionFile(workspace, join(workspace, file)).catch(reason => reason)
    expect(error).toMatchObject({ code: 'VERSION_FILE_INVALID' })
    return String(error.message).replace(`The version file ${join(workspace, file)} `, '')
  }
  await mkdir(join(workspace, 'sub'), { recursive: true })
  await writeFile(join(folder.path, 'secret'), 'word')
  afterAll(folder.remove)

  test('is read, be it by a link within', async () => {
    await writeFile(join(workspace, 'pyproject.toml'), '[project]\nrequires-python = ">=3.10"\n')
    await symlink('../pyproject.toml', join(workspace, 'sub/pyproject.toml'))
    for (const name of ['pyproject.toml', 'sub/pyproject.toml']) {
      const entries = await readVersionFile(workspace, join(workspace, name))
      expect(entries).toEqual([{ text: '>=3.10', line: 2 }])
    }
  })

  test('may be missing, or something else', async () => {
    expect(await refusal('.python-version')).toBe('cannot be read.')
    expect(await refusal('sub')).toMatch(/^(is not a regular file|cannot be read)\.$/)
  })

  test.each<readonly [string, Uint8Array, string]>([
    ['large', Buffer.alloc(2 ** 20 + 1, '3'), 'is larger than 1 MiB.'],
    ['powershell', Buffer.from('\ufeff3.13\r\n', 'utf16le'), 'is UTF-16 text.'],
    ['unmarked', Buffer.from('3.13\r\n', 'utf16le'), 'is UTF-16 text.'],
    ['big-endian', Buffer.from('\ufeff3.13\r\n', 'utf16le').swap16(), 'is UTF-16 text.'],
  ])('is not read where it is %s', async (name, bytes, reason) => {
    await writeFile(join(workspace, name), bytes)
    expect(await refusal(name)).toBe(reason)
  })

  test.skipIf(process.platform === 'win32')(
    'is no link that leads out, pipe or device',
    async () => {
      const outside = 'is outside of the workspace, or a link that leads there.'
      await symlink('../secret', join(workspace, 'link'))
      await symlink('/dev/zero', join(workspace, 'endless'))
      execFileSync('mkfifo', [join(workspace, 'pipe')])
      expect(await refusal('link')).toBe(outside)
      expect(await refusal('endless')).toBe(outside)
      expect(await refusal('../secret')).toBe(outside)
      expect(await refusal('pipe')).toBe('is not a regular file.')
    },
  )
})

test('the workspace is searched for .python-version', async () => {
  await using folder = await temporaryFolder()
  expect(await findVersionFile(folder.path, ['pyproject.toml', '.python-version'])).toBeNull()
  await writeFile(join(folder.path, '.python-version'), '3.13\n')
  expect(await findVersionFile(folder.path, ['pyproject.toml', '.python-version'])).toBe(
    join(folder.path, '.python-version'),
  )
})
