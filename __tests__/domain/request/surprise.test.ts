import { expect, it } from 'vitest'
import { parseRequest } from '../../../src/domain/request/parse-request.ts'
import { explainSurprise } from '../../../src/domain/request/surprise.ts'
import { distribution } from '../../support/distributions.ts'

const explain = (text: string, minor: number, patch: number) => {
  const origin = { kind: 'input', name: 'python-version', line: 1 } as const
  const options = { freethreaded: false, allowPrereleases: false, architecture: null, libc: null }
  const version = { major: 3, minor, patch, prerelease: null }
  return explainSurprise(parseRequest(text, origin, options), distribution({ version }))
}

it.each([
  [
    '~=3.11',
    14,
    6,
    "'~=3.11' matches every 3.x from 3.11 on (PEP 440), so CPython 3.14.6 is used. For 3.11 alone, write '3.11'.",
  ],
  [
    '<=3.9',
    9,
    0,
    "'<=3.9' ends at 3.9.0 (PEP 440), so CPython 3.9.0 is used. For the newest 3.9, write '<3.10'.",
  ],
  [
    '>=3.8, <=3.12',
    11,
    9,
    "'>=3.8, <=3.12' ends at 3.12.0 (PEP 440), so CPython 3.11.9 is used. For the newest 3.12, write '<3.13'.",
  ],
])('%s is not 3.%i.%i to everyone', (text, minor, patch, notice) => {
  expect(explain(text, minor, patch)).toBe(notice)
})

it.each([
  ['~=3.14', 14, 6],
  ['~=3.11.2', 11, 9],
  ['<=3.9.25', 9, 25],
  ['>=3.9,<3.13', 12, 13],
  ['==3.12.*', 12, 13],
  ['!=3.12', 13, 1],
  ['~3.11', 11, 9],
  // With a space it is an npm range.
  ['>=3.8 <=3.12', 12, 13],
  ['3.12', 12, 13],
])('%s is 3.%i.%i as anyone would think', (text, minor, patch) => {
  expect(explain(text, minor, patch)).toBe(null)
})
