import { execFile } from 'node:child_process'
import {
  chmod,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Distribution } from '../../src/domain/distribution.ts'
import { interpreterPaths, layoutOf } from '../../src/domain/layout.ts'
import { completePrograms } from '../../src/install/programs.ts'
import { scanTree } from '../../src/install/scan.ts'
import { distribution } from '../support/distributions.ts'
import { temporaryFolder } from '../support/shared.ts'
import { childEnv, type UnpackedPython, unpackPython } from '../support/unpacked-python.ts'

const run = promisify(execFile)
const { signal } = new AbortController()
const windows = process.platform === 'win32'
const windowsPlatform = {
  os: 'windows',
  architecture: { family: 'x86_64', level: null },
  libc: 'none',
} as const

describe('a real tree', async () => {
  const folder = await temporaryFolder("a real tree's")
  const finalPath = path.join(folder.path, 'final')
  let python: UnpackedPython
  const scripts = () => path.join(finalPath, layoutOf(python.distribution).scriptsFolder)
  const binaries = () => path.join(finalPath, layoutOf(python.distribution).binFolder)

  beforeAll(async () => {
    python = await unpackPython(folder.path)
    const { root, distribution } = python
    // What an archive may lack: all names but the interpreter's own, and every pip.
    const { executable, scriptsFolder } = layoutOf(distribution)
    for (const name of interpreterPaths(distribution)) {
      if (name !== executable) await rm(path.join(root, name), { force: true })
    }
    const inScripts = await readdir(path.join(root, scriptsFolder)).catch(() => [])
    const pips = inScripts.filter(name => name.startsWith('pip'))
    for (const name of pips) await rm(path.join(root, scriptsFolder, name))
    const { files } = scanTree(root)
    const programs = { root, python: distribution, finalPath, env: childEnv, signal }
    expect(await completePrograms(programs)).toEqual({
      addedFiles: windows ? null : scanTree(root).files - files,
      noPip: null,
    })
    await rename(root, finalPath)
  })
  afterAll(folder.remove)

  it('answers to every name', async () => {
    const { distribution, packed } = python
    const question = 'import sys; print(sys.version.split()[0].rstrip("+"), sys.prefix)'
    for (const name of interpreterPaths(distribution)) {
      const { stdout } = await run(path.join(finalPath, name), ['-I', '-B', '-c', question])
      expect(stdout.trim()).toBe(`${packed.version} ${finalPath}`)
    }
  })

  it('has its own pip under every name, from wherever it is called', async test => {
    const { packed } = python
    test.skip(packed.pip === null, 'needs a Python with ensurepip')
    const [major, minor] = packed.version.split('.')
    const names = ['pip', `pip${major}`, `pip${major}.${minor}`]
    const called = names.map(name => path.join(scripts(), windows ? `${name}.exe` : name))
    if (!windows) {
      const link = path.join(folder.path, 'link to pip')
      await symlink(path.join(scripts(), 'pip'), link)
      called.push(link)
    }
    // A repository may have modules of such names.
    const cwd = path.join(folder.path, 'repository')
    await mkdir(path.join(cwd, 'pip'), { recursive: true })
    for (const name of ['types.py', 'sys.py', 'pip/__init__.py']) {
      await writeFile(path.join(cwd, name), '')
    }
    for (const pip of called) {
      const { stdout } = await run(pip, ['--version'], { cwd })
      expect(stdout).toContain(`pip ${packed.pip} from ${finalPath}`)
    }
  })

  it.skipIf(windows)('is left as it is where nothing is missing', async () => {
    const { distribution } = python
    const pip = path.join(scripts(), 'pip')
    await writeFile(pip, 'its own')
    const before = await readdir(binaries())
    const again = { root: finalPath, python: distribution, finalPath, env: childEnv, signal }
    expect(await completePrograms(again)).toEqual({ addedFiles: 0, noPip: null })
    expect(await readdir(binaries())).toEqual(before)
    expect(await readFile(pip, 'utf8')).toBe('its own')
  })

  it.skipIf(windows)('for Windows would get programs by pip’s own script maker', async test => {
    test.skip(python.packed.pip === null, 'needs a Python with ensurepip')
    const root = path.join(folder.path, 'for windows')
    const interpreter = path.join(finalPath, layoutOf(python.distribution).executable)
    await makeProgram(path.join(root, 'python.exe'), `exec "${interpreter}" "$@"`)
    const forWindows = { ...python.distribution, platform: windowsPlatform }
    const place = 'C:\\my tools\\python'
    expect(
      await completePrograms({ root, python: forWindows, finalPath: place, env: childEnv, signal }),
    ).toEqual({ addedFiles: null, noPip: null })
    const { minor } = python.distribution.version
    const made = path.join(root, 'Scripts')
    expect((await readdir(made)).sort()).toEqual(['pip', 'pip3', `pip3.${minor}`])
    const script = await readFile(path.join(made, 'pip'), 'utf8')
    expect(script).toContain('"C:\\my tools\\python\\python.exe"')
    expect(script).toContain('pip._internal.cli.main')
  })
})

