import { describe, expect, it } from 'vitest'
import { help, parseArguments } from './arguments.ts'

describe('the command line of the stress', () => {
  it('has an answer for everything that it leaves out', () => {
    expect(parseArguments([])).toEqual({ rounds: 50, seed: expect.any(Number) })
  })

  it('says how many rounds, and which', () => {
    const args = ['--rounds', '3', '--seed', '20261122']
    expect(parseArguments(args)).toEqual({ rounds: 3, seed: 20261122 })
  })

  it('may ask for help, which names every option', () => {
    for (const option of ['--help', '-h']) expect(parseArguments([option])).toBeNull()
    for (const option of ['--rounds', '--seed']) expect(help).toContain(option)
  })

  it.each([
    [['--rounds', 'many'], "--rounds takes a number, not 'many'"],
    [['--seed', '-1'], '--seed'],
    [['--round', '3'], '--round'],
    [['3'], "'3'"],
  ])('%j is a mistake', (args, message) => {
    expect(() => parseArguments(args)).toThrow(message)
  })
})
