import { describe, expect, it } from 'vitest'
import { settleAll } from '../../src/io/settle.ts'

describe('what all promises come to', () => {
  const never = new AbortController().signal

  it('is what each of them gives, in their order', async () => {
    const slow = Promise.withResolvers<number>()
    const all = settleAll([slow.promise, Promise.resolve(2)], never)
    slow.resolve(1)
    expect(await all).toEqual([1, 2])
  })

  it('is the first failure, once the last one has settled', async () => {
    const slow = Promise.withResolvers<void>()
    let over = false
    const failed = settleAll([Promise.reject(new Error('a')), slow.promise], never).catch(
      error => `${error.message}, over: ${over}`,
    )
    await new Promise(setImmediate)
    over = true
    slow.resolve()
    expect(await failed).toBe('a, over: true')
  })

  it('is the signal’s reason where that has given one', async () => {
    const failing = [Promise.reject(new Error('a'))]
    await expect(settleAll(failing, AbortSignal.abort(new Error('b')))).rejects.toThrow('b')
  })
})
