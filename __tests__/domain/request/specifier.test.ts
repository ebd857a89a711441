import { expect, test } from 'vitest'
import { parseRequest } from '../../../src/domain/request/parse-request.ts'
import { versionFilter } from '../../../src/domain/request/specifier.ts'
import type { PythonVersion } from '../../../src/domain/version.ts'
import { formatVersion } from '../../../src/domain/version.ts'

const final = (minor: number, patch: number): PythonVersion => {
  return { major: 3, minor, patch, prerelease: null }
}
const versions: readonly PythonVersion[] = [
  ...[final(11, 0), final(11, 2), final(12, 0), final(12, 4)],
  { ...final(13, 0), prerelease: { phase: 'a', number: 3 } },
  { ...final(13, 0), prerelease: { phase: 'rc', number: 2 } },
  ...[final(13, 0), { ...final(13, 1), prerelease: { phase: 'rc', number: 1 } } as const],
  { major: 4, minor: 0, patch: 0, prerelease: null },
]

function accepted(text: string, allowPrereleases = false): string {
  const options = { freethreaded: false, allowPrereleases, architecture: null, libc: null }
  const accepts = versionFilter(parseRequest(text, { kind: 'default' }, options))
  return versions.filter(accepts).map(formatVersion).join(' ')
}

test.each([
  ['any', '3.11.0 3.11.2 3.12.0 3.12.4 3.13.0 4.0.0'],
  ['3', '3.11.0 3.11.2 3.12.0 3.12.4 3.13.0'],
  ['~=3.11', '3.11.0 3.11.2 3.12.0 3.12.4 3.13.0'],
  ['~=3.11.1', '3.11.2'],
  ['!=3.12.*', '3.11.0 3.11.2 3.13.0 4.0.0'],
  ['>=3.11,!=3.11.2,<3.13', '3.11.0 3.12.0 3.12.4'],
  // PEP 440 counts 3.12.4 as above 3.12; npm does not.
  ['<=3.12', '3.11.0 3.11.2 3.12.0'],
  ['3.11 - 3.12', '3.11.0 3.11.2 3.12.0 3.12.4'],
  ['^3.11,!=3.12.*', '3.11.0 3.11.2 3.13.0'],
  ['<3.12,>=3.11 || 3.13', '3.11.0 3.11.2 3.13.0'],
  ['^3.11,!=3.11.2 || >=4,<5', '3.11.0 3.12.0 3.12.4 3.13.0 4.0.0'],
  ['==3.12', '3.12.0 3.12.4'],
  ['==3.12,>=3', '3.12.0'],
  ['3.13-dev', '3.13.0a3 3.13.0rc2 3.13.0 3.13.1rc1'],
  ['3.13.0rc2', '3.13.0rc2'],
  ['>=3.13.0rc1,<4', '3.13.0rc2 3.13.0 3.13.1rc1'],
  ['>=3.13.0-beta.1 <3.13.0', '3.13.0rc2'],
  ['>3.13.0a3', '3.13.0rc2 3.13.0 3.13.1rc1 4.0.0'],
  ['<3.13.0rc2', '3.11.0 3.11.2 3.12.0 3.12.4 3.13.0a3'],
  ['>=3.13.0a1,<3.13.0rc1', '3.13.0a3'],
  ['3.*,!=3.11.*', '3.12.0 3.12.4 3.13.0'],
  ['3.11|>=4', '3.11.0 3.11.2 4.0.0'],
  ['3.13.0-alpha - 3.13.0', '3.13.0a3 3.13.0rc2 3.13.0'],
])('%s', (text, expected) => {
  expect(accepted(text)).toBe(expected)
})

test.each([
  ['3.13', '3.13.0a3 3.13.0rc2 3.13.0 3.13.1rc1'],
  ['>=3.13', '3.13.0a3 3.13.0rc2 3.13.0 3.13.1rc1 4.0.0'],
  ['<3.13', '3.11.0 3.11.2 3.12.0 3.12.4'],
  ['^3.13', '3.13.0a3 3.13.0rc2 3.13.0 3.13.1rc1'],
  ['3.13.0rc2', '3.13.0rc2'],
])('%s where prereleases are allowed', (text, expected) => {
  expect(accepted(text, true)).toBe(expected)
})
