import { describe, expect, it } from 'vitest'
import { installationOf } from '../../src/install/tool-cache.ts'
import { alignColumns } from '../../src/report/format.ts'
import { renderPlan, renderResults, renderSources } from '../../src/report/tables.ts'
import { distribution, recordOfPython } from '../support/distributions.ts'

it('the plan is a table with a row a request', () => {
  const python = distribution()
  const freethreaded = distribution({ variant: 'freethreaded', build: '20261120' })
  expect(
    renderPlan([
      {
        request: '>=3.9, <3.14',
        origin: 'pyproject.toml',
        python,
        installed: true,
        isDefault: false,
      },
      {
        request: '3.13t',
        origin: 'a, line 2',
        python: freethreaded,
        installed: false,
        isDefault: true,
      },
    ]),
  ).toEqual([
    'request       requested by    Python                       build     platform                  from',
    '>=3.9, <3.14  pyproject.toml  CPython 3.13.5               20250612  x86_64-unknown-linux-gnu  tool cache',
    '3.13t         a, line 2       CPython 3.13.5 freethreaded  20261120  x86_64-unknown-linux-gnu  to be installed  ← python',
  ])
})

it('the places that a workflow has chosen are named, with what has chosen them', () => {
  const from = 'the variable UV_PYTHON_INSTALL_MIRROR'
  const reinstall = { input: 'reinstall', value: 'true', from: 'the input reinstall' }
  expect(renderSources([{ input: 'mirror', value: '/m', from }, reinstall])).toEqual([
    'Archives: /m (the variable UV_PYTHON_INSTALL_MIRROR)',
  ])
})

it('the answers say where every interpreter is', () => {
  const answer = {
    request: '3.13',
    isDefault: true,
    installation: installationOf(recordOfPython('/tools/python')),
    source: 'download',
    compilation: { kind: 'unwanted' },
    transferredBytes: null,
    spans: [],
  } as const
  expect(renderResults([answer, { ...answer, isDefault: false, source: 'tool-cache' }])).toEqual([
    'CPython 3.13.5  download    /tools/python/bin/python  ← python',
    'CPython 3.13.5  tool cache  /tools/python/bin/python',
  ])
})

describe('columns', () => {
  it.each([
    [[], []],
    [[[]], ['']],
    [[['a']], ['a']],
    [
      [
        ['a', 'b'],
        ['ccc', 'd'],
      ],
      ['a    b', 'ccc  d'],
    ],
    [
      [
        ['a', ''],
        ['b', ''],
      ],
      ['a', 'b'],
    ],
  ])('%j', (rows, lines) => {
    expect(alignColumns(rows)).toEqual(lines)
  })
})
