import { describe, expect, it } from 'vitest'
import { readHome, readInterpreter } from '../../src/environment/check.ts'
import { type EnvironmentKeyParts, environmentKey, periodOf } from '../../src/environment/key.ts'
import { isPinned } from '../../src/environment/pinned.ts'
import { filesIncludedBy, filesNamedIn } from '../../src/environment/requirement-files.ts'
import { nameFailed } from '../../src/environment/run-install.ts'
import { activatedVariables, scriptArgument, shellScript } from '../../src/environment/shell.ts'
import { installSettings } from '../../src/environment/variables.ts'

const parts: EnvironmentKeyParts = {
  python: { id: 'cpython-3.13.5-20250612', archiveSha256: 'ab'.repeat(32), path: '/tools/3.13.5' },
  folder: '/workspace/.venv',
  system: 'ubuntu-24.04-gnu-x86_64',
  install: 'pip install -r requirements.txt',
  dependencies: 'cd'.repeat(16),
  bytecode: 'timestamp',
  settings: [],
  suffix: '',
  period: '',
}

describe('the key of an environment', () => {
  it.each<[string, Partial<EnvironmentKeyParts>]>([
    ['interpreter', { python: { ...parts.python, id: 'cpython-3.13.6-20250612' } }],
    ['archive', { python: { ...parts.python, archiveSha256: null } }],
    ['path of the interpreter', { python: { ...parts.python, path: '/elsewhere' } }],
    ['folder', { folder: '/workspace/venv' }],
    ['system', { system: 'ubuntu-22.04-gnu-x86_64' }],
    ['install command', { install: 'pip install -r requirements.txt ' }],
    ['dependency files', { dependencies: 'ef'.repeat(16) }],
    ['bytecode', { bytecode: null }],
    ['settings', { settings: ['PIP_INDEX_URL=https://index.test/'] }],
    ['suffix', { suffix: 'a' }],
    ['period', { period: '2026-W48' }],
  ])('changes with its %s', (_, changed) => {
    const { name } = environmentKey({ ...parts, ...changed })
    expect(name).not.toBe(environmentKey(parts).name)
    expect(name).toMatch(/^managed-python-environment-v1-[\w.+-]+$/)
  })

  it('is readable, and every part of it is a line for the log', () => {
    const { name, lines } = environmentKey({ ...parts, period: '2026-W48' })
    expect(name).toContain('-ubuntu-24.04-gnu-x86_64-cpython-3.13.5-20250612-2026-W48-')
    expect(lines).toContain('period: 2026-W48')
    expect(lines).toContain(`dependency files: ${parts.dependencies}`)
  })
})

it.each([
  ['weekly', '2026-11-27T12:00:00Z', '2026-W48'],
  ['weekly', '2026-11-29T23:59:59Z', '2026-W48'],
  ['weekly', '2026-11-30T00:00:00Z', '2026-W49'],
  // The week of a year's first Thursday is its first, wherever its other days are.
  ['weekly', '2027-01-03T12:00:00Z', '2026-W53'],
  ['weekly', '2027-01-04T12:00:00Z', '2027-W01'],
  ['weekly', '2024-12-30T12:00:00Z', '2025-W01'],
  ['daily', '2026-11-27T23:00:00Z', '2026-11-27'],
  ['never', '2026-11-27T23:00:00Z', ''],
] as const)('%s, %s is in %j', (refresh, now, period) => {
  expect(periodOf(refresh, new Date(now))).toBe(period)
})

const file = (name: string, text = '') => ({ name, text })

it.each([
  [
    true,
    'pip install -r requirements.txt',
    [file('requirements.txt', 'a==1.0\nb[x,y] == 2.1.0 ; python_version > "3"\n')],
  ],
  [
    true,
    'pip install -r r.txt',
    [file('r.txt', 'a==1 \\\n  --hash=sha256:00\n# a comment\n--no-binary :all:\n')],
  ],
  [
    true,
    'pip install -r r.txt',
    [file('r.txt', `a @ git+https://host.test/a@${'0'.repeat(40)}\n`)],
  ],
  [true, 'uv sync --frozen', [file('uv.lock')]],
  [true, 'poetry install --no-root', [file('sub/poetry.lock')]],
  [true, 'pip install a==1.0', []],
  [true, 'pip install -r pylock.toml', [file('pylock.toml')]],
  [true, 'pip install uv==0.13.9\nuv sync --locked', [file('uv.lock')]],
  [true, 'pip install --find-links wheels -f more --only-binary :all: a==1.0', []],
  [true, 'pip install -r r.txt', [file('r.txt', '-i https://host.test/simple\n-f wheels\na==1\n')]],
  [false, 'pip install uv\nuv sync --locked', [file('uv.lock')]],
  [false, 'pip install -r r.txt', [file('r.txt', '-e ./lib\na==1\n')]],
  [false, 'pip install -r r.txt', [file('r.txt', 'a==1.*\n')]],
  [false, 'pip install -r r.txt', [file('r.txt', 'a==1.0\nb>=2\n')]],
  [false, 'pip install -r r.txt', [file('r.txt', 'a @ git+https://host.test/a@main\n')]],
  [false, 'pip install -r r.txt b', [file('r.txt', 'a==1.0\n')]],
  [false, 'pip install .', []],
  [false, 'pip install -e .', []],
  [false, './install.sh', [file('uv.lock')]],
  [false, 'uv sync', []],
] as const)('pinned: %j, by %j and %j', (pinned, install, files) => {
  expect(isPinned({ install, files })).toBe(pinned)
})

