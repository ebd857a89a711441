import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Distribution } from '../../src/domain/distribution.ts'
import { nameLibrary } from '../../src/install/install-name.ts'
import { distribution } from '../support/distributions.ts'
import { machLibrary } from '../support/mach-library.ts'
import { temporaryFolder } from '../support/shared.ts'

const { signal } = new AbortController()
const darwin = { ...distribution().platform, os: 'darwin', libc: 'none' } as const
const built = '/install/lib/libpython3.13.dylib'

describe.skipIf(process.platform === 'win32')('the library of a Mac', async () => {
  const folder = await temporaryFolder()
  afterAll(folder.remove)
  let count = 0
  let root = ''
  beforeEach(() => {
    root = path.join(folder.path, String(count++))
  })

  /** Stand-ins for the programs that only a Mac has: they note down what they are to do, and do it. */
  const name = async (
    installName: string,
    { codesign = 'true', programs = true, ...parts }: Partial<Distribution> & Options = {},
  ) => {
    const [bin, library] = [path.join(root, 'programs'), path.join(root, 'lib/libpython3.13.dylib')]
    for (const at of [bin, path.dirname(library)]) await mkdir(at, { recursive: true })
    await writeFile(library, machLibrary(installName))
    await chmod(library, 0o555)
    const note = `echo "$(basename "$0") $*" >> '${root}/calls'`
    const scripts = {
      install_name_tool: `${note}\nprintf '%s' "named $2" > "$3"`,
      codesign: `${note}\n${codesign}`,
    }
    for (const [program, script] of Object.entries(programs ? scripts : {})) {
      await writeFile(path.join(bin, program), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
    }
    const python = distribution({ platform: darwin, ...parts })
    const env = { PATH: programs ? `${bin}:${process.env.PATH}` : bin }
    const fault = await nameLibrary({ root, python, finalPath: '/opt/python', env, signal })
    const calls = await readFile(path.join(root, 'calls'), 'utf8').catch(() => '')
    expect(await readdir(path.dirname(library))).toEqual(['libpython3.13.dylib'])
    expect((await stat(library)).mode & 0o777).toBe(0o555)
    return { fault, calls, content: await readFile(library, 'utf8') }
  }

  it('gets the name of the place that it is going to have, and is signed again', async () => {
    const draft = path.join(root, 'lib/libpython3.13.dylib.named')
    expect(await name(built)).toEqual({
      fault: null,
      calls: `install_name_tool -id /opt/python/lib/libpython3.13.dylib ${draft}\ncodesign --sign - --force ${draft}\n`,
      content: 'named /opt/python/lib/libpython3.13.dylib',
    })
  })

  const untouched = { calls: '', content: Buffer.from(machLibrary(built)).toString() }
  it('stays as it is where the programs are missing', async () => {
    expect(await name(built, { programs: false })).toEqual({
      ...untouched,
      fault: 'install_name_tool cannot be started (spawn install_name_tool ENOENT)',
    })
  })

  it('stays as it is where it cannot be signed, as nothing could load it', async () => {
    const { fault, content } = await name(built, { codesign: 'echo no identity >&2; exit 1' })
    expect(fault).toBe('codesign ended with exit code 1: no identity')
    expect(content).toBe(untouched.content)
  })

  it('may have a name that holds anywhere, or be that of another system or implementation', async () => {
    expect(await name('@rpath/libpython3.13.dylib')).toMatchObject({ fault: null, calls: '' })
    const linux = { platform: distribution().platform }
    for (const parts of [linux, { implementation: 'pypy' }, { variant: 'debug' }] as const) {
      expect(await name(built, parts)).toEqual({ ...untouched, fault: null })
    }
  })
})

interface Options {
  /** What signing does. */
  readonly codesign?: string
  /** Whether there are any programs. */
  readonly programs?: boolean
}
