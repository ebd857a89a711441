import { expect, it } from 'vitest'
import { explainOldNode } from '../../src/domain/node-version.ts'

it.each(['24.21.0', '22.0.0', '100.1.0'])('%s runs the action', version => {
  expect(explainOldNode(version)).toBe(null)
})

it.each(['20.20.2', '21.7.3', '6.0.0'])('%s is too old', version => {
  expect(explainOldNode(version)).toMatch(
    `needs Node.js 24, but this runner has started it with Node.js ${version}. Update the runner`,
  )
})
