import { chmod, mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { errorCode, removeTree, renamePatiently, writeFileAtomically } from '../../src/io/files.ts'
import { temporaryFolder } from '../support/shared.ts'
import { followWindowsRules } from '../support/windows-rules.ts'

describe('a file', async () => {
  const temporary = await temporaryFolder()
  let folder = ''
  let count = 0
  const at = (...names: readonly string[]) => path.join(folder, ...names)

  beforeEach(async () => {
    folder = path.join(temporary.path, String(count++))
    await mkdir(folder)
  })
  afterAll(temporary.remove)

  it('is written whole, over what was there, and nothing stays beside it', async () => {
    await writeFileAtomically(at('a'), 'one')
    await writeFileAtomically(at('a'), 'two')
    expect(await readFile(at('a'), 'utf8')).toBe('two')
    expect(await readdir(folder)).toEqual(['a'])
  })

  it('is never seen in parts', async () => {
    const texts = ['x'.repeat(100_000), 'y'.repeat(200_000)] as const
    await writeFileAtomically(at('a'), texts[0])
    const writing = Promise.all(
      [...texts, ...texts].map(text => writeFileAtomically(at('a'), text)),
    )
    for (let i = 0; i < 20; i++) expect(texts).toContain(await readFile(at('a'), 'utf8'))
    await writing
    expect(await readdir(folder)).toEqual(['a'])
  })

  it('that cannot be written leaves nothing behind', async () => {
    await mkdir(at('a', 'b'), { recursive: true })
    await expect(writeFileAtomically(at('a'), 'text')).rejects.toThrow()
    expect(await readdir(folder)).toEqual(['a'])
    await expect(writeFileAtomically(at('missing', 'a'), 'text')).rejects.toThrow('ENOENT')
  })

  it('or a tree is removed, if it is there', async () => {
    await mkdir(at('a', 'b'), { recursive: true })
    await writeFile(at('a', 'b', 'c'), '')
    await writeFile(at('d'), '')
    await Promise.all([removeTree(at('a')), removeTree(at('d')), removeTree(at('e'))])
    expect(await readdir(folder)).toEqual([])
  })

  it('is renamed', async () => {
    await writeFile(at('a'), '')
    await renamePatiently(at('a'), at('b'))
    expect(await readdir(folder)).toEqual(['b'])
    await expect(renamePatiently(at('a'), at('c'), 'win32')).rejects.toThrow('ENOENT')
  })

  describe.runIf(process.platform === 'linux')('on Windows', () => {
    it('is not renamed onto a folder, and nobody waits for that', async () => {
      using rules = followWindowsRules()
      await mkdir(at('a'))
      await mkdir(at('b'))
      await expect(renamePatiently(at('a'), at('b'), 'win32')).rejects.toThrow('EPERM')
      expect(rules.refusals).toEqual([{ rule: 'onto a folder', path: at('b') }])
    })

    it('is renamed as soon as nobody has it open', async () => {
      using rules = followWindowsRules()
      await mkdir(at('a'))
      await writeFile(at('a', 'file'), '')
      const handle = await open(at('a', 'file'))
      await expect(renamePatiently(at('a'), at('b'), 'linux')).rejects.toThrow('EPERM')
      const renamed = renamePatiently(at('a'), at('b'), 'win32')
      while (rules.refusals.length < 2) await new Promise(resolve => setTimeout(resolve, 1))
      await handle.close()
      await renamed
      expect(await readdir(folder)).toEqual(['b'])
    })
  })

  // The superuser is refused nothing, and Windows knows no such modes.
  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'that is refused for a while is renamed on Windows, and an error elsewhere',
    async () => {
      await writeFile(at('a'), '')
      await chmod(folder, 0o555)
      await expect(renamePatiently(at('a'), at('b'), 'linux')).rejects.toThrow('EACCES')
      const renamed = renamePatiently(at('a'), at('b'), 'win32')
      await new Promise(resolve => setTimeout(resolve, 20))
      await chmod(folder, 0o755)
      await renamed
      expect(await readdir(folder)).toEqual(['b'])
    },
  )
})

it.each([
  [Object.assign(new Error('x'), { code: 'ENOENT' }), 'ENOENT'],
  [Object.assign(new Error('x'), { code: 5 }), null],
  [new Error('x'), null],
  [{ code: 'ENOENT' }, null],
  ['ENOENT', null],
  [undefined, null],
])('the code of %j is %j', (error, code) => {
  expect(errorCode(error)).toBe(code)
})
