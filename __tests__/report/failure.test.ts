import { describe, expect, it } from 'vitest'
import { ActionError } from '../../src/domain/errors.ts'
import { describeFailure, reportFailure } from '../../src/report/failure.ts'
import { log } from '../../src/report/log.ts'

const foreseen = (cause?: unknown, message = 'The list could not be read: 404.') =>
  new ActionError({ code: 'LIST_UNAVAILABLE', message, hint: 'Try again.', cause })

describe('a failure', () => {
  it('that was foreseen says what happened and what to do', () => {
    expect(describeFailure(foreseen())).toMatchObject({
      title: 'LIST_UNAVAILABLE',
      annotation: 'The list could not be read: 404. Try again. [LIST_UNAVAILABLE]',
      causes: [],
    })
    const { annotation } = describeFailure(foreseen(undefined, 'It failed'))
    expect(annotation).toBe('It failed. Try again. [LIST_UNAVAILABLE]')
  })

  it('names everything that led to it', () => {
    const innermost = Object.assign(new TypeError('fetch failed'), { cause: 'ECONNREFUSED' })
    const { causes } = describeFailure(foreseen(new RangeError('outer', { cause: innermost })))
    expect(causes).toEqual(['outer', 'fetch failed', 'ECONNREFUSED'])
  })

  it('says nothing twice, and nothing at length', () => {
    const cause = new Error('404', { cause: new Error('x'.repeat(1_000), { cause: 'xxx' }) })
    expect(describeFailure(foreseen(cause)).causes).toEqual([`${'x'.repeat(300)}…`])
  })

  it('may lead to itself', () => {
    const error = new Error('round')
    error.cause = error
    expect(describeFailure(error).causes).toEqual([])
  })

  it.each([
    [new TypeError('x is undefined'), 'x is undefined. '],
    ['a text', 'a text. '],
    [undefined, 'undefined. '],
    [null, 'null. '],
    [{ toString: (): string => 'an object' }, 'an object. '],
  ])('%j that nobody foresaw is a bug, and says so', (error, start) => {
    const { title, annotation } = describeFailure(error)
    expect(title).toBe('UNEXPECTED')
    expect(annotation.startsWith(start)).toBe(true)
    expect(annotation).toContain('Please report it')
  })

  it('is one annotation, with the rest in the log', () => {
    const lines: string[] = []
    const write =
      (level: string) =>
      (...texts: readonly string[]) =>
        void lines.push([level, ...texts].join(' '))
    const levels = ['info', 'debug', 'notice', 'warning', 'error', 'aside'] as const
    const written = Object.fromEntries(levels.map(level => [level, write(level)]))
    reportFailure(foreseen(new Error('why')), { ...log, ...written })
    expect(lines.slice(0, 2)).toEqual([
      'error The list could not be read: 404. Try again. [LIST_UNAVAILABLE] LIST_UNAVAILABLE',
      'aside caused by why',
    ])
    expect(lines[2]).toBe('debug ActionError: The list could not be read: 404.')
    expect(lines.filter(line => !/^(debug|error|aside) /.test(line))).toEqual([])
  })
})
