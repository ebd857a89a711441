import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { make } from '../../src/cache/key.ts'
import { layoutNumber } from '../../src/domain/layout.ts'
import { environmentNumber } from '../../src/environment/key.ts'
import { projectFolder } from '../support/shared.ts'

/** Numbers in keys and records that are raised by hand, with a hash of the files that they stand for. */
const numbers = [
  {
    name: 'layoutNumber in src/domain/layout.ts',
    number: layoutNumber,
    files: ['domain/layout.ts', 'install/programs.ts', 'install/pip.ts', 'install/record.ts'],
    hash: '7853219aba95d34c',
  },
  {
    name: 'make.relocation in src/cache/key.ts',
    number: make.relocation,
    files: ['install/relocate.ts', 'install/build-configuration.ts', 'install/install-name.ts'],
    hash: '0a00d02c43520c39',
  },
  {
    name: 'make.bytecode in src/cache/key.ts',
    number: make.bytecode,
    files: ['bytecode/compile_stdlib.py'],
    hash: 'bac94a047b11f347',
  },
  {
    name: 'environmentNumber in src/environment/key.ts',
    number: environmentNumber,
    files: ['environment/make.ts', 'environment/record.ts'],
    hash: '2b94371c3a0f8a4b',
  },
] as const

it.each(numbers)(
  '$name is $number for what its files do',
  async ({ name, number, files, hash }) => {
    const digest = createHash('sha256').update(String(number))
    for (const file of files) digest.update(await readFile(path.join(projectFolder, 'src', file)))
    const now = digest.digest('hex').slice(0, 16)
    const what = `${files.join(', ')} changed. Would what is cached come out otherwise now? Then raise ${name}. Either way, note down ${now} here.`
    expect(now, what).toBe(hash)
  },
)
