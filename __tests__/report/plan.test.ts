import { describe, expect, it } from 'vitest'
import { installationOf } from '../../src/install/tool-cache.ts'
import { alignColumns } from '../../src/report/format.ts'
import { renderPlan, renderResults } from '../../src/report/plan.ts'
import { distribution, recordOfPython } from '../support/distributions.ts'

it('the plan is a table with a row a request', () => {
  const python = distribution()
  const freethreaded = distribution({ variant: 'freethreaded', build: '20261120' })
  expect(
    renderPlan([
      { request: '>=3.9, <3.14', python, installed: true, isDefault: false },
      { request: '3.13t', python: freethreaded, installed: false, isDefault: true },
    ]),
  ).toEqual([
    'request       Python                       build     platform                  from',
    '>=3.9, <3.14  CPython 3.13.5               20250612  x86_64-unknown-linux-gnu  tool cache',
    '3.13t         CPython 3.13.5 freethreaded  20261120  x86_64-unknown-linux-gnu  to be installed  default',
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
