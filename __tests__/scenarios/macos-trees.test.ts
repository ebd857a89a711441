/**
 * Real trees of macOS, as far as Linux can go with them: all but running them. What uv makes of the same
 * archives is known, as it changes trees by what is in them, whatever system they are listed for.
 */
import { execFile } from 'node:child_process'
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unpackFile } from '../../src/archive/unpack.ts'
import type { Distribution } from '../../src/domain/distribution.ts'
import { interpreterPaths, layoutOf, stdlibFolder } from '../../src/domain/layout.ts'
import { machInstallName } from '../../src/domain/mach-o.ts'
import { parseBuildVariables } from '../../src/install/build-configuration.ts'
import { nameLibrary } from '../../src/install/install-name.ts'
import { completePrograms } from '../../src/install/programs.ts'
import { relocate } from '../../src/install/relocate.ts'
import { digestTree, scanTree, stdlibOf } from '../../src/install/scan.ts'
import { parseList } from '../../src/list/parse.ts'
import { findUv } from '../bench/uv.ts'
import { cacheFolder, temporaryFolder } from '../support/shared.ts'
import { sharedFile } from '../support/shared-folder.ts'
import { childEnv } from '../support/unpacked-python.ts'

const run = promisify(execFile)
const { signal } = new AbortController()
const packer = sharedFile('platforms/pack-mirror.py')
const hasGo = await run('go', ['version']).then(
  () => true,
  () => false,
)
const uv = await findUv(false)

/** A mirror of real archives, made once; `null` where their source cannot be reached. */
async function macMirror(platform: string): Promise<string | null> {
  const folder = path.join(cacheFolder, 'macos', platform)
  const isMade = await readFile(path.join(folder, 'download-metadata.json')).catch(() => null)
  if (isMade !== null) return folder
  const draft = `${folder}.${process.pid}`
  await mkdir(path.dirname(folder), { recursive: true })
  try {
    await run('python3', [packer ?? '', draft, '--platform', platform])
    await rename(draft, folder)
    return folder
  } catch {
    await rm(draft, { recursive: true, force: true })
    return null
  }
}

const canPack = packer !== null && hasGo && process.platform !== 'win32'

