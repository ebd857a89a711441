import { expect, it } from 'vitest'
import { hasPip, isExactPip, isPipVersion } from '../../src/domain/pip-version.ts'

it.each([
  ['25.1', '25.1', true],
  ['25.0', '25', true],
  ['25.0.1', '25', false],
  ['25.0.1', '25.*', true],
  ['26.0', '25.*', false],
  ['25.1b1', '25.1b1', true],
  ['25.1b1', '25.1', false],
  ['', '25.1', false],
  ['25.1', 'newest', false],
])('%j is what pip==%s asks for: %s', (found, wanted, expected) => {
  expect(isPipVersion(found, wanted)).toBe(expected)
})

it.each([
  [null, null, true],
  [null, '25.1', false],
  ['25.1', null, false],
  ['25.1', '25.1', true],
  ['25.1.1', '25.*', true],
  ['25.0', '25.1', false],
  ['local', 'local', true],
])('an installation with %j has what %j asks for: %s', (found, wanted, expected) => {
  expect(hasPip(found, wanted)).toBe(expected)
})

it('only a version without a star is known beforehand', () => {
  expect(['25.1', '25.*', '25.1.*'].map(isExactPip)).toEqual([true, false, false])
})
