import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { childEnvironment } from '../../src/io/process-environment.ts'
import { environmentsIn, removeIfBroken } from '../../src/packages/environments.ts'
import { moveInto } from '../../src/packages/move.ts'
import { temporaryFolder } from '../support/shared.ts'

const run = promisify(execFile)
const windows = process.platform === 'win32'
const options = {
  env: childEnvironment(process.env, process.platform),
  signal: new AbortController().signal,
}

async function makeEnvironment(folder: string): Promise<string> {
  await run(windows ? 'python' : 'python3', ['-m', 'venv', '--without-pip', folder])
  return folder
}

describe('a restored environment', () => {
  it('stays where its Python is there and runs', async () => {
    await using folder = await temporaryFolder()
    const environment = await makeEnvironment(join(folder.path, 'one'))
    await mkdir(join(folder.path, 'cache'))
    expect(await environmentsIn(folder.path)).toEqual([environment])
    expect(await environmentsIn(environment)).toEqual([environment])
    expect(await removeIfBroken(environment, options)).toBeNull()
    expect(await environmentsIn(folder.path)).toEqual([environment])
  })

  it.each<[string, (environment: string) => Promise<void>, RegExp]>([
    [
      'home is gone',
      async environment => {
        const file = join(environment, 'pyvenv.cfg')
        const text = await readFile(file, 'utf8')
        await writeFile(file, text.replace(/^home = .*$/m, 'home = /nowhere/bin'))
      },
      /^its Python, in \/nowhere\/bin, is not there$/,
    ],
    [
      'configuration is empty',
      environment => writeFile(join(environment, 'pyvenv.cfg'), ''),
      /^its Python, in no folder, is not there$/,
    ],
    [
      'interpreter is gone',
      environment => rm(join(environment, windows ? 'Scripts' : 'bin'), { recursive: true }),
      /^its Python cannot be started/,
    ],
  ])('goes where its %s', async (_, spoil, fault) => {
    await using folder = await temporaryFolder()
    const environment = await makeEnvironment(join(folder.path, 'one'))
    await spoil(environment)
    expect(await removeIfBroken(environment, options)).toMatch(fault)
    expect(await environmentsIn(folder.path)).toEqual([])
  })
})

describe('what was restored', () => {
  const write = async (root: string, files: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(join(root, name, '..'), { recursive: true })
      await writeFile(join(root, name), text)
    }
  }
  const read = (root: string, ...names: readonly string[]) =>
    Promise.all(names.map(name => readFile(join(root, name), 'utf8').catch(() => null)))

  it('goes to where nothing is, or beside what is there', async () => {
    await using folder = await temporaryFolder()
    const [from, to] = [join(folder.path, 'from'), join(folder.path, 'deep', 'to')]
    await write(from, { 'a/x': 'new', 'b/y': 'new' })
    await moveInto(from, to)
    expect(await read(to, 'a/x', 'b/y')).toEqual(['new', 'new'])
    await write(from, { 'a/x': 'newer', 'a/z': 'newer', 'b/y/z': 'newer' })
    await moveInto(from, to)
    expect(await read(to, 'a/x', 'a/z', 'b/y')).toEqual(['new', 'newer', 'new'])
  })

  it('takes the place of an environment, and leaves others alone', async () => {
    await using folder = await temporaryFolder()
    const [from, to] = [join(folder.path, 'from'), join(folder.path, 'to')]
    await write(from, { 'one/pyvenv.cfg': 'new' })
    await write(to, { 'one/pyvenv.cfg': 'old', 'one/rest': 'old', 'two/pyvenv.cfg': 'other' })
    await moveInto(from, to)
    const files = ['one/pyvenv.cfg', 'one/rest', 'two/pyvenv.cfg']
    expect(await read(to, ...files)).toEqual(['new', null, 'other'])
  })

  it.skipIf(windows)('goes through a link to a folder', async () => {
    await using folder = await temporaryFolder()
    const [from, real] = [join(folder.path, 'from'), join(folder.path, 'real')]
    await write(from, { x: 'new' })
    await mkdir(real)
    await symlink(real, join(folder.path, 'to'))
    await moveInto(from, join(folder.path, 'to'))
    expect(await read(real, 'x')).toEqual(['new'])
  })
})
