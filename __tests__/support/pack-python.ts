import { execFile } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { cacheFolder } from './shared.ts'

const run = promisify(execFile)
const packer = join(import.meta.dirname, 'pack_python.py')
const windows = process.platform === 'win32'

/** A CPython of this machine, as python-build-standalone would ship it. */
export interface PackedPython extends About {
  /** The archive on this machine, under its released name. */
  readonly file: string
  readonly build: string
  readonly sha256: string
  readonly sizeBytes: number
}

/** What the packer finds out about the host. */
interface About {
  readonly version: string
  /** `freethreaded`, `debug`, or `null`: as in uv's list. */
  readonly variant: string | null
  readonly triple: string
  /** The version of the pip inside; `null`: the host has no wheel of it (Debian without python3-venv). */
  readonly pip: string | null
  /** Whether extension modules can be compiled (on Debian: python3-dev). */
  readonly headers: boolean
}

export interface PackOptions {
  /** A path or a command; a virtual environment's stands for the Python that it was made from. */
  readonly interpreter?: string
  /** Another build of a version is another distribution: other name, other hash, the same tree. */
  readonly build?: string
  /** Where archives are kept for the next time. */
  readonly folder?: string
}

/** Packs an interpreter, in a few seconds the first time; throws with the reason where it cannot. */
export async function packPython({
  interpreter = windows ? 'python' : 'python3',
  build = '20250612',
  folder = join(cacheFolder, 'pythons'),
}: PackOptions = {}): Promise<PackedPython> {
  const host = await inspect(interpreter)
  const key = createHash('sha256')
    .update(JSON.stringify(host))
    .update(await readFile(packer))
  const entry = join(folder, `${host.version}-${key.digest('hex').slice(0, 16)}`)
  await makeOnce(entry, async parts => {
    await mkdir(parts)
    const { stdout } = await python(host.executable, packer, join(parts, 'python.tar.gz'))
    await writeFile(join(parts, 'about.json'), stdout)
  })
  const about = JSON.parse(await readFile(join(entry, 'about.json'), 'utf8')) as About

  const { version, triple, variant } = about
  const flavour = variant === null ? '' : `-${variant}`
  const name = `cpython-${version}+${build}-${triple}${flavour}-install_only_stripped.tar.gz`
  const archive = nameInGzip(await readFile(join(entry, 'python.tar.gz')), name.slice(0, -3))
  const file = join(entry, name)
  await makeOnce(file, path => writeFile(path, archive))
  const sha256 = createHash('sha256').update(archive).digest('hex')
  return { ...about, file, build, sha256, sizeBytes: archive.length }
}

/** A Python that can be packed. */
export interface Interpreter {
  readonly executable: string
  readonly version: string
}

/** The CPythons of this machine, 3.8 and newer, one of each version; the first is PATH's `python3`. */
export async function findInterpreters(): Promise<readonly Interpreter[]> {
  const command = windows ? 'python.exe' : 'python3'
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...(await inEach(join(homedir(), '.pyenv', 'versions'), windows ? '.' : 'bin')),
    ...(await inEach(join(process.env.RUNNER_TOOL_CACHE ?? '', 'Python'), 'x64/bin')),
    ...(await inEach(join(homedir(), '.local/share/uv/python'), 'bin')),
  ]
  const paths = folders.map(folder => join(folder, command)).filter(path => existsSync(path))
  const found = await Promise.all(paths.map(path => inspect(path).catch(() => null)))
  const byVersion = new Map<string, Interpreter>()
  for (const host of found) {
    if (host !== null && !byVersion.has(host.version)) byVersion.set(host.version, host)
  }
  return [...byVersion.values()]
}

const inspection = `
import json, os, platform, sys
path = os.path.realpath(getattr(sys, '_base_executable', None) or sys.executable)
assert sys.version_info >= (3, 8) and sys.implementation.name == 'cpython'
print(json.dumps({'executable': path, 'version': platform.python_version(), 'changed': os.stat(path).st_mtime}))`

async function inspect(interpreter: string): Promise<Interpreter & { readonly changed: number }> {
  const { stdout } = await python(interpreter, '-c', inspection).catch((cause: unknown) => {
    throw new Error(
      `There is no Python here to try it with: ${interpreter} is not a CPython 3.8 or newer. Install one and put it on PATH, or name a version to download: npm run try -- --python-version 3.13`,
      { cause },
    )
  })
  return JSON.parse(stdout)
}

function python(interpreter: string, ...args: readonly string[]) {
  return run(interpreter, ['-I', '-B', ...args])
}

async function inEach(folder: string, below: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.sort().map(name => join(folder, name, below))
}

/** Test files run side by side: whoever is first leaves a whole one, the others throw theirs away. */
async function makeOnce(path: string, make: (parts: string) => Promise<void>): Promise<void> {
  if (existsSync(path)) return
  await mkdir(dirname(path), { recursive: true })
  const parts = `${path}.${randomUUID()}`
  try {
    await make(parts)
    await rename(parts, path)
  } catch (error) {
    if (!existsSync(path)) throw error
  } finally {
    await rm(parts, { recursive: true, force: true })
  }
}

/** Gives a gzip file without a name one, as `gzip` itself would: it makes the bytes the build's own. */
function nameInGzip(archive: Buffer, name: string): Buffer {
  const header = Buffer.from(archive.subarray(0, 10))
  header[3] = 0x08
  return Buffer.concat([header, Buffer.from(`${name}\0`, 'latin1'), archive.subarray(10)])
}
