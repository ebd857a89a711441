import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { installationOf } from '../../src/install/tool-cache.ts'
import { parseRegistryFile, renderRegistryFile } from '../../src/io/windows-registry.ts'
import { registerPythons } from '../../src/job/register-pythons.ts'
import { companyKey, registrationChanges } from '../../src/report/registration.ts'
import { recordOfPython } from '../support/distributions.ts'
import { temporaryFolder } from '../support/shared.ts'
import { childEnv } from '../support/unpacked-python.ts'

const windows = {
  os: 'windows',
  architecture: { family: 'x86_64', level: null },
  libc: 'none',
} as const
const python = installationOf(recordOfPython('C:\\tools\\a', { platform: windows }))
const keys = registrationChanges([python], {}, () => false).write

// Windows itself has a registry, which windows-registry.test.ts tries.
describe.skipIf(process.platform === 'win32')('with a program in place of reg.exe', async () => {
  const folder = await temporaryFolder()
  afterAll(folder.remove)
  const temp = path.join(folder.path, 'temp')
  await mkdir(temp)

  /** Registers the Python; `script` is the program's, which has the registry in the file `registry`. */
  async function register(
    script: string,
    { windowsRegistry = true, signal = new AbortController().signal, platform = 'win32' } = {},
  ) {
    const said: string[] = []
    const system = path.join(folder.path, 'System32')
    await mkdir(system, { recursive: true })
    await writeFile(path.join(system, 'reg.exe'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
    const log = {
      debug: (text: string) => said.push(text),
      warning: (text: string) => said.push(`warning: ${text}`),
    }
    const jobEnv = { SystemRoot: folder.path, RUNNER_TEMP: temp, SECRET: 'x' }
    const context = { inputs: { windowsRegistry }, jobEnv, env: childEnv, log, signal }
    await registerPythons(context, [python], platform as NodeJS.Platform)
    expect(await readdir(temp)).toEqual([])
    return said
  }

  const registry = path.join(folder.path, 'registry')
  const isClean = '[ -z "$SECRET" ] || exit 9'
  const reg = `${isClean}; case "$1" in
    export) [ "$2" = '${companyKey}' ] && cp '${registry}' "$3" ;;
    import) cp "$2" '${registry}' ;;
  esac`

  it('keys are written where they are missing, and once', async () => {
    expect(await register(reg)).toEqual(["Windows' registry: 3 keys written, 0 removed."])
    expect(parseRegistryFile(await readFile(registry, 'utf16le'))).toEqual(keys)
    expect(await register(reg)).toEqual([])
  })

  it('keys of Pythons that are gone are removed', async () => {
    const stale = { [`${companyKey}\\CPython3.9.1`]: { SysVersion: '3.9' } }
    const text = renderRegistryFile({ remove: [], write: { ...keys, ...stale } })
    await writeFile(registry, text, 'utf16le')
    expect(await register(reg)).toEqual(["Windows' registry: 0 keys written, 1 removed."])
    expect(await readFile(registry, 'utf16le')).toContain(`[-${companyKey}\\CPython3.9.1]`)
  })

  it('a registry that cannot be written is a warning', async () => {
    expect(await register('echo no access >&2; exit 1')).toEqual([
      'warning: The Windows registry could not be written: ended with exit code 1: no access',
    ])
  })

  it('a cancelled step ends', async () => {
    const signal = AbortSignal.abort(new Error('cancelled'))
    await expect(register(reg, { signal })).rejects.toThrow('cancelled')
  })

  it('nothing is asked where that is not wanted, or on other systems', async () => {
    expect(await register('exit 1', { windowsRegistry: false })).toEqual([])
    expect(await register('exit 1', { platform: 'linux' })).toEqual([])
  })
})
