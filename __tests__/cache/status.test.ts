import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { clauses, isOutage, notDone, type Obstacle } from '../../src/cache/status.ts'
import { projectFolder } from '../support/shared.ts'

it('every obstacle stands in docs/caching.md, in the words of the log', async () => {
  const page = await readFile(path.join(projectFolder, 'docs', 'caching.md'), 'utf8')
  expect(Object.values(clauses).filter(clause => !page.includes(`| \`${clause}\` |`))).toEqual([])
})

it.each<[Obstacle, 'skipped' | 'failed', boolean]>([
  ['mode', 'skipped', false],
  ['write-denied', 'skipped', false],
  ['unreachable', 'failed', true],
  ['silent', 'failed', true],
  ['client', 'failed', false],
])('%s: %s, an outage: %s', (obstacle, kind, outage) => {
  const result = notDone(obstacle, 'this')
  expect([result.kind, isOutage(result)]).toEqual([kind, outage])
})
