import fc from 'fast-check'
import semver from 'semver'
import { expect, test } from 'vitest'
import { comparePep440, pep440VersionOf } from '../../src/domain/request/pep440-version.ts'
import { formatManifestVersion } from '../../src/domain/setup-python-version.ts'
import type { Prerelease, PythonVersion } from '../../src/domain/version.ts'
import {
  compareVersions,
  formatSemver,
  formatVersion,
  parsePrerelease,
  parseVersion,
} from '../../src/domain/version.ts'

/** Few, so that many pairs differ in nothing but their prereleases. */
const number = fc.nat({ max: 2 })
const prerelease = fc.option(
  fc.record<Prerelease>({ phase: fc.constantFrom('a', 'b', 'rc'), number }),
)
const version = fc.record<PythonVersion>({
  major: number,
  minor: number,
  patch: number,
  prerelease,
})

test('versions have the order that PEP 440 and npm give them', () => {
  fc.assert(
    fc.property(version, version, (a, b) => {
      const sign = Math.sign(compareVersions(a, b))
      expect(sign).toBe(Math.sign(comparePep440(pep440VersionOf(a), pep440VersionOf(b))))
      expect(sign).toBe(semver.compare(formatSemver(a), formatSemver(b)))
      expect(sign).toBe(semver.compare(formatManifestVersion(a), formatManifestVersion(b)))
    }),
  )
})

test('the order is total: it has two directions, no loops, and holds what is equal together', () => {
  fc.assert(
    fc.property(version, version, version, (a, b, c) => {
      expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) + 0)
      if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) {
        expect(compareVersions(a, c)).toBeLessThanOrEqual(0)
      }
      expect(compareVersions(a, b) === 0).toBe(formatVersion(a) === formatVersion(b))
    }),
  )
})

test.each([
  ['rc1', { phase: 'rc', number: 1 }],
  ['a10', { phase: 'a', number: 10 }],
  ['', null],
  ['c1', null],
  ['rc', null],
  ['rc1 ', null],
  ['rc99999', null],
])('%j is read as a prerelease', (text, expected) => {
  expect(parsePrerelease(text)).toEqual(expected)
})

test('a version is read as it is written, and nothing else is one', () => {
  fc.assert(
    fc.property(version, each => {
      expect(parseVersion(formatVersion(each))).toEqual(each)
    }),
  )
  expect(parseVersion('3.13.12rc10')?.prerelease).toEqual({ phase: 'rc', number: 10 })
  for (const other of ['', '3.13', '3.13.1.1', 'v3.13.1', '3.13.1x', '3.13.1rc', '3.x.1']) {
    expect(parseVersion(other)).toBe(null)
  }
  expect(parsePrerelease('xrc1')).toBe(null)
})
