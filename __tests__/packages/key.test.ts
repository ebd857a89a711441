import { expect, it } from 'vitest'
import type { Python } from '../../src/domain/python.ts'
import { type PackageKeyParts, packageKey } from '../../src/packages/key.ts'
import { distribution } from '../support/distributions.ts'

const parts: PackageKeyParts = {
  manager: 'pip',
  system: 'ubuntu-24.04-gnu-x86_64',
  pythons: [distribution()],
  suffix: '',
  dependencies: 'digest',
  month: '2026-11',
  environment: null,
}
const environment = {
  interpreters: ['/opt/python/bin/python'],
  workspace: '/work',
  folders: ['/home/.venvs'],
  toolVersion: '2.5.1',
}
const rc1 = { major: 3, minor: 15, patch: 0, prerelease: { phase: 'rc', number: 1 } } as const
const python = (changes: Partial<Python>) => distribution(changes)

const ubuntu = 'managed-python-packages-v1-pip-ubuntu-24.04-gnu-x86_64'

// Entries of released versions are found by these: a change here loses all of them.
it.each<[string, Partial<PackageKeyParts>]>([
  [`${ubuntu}-cpython3.13-2026-11-b4adc25994d99f58a8a4d2bae19646ef`, {}],
])('a key is %s', (key, changed) => {
  expect(packageKey({ ...parts, ...changed }).primary).toBe(key)
})

it.each<[string, Partial<PackageKeyParts>]>([
  [
    'cpython3.13-2026-11-',
    { pythons: [python({ version: { ...distribution().version, patch: 9 } })] },
  ],
  ['cpython3.13t-2026-11-', { pythons: [python({ variant: 'freethreaded' })] }],
  ['cpython3.13td-2026-11-', { pythons: [python({ variant: 'freethreaded+debug' })] }],
  [
    'cpython3.15.0rc1+20260814-2026-11-',
    { pythons: [python({ version: rc1, build: '20260814' })] },
  ],
  [
    'cpython3.13_cpython3.13d_pypy3.13-2026-11-',
    {
      pythons: [
        python({ implementation: 'pypy' }),
        python({ variant: 'debug' }),
        python({}),
        python({}),
      ],
    },
  ],
  ['cpython3.13-lint_tests-2026-12-', { suffix: 'lint,tests', month: '2026-12' }],
])('downloads are found by the beginning -%s', (end, changed) => {
  const { primary, prefix } = packageKey({ ...parts, ...changed })
  expect(prefix).toBe(`${ubuntu}-${end}`)
  expect(primary.startsWith(prefix ?? '?')).toBe(true)
})

it('of environments is exact, and of all that they name', () => {
  const own = { ...parts, manager: 'poetry', environment } as const
  const keys = [
    own,
    { ...own, environment: { ...environment, interpreters: ['/opt/other'] } },
    { ...own, environment: { ...environment, workspace: '/elsewhere' } },
    { ...own, environment: { ...environment, folders: ['/home/other'] } },
    { ...own, environment: { ...environment, toolVersion: '2.6.0' } },
    { ...own, dependencies: 'other' },
    { ...own, suffix: 'x' },
  ].map(packageKey)
  expect(keys.map(({ prefix }) => prefix)).toEqual(keys.map(() => null))
  expect(new Set(keys.map(({ primary }) => primary)).size).toBe(keys.length)
  const { primary } = packageKey({ ...own, month: '2027-01' })
  expect(primary).toBe(keys[0]?.primary)
  expect(keys[0]?.lines).toContain('interpreter: /opt/python/bin/python')
})

it('stays shorter than the service allows, and different', () => {
  const long = packageKey({ ...parts, suffix: 'x'.repeat(600) }).primary
  expect(long.length).toBeLessThan(512)
  expect(packageKey({ ...parts, suffix: `${'x'.repeat(600)}y` }).primary).not.toBe(long)
})
