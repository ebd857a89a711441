import { mkdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Distribution } from '../../src/domain/distribution.ts'
import { relocate, relocatePkgConfig } from '../../src/install/relocate.ts'
import { distribution } from '../support/distributions.ts'
import { temporaryFolder } from '../support/shared.ts'

const windows = process.platform === 'win32'
const prefix = '/opt/tools/python'
const ownPlace = `prefix=\${pcfiledir}/../..`

describe('a pkg-config file', () => {
  const text = `prefix=/install\nlibdir=\${prefix}/lib\n\nLibs: -L\${libdir}\n`

  it('finds its own place', () => {
    expect(relocatePkgConfig(text)).toBe(text.replace('prefix=/install', () => ownPlace))
  })

  it('without a prefix stays as it is', () => {
    const other = 'exec_prefix=/usr\n# prefix=/install\n'
    expect(relocatePkgConfig(other)).toBe(other)
  })
})

describe('a tree', async () => {
  const folder = await temporaryFolder()
  const time = new Date('2024-01-01T00:00:00Z')
  let root = ''
  let count = 0

  const write = async (name: string, text: string) => {
    const file = path.join(root, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
    await utimes(file, time, time)
  }
  const read = (name: string) => readFile(path.join(root, name), 'utf8')
  const data = "build_time_vars = {'LIBDIR': '/install/lib'}\n"
  const pc = 'prefix=/install\n'

  beforeEach(() => {
    root = path.join(folder.path, String(count++))
  })
  afterAll(folder.remove)

  it('has its build configuration rewritten, and only that', async () => {
    const names = ['_sysconfigdata__linux_x86_64-linux-gnu.py', '_sysconfigdata_d_linux_.py']
    for (const name of names) await write(`lib/python3.13/${name}`, data)
    await write('lib/python3.13/_sysconfigdata__linux.pyc', data)
    await write('lib/python3.13/_sysconfig_vars__linux_.json', '{"LIBDIR": "/install/lib"}')
    await write('lib/python3.13/sysconfig.py', data)
    await write('lib/pkgconfig/python-3.13.pc', pc)
    const others = [
      'old_sysconfigdata_.py',
      'old_sysconfig_vars_.json',
      '_sysconfig_vars_.json.old',
    ]
    for (const name of others) await write(`lib/python3.13/${name}`, data)
    for (const name of ['README', 'python.pc.in']) await write(`lib/pkgconfig/${name}`, pc)
    await relocate(root, distribution(), prefix)
    for (const name of [...names, '_sysconfig_vars__linux_.json'])
      expect(await read(`lib/python3.13/${name}`)).toContain(`"${prefix}/lib"`)
    expect(await read('lib/pkgconfig/python-3.13.pc')).toBe(`${ownPlace}\n`)
    for (const name of [...others, '_sysconfigdata__linux.pyc', 'sysconfig.py']) {
      expect(await read(`lib/python3.13/${name}`)).toBe(data)
    }
    for (const name of ['README', 'python.pc.in'])
      expect(await read(`lib/pkgconfig/${name}`)).toBe(pc)
  })

  it('keeps the times of its files: caches of bytecode depend on them', async () => {
    await write('lib/python3.13/_sysconfigdata_.py', data)
    await write('lib/pkgconfig/python-3.13.pc', pc)
    await relocate(root, distribution(), prefix)
    for (const name of ['python3.13/_sysconfigdata_.py', 'pkgconfig/python-3.13.pc']) {
      expect((await stat(path.join(root, 'lib', name))).mtime).toEqual(time)
    }
  })

  it.skipIf(windows)('has its links left as they are', async () => {
    await write('lib/pkgconfig/python-3.13.pc', pc)
    await write('elsewhere.pc', pc)
    await symlink('python-3.13.pc', path.join(root, 'lib/pkgconfig/python3.pc'))
    await symlink('../../elsewhere.pc', path.join(root, 'lib/pkgconfig/other.pc'))
    await relocate(root, distribution(), prefix)
    expect(await read('lib/pkgconfig/python3.pc')).toBe(`${ownPlace}\n`)
    expect(await read('elsewhere.pc')).toBe(pc)
  })

  it('may lack what there is to rewrite', async () => {
    await mkdir(root)
    await relocate(root, distribution(), prefix)
  })

  it('of a free-threaded build has a folder of its own name, a debug build has not', async () => {
    await write('lib/python3.13t/_sysconfigdata_.py', data)
    await write('lib/python3.13/_sysconfigdata_.py', data)
    await relocate(root, distribution({ variant: 'freethreaded+debug' }), prefix)
    expect(await read('lib/python3.13t/_sysconfigdata_.py')).toContain(prefix)
    expect(await read('lib/python3.13/_sysconfigdata_.py')).toBe(data)
    await relocate(root, distribution({ variant: 'debug' }), prefix)
    expect(await read('lib/python3.13/_sysconfigdata_.py')).toContain(prefix)
  })

  it.each<Partial<Distribution>>([
    { implementation: 'pypy' },
    { implementation: 'graalpy' },
    { implementation: 'pyodide' },
    { platform: { ...distribution().platform, os: 'windows', libc: 'none' } },
  ])('with %j has nothing to rewrite', async parts => {
    const files = ['lib/python3.13/_sysconfigdata_.py', 'Lib/_sysconfigdata_.py']
    for (const file of files) await write(file, data)
    await relocate(root, distribution(parts), prefix)
    for (const file of files) expect(await read(file)).toBe(data)
  })
})
