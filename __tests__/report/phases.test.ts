import { expect, test } from 'vitest'
import type { Stage } from '../../src/domain/stage.ts'
import { lastedMs, phasesOf } from '../../src/report/phases.ts'

function spans(...list: readonly (readonly [Stage, number, number])[]) {
  return list.map(([stage, startMs, endMs]) => ({ stage, startMs, endMs }))
}

const unwanted = { kind: 'unwanted' } as const

test('stages that belong together are one phase', () => {
  const phases = phasesOf({
    source: 'download',
    compilation: unwanted,
    spans: spans(
      ['restore', 0, 5],
      ['download', 5, 20],
      ['verify-archive', 30, 31],
      ['extract', 31, 40],
      ['relocate', 40, 41],
      ['compile', 41, 41],
      ['verify-interpreter', 41, 45],
      ['save', 45, 50],
      ['publish', 50, 51],
    ),
  })
  expect(phases).toEqual([
    { name: 'look up', startMs: 0, endMs: 5 },
    { name: 'download', startMs: 5, endMs: 20 },
    { name: 'unpack', startMs: 30, endMs: 41 },
    { name: 'store', startMs: 41, endMs: 51 },
  ])
  expect(lastedMs(phases, 'download', 'unpack')).toBe(26)
})

test('what came out of the cache was restored, not looked up', () => {
  const phases = phasesOf({
    source: 'cache',
    compilation: unwanted,
    spans: spans(['restore', 0, 5], ['publish', 5, 6]),
  })
  expect(phases.map(({ name }) => name)).toEqual(['restore', 'store'])
})

test('compiling begins with the first file, not with the wait for a processor', () => {
  const outcome = {
    compiled: 3,
    unchanged: 0,
    busy: 0,
    uncompilable: 0,
    startedAtMs: 30,
    finishedAtMs: 40,
  }
  const phases = phasesOf({
    source: 'download',
    compilation: { kind: 'compiled', outcome },
    spans: spans(
      ['download', 0, 8],
      ['extract', 8, 10],
      ['compile', 10, 41],
      ['verify-interpreter', 41, 42],
      ['publish', 42, 43],
    ),
  })
  expect(phases).toEqual([
    { name: 'download', startMs: 0, endMs: 8 },
    { name: 'unpack', startMs: 8, endMs: 10 },
    { name: 'compile', startMs: 30, endMs: 40 },
    { name: 'store', startMs: 41, endMs: 43 },
  ])
})

test('where nothing was done there are no phases', () => {
  expect(phasesOf({ source: 'tool-cache', compilation: unwanted, spans: [] })).toEqual([])
})
