import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import {
  type BuildVariables,
  parseBuildVariables,
  relocateBuildConfiguration,
  relocateBuildDetails,
  relocateBuildVariables,
} from '../../src/install/build-configuration.ts'
import { temporaryFolder } from '../support/shared.ts'
import { sharedFile } from '../support/shared-folder.ts'

const run = promisify(execFile)
const windows = process.platform === 'win32'
const prefix = '/opt/tools/python'

/** One variable of an installation. */
const relocated = (name: string, value: string) => {
  return relocateBuildVariables({ [name]: value }, prefix)[name]
}
const relocatedText = (text: string) => {
  return parseBuildVariables(relocateBuildConfiguration(text, prefix))
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
    [
      "'--prefix=/install' 'LDFLAGS=-L/install/lib'",
      `'--prefix=${prefix}' 'LDFLAGS=-L${prefix}/lib'`,
    ],
    ['a:/install/lib:/install', `a:${prefix}/lib:${prefix}`],
  ])('replaces /install in %s', (value, expected) => {
    expect(relocated('LIBDIR', value)).toBe(expected)
  })

  it.each([
    '/usr/bin/install -c',
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
})

describe('the build machine’s tools', () => {
  // What uv replaces: its table of 2026-08, for each of these variables.
  const triples = [
    ...['aarch64-linux-gnu', 'arm-linux-gnueabi', 'arm-linux-gnueabihf', 'loongarch64-linux-gnu'],
    ...['mips-linux-gnu', 'mipsel-linux-gnu', 'powerpc64le-linux-gnu', 'riscv64-linux-gnu'],
    ...['s390x-linux-gnu', 'x86_64-linux-gnu'],
  ]
  const cc = ['clang', 'musl-clang', '/usr/bin/riscv64-linux-gnu-clang']
  const cxx = ['clang++', '/usr/bin/riscv64-linux-gnu-clang++']
  it.each([
    ...['BLDSHARED', 'CC', 'LDSHARED', 'LINKCC'].flatMap(name =>
      [...triples.map(triple => `/usr/bin/${triple}-gcc`), ...cc].map(tool => [name, tool, 'cc']),
    ),
    ...['CXX', 'LDCXXSHARED'].flatMap(name =>
      [...triples.map(triple => `/usr/bin/${triple}-g++`), ...cxx].map(tool => [name, tool, 'c++']),
    ),
  ])('%s: %s becomes %s', (name = '', tool, usual) => {
    expect(relocated(name, `${tool} -pthread -L/install`)).toBe(`${usual} -pthread -L${prefix}`)
  })

  it.each([
    ['CC', '/tools/host/bin/musl-clang -pthread', 'cc -pthread'],
    ['CC', '/tools/llvm/bin/clang -pthread', 'cc -pthread'],
    ['CC', 'powerpc64le-linux-gnu-gcc', 'cc'],
    ['CC', 'gcc -pthread', 'gcc -pthread'],
    ['CC', 'clang-cl', 'clang-cl'],
    ['CC', 'cc -fuse-ld=clang -L/a/clang', 'cc -fuse-ld=clang -L/a/clang'],
    ['CXX', 'g++', 'g++'],
    ['LDSHARED', 'clang -shared  -Wl,--exclude-libs,ALL ', 'cc -shared -Wl,--exclude-libs,ALL'],
    ['AR', 'llvm-ar', 'ar'],
    ['AR', '/var/folders/1r/T/tools/llvm/bin/llvm-ar', 'ar'],
    ['AR', '/usr/bin/aarch64-linux-gnu-ar', 'ar'],
    ['CFLAGS', '-O3 clang', '-O3 clang'],
    ['LLVM_AR', 'llvm-ar', 'llvm-ar'],
  ])('%s: %s becomes %s', (name, value, expected) => {
    expect(relocated(name, value)).toBe(expected)
  })

  it.each([
    ['-isysroot /Applications/Xcode.app/Contents/SDKs/MacOSX.sdk', ''],
    ['-arch arm64 -isysroot /a/b.sdk -g', '-arch arm64 -g'],
    ['-isysroot /a -x -isysroot /b -y', '-x -y'],
    ["'CC=clang' 'LDFLAGS=-isysroot /a/b.sdk'", "'CC=clang' 'LDFLAGS='"],
    ['-isysroot=/a', '-isysroot=/a'],
  ])('have no system root on other machines: %s', (value, expected) => {
    expect(relocated('CFLAGS', value)).toBe(expected)
  })
})

