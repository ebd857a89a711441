import { expect, it } from 'vitest'
import { elapsedOf, type StageSpan, timed } from '../../src/domain/stage.ts'

const spans: readonly StageSpan[] = [
  { stage: 'extract', startMs: 120, endMs: 150 },
  { stage: 'download', startMs: 10, endMs: 110 },
  { stage: 'compile', startMs: 160, endMs: 200 },
  { stage: 'compile', startMs: 200, endMs: 201 },
]

it('a stage is noted down with what it gives', async () => {
  const noted: StageSpan[] = []
  expect(await timed(noted, 'verify', async () => 5)).toBe(5)
  expect(noted).toEqual([
    { stage: 'verify', startMs: expect.any(Number), endMs: expect.any(Number) },
  ])
  expect(noted[0]?.endMs).toBeGreaterThanOrEqual(noted[0]?.startMs ?? Number.NaN)
})

it('a stage is noted down where it fails', async () => {
  const noted: StageSpan[] = []
  const error = new Error('failed')
  await expect(timed(noted, 'save', () => Promise.reject(error))).rejects.toBe(error)
  expect(noted.map(({ stage }) => stage)).toEqual(['save'])
})

it('what elapsed is from the first beginning to the last end', () => {
  expect(elapsedOf(spans)).toBe(191)
  expect(elapsedOf([])).toBe(0)
})
