import { describe, expect, it } from 'vitest'
import {
  type CallOutcome,
  findProgress,
  findReason,
  findServiceFault,
  redact,
  toRestoreResult,
  toSaveResult,
} from '../../src/cache/outcome.ts'

const returned = (
  value: string | number | undefined,
  ...lines: readonly string[]
): CallOutcome => ({
  lines,
  end: { kind: 'returned', value },
})
const failed = (reason: string) => ({ kind: 'failed', reason })
const skipped = (reason: string) => ({ kind: 'skipped', reason })

describe('a restore', () => {
  it.each<[string, CallOutcome, object]>([
    [
      'nothing found',
      returned(undefined, 'Cache not found for version v of keys: a, b'),
      { kind: 'miss' },
    ],
    ['a key that only starts like ours', returned('a-1'), { kind: 'miss' }],
    ['the first key', returned('a'), { kind: 'hit', key: 'a', sizeBytes: null }],
    [
      'the second key',
      returned('b', 'Cache Size: ~1 MB (1048577 B)'),
      { kind: 'hit', key: 'b', sizeBytes: 1_048_577 },
    ],
    [
      'a fault that a retry got over',
      returned(
        'a',
        'Attempt 1 of 5 failed with error: Failed request: (503) x. Retrying request in 3000 ms...',
      ),
      { kind: 'hit', key: 'a', sizeBytes: null },
    ],
    [
      'a mode without reading',
      returned(
        undefined,
        "Cache restore skipped: the effective cache-mode 'write-only' does not permit reads.",
      ),
      skipped('ACTIONS_CACHE_MODE is write-only'),
    ],
    [
      'a token without scopes',
      returned(undefined, 'Failed to restore: x: (403) Forbidden: cache read denied: no scopes'),
      skipped('this run may not read the cache'),
    ],
    [
      'an error thrown',
      { lines: [], end: { kind: 'threw', message: 'Key Validation\n  Error' } },
      failed('Key Validation Error'),
    ],
    [
      'no end',
      { lines: ['Failed to restore: x'], end: { kind: 'lost', reason: 'it was silent' } },
      failed('it was silent'),
    ],
  ])('%s', (_name, answer, result) => {
    expect(toRestoreResult(['a', 'b'], answer)).toEqual(result)
  })
})

describe('a save', () => {
  const race =
    'Failed to save: Unable to reserve cache with key a, another job may be creating this cache.'
  it.each<[string, CallOutcome, object]>([
    ['stored', returned(7, 'File Size: 320'), { kind: 'saved', sizeBytes: 320 }],
    [
      'another job was first',
      returned(
        -1,
        'Failed to reserve cache: Error: x: Failed request: (409) Conflict: taken',
        race,
      ),
      { kind: 'exists' },
    ],
    [
      'another job was first, at the service of the first version',
      returned(-1, `${race} More details: Cache already exists.`),
      { kind: 'exists' },
    ],
    [
      'what the library takes for another job',
      returned(
        -1,
        'Failed to reserve cache: Error: Failed to CreateCacheEntry: Received non-retryable error: Failed request: (400) Bad Request: no',
        race,
      ),
      failed('(400) Bad Request: no'),
    ],
    [
      'a mode without writing',
      returned(-1, "Cache save skipped: the effective cache-mode 'read' does not permit writes."),
      skipped('ACTIONS_CACHE_MODE is read'),
    ],
    [
      'a read-only token',
      returned(
        -1,
        'Failed to reserve cache: Error: cache write denied: fork',
        'Failed to save: Unable to reserve cache with key a. More details: cache write denied: fork',
      ),
      skipped('this run may not write to the cache'),
    ],
    ['no word', returned(-1), failed('the cache client gave no reason')],
  ])('%s', (_name, answer, result) => {
    expect(toSaveResult(answer)).toEqual(result)
  })
})

