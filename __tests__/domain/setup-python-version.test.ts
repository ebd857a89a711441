import { expect, test } from 'vitest'
import { parseRequest } from '../../src/domain/request/parse-request.ts'
import { selectPython } from '../../src/domain/request/selection.ts'
import { formatSetupPythonVersion } from '../../src/domain/setup-python-version.ts'
import { readRealList } from '../support/real-list.ts'

const list = readRealList()

test.each([
  ['cpython-3.13.15-linux-x86_64-gnu', '3.13.15'],
  ['cpython-3.13.1+freethreaded-linux-x86_64-gnu', '3.13.1t'],
  ['cpython-3.13.1+debug-linux-x86_64-gnu', '3.13.1d'],
  ['cpython-3.13.1+freethreaded+debug-linux-x86_64-gnu', '3.13.1td'],
  ['cpython-3.15.0rc1-linux-x86_64-gnu', '3.15.0-rc.1'],
  ['cpython-3.15.0b2-linux-x86_64-gnu', '3.15.0-beta.2'],
  ['cpython-3.14.0a7+freethreaded-linux-x86_64-gnu', '3.14.0-alpha.7t'],
  ['pypy-3.11.15-linux-x86_64-gnu', 'pypy3.11.15-7.3.23'],
  ['graalpy-3.11.0-linux-x86_64-gnu', 'graalpy24.2.2'],
  ['cpython-3.12.7-emscripten-wasm32-musl', 'pyodide3.12.7-0.27.7'],
])('%s is %s', (key, spelling) => {
  const distribution = list.find(entry => entry.key === key)
  expect(distribution && formatSetupPythonVersion(distribution)).toBe(spelling)
})

test('every distribution on offer is what its own spelling asks for', () => {
  const base = list.filter(({ platform }) => platform.architecture.level === null)
  const astray = base.filter(distribution => {
    const request = parseRequest(
      formatSetupPythonVersion(distribution),
      { kind: 'default' },
      { freethreaded: false, allowPrereleases: false, architecture: null, libc: null },
    )
    // Few candidates, so that thousands of requests are quick: those of the same minor version.
    const near = list.filter(({ version }) => version.minor === distribution.version.minor)
    return selectPython(request, near, distribution.platform, 'highest') !== distribution
  })
  expect(astray.map(({ key }) => key)).toEqual([])
})
