import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { make } from '../../src/cache/key.ts'
import { layoutNumber } from '../../src/domain/layout.ts'
import { projectFolder } from '../support/shared.ts'

/** Numbers in keys and records that are raised by hand, with a hash of the files that they stand for. */
const numbers = [
  {
    name: 'layoutNumber in src/domain/layout.ts',
    number: layoutNumber,
    files: ['domain/layout.ts', 'install/programs.ts', 'install/record.ts'],
    hash: '37925403eff1e672',
  },
  {
    name: 'make.relocation in src/cache/key.ts',
    number: make.relocation,
    files: ['install/relocate.ts', 'install/build-configuration.ts', 'install/install-name.ts'],
    hash: 'b0f6a4954a215d6b',
  },
  {
    name: 'make.bytecode in src/cache/key.ts',
    number: make.bytecode,
    files: ['bytecode/compile_stdlib.py'],
    hash: '4554fd568322222e',
  },
] as const

it.each(numbers)(
  '$name is $number for what its files do',
  async ({ name, number, files, hash }) => {
    const digest = createHash('sha256').update(String(number))
    for (const file of files) digest.update(await readFile(path.join(projectFolder, 'src', file)))
    const now = digest.digest('hex').slice(0, 16)
    const what = `${files.join(', ')} changed. Would an installation come out otherwise now? Then raise ${name}. Either way, note down ${now} here.`
    expect(now, what).toBe(hash)
  },
)
