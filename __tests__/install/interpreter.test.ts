import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layoutOf, stdlibFolder } from '../../src/domain/layout.ts'
import { formatVersion } from '../../src/domain/version.ts'
import { findStdlib, verifyInterpreter } from '../../src/install/interpreter.ts'
import { distribution } from '../support/distributions.ts'
import { temporaryFolder } from '../support/shared.ts'
import { childEnv, type UnpackedPython, unpackPython } from '../support/unpacked-python.ts'

const windows = process.platform === 'win32'
const options = { env: childEnv, signal: new AbortController().signal }

describe('an interpreter', async () => {
  const folder = await temporaryFolder("it's an interpreter")
  let python: UnpackedPython
  beforeAll(async () => {
    python = await unpackPython(folder.path)
  })
  afterAll(folder.remove)

  it('is verified, and says where its standard library is', async () => {
    const { root, distribution } = python
    const stdlib = path.normalize(stdlibFolder(distribution))
    expect(await findStdlib(root, distribution, options)).toBe(stdlib)
  })

  it('takes nothing from the job’s settings', async () => {
    const { root, distribution } = python
    const settings = { PYTHONHOME: '/nowhere', PYTHONPATH: '/nowhere', PYTHONVERBOSE: '1' }
    const stdlib = await findStdlib(root, distribution, {
      ...options,
      env: { ...childEnv, ...settings },
    })
    expect(stdlib).not.toBe(null)
  })

  it.skipIf(windows)('is found over a linked folder', async () => {
    const linked = path.join(folder.path, 'linked')
    await symlink(python.root, linked)
    const stdlib = await findStdlib(linked, python.distribution, options)
    expect(stdlib).toBe(stdlibFolder(python.distribution))
  })

  it('must be of the version that the list promised', async () => {
    const { root, distribution } = python
    const { version } = distribution
    const other = { ...distribution, version: { ...version, patch: version.patch + 1 } }
    await expect(verifyInterpreter(root, other, options)).rejects.toMatchObject({
      code: 'INTERPRETER_BROKEN',
      message: `The interpreter of CPython ${formatVersion(other.version)} for ${distribution.platform.os} does not work on this machine: it says that it is Python "${formatVersion(version)}".`,
      hint: expect.stringContaining('libc'),
    })
  })

  it.skipIf(windows)('must be of the variant that the list promised', async () => {
    const { root, distribution } = python
    for (const variant of ['freethreaded', 'debug'] as const) {
      const other = { ...distribution, variant }
      const { executable } = layoutOf(other)
      await symlink(path.basename(layoutOf(distribution).executable), path.join(root, executable))
      await expect(verifyInterpreter(root, other, options)).rejects.toThrow('it says that it is')
    }
  })

  it.skipIf(windows)('that says that its library is elsewhere has none', async () => {
    const { distribution } = python
    const { executable } = layoutOf(distribution)
    const root = await programIn(
      'elsewhere',
      executable,
      `exec "${path.join(folder.path, 'link')}" "$@"`,
    )
    await symlink(path.join(python.root, executable), path.join(folder.path, 'link'))
    expect(await findStdlib(root, distribution, options)).toBe(null)
  })

  it.skipIf(windows).each([
    ['the root itself', '.', null],
    ['a folder above', '..', null],
    ['a folder that is not there', 'missing', null],
    ['nothing', '', null],
    ['a folder of a difficult name', 'lib\nä', 'lib\nä'],
  ])('may say that its library is in %s', async (_, answer, stdlib) => {
    const name = `says ${answer}`
    const root = path.join(folder.path, name)
    await mkdir(path.join(root, answer), { recursive: true })
    if (answer === 'missing') await mkdir(path.join(root, 'other'))
    const place = answer === '' ? '' : path.join(root, answer === 'missing' ? 'none' : answer)
    const script = `printf '3.13.5\\n\\n\\n%s' '${place.replaceAll("'", `'\\''`)}'`
    await programIn(name, 'bin/python3.13', script)
    expect(await findStdlib(root, distribution(), options)).toBe(stdlib)
  })

  it.skipIf(windows).each([
    ['fails', 'echo "no GLIBC_2.99" >&2; exit 127', 'it ended with exit code 127: no GLIBC_2.99.'],
    ['says nothing', 'exit 0', 'it says that it is Python "".'],
    ['says something else', 'echo hello', 'it says that it is Python "hello".'],
  ])('that %s is broken', async (name, script, found) => {
    const root = await programIn(name, 'bin/python3.13', script)
    await expect(verifyInterpreter(root, distribution(), options)).rejects.toMatchObject({
      code: 'INTERPRETER_BROKEN',
      message: expect.stringContaining(found),
    })
  })

  it.skipIf(windows).each([
    ['of another machine', '\x7fELF\x02\x01\x01 of another machine', 'it '],
    ['whose loader is not there', '#!/lib/ld-musl-none.so.1\n', 'it cannot be started (spawn '],
  ])('%s is broken', async (name, text, found) => {
    const root = await programIn(name, 'bin/python3.13', '')
    await writeFile(path.join(root, 'bin/python3.13'), text)
    await expect(verifyInterpreter(root, distribution(), options)).rejects.toMatchObject({
      code: 'INTERPRETER_BROKEN',
      message: expect.stringContaining(`on this machine: ${found}`),
      cause: expect.any(Error),
    })
  })

  it('that is missing cannot be started', async () => {
    const missing = verifyInterpreter(folder.path, distribution(), options)
    await expect(missing).rejects.toMatchObject({ code: 'INTERPRETER_BROKEN' })
  })

  it.skipIf(windows).each([
    ['GraalPy', 'graalpy', '3.11.7a0', true],
    ['GraalPy of another minor version', 'graalpy', '3.12.7a0', false],
    ['PyPy', 'pypy', '3.11.13', true],
    ['PyPy of another minor version', 'pypy', '3.1.10', false],
  ] as const)('of a %s is of the listed minor version', async (_, implementation, says, right) => {
    // uv's list has `.0` for every GraalPy, and was wrong about a PyPy's patch number before.
    const version = { major: 3, minor: 11, patch: 0, prerelease: null }
    const other = distribution({ implementation, version })
    const script = `printf '${says}\\n\\n\\n/none'`
    const root = await programIn(`${implementation} ${says}`, layoutOf(other).executable, script)
    const proof = verifyInterpreter(root, other, options)
    if (right) await proof
    else await expect(proof).rejects.toThrow(`it says that it is Python "${says}"`)
  })

  it('of a Pyodide is not asked', async () => {
    const pyodide = distribution({ implementation: 'pyodide' })
    expect(await findStdlib(folder.path, pyodide, options)).toBe(null)
  })

  async function programIn(name: string, program: string, script: string): Promise<string> {
    const root = path.join(folder.path, name)
    const file = path.join(root, program)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, `#!/bin/sh\n${script}\n`)
    await chmod(file, 0o755)
    return root
  }
})
