import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ActionError } from '../../../src/domain/errors.ts'
import type { RequestOptions } from '../../../src/domain/request/parse-request.ts'
import { parseRequest } from '../../../src/domain/request/parse-request.ts'
import type { Origin } from '../../../src/domain/request/request.ts'

const origin: Origin = { kind: 'input', name: 'python-version', line: 2 }
const plain: RequestOptions = {
  freethreaded: false,
  allowPrereleases: false,
  architecture: null,
  libc: null,
}

function parse(text: string, options: Partial<RequestOptions> = {}) {
  return parseRequest(text, origin, { ...plain, ...options })
}

function failure(text: string, options: Partial<RequestOptions> = {}): ActionError {
  try {
    parse(text, options)
  } catch (error) {
    if (error instanceof ActionError) return error
    throw error
  }
  throw new Error(`understood: ${text}`)
}

test('a request keeps its text and where it came from', () => {
  expect(parse('  CPython@3.13\t')).toEqual({
    text: 'CPython@3.13',
    origin,
    implementation: 'cpython',
    specifier: { kind: 'release', numbers: [3, 13] },
    prereleases: 'never',
    variant: 'default',
    build: null,
    os: null,
    architecture: null,
    libc: null,
  })
})

test.each([' 3.13 ', '3.13\r', '\u00a03.13', '\ufeff3.13', '\t3.13'])(
  'the space around %j is not part of it',
  text => {
    expect(parse(text).text).toBe('3.13')
  },
)

describe('what the text names wins over the inputs', () => {
  test.each([
    ['3.13', { architecture: 'x64' }, { family: 'x86_64', level: null }],
    ['3.13', { architecture: 'ARM64' }, { family: 'aarch64', level: null }],
    ['3.13', { architecture: 'x86' }, { family: 'i686', level: null }],
    ['3.13', { architecture: 'x86_64_v3' }, { family: 'x86_64', level: 'v3' }],
    ['3.13-aarch64', { architecture: 'x64' }, { family: 'aarch64', level: null }],
    ['pyodide', { architecture: 'x64' }, null],
  ])('%s with %j', (text, options, architecture) => {
    expect(parse(text, options).architecture).toEqual(architecture)
  })

  test.each([
    ['3.13', 'freethreaded'],
    ['3.13t', 'freethreaded'],
    ['3.13d', 'freethreaded+debug'],
    ['3.13td', 'freethreaded+debug'],
    ['3.13+gil', 'default'],
    ['pypy3.11', 'default'],
  ])('%s with freethreaded: true', (text, variant) => {
    expect(parse(text, { freethreaded: true }).variant).toBe(variant)
  })

  test.each([
    ['3.15', 'fallback'],
    ['>=3.15', 'fallback'],
    ['3.15-dev', 'equal'],
    ['3.15.0rc1', 'equal'],
    ['>=3.15.0b1', 'equal'],
    ['>=3.15.dev0', 'equal'],
    ['^3.15.0-beta.1', 'equal'],
  ])('%s with allow-prereleases: true', (text, prereleases) => {
    expect(parse(text, { allowPrereleases: true }).prereleases).toBe(prereleases)
  })

  test('the libc of a key', () => {
    expect(parse('3.13', { libc: 'musl' }).libc).toBe('musl')
    expect(parse('cpython-3.13-linux-x86_64-gnu', { libc: 'musl' }).libc).toBe('gnu')
  })
})

test.each(['3.1', '3.2', 'python3.1', 'cp31', '31', '3.1t', 'pypy3.1', '==3.1', '3.1.x'])(
  '%s is a version that YAML has cut',
  text => {
    const { code, message, hint } = failure(text)
    expect(code).toBe('REQUEST_INVALID')
    expect(message).toBe(
      `There is no Python '${text}' to install (line 2 of the input python-version).`,
    )
    expect(hint).toMatch(/did you mean '3\.10'\?$/)
  },
)

test.each([
  'latest-ish',
  '--help',
  '-3.13',
  '@3.13',
  'cpython@',
  'cpython@latest',
  'pythonista',
  'python 3.13',
  '3.13.4.1',
  '3.13tt',
  '3.13dt',
  '3.13t+debug',
  '3.13+',
  '3.13+fast',
  '3rc1',
  '3-dev',
  '3.13.1-dev',
  '3.*.1 x',
  '3,13',
  '3.11 3.12 !=3.12.1',
  '>=',
  '>= 3.13 ; python_version',
  ',',
  '>=3.13,banana',
  'any3.13',
  'cpython-linux-3.13',
  'cpython-3.13-linux-x86_64-gnu-extra',
  'cpython-3.13-beos',
  'cpython-3.13-linux-x86_64_v9',
  'cpython-3.13-aarch64_v3',
  '3.٣',
  '３.13',
  '3–13',
  '>=3.9−dev',
  '3.13\u00003',
  '3.13\u001b[31m',
  '../../etc/passwd',
  'C:\\Python313\\python.exe',
  'constructor',
  '__proto__',
  '3.13-__proto__',
  '3.13+constructor',
  "3.13'; echo",
])('%j is not a version', text => {
  const { code, message, hint } = failure(text)
  expect(code).toBe('REQUEST_INVALID')
  expect(message).toMatch(/ is not a Python version \(line 2 of the input python-version\)\.$/)
  expect(hint).toContain("'>=3.10,<3.14'")
})

