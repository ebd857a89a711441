import { expect, test } from 'vitest'
import { formatBytes, formatCount, formatDuration, formatRate } from '../../src/report/format.ts'

test.each([
  [0, '0.0 kB'],
  [999_949, '999.9 kB'],
  [11_100_000, '11.1 MB'],
  [1_234_000_000, '1.2 GB'],
])('%d bytes are %s', (sizeBytes, text) => {
  expect(formatBytes(sizeBytes)).toBe(text)
})

test.each([
  [0, '0.0 s'],
  [440, '0.4 s'],
  [59_940, '59.9 s'],
  [59_960, '1 min 0 s'],
  [72_400, '1 min 12 s'],
])('%d ms are %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text)
})

test('counts have thousands and a plural', () => {
  expect([0, 1, 1037].map(count => formatCount(count, 'file'))).toEqual([
    '0 files',
    '1 file',
    '1,037 files',
  ])
})

test('a rate is what arrived in a second, in no time too', () => {
  expect(formatRate(5_000_000, 2_000)).toBe('2.5 MB/s')
  expect(formatRate(5_000, 0)).toBe('5.0 MB/s')
})