describe.skipIf(windows)('a tree of stand-ins', async () => {
  const folder = await temporaryFolder()
  let count = 0
  afterAll(folder.remove)

  /** Completes a tree whose interpreter is this script, which notes down how it is called. */
  const complete = async (parts: Partial<Distribution>, script = '') => {
    const root = path.join(folder.path, String(count++))
    const python = distribution(parts)
    const calls = path.join(folder.path, `${count}.calls`)
    const program = path.join(root, layoutOf(python).executable)
    await makeProgram(program, `printf '%s\\n' "$@" >> '${calls}'\n${script}`)
    const finalPath = 'C:\\tools\\python'
    const { noPip } = await completePrograms({ root, python, finalPath, env: childEnv, signal })
    const names = (await readdir(root, { recursive: true })).sort()
    return { root, noPip, names, calls: await readFile(calls, 'utf8').catch(() => '') }
  }

  it('of a free-threaded Windows build has copies, and leaves what says 3.13 to the usual one', async () => {
    const parts = { platform: windowsPlatform, variant: 'freethreaded' } as const
    const { root, names, calls, noPip } = await complete(parts)
    const programs = ['python.exe', 'python3.13t.exe', 'python3.exe']
    expect(names).toEqual(['Scripts', ...programs])
    for (const name of programs) expect((await lstat(path.join(root, name))).isFile()).toBe(true)
    expect(calls.split('\n').slice(0, 3)).toEqual(['-I', '-B', '-c'])
    expect(calls.trimEnd().split('\n').slice(-4)).toEqual([
      path.join(root, 'Scripts'),
      'C:\\tools\\python\\python.exe',
      'pip',
      'pip3',
    ])
    expect(noPip).toBe(null)
  })

  it('of a Windows build that has a pip is not asked', async () => {
    const root = path.join(folder.path, 'complete')
    await makeProgram(path.join(root, 'python.exe'), 'exit 1')
    await makeProgram(path.join(root, 'Scripts/pip.exe'), '')
    const python = distribution({ platform: windowsPlatform })
    const programs = { root, python, finalPath: 'C:\\tools', env: childEnv, signal }
    expect(await completePrograms(programs)).toMatchObject({ noPip: null })
  })

  it('has links to its interpreter, relative ones', async () => {
    const { root, names } = await complete({ variant: 'debug' })
    const links = ['python', 'python3', 'python3.13'].map(name => `bin/${name}`)
    const pips = ['bin/pip', 'bin/pip3', 'bin/pip3.13']
    expect(names).toEqual(['bin', ...links, 'bin/python3.13d', ...pips, 'python'].sort())
    for (const link of links) expect(await readlink(path.join(root, link))).toBe('python3.13d')
    expect(await readlink(path.join(root, 'python'))).toBe('bin/python3.13d')
  })

  it('of a usual build has the names that say a version once more, in a folder of their own', async () => {
    const { root, names } = await complete({})
    const versioned = ['pip3.13', 'python3.13']
    expect(names.filter(name => name.startsWith('bin/versioned/'))).toEqual(
      versioned.map(name => `bin/versioned/${name}`),
    )
    for (const name of versioned) {
      expect(await readlink(path.join(root, 'bin/versioned', name))).toBe(`../${name}`)
    }
  })

  it('of a PyPy installs the pip that it brings along', async () => {
    const { names, calls } = await complete({ implementation: 'pypy' })
    const programs = ['pip', 'pip3', 'pip3.13', 'pypy', 'pypy3', 'pypy3.13']
    const pythons = ['python', 'python3', 'python3.13']
    expect(names).toEqual(['bin', ...[...programs, ...pythons].map(name => `bin/${name}`)].sort())
    expect(calls.trimEnd().split('\n')).toEqual(['-I', '-B', '-m', 'ensurepip'])
  })

  it('of a GraalPy on Windows has its names beside its interpreter', async () => {
    const parts = { implementation: 'graalpy', platform: windowsPlatform } as const
    const { names, calls } = await complete(parts)
    const pythons = ['python.exe', 'python3.exe', 'python3.13.exe'].map(name => `bin/${name}`)
    expect(names).toEqual(['Scripts', 'bin', 'bin/graalpy.exe', ...pythons].sort())
    expect(calls).toContain('ensurepip')
    expect(calls).toContain('C:\\tools\\python\\bin\\graalpy.exe')
  })

  it('that cannot install pip says why, and has its names all the same', async () => {
    const script = 'echo "No module named ensurepip" >&2; exit 1'
    const { names, noPip } = await complete({ implementation: 'pypy' }, script)
    expect(noPip).toBe('ended with exit code 1: No module named ensurepip')
    expect(names).toContain('bin/python')
    expect(names).not.toContain('bin/pip')
  })

  it('of a Pyodide is left as it is', async () => {
    const { names, calls } = await complete({ implementation: 'pyodide' })
    expect(names.at(-1)).toBe('pyodide-root/dist/python')
    expect(calls).toBe('')
  })
})

async function makeProgram(file: string, script: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, `#!/bin/sh\n${script}\n`)
  await chmod(file, 0o755)
}
