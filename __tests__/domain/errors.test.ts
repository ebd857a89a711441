import { expect, it } from 'vitest'
import { ActionError } from '../../src/domain/errors.ts'

it('an error has its parts', () => {
  const cause = new TypeError('why')
  const error = new ActionError({ code: 'DISK_FAILED', message: 'What.', hint: 'Do.', cause })
  expect(error).toBeInstanceOf(Error)
  expect(error).toMatchObject({ name: 'ActionError', code: 'DISK_FAILED', hint: 'Do.' })
  expect([error.message, error.cause]).toEqual(['What.', cause])
})

it('an error need not have a cause', () => {
  const error = new ActionError({ code: 'CANCELLED', message: 'What.', hint: 'Do.' })
  expect('cause' in error).toBe(false)
})