describe.each(['darwin-arm64', 'darwin-amd64'])(
  '%s',
  { tags: 'shared', skip: !canPack, timeout: 300_000 },
  platform => {
    let mirror: string | null = null
    let pythons: readonly Distribution[] = []
    let folder: Awaited<ReturnType<typeof temporaryFolder>>
    const finalPath = '/opt/hostedtoolcache/managed-cpython/python'

    beforeAll(async () => {
      folder = await temporaryFolder(platform)
      mirror = await macMirror(platform)
      if (mirror === null) return
      const list = await readFile(path.join(mirror, 'download-metadata.json'), 'utf8')
      pythons = parseList(list, 'the mirror').distributions
    }, 300_000)
    afterAll(() => folder.remove())

    /** Unpacks an archive; the hash is the list's. */
    async function unpack(python: Distribution, name: string): Promise<string> {
      const file = path.join(mirror ?? '', python.build, decodeURIComponent(fileOf(python)))
      const root = path.join(folder.path, name)
      const unpacking = { subject: 'It', root: 'python', folder: root, signal }
      const { sha256 } = await unpackFile(file, '.tar.gz', unpacking)
      expect(sha256).toBe(python.sha256)
      return root
    }

    it.for([
      ['3.11.11', '/install/lib/libpython3.11.dylib'],
      ['3.14.6', '@rpath/libpython3.14.dylib'],
    ] as const)(
      '%s goes all the way, but for running it',
      async ([version, builtName], { skip }) => {
        const python = pythons.find(({ key }) => key.includes(`-${version}-`))
        if (python === undefined) return skip('no archives: their source cannot be reached')
        const root = await unpack(python, version)
        const scan = scanTree(root)
        expect(stdlibOf(scan)).toBe(stdlibFolder(python))
        expect(scan.sources.length).toBeGreaterThan(800)

        await relocate(root, python, finalPath)
        const variables = readVariables(root, python)
        expect(variables).toMatchObject({ prefix: finalPath, PYTHON_BUILD_STANDALONE: 1 })
        expect(variables.CC).toMatch(/^cc( |$)/)
        expect(JSON.stringify(variables)).not.toMatch(/(?<![\w.])\/install(?=[/" ])|isysroot/)

        const library = path.join(root, 'lib', path.basename(builtName))
        expect(machInstallName(readFileSync(library))).toBe(builtName)
        const before = readFileSync(library)
        const naming = { root, python, finalPath, env: { ...childEnv, PATH: root }, signal }
        const fault = await nameLibrary(naming)
        // A Mac without Apple's command line tools is as this machine is.
        expect(fault).toBe(
          builtName.startsWith('/')
            ? 'install_name_tool cannot be started (spawn install_name_tool ENOENT)'
            : null,
        )
        expect(readFileSync(library).equals(before)).toBe(true)

        const programs = { root, python, finalPath, env: childEnv, signal }
        expect(await completePrograms(programs)).toMatchObject({ noPip: null })
        for (const name of [...interpreterPaths(python), 'bin/pip', layoutOf(python).executable]) {
          expect(lstatSync(path.join(root, name)).isDirectory()).toBe(false)
        }
        const packed = path.join(folder.path, `${version}.tar.gz`)
        await run('tar', ['-czf', packed, '-C', folder.path, version])
        const again = path.join(folder.path, `${version} again`)
        await unpackFile(packed, '.tar.gz', { subject: 'It', root: version, folder: again, signal })
        expect(digestTree(again)).toEqual(digestTree(root))
      },
    )

    it.skipIf(typeof uv === 'string')('is what uv makes of it, byte for byte', async ({ skip }) => {
      if (mirror === null || typeof uv === 'string') return skip('no archives')
      const theirs = await installByUv(uv.path, mirror, folder.path)
      for (const python of pythons) {
        const { version } = python
        const name = `${version.major}.${version.minor}.${version.patch}`
        const root = path.join(theirs, `cpython-${name}-linux-x86_64-gnu`)
        const ours = await unpack(python, `${name} for uv`)
        await relocate(ours, python, root)
        const [mine, its] = [contentOf(ours), contentOf(root)]
        const different = [...new Set([...mine.keys(), ...its.keys()])].filter(file => {
          return mine.get(file) !== its.get(file)
        })
        const meant = Object.keys(differences).map(file => `${stdlibFolder(python)}/${file}`)
        expect(different.filter(file => file !== 'BUILD' && !meant.includes(file))).toEqual([])
        const configuration = `${stdlibFolder(python)}/${configurationName}`
        expect(withoutArguments(mine.get(configuration))).toBe(
          withoutArguments(its.get(configuration)),
        )
      }
    })
  },
)

const configurationName = '_sysconfigdata__darwin_darwin.py'
/** Where a tree is meant to be another than uv's, and why; and uv's own record, `BUILD`. */
const differences: Readonly<Record<string, string>> = {
  [configurationName]: 'within the quotes of CONFIG_ARGS uv leaves the prefix as it was',
  '_sysconfig_vars__darwin_darwin.json':
    'says the same as the other one, which uv leaves as it was',
  'EXTERNALLY-MANAGED': 'would have pip refuse',
}

function withoutArguments(text = ''): string {
  return text.replace(/^ *"CONFIG_ARGS".*$/m, '')
}

/** The build variables of a tree. */
function readVariables(root: string, python: Distribution) {
  const file = path.join(root, stdlibFolder(python), configurationName)
  return parseBuildVariables(readFileSync(file, 'utf8')) ?? {}
}

function fileOf({ url }: Distribution): string {
  return path.posix.basename(url.pathname)
}

interface ListEntry {
  readonly major: number
  readonly minor: number
  readonly patch: number
}

/** Has uv install a mirror's archives, by a list that calls them Linux'. Returns the folder of its Pythons. */
async function installByUv(uv: string, mirror: string, folder: string): Promise<string> {
  const list: Readonly<Record<string, ListEntry>> = JSON.parse(
    await readFile(path.join(mirror, 'download-metadata.json'), 'utf8'),
  )
  const asLinux = Object.values(list).map(entry => {
    const { major, minor, patch } = entry
    const python = { ...entry, os: 'linux', arch: { family: 'x86_64', variant: null }, libc: 'gnu' }
    return [`cpython-${major}.${minor}.${patch}-linux-x86_64-gnu`, python] as const
  })
  const listFile = path.join(folder, 'list.json')
  await writeFile(listFile, JSON.stringify(Object.fromEntries(asLinux)))
  const pythons = path.join(folder, 'uv')
  const env = {
    ...childEnv,
    UV_PYTHON_INSTALL_DIR: pythons,
    UV_CACHE_DIR: path.join(folder, 'uv-cache'),
    UV_NO_CONFIG: '1',
    UV_PYTHON_INSTALL_MIRROR: pathToFileURL(mirror).href,
    UV_PYTHON_DOWNLOADS_JSON_URL: pathToFileURL(listFile).href,
  }
  const versions = asLinux.map(([, { major, minor }]) => `${major}.${minor}`)
  await run(uv, ['python', 'install', '--no-bin', ...versions], { env })
  return pythons
}

/** Files and links of a tree by their path: their bytes as text, or the target. */
function contentOf(root: string): ReadonlyMap<string, string> {
  const names = readdirSync(root, { recursive: true }).map(String)
  const entries = names.flatMap(name => {
    const file = path.join(root, name)
    const stat = lstatSync(file)
    if (stat.isDirectory()) return []
    return [
      [name, stat.isSymbolicLink() ? readlinkSync(file) : readFileSync(file, 'latin1')],
    ] as const
  })
  return new Map(entries)
}
