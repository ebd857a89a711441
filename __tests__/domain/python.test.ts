import { expect, it } from 'vitest'
import type { Distribution } from '../../src/domain/distribution.ts'
import {
  describePython,
  isDebug,
  isFreethreaded,
  pythonId,
  variantSuffix,
  variants,
} from '../../src/domain/python.ts'
import { distribution } from '../support/distributions.ts'

const version = { major: 3, minor: 15, patch: 0, prerelease: { phase: 'rc', number: 1 } } as const

it('a variant has its letters', () => {
  expect(
    variants.map(variant => [variantSuffix(variant), isFreethreaded(variant), isDebug(variant)]),
  ).toEqual([
    ['', false, false],
    ['t', true, false],
    ['d', false, true],
    ['td', true, true],
  ])
})

it.each<readonly [Partial<Distribution>, string, string]>([
  [{}, 'cpython-3.13.5-20250612-x86_64-unknown-linux-gnu', 'CPython 3.13.5'],
  [
    { version, variant: 'freethreaded+debug' },
    'cpython-3.15.0rc1-20250612-x86_64-unknown-linux-gnu-freethreaded+debug',
    'CPython 3.15.0rc1 freethreaded+debug',
  ],
  [
    { implementation: 'pypy', build: '7.3.23' },
    'pypy-3.13.5-7.3.23-x86_64-unknown-linux-gnu',
    'PyPy 3.13.5',
  ],
])('%j has an id and a name', (parts, id, name) => {
  expect(pythonId(distribution(parts))).toBe(id)
  expect(describePython(distribution(parts))).toBe(name)
})

it('a pip of its own makes it another Python', () => {
  const id = pythonId(distribution())
  expect(pythonId(distribution({ pip: '25.1' }))).toBe(`${id}-pip25.1`)
})