describe('the file', () => {
  it('is read as Python prints it: long texts in pieces, in quotes of both kinds', () => {
    const text = [
      '# system configuration generated and used by the sysconfig module',
      "build_time_vars = {'CONFIG_ARGS': \"'--prefix=/install' 'CC=clang' 'CFLAGS=-arch \"",
      "                'arm64 -isysroot '",
      "                '/Applications/Xcode_15.2.app/SDKs/MacOSX14.2.sdk  '",
      "                \"' 'CPPFLAGS=-fPIC'\",",
      " 'EMPTY': '',",
      ' "ESCAPES": "\\\\ \\\' \\" \\t\\x01\\u2603",',
      " 'LDSHARED': 'clang -isysroot '",
      "             '/Applications/Xcode_15.2.app/SDKs/MacOSX14.2.sdk '",
      "             '-undefined dynamic_lookup',",
      " 'SIZEOF_INT': 4,",
      " 'WORSE': -1}\n",
    ]
    for (const lineEnd of ['\n', '\r\n']) {
      expect(relocatedText(text.join(lineEnd))).toEqual({
        CONFIG_ARGS: `'--prefix=${prefix}' 'CC=clang' 'CFLAGS=-arch arm64 ' 'CPPFLAGS=-fPIC'`,
        EMPTY: '',
        ESCAPES: `\\ ' " \u0001☃`,
        LDSHARED: 'cc -undefined dynamic_lookup',
        PYTHON_BUILD_STANDALONE: 1,
        SIZEOF_INT: 4,
        WORSE: -1,
      })
    }
  })

  it.each([
    '',
    'from elsewhere import build_time_vars\n',
    "build_time_vars = {'A': None}\n",
    "build_time_vars = {'A': 12345678901234567890}\n",
    "build_time_vars = {'A': 12345678901234567890, 'B': 1}\n",
    "build_time_vars = {'A': '/install'\n",
    "build_time_vars = {'A': '/install'}\nimport os\n",
  ])('stays as it is where it is something else: %j', text => {
    expect(relocateBuildConfiguration(text, prefix)).toBe(text)
  })

  it('comes as JSON, too', () => {
    const text = relocateBuildDetails('{"CC": "clang", "LIBDIR": "/install/lib", "N": 1}', prefix)
    expect(JSON.parse(text)).toMatchObject({ CC: 'cc', LIBDIR: `${prefix}/lib`, N: 1 })
    const mixed = Object.keys(
      JSON.parse(relocateBuildDetails('{"Z": 1, "CC": "", "LIB": ""}', prefix)),
    )
    expect(mixed).toEqual(['CC', 'LIB', 'PYTHON_BUILD_STANDALONE', 'Z'])
    for (const other of ['{"CC":', '["CC"]', 'null', '{"CC": {"a": 1}}']) {
      expect(relocateBuildDetails(other, prefix)).toBe(other)
    }
  })
})

describe('a difficult place', async () => {
  const folder = await temporaryFolder()
  afterAll(folder.remove)
  const places = ["/it's", '/say "hi"', '/back\\slash\\', '/$&/$1/$`', '/ä ☃  😀', "/a\\'b"]

  it.each(places)('%s is what Python reads', async place => {
    const text = `build_time_vars = {"CC": "clang", "LIBDIR": "/install/lib", 'BINDIR': '/install/bin'}`
    const file = path.join(folder.path, 'configuration.py')
    await writeFile(file, relocateBuildConfiguration(text, place))
    const read = `import json, runpy; print(json.dumps(runpy.run_path(${JSON.stringify(file)})['build_time_vars']))`
    const { stdout } = await run(windows ? 'python' : 'python3', ['-c', read])
    expect(JSON.parse(stdout)).toEqual({
      BINDIR: `${place}/bin`,
      CC: 'cc',
      LIBDIR: `${place}/lib`,
      PYTHON_BUILD_STANDALONE: 1,
    })
  })
})

/** What uv makes of a text: of whole words that begin with the prefix, and after `-isysroot`. */
function byUv(name: string, value: string | number): string | number {
  if (typeof value === 'number') return value
  if (name === 'AR') return 'ar'
  const words = value.split(/\s+/).filter(word => word !== '')
  const kept = words.filter((word, i) => word !== '-isysroot' && words[i - 1] !== '-isysroot')
  const moved = kept.map(word => word.replace(/^\/install/, prefix)).join(' ')
  return /^(CC|CXX|.*SHARED|LINKCC)$/.test(name)
    ? moved.replace(/^(?:\/usr\/bin\/\S+-)?(?:clang|gcc|g\+\+)(\+\+)?(?= |$)/, (tool, plus) => {
        return plus || tool.endsWith('++') ? 'c++' : 'cc'
      })
    : moved
}

const referenceSysconfig = sharedFile('reference/sysconfig')
const needsFiles = { tags: 'shared', skip: referenceSysconfig === null }

describe('a real build configuration', needsFiles, () => {
  const folder = referenceSysconfig ?? ''
  const files = referenceSysconfig === null ? [] : readdirSync(folder, { recursive: true })
  const pythons = files.map(String).filter(file => file.endsWith('.py'))

  it.each(pythons)('%s is what uv makes of it, and no word names the build’s place', file => {
    const text = readFileSync(path.join(folder, file), 'utf8')
    const before = parseBuildVariables(text) ?? {}
    expect(Object.keys(before).length).toBeGreaterThan(5)
    const { CONFIG_ARGS: ours = '', ...after } = relocatedText(text) ?? {}
    const entries = Object.entries(before).map(([name, value]) => [name, byUv(name, value)])
    const { CONFIG_ARGS: theirs = '', ...wanted }: BuildVariables = Object.fromEntries(entries)
    expect(after).toEqual({ ...wanted, PYTHON_BUILD_STANDALONE: 1 })
    // Within quotes, uv leaves the prefix as it is.
    expect(ours).toBe(String(theirs).replace('=/install', `=${prefix}`))
  })
})
