import { expect, it } from 'vitest'
import { readPatience } from '../../src/inputs/patience.ts'

it('is the usual one where nothing is said', () => {
  const empty = { UV_HTTP_TIMEOUT: ' ', SETUP_MANAGED_PYTHON_RETRY_DELAY: '' }
  for (const env of [{}, empty]) {
    expect(readPatience(env)).toEqual({ list: {}, download: {}, cache: {} })
  }
})

it('is what the variables say', () => {
  expect(readPatience({ UV_HTTP_TIMEOUT: '6' })).toEqual({
    list: { timeoutMs: 6_000 },
    headStartMs: 800,
    download: { stallMs: 500, silenceMs: 6_000 },
    cache: {},
  })
  expect(readPatience({ UV_HTTP_TIMEOUT: '60' }).download.stallMs).toBe(5_000)
  expect(readPatience({ SETUP_MANAGED_PYTHON_RETRY_DELAY: '0' }).download).toEqual({
    retryDelayMs: 0,
  })
  expect(readPatience({ SETUP_MANAGED_PYTHON_CACHE_TIMEOUT: '7' }).cache).toEqual({
    lookupMs: 7_000,
    transferMs: 7_000,
  })
})

it.each([
  ['UV_HTTP_TIMEOUT', '0'],
  ['UV_HTTP_TIMEOUT', '1.5'],
  ['SETUP_MANAGED_PYTHON_CACHE_TIMEOUT', 'soon'],
  ['SETUP_MANAGED_PYTHON_RETRY_DELAY', '-1'],
])('%s cannot be %s', (name, value) => {
  expect(() => readPatience({ [name]: value })).toThrow(
    expect.objectContaining({
      code: 'INPUT_INVALID',
      message: `The variable ${name} is "${value}".`,
    }),
  )
})
