import { expect, test } from 'vitest'
import { parseRequest } from '../../../src/domain/request/parse-request.ts'
import { selectPython } from '../../../src/domain/request/selection.ts'
import { explainUnmatched } from '../../../src/domain/request/unmatched.ts'
import { hosts } from '../../support/hosts.ts'
import { readRealList } from '../../support/real-list.ts'

const list = readRealList()
const input = { kind: 'input', name: 'python-version', line: 2 } as const
const options = { freethreaded: false, allowPrereleases: false, architecture: null, libc: null }

function explain(text: string, hostName: string, pythons = list) {
  const host = hosts[hostName]
  if (host === undefined) throw new Error(`no host: ${hostName}`)
  const request = parseRequest(text, input, options)
  expect(selectPython(request, pythons, host, 'highest')).toBeNull()
  const { code, message, hint } = explainUnmatched(request, pythons, host)
  expect(code).toBe('REQUEST_UNMATCHED')
  return { message, hint }
}

test.each([
  {
    text: '3.15',
    host: 'linux-x86_64-gnu',
    found: 'only prereleases match, of which 3.15.0rc1 is the newest',
    hint: "Use '3.15-dev' or '3.15.0rc1', or set allow-prereleases: true.",
  },
  {
    text: '>=3.15t',
    host: 'windows-aarch64-none',
    found: 'only prereleases match, of which 3.15.0rc1 is the newest',
    hint: "Use '3.15t-dev' or '3.15.0rc1t', or set allow-prereleases: true.",
  },
  {
    text: '3.6',
    host: 'linux-x86_64-gnu',
    found: 'it is older than every available version',
    hint: 'The nearest versions: 3.8.20.',
  },
  {
    text: '2.7',
    host: 'linux-x86_64-musl',
    found: 'it is older than every available version',
    hint: 'The nearest versions: 3.9.25.',
  },
  {
    text: '3.17',
    host: 'darwin-aarch64-none',
    found: 'it is newer than every available version',
    hint: 'The nearest versions: 3.14.7.',
  },
  {
    text: '3.13.99',
    host: 'windows-x86_64-none',
    found: 'no available version matches',
    hint: 'The nearest versions: 3.13.15, 3.14.7.',
  },
  {
    text: '3.11.2',
    host: 'linux-x86_64-gnu',
    found: 'no available version matches',
    hint: 'The nearest versions: 3.11.1, 3.11.3.',
  },
  {
    text: '>=3.13,<3.12',
    host: 'linux-x86_64-gnu',
    found: 'no available version matches',
    hint: 'Available: 3.14.7, 3.13.15, 3.12.14, 3.11.16, 3.10.21, 3.9.25, 3.8.20.',
  },
  {
    text: '3.9.1',
    host: 'linux-x86_64-musl',
    found: 'it exists for other platforms only',
    hint: 'It is available for darwin x86_64, linux x86_64 gnu, windows i686, windows x86_64. The nearest versions: 3.9.21.',
  },
  {
    text: 'pypy3.11',
    host: 'linux-x86_64-musl',
    found: 'it exists for other platforms only',
    hint: 'It is available for darwin aarch64, darwin x86_64, linux aarch64 gnu, linux i686 gnu, linux x86_64 gnu, windows x86_64. No PyPy is available for this machine.',
  },
  {
    text: '3.12t',
    host: 'linux-x86_64-gnu',
    found: 'it has no freethreaded build',
    hint: 'The first version with such a build is 3.13.0.',
  },
  {
    text: '3.13d',
    host: 'windows-x86_64-none',
    found: 'it has no debug build',
    hint: 'Use the default build.',
  },
  {
    text: '3.13.5+20250612',
    host: 'linux-x86_64-gnu',
    found: "there is no build '20250612' of it",
    hint: 'Available: 20250723. Without a build number, the newest build is used.',
  },
  {
    text: 'graalpy-21',
    host: 'linux-x86_64-gnu',
    found: "there is no build '21' of it",
    hint: 'Available: 25.2.4, 24.2.2, 24.0.2, 22.3.1. Without a build number, the newest build is used.',
  },
  {
    text: 'cpython-3.13-windows-x86_64-none',
    host: 'linux-x86_64-gnu',
    found: 'it is for windows, and this runner is linux',
    hint: 'Leave the operating system out, or write `any`.',
  },
])('$text on $host: $found', ({ text, host, found, hint }) => {
  const platform = host.replace('-none', '').replaceAll('-', ' ')
  expect(explain(text, host)).toEqual({
    message: `No Python for ${platform} matches '${text}' (line 2 of the input python-version): ${found}.`,
    hint,
  })
})

test.each([
  ['3.11.0', 'linux-x86_64-gnu', 'it was never built by python-build-standalone', '3.11.1'],
  ['3.11.2', 'darwin-aarch64-none', 'it was never built by python-build-standalone', '3.11.3'],
  ['3.8.1', 'linux-x86_64-gnu', 'it was never built by python-build-standalone', '3.8.2'],
  ['3.11.2', 'windows-aarch64-none', 'it was never built by python-build-standalone', '3.11.3'],
  ['3.13.99', 'linux-x86_64-gnu', 'no available version matches', null],
  ['3.7.0', 'linux-x86_64-gnu', 'it is older than every available version', null],
])('%s on %s, by all that there has ever been: %s', (text, name, found, next) => {
  const host = hosts[name]
  if (host === undefined) throw new Error(`no host: ${name}`)
  const request = parseRequest(text, input, options)
  const { message, hint } = explainUnmatched(request, list, host, { isComplete: true })
  expect(message).toContain(`: ${found}.`)
  if (next !== null) expect(hint).toBe(`The next patch is ${next}.`)
})

test('a platform that the request names is the one that is told about', () => {
  expect(explain('cpython-3.9.1-linux-x86_64-musl', 'linux-x86_64-gnu').message).toContain(
    'No Python for linux x86_64 musl matches',
  )
})

test('a list without such an implementation', () => {
  const cpython = list.filter(({ implementation }) => implementation === 'cpython')
  expect(explain('pypy3.11', 'linux-x86_64-gnu', cpython)).toEqual({
    message: expect.stringContaining('there is no PyPy for it'),
    hint: 'No PyPy is available for this machine.',
  })
})
