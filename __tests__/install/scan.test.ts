import { execFileSync } from 'node:child_process'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { findSources, scanTree, stdlibOf } from '../../src/install/scan.ts'
import { isInside } from '../../src/io/files.ts'
import { temporaryFolder } from '../support/shared.ts'

const windows = process.platform === 'win32'

describe('a tree', async () => {
  const folder = await temporaryFolder()
  let root = ''
  const write = async (name: string, text = '') => {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true })
    await writeFile(path.join(root, name), text)
  }
  const link = async (name: string, target: string) => {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true })
    await symlink(target, path.join(root, name))
  }

  let count = 0
  beforeEach(async () => {
    root = path.join(folder.path, String(count++))
    await mkdir(root)
  })
  afterAll(folder.remove)

  it('is counted: files, bytecode, sources', async () => {
    await write('.managed-python.json', '{}')
    await write('bin/python3.13', '#!')
    await write('lib/a.py', 'a')
    await write('lib/deep/er/b.py', 'bb')
    await write('lib/deep/.managed-python.json')
    await write('lib/data.pyc')
    await write('lib/__pycache__/a.cpython-313.pyc')
    await write('lib/__pycache__/a.cpython-313.opt-1.pyc')
    await write('lib/__pycache__/strange.py')
    await write('lib/__pycache__/notes.txt')
    await mkdir(path.join(root, 'empty'))
    const { files, caches, sources } = scanTree(root)
    expect({ files, caches }).toEqual({ files: 7, caches: 2 })
    expect(sources.toSorted((a, b) => a.sizeBytes - b.sizeBytes)).toEqual([
      { path: path.join('lib', 'a.py'), sizeBytes: 1 },
      { path: path.join('lib', 'deep', 'er', 'b.py'), sizeBytes: 2 },
    ])
  })

  it('in use has sources, whatever else people have put there', async () => {
    await write('lib/a.py', 'a')
    await write('lib/site-packages/b.py', 'bb')
    await write('lib/__pycache__/strange.py')
    await write('lib/data.txt')
    await write('share/c.py')
    await mkdir(path.join(root, 'lib', 'folder.py'))
    const sources = findSources(root, 'lib')
    expect(sources.toSorted((a, b) => a.sizeBytes - b.sizeBytes)).toEqual([
      { path: path.join('lib', 'a.py'), sizeBytes: 1 },
      { path: path.join('lib', 'site-packages', 'b.py'), sizeBytes: 2 },
    ])
  })

  it('in use may lose what is in it, as it is looked at', () => {
    expect(findSources(root, 'gone')).toEqual([])
  })

  it.skipIf(windows)('in use may hold links that lead anywhere, and pipes', async () => {
    await link('lib/site-packages/tool', '/usr/bin/env')
    await link('lib/site-packages/project.py', '/nowhere/project.py')
    execFileSync('mkfifo', [path.join(root, 'lib', 'pipe.py')])
    expect(findSources(root, 'lib').map(source => source.path)).toEqual([
      path.join('lib', 'site-packages', 'project.py'),
    ])
  })

  it('may be empty', () => {
    expect(scanTree(root)).toEqual({ files: 0, caches: 0, sources: [] })
  })

  it.skipIf(windows)('may hold links that stay inside, and they are not followed', async () => {
    await write('bin/python3.13')
    await link('bin/python', 'python3.13')
    await link('bin/also', './python3.13')
    await link('share/up/x', '../../bin/python3.13')
    await link('share/root', '..')
    await link('share/loop', 'loop')
    await link('share/dangling', '../bin/nothing')
    expect(scanTree(root).files).toBe(7)
  })

  it.skipIf(windows).each([
    ['lib/l', '/etc'],
    ['l', '..'],
    ['lib/l', '../../etc/passwd'],
    ['lib/l', '../lib/../../x'],
    ['lib/__pycache__/l.pyc', '../../..'],
    ['lib/l', 'x/..'],
    ['lib/l', './x//../y'],
  ])('must not hold a link %s to %s', async (name, target) => {
    await link(name, target)
    expect(() => scanTree(root)).toThrow(
      expect.objectContaining({
        code: 'ARCHIVE_INVALID',
        message: `The archive's entry ${JSON.stringify(name)} links to ${JSON.stringify(target)}, outside of the archive.`,
      }),
    )
  })

  it.skipIf(windows)('must not hold a link that leads out over another one', async () => {
    await write('victim')
    await mkdir(path.join(root, 'python/lib'), { recursive: true })
    await link('python/lib/here', '..')
    await link('python/out', 'lib/here/../victim')
    expect(() => scanTree(path.join(root, 'python'))).toThrow('outside of the archive')
  })

  it.skipIf(windows)('must hold nothing but files, folders and links', async () => {
    await mkdir(path.join(root, 'lib'))
    execFileSync('mkfifo', [path.join(root, 'lib', 'pipe.py')])
    expect(() => scanTree(root)).toThrow(
      'The archive\'s entry "lib/pipe.py" is not a file, folder or link.',
    )
  })

  it.skipIf(windows)('must not hold a socket', async () => {
    const server = createServer().listen(path.join(root, 's'))
    await new Promise(resolve => server.once('listening', resolve))
    expect(() => scanTree(root)).toThrow('is not a file, folder or link')
    server.close()
  })
})

it.each([
  ['/a', '/a', true],
  ['/a', '/a/b', true],
  ['/a', '/a/..b', true],
  ['/a', '/a/...', true],
  ['/a', '/', false],
  ['/a', '/ab', false],
  ['/a/b', '/a', false],
  ['/', '/a', true],
])('whether in %s lies %s: %j', (folder, candidate, inside) => {
  expect(isInside(folder, candidate)).toBe(inside)
})

it.each([
  ['lib/python3.13', ['lib/python3.13/os.py', 'lib/python3.13/encodings/__init__.py']],
  ['Lib', ['Lib/os.py', 'Lib/encodings/__init__.py', 'Lib/site-packages/os.py']],
  // A package that brings a copy of its own lies deeper.
  ['lib', ['lib/x/os.py', 'lib/x/encodings/__init__.py', 'lib/os.py', 'lib/encodings/__init__.py']],
  [null, ['lib/python3.13/os.py']],
  [null, ['lib/python3.13/encodings/__init__.py', 'os.py']],
  [null, []],
])('the standard library is found at %s', (stdlib, names) => {
  const sources = names.map(name => ({ path: path.normalize(name), sizeBytes: 1 }))
  const found = stdlibOf({ files: names.length, caches: 0, sources })
  expect(found).toBe(stdlib && path.normalize(stdlib))
})