it('finds the files that an install command names, in every spelling', () => {
  const command = `python -m pip install -r a.txt -rb.txt --requirement=c.txt \\
    --constraint "d e.txt" -c d.txt ./sub/e.in
uv pip sync requirements/f.txt --index-url https://host.test/simple
# pip install -r not.txt
pip install name other==1.0 vendor/own-1.0-py3-none-any.whl
bash scripts/install.sh`
  expect(filesNamedIn(command)).toEqual([
    ...['a.txt', 'b.txt', 'c.txt', 'd', 'e.txt', 'd.txt', './sub/e.in', 'requirements/f.txt'],
    ...['vendor/own-1.0-py3-none-any.whl', 'scripts/install.sh'],
  ])
  expect(filesIncludedBy('-r base.txt\n--constraint=c.txt\nname\n#-r no.txt\n')).toEqual([
    'base.txt',
    'c.txt',
  ])
})

it('has the settings that change what is installed in the key, without credentials', () => {
  const env = {
    PIP_INDEX_URL: 'https://user:secret@index.test/simple?sig=abc',
    PIP_CACHE_DIR: '/cache',
    PIP_QUIET: '1',
    UV_INDEX_COMPANY_PASSWORD: 'secret',
    UV_INDEX_COMPANY_USERNAME: 'user',
    UV_RESOLUTION: 'lowest',
    UV_CACHE_DIR: '/cache',
    POETRY_INSTALLER_NO_BINARY: 'numpy',
    POETRY_HTTP_BASIC_COMPANY_PASSWORD: 'secret',
    POETRY_VIRTUALENVS_CREATE: 'false',
    PDM_BUILD_SCM_VERSION: '1.0',
    PDM_CHECK_UPDATE: '0',
    PIPENV_PYPI_MIRROR: 'https://user:secret@mirror.test/simple',
    PIPENV_VENV_IN_PROJECT: '1',
    PATH: '/bin',
  }
  expect(installSettings(env)).toEqual([
    'PDM_BUILD_SCM_VERSION=1.0',
    'PIPENV_PYPI_MIRROR=https://mirror.test/simple',
    'PIP_INDEX_URL=https://index.test/simple',
    'POETRY_INSTALLER_NO_BINARY=numpy',
    'UV_RESOLUTION=lowest',
  ])
})

describe('the shell of the install command', () => {
  it.each([
    ['linux', ['bash'], 'bash', ['-e']],
    ['linux', [], 'sh', ['-e']],
    ['win32', ['pwsh'], 'pwsh', ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command']],
    ['win32', [], 'powershell', ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command']],
  ] as const)('on %s with %j is %s', (platform, shells, program, args) => {
    expect(shellScript('a\nb', { platform, shells })).toMatchObject({ program, args })
  })

  it('ends with the first command that fails, in PowerShell too', () => {
    const { text, extension } = shellScript('a', { platform: 'win32', shells: [] })
    expect(text).toMatch(
      /^\$ErrorActionPreference = 'stop'\r\n\$PSNative\w+ = \$true\r\na\r\n.*exit \$LASTEXITCODE/,
    )
    expect(scriptArgument(`C:\\it's${extension}`, 'win32')).toBe(`. 'C:\\it''s.ps1'`)
    expect(scriptArgument('/a b.sh', 'linux')).toBe('/a b.sh')
  })

  it('has the environment activated, the job’s variables, and nothing that only this action may know', () => {
    const withheld = { INPUT_TOKEN: 'x', PYTHONHOME: 'x', ACTIONS_RUNTIME_TOKEN: 'x' }
    const env = { Path: 'C:\\bin', SECRET: 's', GONE: undefined, ...withheld }
    const paths = ['C:\\tools\\python']
    expect(
      activatedVariables(env, { folder: 'C:\\w\\.venv', platform: 'win32', paths, compiles: true }),
    ).toEqual({
      Path: 'C:\\w\\.venv\\Scripts;C:\\tools\\python;C:\\bin',
      SECRET: 's',
      VIRTUAL_ENV: 'C:\\w\\.venv',
      UV_PROJECT_ENVIRONMENT: 'C:\\w\\.venv',
      PIP_NO_COMPILE: '1',
      UV_COMPILE_BYTECODE: '0',
    })
  })
})

it.each([
  ['one', 0, 'The install command "one"'],
  ['\n one \n', 2, 'The install command "one"'],
  ['one\r\n two\r\n', 2, 'The install command "two" in line 2'],
  ['one\ntwo', 0, 'The install command of 2 lines'],
])('of %j, line %i failed: %s', (install, line, named) => {
  expect(nameFailed(install, line)).toBe(named)
})

it.each([
  ['home = /tools/bin\nversion = 3.13', '/tools/bin'],
  ['include-system-site-packages = false\nhome=C:\\tools \r\n', 'C:\\tools'],
  ['version = 3.13', null],
])('the home in %j is %j', (configuration, home) => {
  expect(readHome(configuration)).toBe(home)
})

it.each([
  ['#!/w/.venv/bin/python\nimport sys', '/w/.venv/bin/python'],
  ['#!/w/.venv/bin/python3.13\r\n', '/w/.venv/bin/python3.13'],
  ['#!/w/.venv/bin/pypy3.11\n', '/w/.venv/bin/pypy3.11'],
  ['#!/bin/sh\n\'\'\'exec\' "/a b/.venv/bin/python" "$0" "$@"\n', '/a b/.venv/bin/python'],
  ['#!/bin/sh\n\'\'\'exec\' /long/.venv/bin/python3 "$0" "$@"\n', '/long/.venv/bin/python3'],
  ['#!/bin/sh\n', null],
  ['\x7fELF', null],
])('the interpreter in %j is %j', (start, interpreter) => {
  expect(readInterpreter(start)).toBe(interpreter)
})
