import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { pythonId } from '../../src/domain/python.ts'
import {
  type InstallationRecord,
  noteBytecode,
  readRecord,
  recordName,
  writeRecord,
} from '../../src/install/record.ts'
import { recordOfPython } from '../support/distributions.ts'
import { temporaryFolder } from '../support/shared.ts'

describe('a record', async () => {
  const folder = await temporaryFolder()
  const file = path.join(folder.path, recordName)
  const record: InstallationRecord = {
    ...recordOfPython('/tools/python'),
    bytecode: { mode: 'timestamp', files: 1037, uncompilable: 3, seconds: 1.5 },
  }
  afterAll(folder.remove)

  it('is read as it was written, and leaves nothing else behind', async () => {
    await writeRecord(folder.path, record)
    await writeRecord(folder.path, record)
    expect(await readRecord(folder.path)).toEqual(record)
    expect(await readdir(folder.path)).toEqual([recordName])
  })

  it('has the bytecode that was added to its very tree later', async () => {
    const { bytecode } = record
    const plain = { ...record, tree: 'this', bytecode: null }
    await writeRecord(folder.path, plain)
    if (bytecode !== null) await noteBytecode(folder.path, 'another', bytecode)
    expect(await readRecord(folder.path)).toEqual(plain)
    if (bytecode !== null) await noteBytecode(folder.path, 'this', bytecode)
    expect(await readRecord(folder.path)).toEqual({ ...plain, bytecode })
    await writeFile(path.join(folder.path, '.managed-python-bytecode.json'), '{"tree": "this"}')
    expect(await readRecord(folder.path)).toEqual(plain)
    // Without a name of its own a tree is not published: no note can be about it.
    await writeRecord(folder.path, { ...plain, tree: null })
    await writeFile(
      path.join(folder.path, '.managed-python-bytecode.json'),
      JSON.stringify({ tree: null, bytecode }),
    )
    expect(await readRecord(folder.path)).toEqual({ ...plain, tree: null })
  })

  const { python } = record
  const of = (changes: object) => {
    const other = { ...python, ...changes }
    return { ...record, python: other, id: pythonId(other) }
  }
  it.each<readonly [string, unknown]>([
    ['another layout', { ...record, layout: record.layout + 1 }],
    ['no layout', { ...record, layout: undefined }],
    ['the id of another Python', { ...record, id: pythonId({ ...python, build: '20250101' }) }],
    ['another Python', { ...record, python: { ...python, variant: 'debug' } }],
    ['a tree without a name', { ...record, tree: undefined }],
    ['no Python', { ...record, python: undefined }],
    ['half a Python', { ...record, python: { implementation: 'cpython' } }],
    ['an unknown variant', of({ variant: 'tiny' })],
    ['an unknown C library', of({ platform: { ...python.platform, libc: 'tiny' } })],
    ['a pip that is no text', of({ pip: 25 })],
    ['an unknown mode of bytecode', of({ hashMode: 'timestamp' })],
    ['nothing', {}],
    ['null', null],
    ['a list', [record]],
  ])('of %s is none', async (_, value) => {
    await writeFile(file, JSON.stringify(value))
    expect(await readRecord(folder.path)).toBe(null)
  })

  it.each(['', '{', '\0\0\0\0', '{"layout": 1'])('with the text %j is none', async text => {
    await writeFile(file, text)
    expect(await readRecord(folder.path)).toBe(null)
  })

  it('that is not there, or a folder, is none', async () => {
    await rm(file)
    expect(await readRecord(folder.path)).toBe(null)
    expect(await readRecord(path.join(folder.path, 'missing'))).toBe(null)
    await mkdir(file)
    expect(await readRecord(folder.path)).toBe(null)
  })
})
