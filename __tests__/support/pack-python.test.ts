import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listJson, offer, sharedOffers } from './list.ts'
import { packPython } from './pack-python.ts'
import { temporaryFolder } from './shared.ts'
import { sharedFile } from './shared-folder.ts'

const run = promisify(execFile)
const windows = process.platform === 'win32'

describe('a packed Python', async () => {
  const folder = await temporaryFolder()
  const packed = await packPython()
  const root = join(folder.path, 'python')
  const python = (...args: readonly string[]) =>
    run(windows ? join(root, 'python.exe') : join(root, 'bin/python3'), ['-I', '-B', ...args])

  beforeAll(() => run('tar', ['-xzf', packed.file, '-C', folder.path]))
  afterAll(folder.remove)

  it('runs where it is unpacked, and is the version it is named by', async () => {
    const { stdout } = await python(
      '-c',
      'import platform, sys; print(sys.prefix, platform.python_version())',
    )
    expect(stdout.trim()).toBe(`${root} ${packed.version}`)
    expect(packed.file).toContain(`cpython-${packed.version}+${packed.build}-${packed.triple}`)
  })

  it.skipIf(packed.pip === null)('brings its pip', async () => {
    const { stdout } = await python('-m', 'pip', '--version')
    expect(stdout).toContain(`pip ${packed.pip} from ${root}`)
  })

  it.skipIf(windows)('says /install where its build wrote a place down', async () => {
    const library = join(root, 'lib', `python${packed.version.split('.').slice(0, 2).join('.')}`)
    const name = (await readdir(library)).find(file => file.startsWith('_sysconfigdata_'))
    const data = await readFile(join(library, name ?? ''), 'utf8')
    expect(data).toContain("'prefix': '/install'")
    expect(data).toContain("'LIBDIR': '/install/lib'")
    expect(await readFile(join(root, 'lib/pkgconfig/python3.pc'), 'utf8')).toContain(
      'prefix=/install\n',
    )
  })

  it.each([
    ['Debian', 'posix_local', '/usr/local/lib/python3.13/dist-packages'],
    ['Homebrew', 'osx_framework_library', '/opt/homebrew/lib/python3.13/site-packages'],
  ])('does not install packages where %s has them', async (_, scheme, place) => {
    const library = join(folder.path, scheme)
    await mkdir(library)
    const schemes = `{'posix_prefix': 'its own', '${scheme}': '${place}'}`
    await writeFile(join(library, 'sysconfig.py'), `_INSTALL_SCHEMES = ${schemes}\n`)
    const { stdout } = await python('-c', undoSchemes, import.meta.dirname, library)
    expect(JSON.parse(stdout)).toEqual({ posix_prefix: 'its own', [scheme]: 'its own' })
  })

  it('has no tests, no bytecode, and one modification time', async () => {
    const { stdout } = await run('tar', ['-tzf', packed.file])
    expect(stdout).not.toMatch(/__pycache__|\.pyc$|\/test\//m)
    const library = await stat(join(root, windows ? 'Lib/os.py' : 'include'))
    expect(library.mtime.toISOString()).toBe('2024-01-01T00:00:00.000Z')
  })

  it('is another file under another build, with the same tree', async () => {
    const older = await packPython({ build: '20250101' })
    expect(older.sha256).not.toBe(packed.sha256)
    const trees = [older, packed].map(({ file }) => run('tar', ['-tzf', file]))
    const [a, b] = await Promise.all(trees)
    expect(a?.stdout).toBe(b?.stdout)
  })

  it('is offered as uv’s list would', async () => {
    const older = await packPython({ build: '20250101' })
    const list = JSON.parse(listJson([offer(packed), offer(older)]))
    const [major, minor, patch] = packed.version.split('.').map(Number.parseFloat)
    expect(Object.values(list)).toMatchObject([
      { name: 'cpython', major, minor, patch, build: packed.build, sha256: packed.sha256 },
      { name: 'cpython', major, minor, patch, build: '20250101', sha256: older.sha256 },
    ])
  })
})

const undoSchemes = `
import json, os, runpy, sys
sys.path.insert(0, sys.argv[1])
import pack_python
pack_python.undo_schemes(sys.argv[2])
edited = runpy.run_path(os.path.join(sys.argv[2], 'sysconfig.py'))
print(json.dumps(edited['_INSTALL_SCHEMES']))
`

it('names what it cannot pack', async () => {
  await expect(packPython({ interpreter: process.execPath })).rejects.toThrow(
    'is not a CPython 3.8',
  )
})

const needsMirror = { tags: 'shared', skip: sharedFile('python-mirror') === null }

it('offers what lies beside the checkout', needsMirror, async () => {
  const paths = (await sharedOffers()).map(({ path }) => path)
  expect(paths.length).toBeGreaterThan(0)
  expect(paths.filter(path => path.startsWith('/'))).toEqual([])
})
