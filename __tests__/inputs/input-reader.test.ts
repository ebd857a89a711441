import { describe, expect, it } from 'vitest'
import {
  boolishVariable,
  inputReader,
  invalid,
  parseBoolean,
  parseWord,
} from '../../src/inputs/input-reader.ts'

describe('an input', () => {
  it('is read as the runner hands it over, trimmed', () => {
    const read = inputReader({ 'INPUT_PYTHON-VERSION': ' 3.13\n', INPUT_MY_INPUT: 'x' })
    expect(read('python-version')).toBe('3.13')
    expect(read('my input')).toBe('x')
    expect(read('mirror')).toBe('')
  })
})

describe('a boolean input', () => {
  it.each(['true', 'True', 'TRUE'])('%s is true', text => {
    expect(parseBoolean('x', text)).toBe(true)
  })

  it.each(['false', 'False', 'FALSE'])('%s is false', text => {
    expect(parseBoolean('x', text)).toBe(false)
  })

  it.each(['', 'yes', '1', 'tRuE', 'on', 'toString', '__proto__'])('%j is an error', text => {
    expect(() => parseBoolean('check-latest', text)).toThrow(
      expect.objectContaining({
        code: 'INPUT_INVALID',
        message: `The input check-latest is ${JSON.stringify(text)}.`,
        hint: 'Set it to true or false.',
      }),
    )
  })
})

describe('a boolean variable', () => {
  it.each([
    ...['1', 'true', 'T', 'yes', 'Y', 'on', ' ON '].map(text => [text, true] as const),
    ...['0', 'False', 'f', 'NO', 'n', 'off'].map(text => [text, false] as const),
    ['', null] as const,
    [undefined, null] as const,
  ])('%j is %j', (text, value) => {
    expect(boolishVariable({ UV_X: text }, 'UV_X')).toBe(value)
  })

  it.each(['2', 'maybe', 'constructor'])('%j is an error', text => {
    expect(() => boolishVariable({ UV_X: text }, 'UV_X')).toThrow(`The variable UV_X is "${text}".`)
  })
})

it('one of a few words is that word or an error that lists them', () => {
  expect(parseWord('The input x', 'b', ['a', 'b'])).toBe('b')
  expect(() => parseWord('The input x', 'c', ['a', 'b'])).toThrow(
    expect.objectContaining({ message: 'The input x is "c".', hint: 'Set it to one of a, b.' }),
  )
})

it('an error shows a value escaped and cut', () => {
  const { message } = invalid('The input x', `a\n::set-env::${'y'.repeat(200)}`, 'z')
  expect(message).toBe(`The input x is "a\\n::set-env::${'y'.repeat(87)}".`)
})
