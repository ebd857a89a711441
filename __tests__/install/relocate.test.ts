import { execFile } from 'node:child_process'
import { mkdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Distribution } from '../../src/domain/distribution.ts'
import {
  relocate,
  relocateBuildConfiguration,
  relocatePkgConfig,
} from '../../src/install/relocate.ts'
import { distribution } from '../support/distributions.ts'
import { temporaryFolder } from '../support/shared.ts'

const run = promisify(execFile)
const windows = process.platform === 'win32'
const prefix = '/opt/tools/python'
const ownPlace = `prefix=\${pcfiledir}/../..`

/** One variable, as python-build-standalone writes it and as CPython itself does. */
const relocated = (name: string, value: string) => {
  const texts = [`    "${name}": "${value}",`, `    '${name}': '${value}',`]
  const [json, repr] = texts.map(text => relocateBuildConfiguration(text, prefix))
  expect(repr).toBe(json?.replaceAll('"', "'"))
  return json?.slice(`    "${name}": "`.length, -'",'.length)
}

describe('the prefix', () => {
  it.each([
    ['/install', prefix],
    ['/install/', `${prefix}/`],
    ['/install/lib/python3.13', `${prefix}/lib/python3.13`],
    ['/install /install/lib', `${prefix} ${prefix}/lib`],
    [
      '-L/install/lib -I/install/include/python3.13',
      `-L${prefix}/lib -I${prefix}/include/python3.13`,
    ],
    ['-Wl,-rpath,/install/lib', `-Wl,-rpath,${prefix}/lib`],
    ['--prefix=/install --with-x', `--prefix=${prefix} --with-x`],
    ['a:/install/lib:/install', `a:${prefix}/lib:${prefix}`],
  ])('replaces /install in %s', (value, expected) => {
    expect(relocated('LIBDIR', value)).toBe(expected)
  })

  it.each([
    '/usr/bin/install -c',
    '/usr/bin/install',
    './install/lib/python3.13',
    '/installation/lib',
    '/install.txt',
    '/usr/install/lib',
    'install',
    '--with-ensurepip=install',
    `\${prefix}/install`,
    '/build/install-sh',
  ])('leaves %s alone', value => {
    expect(relocated('INSTALL', value)).toBe(value)
  })

  it('is found within quotes of the shell', () => {
    const line = `    'CONFIG_ARGS': "'--prefix=/install' '--x' 'LDFLAGS=-L/install/lib'",`
    expect(relocateBuildConfiguration(line, prefix)).toBe(
      `    'CONFIG_ARGS': "'--prefix=${prefix}' '--x' 'LDFLAGS=-L${prefix}/lib'",`,
    )
  })

  it('is found in a value that goes on in the next line', () => {
    const text = ` 'CONFIG_ARGS': "'--prefix=/install' "\n                "'--libdir=/install/lib'",\n`
    const expected = text.replaceAll('/install', prefix)
    expect(relocateBuildConfiguration(text, prefix)).toBe(expected)
  })

  it('is found more often than once in each of many lines', () => {
    const text = '    "A": "/install /install",\n'.repeat(2000)
    expect(relocateBuildConfiguration(text, prefix)).not.toContain('/install')
  })
})

