import { expect, test } from 'vitest'
import {
  openTerms,
  parseImplementationVersion,
  parseKeyText,
} from '../../../src/domain/request/key-text.ts'

const x64 = { family: 'x86_64', level: null }
const release = (...numbers: number[]) => ({ kind: 'release', numbers })

test.each([
  [
    '3.13-linux-x86_64-musl',
    { specifier: release(3, 13), os: 'linux', architecture: x64, libc: 'musl' },
  ],
  ['any-any-x86_64', { architecture: x64 }],
  ['3.13-musl', { specifier: release(3, 13), libc: 'musl' }],
  ['macos', { os: 'darwin' }],
  ['any-any-any-any', {}],
])('%s leaves open what it does not name', (text, terms) => {
  expect(parseKeyText(text, 'cpython')).toEqual({ ...openTerms, ...terms })
})

test.each(['', '-', '3.13-', 'linux-3.13', '3.13-linux-linux', 'any-any-any-any-any', '3.13-7.3'])(
  '%j is no key',
  text => {
    expect(parseKeyText(text, 'cpython')).toBeNull()
  },
)

test.each([
  ['3.11-v7.3.x', { specifier: release(3, 11), build: '7.3' }],
  ['3.11-7.3.23-linux', { specifier: release(3, 11), build: '7.3.23', os: 'linux' }],
  ['3.11-nightly', { specifier: release(3, 11), build: 'nightly' }],
])('%s has a build of PyPy', (text, terms) => {
  expect(parseKeyText(text, 'pypy')).toEqual({ ...openTerms, ...terms })
})

test.each([
  ['25', { build: '25' }],
  ['24.2.x', { build: '24.2' }],
  ['v22.3.1', { build: '22.3.1' }],
  ['312', { specifier: release(3, 12) }],
  ['3.12', { specifier: release(3, 12) }],
  ['0.29', { build: '0.29' }],
  ['314.0.5', { build: '314.0.5' }],
])('%s by the numbers of GraalPy, Pyodide or Python', (text, terms) => {
  expect(parseImplementationVersion(text, 'graalpy')).toMatchObject(terms)
})
