import { describe, expect, it } from 'vitest'
import { readMetadata } from '../support/runner-environment.ts'
import { parseArguments, renderHelp } from './arguments.ts'

describe('the command line', async () => {
  const metadata = await readMetadata()
  const parse = (...args: readonly string[]) => parseArguments(args, metadata)

  it.each([
    [['--python-version', '3.13'], { 'python-version': '3.13' }],
    [
      ['--python-version=>=3.9', '--compile-bytecode'],
      { 'python-version': '>=3.9', 'compile-bytecode': 'true' },
    ],
    [['--compile-bytecode', '--libc', 'musl'], { 'compile-bytecode': 'true', libc: 'musl' }],
    [['--python-version', '3.12', '--python-version', '3.13'], { 'python-version': '3.12\n3.13' }],
    [['--mirror-token='], { 'mirror-token': '' }],
  ])('%j is a run', (args, inputs) => {
    expect(parse(...args)).toEqual({ kind: 'run', inputs, toolCache: null })
  })

  it('keeps the tool cache apart from the inputs', () => {
    expect(parse('--tool-cache', 'here')).toEqual({ kind: 'run', inputs: {}, toolCache: 'here' })
  })

  it('says what is wrong in one line', () => {
    const hint = 'npm run try -- --help lists the options.'
    expect(parse('--pythonversion')).toEqual({
      kind: 'mistake',
      message: `There is no option --pythonversion. ${hint}`,
    })
    expect(parse('3.13')).toEqual({
      kind: 'mistake',
      message: `'3.13' belongs to no option. ${hint}`,
    })
  })

  it('demonstrates without arguments, and helps where it is asked to', () => {
    expect(parse()).toEqual({ kind: 'demonstrate' })
    expect(parse('--libc', 'musl', '--help')).toEqual({ kind: 'help' })
    expect(parse('-h')).toEqual({ kind: 'help' })
  })

  it('has help on every input', () => {
    const help = renderHelp(metadata)
    for (const name of Object.keys(metadata.inputs)) expect(help).toContain(`\n  --${name}\n`)
    expect(help.split('\n').filter(line => line.length > 90)).toEqual([])
  })
})
