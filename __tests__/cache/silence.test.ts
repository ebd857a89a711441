import { expect, it } from 'vitest'
import { afterBeat, type Beat, beatMs, passedLimit, type Silence } from '../../src/cache/silence.ts'

const second = 1000 / beatMs
const beats = (count: number, bytes = 0, isPacking = false): readonly Beat[] =>
  Array.from({ length: count * second }, () => ({
    kind: 'beat',
    bytes,
    isPacking,
    lastId: 2,
    waitedMs: beatMs,
  }))
/** As many bytes more each time. */
const moving = (count: number): readonly Beat[] =>
  beats(count).map((beat, i) => ({ ...beat, bytes: i + 1 }))
const deadlines = { lookupMs: 10_000, transferMs: 60_000, packingMs: 600_000 }
const begin = (phase: Silence['phase']): Silence => ({ id: 2, phase, bytes: 0, silentMs: 0 })

it.each<[string, Silence, readonly Beat[], boolean, number | null]>([
  ['a lookup has its time', begin('lookup'), beats(9), true, null],
  ['a lookup is silent', begin('lookup'), beats(10), true, 10_000],
  ['a lookup is tried again and again', begin('lookup'), moving(10), true, 10_000],
  ['another call has a tar at work', begin('lookup'), beats(10, 0, true), true, 10_000],
  ['a transfer has its time', begin('transfer'), beats(59), false, null],
  ['a transfer is silent', begin('transfer'), beats(60), false, 60_000],
  ['a transfer is slow', begin('transfer'), moving(600), false, null],
  ['a transfer starts again after packing', begin('packing'), beats(60), false, null],
  ['tar has its time', begin('packing'), beats(599, 0, true), false, null],
  ['tar does not end', begin('packing'), beats(600, 0, true), false, 600_000],
])('%s', (_name, start, heard, isLookup, limitMs) => {
  const silence = heard.reduce((before, beat) => afterBeat(before, beat, isLookup), start)
  expect(passedLimit(silence, deadlines)).toBe(limitMs)
})

it('beats that were on their way before the call was heard do not count for it', () => {
  const early = beats(100).map(beat => ({ ...beat, lastId: 1 }))
  const silence = early.reduce((before, beat) => afterBeat(before, beat, true), begin('lookup'))
  expect(silence).toEqual(begin('lookup'))
})

it('a process that has work to do, but hardly a processor, is not kept waiting', () => {
  const busy = beats(100).map(beat => ({ ...beat, waitedMs: beatMs / 20 }))
  const silence = busy.reduce((before, beat) => afterBeat(before, beat, true), begin('lookup'))
  expect(silence.silentMs).toBe(5_000)
  expect(passedLimit(silence, deadlines)).toBeNull()
})
