import { expect, it } from 'vitest'
import type { Answer } from '../../src/cache/cache-process.ts'
import {
  type CallOutcome,
  findOffered,
  isOffer,
  toRestoreResult,
  toSaveResult,
} from '../../src/cache/result.ts'
import { notDone } from '../../src/cache/status.ts'

function returned(
  value: string | number | undefined,
  lines: readonly string[] = [],
  answer: Answer | null = 200,
): CallOutcome {
  return { lines, answer, end: { kind: 'returned', value } }
}
const hit = (key: string, sizeBytes: number | null = null) => ({ kind: 'hit', key, sizeBytes })
const tarFailed = (verb: string) =>
  `Failed to ${verb}: "/usr/bin/tar" failed with error: The process '/usr/bin/tar' failed with exit code 2`
const denied = 'cache-mode'

it.each<[string, CallOutcome, object]>([
  ['nothing found', returned(undefined, ['Cache not found']), { kind: 'miss' }],
  ['a key that only starts like ours', returned('a-1'), { kind: 'miss' }],
  ['the first key', returned('a'), hit('a')],
  ['the second key', returned('b', ['Cache Size: ~1 MB (1048577 B)']), hit('b', 1_048_577)],
  ['a fault that a retry got over', returned('a', ['Attempt 1 of 5 failed: (503)']), hit('a')],
  ['a miss after a retry', returned(undefined, ['Attempt 1 of 5', 'Not found']), { kind: 'miss' }],
  ['nonsense', returned(undefined, ['x', 'Attempt 1 of 5']), notDone('client', 'Attempt 1 of 5')],
  [
    'a mode without reading',
    returned(undefined, [`the effective ${denied} 'write-only' does not permit reads.`], null),
    notDone('mode', 'write-only'),
  ],
  [
    'a token without scopes',
    returned(undefined, ['Failed to restore: (403) Forbidden: cache read denied: no'], 403),
    notDone('read-denied'),
  ],
  [
    'a server error',
    returned(undefined, ['Failed to restore: x'], 503),
    notDone('unavailable', 503),
  ],
  ['too many requests', returned(undefined, [], 429), notDone('unavailable', 429)],
  ['no connection', returned(undefined, [], 'EPIPE'), notDone('unreachable', 'EPIPE')],
  [
    'a damaged archive',
    returned(undefined, ['[command]/usr/bin/tar -x', 'tar: ', 'gzip: bad', tarFailed('restore')]),
    notDone('client', 'gzip: bad'),
  ],
  [
    'what follows another failure',
    returned(undefined, ['Failed to restore: aborted', 'Failed to delete archive: Error: ENOENT']),
    notDone('client', 'Failed to restore: aborted'),
  ],
  [
    'a long story',
    returned(undefined, [`Failed to restore: ${'x'.repeat(1000)}`]),
    notDone('client', `Failed to restore: ${'x'.repeat(180)}…`),
  ],
  [
    'an error thrown',
    { lines: [], answer: null, end: { kind: 'threw', message: 'Key Validation\n  Error' } },
    notDone('client', 'Key Validation Error'),
  ],
  [
    'no end',
    { lines: ['Failed to restore: x'], answer: 503, end: { kind: 'lost', why: notDone('closed') } },
    notDone('closed'),
  ],
])('a restore: %s', (_name, outcome, result) => {
  expect(toRestoreResult(['a', 'b'], outcome)).toEqual(result)
})

const race = 'Failed to save: Unable to reserve cache with key a, another job may be creating it.'
const refused = 'Failed to reserve cache: Error: Failed request: (400) Bad Request: no'

it.each<[string, CallOutcome, object]>([
  ['stored', returned(7, ['File Size: 320']), { kind: 'saved', sizeBytes: 320 }],
  ['another job was first', returned(-1, [race], 409), { kind: 'exists' }],
  [
    'another job was first, says the body',
    returned(-1, [`${race} More details: Cache already exists.`], 200),
    { kind: 'exists' },
  ],
  [
    'what the library takes for a race',
    returned(-1, [refused, race], 400),
    notDone('client', refused),
  ],
  [
    'a mode without writing',
    returned(-1, [`Cache save skipped: the effective ${denied} 'read' does not permit writes.`]),
    notDone('mode', 'read'),
  ],
  ['a read-only token', returned(-1, ['cache write denied: fork', race]), notDone('write-denied')],
  ['its last word', returned(-1, ['a quota']), notDone('client', 'a quota')],
  ['no word', returned(-1), notDone('client', 'nothing')],
])('a save: %s', (_name, outcome, result) => {
  expect(toSaveResult(outcome)).toEqual(result)
})

it('an offer is seen in both protocols', () => {
  const lines = ['Cache hit for restore-key: k', 'Archive Path: /x', 'Archive path: /x', 'Sent 0']
  expect(lines.map(isOffer)).toEqual([false, true, true, false])
  expect([findOffered(lines), findOffered([])]).toEqual(['k', null])
})