describe('the build machine’s tools', () => {
  it.each([
    ['CC', 'clang -pthread', 'cc -pthread'],
    ['CC', 'clang', 'cc'],
    ['CC', 'musl-clang', 'cc'],
    ['CC', '/tools/host/bin/musl-clang -pthread', 'cc -pthread'],
    ['CC', '/tools/llvm/bin/clang -pthread', 'cc -pthread'],
    ['CC', '/usr/bin/aarch64-linux-gnu-gcc -pthread', 'cc -pthread'],
    ['CC', '/usr/bin/x86_64-linux-gnu-gcc', 'cc'],
    ['CC', 'powerpc64le-linux-gnu-gcc', 'cc'],
    ['CC', 'gcc -pthread', 'gcc -pthread'],
    ['CC', 'cc', 'cc'],
    ['CC', 'clang-cl', 'clang-cl'],
    ['CXX', 'clang++ -pthread', 'c++ -pthread'],
    ['CXX', '/usr/bin/riscv64-linux-gnu-g++', 'c++'],
    ['CXX', 'g++', 'g++'],
    ['LDSHARED', 'clang -pthread -shared -L/install/lib', `cc -pthread -shared -L${prefix}/lib`],
    ['BLDSHARED', '/usr/bin/s390x-linux-gnu-gcc -shared', 'cc -shared'],
    ['LDCXXSHARED', 'clang++ -shared', 'c++ -shared'],
    ['LINKCC', 'clang', 'cc'],
    ['AR', 'llvm-ar', 'ar'],
    ['AR', '/tools/clang-linux64/bin/llvm-ar', 'ar'],
    ['AR', '/usr/bin/aarch64-linux-gnu-ar', 'ar'],
    ['AR', '/usr/bin/ar', 'ar'],
    ['AR', 'ar', 'ar'],
    ['CFLAGS', '-O3 -fuse-ld=clang clang', '-O3 -fuse-ld=clang clang'],
    ['PY_CC', 'clang', 'clang'],
    ['LLVM_AR', 'llvm-ar', 'llvm-ar'],
    ['CC', '-v clang', '-v clang'],
  ])('%s: %s becomes %s', (name, value, expected) => {
    expect(relocated(name, value)).toBe(expected)
  })

  it('are not all that is in a line', () => {
    const line = `    "CC": "clang -pthread -isysroot /Applications/Xcode.app/SDKs/MacOSX14.4.sdk -I/install/include",`
    expect(relocateBuildConfiguration(line, prefix)).toBe(
      `    "CC": "cc -pthread -I${prefix}/include",`,
    )
  })

  it.each([
    ['-isysroot /Applications/Xcode.app/Contents/SDKs/MacOSX.sdk', ''],
    ['-arch arm64 -isysroot /a/b.sdk -g', '-arch arm64 -g'],
    ['-isysroot /a -x -isysroot /b -y', '-x -y'],
    ['-isysroot=/a', '-isysroot=/a'],
  ])('have no system root on other machines: %s', (value, expected) => {
    expect(relocated('CFLAGS', value)).toBe(expected)
  })
})

it('text that needs nothing stays as it is, whatever its line ends', () => {
  const text = "# comment\r\nbuild_time_vars = {'ABIFLAGS': 't',\r\n 'CC': 'gcc'}\r\n"
  expect(relocateBuildConfiguration(text, prefix)).toBe(text)
})

describe('a difficult place', async () => {
  const folder = await temporaryFolder()
  afterAll(folder.remove)
  const places = ["/it's", '/say "hi"', '/back\\slash\\', '/$&/$1/$`', '/ä ☃', "/a\\'b"]

  it.each(places)('%s is what Python reads', async place => {
    const text = [
      'build_time_vars = {',
      '    "CC": "clang",',
      '    "LIBDIR": "/install/lib",',
      "    'BINDIR': '/install/bin',",
      '}\n',
    ]
    const file = path.join(folder.path, 'configuration.py')
    await writeFile(file, relocateBuildConfiguration(text.join('\n'), place))
    const read = `import json, runpy; print(json.dumps(runpy.run_path(${JSON.stringify(file)})['build_time_vars']))`
    const { stdout } = await run(windows ? 'python' : 'python3', ['-c', read])
    expect(JSON.parse(stdout)).toEqual({
      CC: 'cc',
      LIBDIR: `${place}/lib`,
      BINDIR: `${place}/bin`,
    })
  })
})

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
    await write('lib/python3.13/sysconfig.py', data)
    await write('lib/pkgconfig/python-3.13.pc', pc)
    await write('lib/pkgconfig/README', pc)
    await relocate(root, distribution(), prefix)
    for (const name of names)
      expect(await read(`lib/python3.13/${name}`)).toContain(`'${prefix}/lib'`)
    expect(await read('lib/pkgconfig/python-3.13.pc')).toBe(`${ownPlace}\n`)
    for (const name of ['python3.13/_sysconfigdata__linux.pyc', 'python3.13/sysconfig.py']) {
      expect(await read(`lib/${name}`)).toBe(data)
    }
    expect(await read('lib/pkgconfig/README')).toBe(pc)
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
    await write('lib/python3.13/_sysconfigdata_.py', data)
    await relocate(root, distribution(parts), prefix)
    expect(await read('lib/python3.13/_sysconfigdata_.py')).toBe(data)
  })
})
