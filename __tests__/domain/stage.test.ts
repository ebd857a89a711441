import { expect, it } from 'vitest'
import { elapsedOf, type StageSpan } from '../../src/domain/stage.ts'

const spans: readonly StageSpan[] = [
  { stage: 'extract', startMs: 120, endMs: 150 },
  { stage: 'download', startMs: 10, endMs: 110 },
  { stage: 'compile', startMs: 160, endMs: 200 },
  { stage: 'compile', startMs: 200, endMs: 201 },
]

it('what elapsed is from the first beginning to the last end', () => {
  expect(elapsedOf(spans)).toBe(191)
  expect(elapsedOf([])).toBe(0)
})
