import { expect, test } from 'vitest'
import type { Installed } from '../../src/domain/installation.ts'
import type { Stage } from '../../src/domain/stage.ts'
import { installationOf } from '../../src/install/tool-cache.ts'
import {
  createCompileProgress,
  createDownloadProgress,
  doneLine,
  downloadedLine,
  progressLine,
} from '../../src/report/progress.ts'
import { recordOfPython } from '../support/distributions.ts'

/** Reports of what had arrived at which second. */
async function linesOf(
  arrivals: readonly (readonly [seconds: number, sizeBytes: number])[],
  sizeOf: () => Promise<number | null>,
): Promise<readonly string[]> {
  const lines: string[] = []
  let nowMs = 0
  const progress = createDownloadProgress(
    'Python',
    line => lines.push(line),
    sizeOf,
    () => nowMs,
  )
  for (const [seconds, sizeBytes] of arrivals) {
    nowMs = seconds * 1000
    progress(sizeBytes)
    // The size arrives in between.
    await Promise.resolve().then(() => {})
  }
  return lines
}

test('a download that lasts has a line every five seconds', async () => {
  const arrivals = [1, 3, 4.9, 5, 6, 9.9, 10.2].map(s => [s, s * 1e6] as const)
  expect(await linesOf(arrivals, () => Promise.resolve(20e6))).toEqual([
    'Python: 5.0 MB of 20.0 MB (25 %), 1.0 MB/s',
    'Python: 10.2 MB of 20.0 MB (51 %), 1.0 MB/s',
  ])
})

test('a download that is over soon has none, and nobody asks for its size', async () => {
  const sizeOf = () => Promise.reject(new Error('asked'))
  expect(await linesOf([[2.4, 1e6]], sizeOf)).toEqual([])
})

test('where the size is not to be had, the share is left out', async () => {
  const arrivals = [3, 6].map(s => [s, s * 1e6] as const)
  expect(await linesOf(arrivals, () => Promise.reject(new Error('no')))).toEqual([
    'Python: 6.0 MB, 1.0 MB/s',
  ])
  expect(await linesOf(arrivals, () => Promise.resolve(null))).toEqual(['Python: 6.0 MB, 1.0 MB/s'])
})

test('compiling that lasts has a line every five seconds', () => {
  const lines: string[] = []
  let nowMs = 0
  const progress = createCompileProgress(
    'Python',
    line => lines.push(line),
    () => nowMs,
  )
  for (const [seconds, files] of [
    [1, 10],
    [5, 999],
    [9, 1001],
    [10, 1036],
  ] as const) {
    nowMs = seconds * 1000
    progress(files, 1037)
  }
  expect(lines).toEqual([
    'Python: compiled 999 of 1,037 files, the largest first',
    'Python: compiled 1,036 of 1,037 files, the largest first',
  ])
})

test('a share is never rounded up to the whole', () => {
  const line = progressLine({ name: 'P', arrivedBytes: 999, total: 1000, elapsedMs: 1000 })
  expect(line).toContain('(99 %)')
})

test('the end of a download names the host; a folder has none', () => {
  const url = new URL('https://github.com/a/b.tar.gz')
  expect(downloadedLine('Python', { url, sizeBytes: 11.1e6 }, 400)).toBe(
    'Python: downloaded 11.1 MB from github.com in 0.4 s, 27.8 MB/s',
  )
  const file = new URL('file:///mirror/b.tar.gz')
  expect(downloadedLine('Python', { url: file, sizeBytes: 11.1e6 }, 1)).toBe(
    'Python: 11.1 MB from file:///mirror/b.tar.gz',
  )
})

function done(parts: Partial<Installed>, ...spans: readonly (readonly [Stage, number, number])[]) {
  return doneLine({
    installation: installationOf(recordOfPython('/p')),
    source: 'download',
    compilation: { kind: 'unwanted' },
    transferredBytes: null,
    spans: spans.map(([stage, startMs, endMs]) => ({ stage, startMs, endMs })),
    ...parts,
  })
}

test('the last line says what took time', () => {
  const outcome = {
    compiled: 1037,
    unchanged: 0,
    busy: 0,
    uncompilable: 0,
    startedAtMs: 2000,
    finishedAtMs: 3900,
  }
  const line = done(
    { compilation: { kind: 'compiled', outcome }, transferredBytes: 11e6 },
    ['restore', 0, 500],
    ['download', 500, 1000],
    ['extract', 1000, 1400],
    ['compile', 1400, 3900],
    ['save', 3900, 4000],
  )
  expect(line).toBe(
    'CPython 3.13.5: unpacked in 0.4 s, compiled 1,037 files in 1.9 s, stored in 0.1 s, ready after 4.0 s',
  )
})

test('what was restored has a size, where that is known', () => {
  const restore = ['restore', 0, 5000] as const
  expect(done({ source: 'cache', transferredBytes: 21.6e6 }, restore)).toBe(
    'CPython 3.13.5: restored 21.6 MB from the cache in 5.0 s, ready after 5.0 s',
  )
  expect(done({ source: 'cache' }, restore)).toContain('restored from the cache in 5.0 s')
})

test('a Python that needed nothing has a line too', () => {
  expect(done({ source: 'tool-cache' }, ['compile', 0, 1])).toBe(
    'CPython 3.13.5: found in the tool cache',
  )
  expect(done({}, ['download', 0, 1])).toBe('CPython 3.13.5: ready')
})
