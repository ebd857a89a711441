import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ActionError, errorCodes } from '../../src/domain/errors.ts'
import { projectFolder } from '../support/shared.ts'

function read(file: string): string {
  return readFileSync(path.join(projectFolder, file), 'utf8')
}

describe('the codes of errors', () => {
  it('are those that the documentation explains', () => {
    const rows = read('docs/faults.md').matchAll(/^\| `([A-Z_]+)` \| (.+) \| (.+) \|$/gm)
    // The last two are of no error that is thrown: an old Node cannot read the rest, a bug has no other.
    expect([...rows].map(([, code]) => code)).toEqual([...errorCodes, 'NODE_TOO_OLD', 'UNEXPECTED'])
  })

  it('are all in use', () => {
    const sources = globSync('src/**/*.ts', { cwd: projectFolder })
      .filter(file => path.basename(file) !== 'errors.ts')
      .map(read)
    const unused = errorCodes.filter(code => !sources.some(text => text.includes(`'${code}'`)))
    expect(unused).toEqual([])
  })
})

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
