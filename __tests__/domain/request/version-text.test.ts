import { expect, test } from 'vitest'
import { parseVersionText, splitSuffixes } from '../../../src/domain/request/version-text.ts'

test.each([
  ['3.13', { head: '3.13', dev: false, variant: null, build: null }],
  ['3.13td', { head: '3.13', dev: false, variant: 'freethreaded+debug', build: null }],
  ['3.13t-dev', { head: '3.13', dev: true, variant: 'freethreaded', build: null }],
  ['3.13t+20250612', { head: '3.13', dev: false, variant: 'freethreaded', build: '20250612' }],
  ['3.13+20250612+debug', { head: '3.13', dev: false, variant: 'debug', build: '20250612' }],
  ['>=3.13+gil', { head: '>=3.13', dev: false, variant: 'default', build: null }],
  ['3.13+1+2', null],
  ['3.13+', null],
  ['3.13++debug', null],
  ['3.13t+debug', null],
  ['3.13+toString', null],
])('the suffixes of %s', (text, suffixes) => {
  expect(splitSuffixes(text)).toEqual(suffixes)
})

test.each([
  ['3', [3]],
  ['3.13.x', [3, 13]],
  ['3.x.*', [3]],
  ['313', [3, 13]],
  ['39', [3, 9]],
  ['v3.13.5', [3, 13, 5]],
])('%s is the release %j', (text, numbers) => {
  expect(parseVersionText(text)?.specifier).toEqual({ kind: 'release', numbers })
})

test.each([
  ['3.15rc1', 0, { phase: 'rc', number: 1 }],
  ['315b2', 0, { phase: 'b', number: 2 }],
  ['3.15.1-alpha.3', 1, { phase: 'a', number: 3 }],
  ['3.15.0_preview_4', 0, { phase: 'rc', number: 4 }],
  ['3.15.0a', 0, { phase: 'a', number: 0 }],
])('%s is a prerelease', (text, patch, prerelease) => {
  const version = { major: 3, minor: 15, patch, prerelease }
  expect(parseVersionText(text)?.specifier).toEqual({ kind: 'exact', version })
})

test.each(['', '.', 'v', '3.', '.3', '3..1', '3.x.1', '3rc1', '3.13.1.2', '31313', '3.13-dev1'])(
  '%j is no version',
  text => {
    expect(parseVersionText(text)).toBeNull()
  },
)