test.each([
  '3.11 3.13',
  '3.11,3.13',
  '3.13, 3.11',
  '["3.11","3.13"]',
  "['3.11', '3.x', 'pypy3.11']",
  '[3.11, 3.12, ]',
  '3.13t 3.15-dev cpython-3.12-linux-x86_64-gnu',
])('%j is several versions on one line', text => {
  expect(failure(text)).toMatchObject({
    code: 'REQUEST_INVALID',
    message: `'${text}' names several versions on one line (line 2 of the input python-version).`,
    hint: 'Write each version on its own line, below `python-version: |`.',
  })
})

test.each(['pypy3.11-nightly', 'pypy-3.10-nightly', 'graalpy-nightly'])('%s is refused', text => {
  const { code, message } = failure(text)
  expect(code).toBe('REQUEST_UNMATCHED')
  expect(message).toContain('is for a nightly build')
})

test.each([
  ['3.13', '20250612'],
  ['3.13+20250808', '20250808'],
  ['pypy3.11', '7.3.20'],
  ['graalpy', null],
])('%s means the build %s where variables name builds', (text, build) => {
  const builds = { cpython: '20250612', pypy: '7.3.20' }
  expect(parse(text, { builds }).build).toBe(build)
})

test.each(['', '   '])('%j is empty', text => {
  expect(failure(text).message).toBe('The version is empty (line 2 of the input python-version).')
})

test('an architecture that is none is an error of the input', () => {
  const { code, message } = failure('3.13', { architecture: 'x65\n::error::' })
  expect(code).toBe('INPUT_INVALID')
  expect(message).toBe(
    "The input architecture is 'x65\\u{a}::error::', which is not an architecture.",
  )
})

test.each([
  '3.'.repeat(5_000),
  '3'.repeat(10_000),
  ' '.repeat(10_000),
  `>=3.9${' '.repeat(10_000)},`,
  '>=3.9,'.repeat(2_000),
  '3.9 - '.repeat(2_000),
  '|'.repeat(10_000),
  '-'.repeat(10_000),
  '+'.repeat(10_000),
  'any-'.repeat(2_500),
  `cpython-${'3.13-'.repeat(2_000)}`,
  `~${'1.'.repeat(245)}`,
  `3.13${'-dev'.repeat(120)}`,
  `>=3.13${'+'.repeat(490)}`,
  `pypy3.11-v7${'.x'.repeat(240)}`,
  `3.13${' '.repeat(400)}x`,
  `>=3.9${' '.repeat(400)}<3.14`,
])('long input is answered at once, and not repeated in the log (%#)', text => {
  const started = performance.now()
  let message = ''
  try {
    parse(text)
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    message = error.message
  }
  // Not a measurement: a pattern that backtracks would take years.
  expect(performance.now() - started).toBeLessThan(5_000)
  expect(message.length).toBeLessThan(250)
})

const words = [
  ...['3', '3.13', '.', '-', '+', ',', ' ', '|', '||', '>=', '<', '~=', '^', '!=', '==', '*', 'x'],
  ...['t', 'd', 'rc1', '-dev', 'any', 'cpython', 'pypy', 'graalpy', 'pyodide', '@', 'v7.3', '#'],
  ...['linux', 'x86_64', 'musl', '+debug', '20250612', '\n', '\u0000', '–', '٣', '😀', '\ud800'],
]
const requestLike = fc
  .array(fc.constantFrom(...words), { maxLength: 12 })
  .map(parts => parts.join(''))

test('any text is understood, or refused with one line of plain ASCII', () => {
  fc.assert(
    fc.property(fc.oneof(requestLike, fc.string({ unit: 'binary', maxLength: 600 })), text => {
      try {
        expect(parse(text).text).toBe(text.trim())
      } catch (error) {
        if (!(error instanceof ActionError)) throw error
        expect(error.code).toBe('REQUEST_INVALID')
        expect(error.message).toMatch(/^[\x20-\x7e…]{1,1100}$/)
      }
    }),
    { numRuns: 2_000 },
  )
})
