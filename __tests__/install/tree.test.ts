import { chmod, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Bytecode } from '../../src/domain/bytecode.ts'
import { stdlibFolder } from '../../src/domain/layout.ts'
import { pythonId } from '../../src/domain/python.ts'
import { type InstallationRecord, writeRecord } from '../../src/install/record.ts'
import { digestTree, scanTree } from '../../src/install/scan.ts'
import { checkTree, recordOf, startTree, type Tree, treeOf } from '../../src/install/tree.ts'
import { temporaryFolder } from '../support/shared.ts'
import { childEnv, type UnpackedPython, unpackPython } from '../support/unpacked-python.ts'

const windows = process.platform === 'win32'
const options = { env: childEnv, signal: new AbortController().signal }
const compiled: Bytecode = { mode: 'timestamp', files: 1, uncompilable: 0, seconds: 1 }

describe('a tree', async () => {
  const temporary = await temporaryFolder()
  const finalPath = path.join(temporary.path, 'final')
  let python: UnpackedPython
  let tree: Tree
  let record: InstallationRecord
  const place = () => ({ folder: python.root, finalPath })
  const check = async () => {
    const found = await checkTree(python.distribution, place())
    return 'fault' in found ? found : await startTree(found, options)
  }
  const stdlib = () => path.join(python.root, stdlibFolder(python.distribution))

  const survey = () => treeOf(python.distribution, place(), scanTree(python.root))

  beforeAll(async () => {
    python = await unpackPython(temporary.path)
    tree = survey()
    record = recordOf(tree, digestTree(python.root).digest)
  })
  beforeEach(() => writeRecord(python.root, record))
  afterAll(temporary.remove)

  it('is surveyed: what is in it, and where', () => {
    const { distribution, root } = python
    expect(tree).toMatchObject({ distribution, folder: root, finalPath, bytecode: null, caches: 0 })
    expect(tree.files).toBeGreaterThan(500)
    expect(path.join(root, tree.stdlib ?? '')).toBe(stdlib())
    const os = tree.sources.find(source => source.path === path.join(tree.stdlib ?? '', 'os.py'))
    expect(os?.sizeBytes).toBeGreaterThan(10_000)
  })

  it('is noted down as what it is', () => {
    const { distribution } = python
    expect(record).toMatchObject({
      id: pythonId(distribution),
      path: finalPath,
      archiveSha256: distribution.sha256,
      files: tree.files,
      bytecode: null,
    })
    expect(pythonId(record.python)).toBe(record.id)
    expect(record.python).not.toHaveProperty('url')
  })

  it('that fits its record is what it was', async () => {
    expect(await check()).toEqual(tree)
  })

  const changed = 'its files are not those that were saved'
  const edits: readonly (readonly [string, (os: string) => Promise<void>])[] = [
    ['a file that was emptied', os => writeFile(os, '')],
    ['a file less', os => rm(os)],
    ['a file more', os => writeFile(`${os}.more`, '')],
    [
      'bytecode that it had not',
      async os => {
        await mkdir(path.join(path.dirname(os), '__pycache__'), { recursive: true })
        await writeFile(path.join(path.dirname(os), '__pycache__', 'os.cpython-399.pyc'), '')
      },
    ],
    ...(windows
      ? []
      : [['a file that became a program', (os: string) => chmod(os, 0o755)] as const]),
  ]
  it.each(edits)('with %s is not what was saved', async (_, edit) => {
    const os = path.join(stdlib(), 'os.py')
    const text = await readFile(os)
    await edit(os)
    expect(await check()).toEqual({ fault: changed })
    await rm(`${os}.more`, { force: true })
    await rm(path.join(stdlib(), '__pycache__'), { recursive: true, force: true })
    await rm(os, { force: true })
    await writeFile(os, text, { mode: 0o644 })
    expect(await check()).toEqual(tree)
  })

  it('has the bytecode that its record says', async () => {
    await writeRecord(python.root, { ...record, bytecode: compiled })
    expect(await check()).toMatchObject({ bytecode: compiled })
  })

  it.each<readonly [string, () => Partial<InstallationRecord>, string | RegExp]>([
    ['another layout', () => ({ layout: 0 }), 'it has no record'],
    [
      'another Python',
      () => {
        const other = { ...record.python, build: '1' }
        return { python: other, id: pythonId(other) }
      },
      /^it holds cpython-.*-1-/,
    ],
    ['another archive', () => ({ archiveSha256: 'b'.repeat(64) }), 'it is of another archive'],
    ['an archive without a sum', () => ({ archiveSha256: null }), 'it is of another archive'],
    ['another place', () => ({ path: '/elsewhere' }), 'it was made for /elsewhere'],
    ['other files', () => ({ digest: '0'.repeat(64) }), changed],
    ['files nobody took a digest of', () => ({ digest: null }), changed],
  ])('that has the record of %s is faulty', async (_, changes, fault) => {
    await writeRecord(python.root, { ...record, ...changes() })
    expect(await check()).toEqual({
      fault: typeof fault === 'string' ? fault : expect.stringMatching(fault),
    })
  })

  it('without a record, or that is not there, is faulty', async () => {
    await rm(path.join(python.root, '.managed-python.json'))
    expect(await check()).toEqual({ fault: 'it has no record' })
    const missing = { ...place(), folder: path.join(temporary.path, 'missing') }
    expect(await checkTree(python.distribution, missing)).toEqual({
      fault: 'it has no record',
    })
  })

  it('whose interpreter does not work is faulty', async () => {
    const [encodings, aside] = [
      path.join(stdlib(), 'encodings'),
      path.join(temporary.path, 'aside'),
    ]
    await rename(encodings, aside)
    // As if the distribution had come like that.
    const { digest } = digestTree(python.root)
    await writeRecord(python.root, { ...record, digest })
    expect(await check()).toEqual({
      fault: expect.stringContaining('does not work on this machine'),
    })
    await rename(aside, encodings)
  })

  it.skipIf(windows)('with a link that leads out of it is looked at no further', async () => {
    const link = path.join(python.root, 'link')
    await symlink('/etc', link)
    expect(await check()).toEqual({ fault: expect.stringContaining('links to "/etc"') })
    expect(survey).toThrow(/links to "\/etc"/)
    await rm(link)
  })

  it('stays free of bytecode when it is started', async () => {
    expect(await check()).not.toHaveProperty('fault')
    const names = await readdir(python.root, { recursive: true })
    expect(names.filter(name => name.endsWith('.pyc'))).toEqual([])
  })
})