describe('a reason', () => {
  const tarFailed = (verb: string) =>
    `Failed to ${verb}: "/usr/bin/tar" failed with error: The process '/usr/bin/tar' failed with exit code 2`
  it.each<[string, readonly string[], string | null]>([
    ['none', ['Cache not found for input keys'], null],
    [
      'tar without room',
      [
        '/usr/bin/tar: ',
        '/usr/bin/tar: lib/x.py: Cannot write: No space left on device',
        tarFailed('restore'),
      ],
      'the disk is full',
    ],
    [
      'a download without room',
      ['Failed to restore: ENOSPC: no space left on device, write'],
      'the disk is full',
    ],
    [
      'a damaged archive',
      ['gzip: stdin: not in gzip format', tarFailed('restore')],
      'the entry cannot be unpacked (gzip: stdin: not in gzip format)',
    ],
    [
      'a tar that does not know its options',
      ['tar: unrecognized option: posix', tarFailed('save')],
      'the entry cannot be packed (tar: unrecognized option: posix)',
    ],
    [
      'the tar of Git for Windows, as it is split at its space',
      [
        "Failed to save: \"C:\\Program failed with error: The process 'C:\\Program Files\\Git\\usr\\bin\\tar.exe' failed with exit code 2",
      ],
      "the entry cannot be packed (Failed to save: \"C:\\Program failed with error: The process 'C:\\Program Files\\Git\\usr\\bin\\tar.exe' failed with exit code 2)",
    ],
    [
      'zstd before the tar of Windows',
      [
        "Failed to restore: zstd failed with error: The process 'C:\\Windows\\zstd.exe' failed with exit code 1",
      ],
      "the entry cannot be unpacked (Failed to restore: zstd failed with error: The process 'C:\\Windows\\zstd.exe' failed with exit code 1)",
    ],
    [
      'a tar that leaves nothing to delete',
      [
        "tar: unrecognized option '--posix'",
        tarFailed('save'),
        "Failed to delete archive: Error: ENOENT: no such file or directory, unlink '/r/cache.tzst'",
      ],
      "the entry cannot be packed (tar: unrecognized option '--posix')",
    ],
    ['a cut', ['Failed to restore: aborted'], 'the transfer was cut off'],
    [
      'nonsense',
      [
        'Attempt 1 of 5 failed with error: Unexpected token \'<\', "<html>" is not valid JSON. Retrying request in 3000 ms...',
      ],
      'Unexpected token \'<\', "<html>" is not valid JSON',
    ],
    ['a long story', [`Failed to restore: ${'x'.repeat(1000)}`], `${'x'.repeat(199)}…`],
  ])('%s', (_name, lines, reason) => {
    expect(findReason(lines)).toBe(reason)
  })
})

describe('a fault of the service', () => {
  it.each<[string, string | null]>([
    [
      'Failed to restore: Failed to X: Unable to make request: ECONNREFUSED If you',
      'the cache service cannot be reached (ECONNREFUSED)',
    ],
    [
      'Failed to reserve cache: Error: Rate limited: Failed request: (429) x',
      'the cache service answered 429',
    ],
    [
      'Attempt 2 of 5 failed with error: Failed request: (503) x: y. Retrying',
      'the cache service answered 503',
    ],
    [
      'downloadCache - Attempt 1 of 2 failed with error: Cache service responded with 502',
      'the cache service answered 502',
    ],
    [
      'Failed to restore: getCacheEntry failed: Cache service responded with 500',
      'the cache service answered 500',
    ],
    ['Failed to save: 503 ', 'the cache service answered 503'],
    ['Failed to restore: (404) Not Found', null],
    ['Cache Size: ~0 MB (500 B)', null],
  ])('%s', (line, fault) => {
    expect(findServiceFault([line])).toBe(fault)
  })
})

describe('the lines of the library', () => {
  it('tell of progress', () => {
    const lines = [
      'Archive path: /x',
      'Received 5 of 9 (55%)',
      'Sent 0 of 9 (0.0%)',
      'Sentinel 3 of',
    ]
    expect(lines.map(findProgress)).toEqual([0, 5, 0, null])
  })

  it('lose the token, and what signs the address of an entry', () => {
    const text = 'Bearer TOKEN; {"url":"https://blobs.example/a?sig=S&se=1"} http://h/b?sig=S end?'
    expect(redact(text, 'TOKEN')).toBe(
      'Bearer ***; {"url":"https://blobs.example/a?***"} http://h/b?*** end?',
    )
    expect(redact('as it was', undefined)).toBe('as it was')
  })
})
