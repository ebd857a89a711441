import { expect, it } from 'vitest'
import type { Compilation } from '../../src/domain/bytecode.ts'
import { summarizeBytecode } from '../../src/report/bytecode-line.ts'

interface Parts {
  readonly compiled?: number
  readonly unchanged?: number
  readonly busy?: number
  readonly uncompilable?: number
  readonly from?: number
  readonly to?: number
}

function compiled({ from = 0, to = 1500, ...counts }: Parts): Compilation {
  const outcome = { compiled: 0, unchanged: 0, busy: 0, uncompilable: 0, ...counts }
  return { kind: 'compiled', outcome: { ...outcome, startedAtMs: from, finishedAtMs: to } }
}

const thereAlready: Compilation = { kind: 'there-already' }
const incompatible: Compilation = { kind: 'incompatible' }
const unwanted: Compilation = { kind: 'unwanted' }

it.each<[string, readonly Compilation[], readonly [number, number][]]>([
  [
    'Bytecode compiled 2,074 files for 2 versions in 1.9 s (1.1 s of it during downloads), skipped 1 incompatible version',
    [
      compiled({ compiled: 1037, from: 1000, to: 2100 }),
      compiled({ compiled: 1037, from: 2600, to: 3400 }),
      incompatible,
    ],
    [
      [0, 900],
      [200, 2600],
    ],
  ],
  ['Bytecode compiled 1 file for 1 version in 1.5 s', [compiled({ compiled: 1 })], []],
  [
    'Bytecode compiled 20 files for 2 versions in 1.5 s',
    [compiled({ compiled: 10 }), compiled({ compiled: 10, from: 500 })],
    [[1500, 2000]],
  ],
  [
    'Bytecode compiled 20 files for 2 versions in 1.5 s (1.5 s of it during downloads)',
    [compiled({ compiled: 10 }), compiled({ compiled: 10, from: 500 })],
    [
      [0, 1000],
      [400, 1100],
      [1000, 3000],
    ],
  ],
  [
    'Bytecode compiled 1,146 files for 1 version in 1.5 s, skipped 4 uncompilable files',
    [compiled({ compiled: 1146, uncompilable: 4 })],
    [],
  ],
  [
    'Bytecode compiled 1,145 files for 1 version in 1.5 s, left 1 file that other programs have open',
    [compiled({ compiled: 1145, busy: 1 })],
    [],
  ],
  [
    'Bytecode compiled 3 files for 1 version in 1.5 s, was already there for 1 version',
    [compiled({ compiled: 3, unchanged: 1000 }), thereAlready],
    [],
  ],
  ['Bytecode was already there for 2 versions', [thereAlready, unwanted, thereAlready], []],
  [
    'Bytecode was already there for 2 versions',
    [thereAlready, compiled({ unchanged: 1037, uncompilable: 0 })],
    [],
  ],
  ['Bytecode skipped 2 incompatible versions', [incompatible, incompatible], []],
  ['Bytecode compiled 0 files for 1 version in 0.0 s', [compiled({ to: 0 })], []],
])('%s', (line, versions, downloads) => {
  const intervals = downloads.map(([startMs, endMs]) => ({ startMs, endMs }))
  expect(summarizeBytecode(versions, intervals)).toBe(line)
  expect(summarizeBytecode(versions.toReversed(), intervals.toReversed())).toBe(line)
})

it('says nothing where no bytecode was wanted', () => {
  expect(summarizeBytecode([], [{ startMs: 0, endMs: 1 }])).toBeNull()
  expect(summarizeBytecode([unwanted], [])).toBeNull()
})
