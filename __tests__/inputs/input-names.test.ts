import { describe, expect, it } from 'vitest'
import { checkInputNames } from '../../src/inputs/input-names.ts'
import { readMetadata } from '../support/runner-environment.ts'

const known = Object.keys((await readMetadata()).inputs)
const check = (name: string, names = known) => {
  return checkInputNames({ [`INPUT_${name.toUpperCase()}`]: 'x', PATH: '/bin' }, names)
}

describe('the name of an input', () => {
  it.each(known)('%s is known', name => expect(check(name)).toEqual([]))

  it.each([
    ['python_version', 'python-version'],
    ['pythonversion', 'python-version'],
    ['python-versions', 'python-version'],
    ['phyton-version', 'python-version'],
    ['compile_bytecode', 'compile-bytecode'],
    ['compile-bytcode', 'compile-bytecode'],
    ['cache_python', 'cache-python'],
    ['python-version-files', 'python-version-file'],
    ['miror', 'mirror'],
    ['lib_c', 'libc'],
  ])('%s is no input, and %s is close', (name, meant) => {
    expect(() => check(name)).toThrow(
      expect.objectContaining({
        code: 'INPUT_INVALID',
        message: `There is no input '${name}'.`,
        hint: `Did you mean '${meant}'?`,
      }),
    )
  })

  it.each(['version', 'python', 'node-version', 'lib', 'args', 'entrypoint', 'x'.repeat(5_000)])(
    '%s may be meant for another program',
    name => expect(check(name)).toEqual([]),
  )

  it.each(['cache', 'cache-dependency-path', 'pip-install'])('%s is setup-python’s', name => {
    const others = known.filter(other => other !== name)
    expect(check(name, others)).toEqual([
      expect.stringContaining(`The input ${name} of setup-python does not exist here`),
    ])
    expect(check(name, [...others, name])).toEqual([])
  })

  it('says nothing where the input is empty', () => {
    expect(checkInputNames({ INPUT_PYTHON_VERSION: ' ', INPUT_CACHE: '' }, known)).toEqual([])
  })
})
