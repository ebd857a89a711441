import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { sharedOffers } from './list.ts'
import { findInterpreters } from './pack-python.ts'
import { cacheFolder } from './shared.ts'

const run = promisify(execFile)

/** A Python of this machine, to be compiled with. */
export interface TestInterpreter {
  /** `cpython 3.13.5`, `pypy 3.9.16`: for the titles of tests. */
  readonly name: string
  readonly python: string
  readonly stdlib: string
}

/** The CPythons that the machine has, `python3` first, and whatever else lies in a shared mirror. */
export async function findTestInterpreters(): Promise<readonly TestInterpreter[]> {
  const installed = (await findInterpreters()).map(({ executable }) => executable)
  const unpacked = await Promise.all((await sharedOffers()).map(({ file }) => unpack(file)))
  const programs = [...installed, ...unpacked.flat()]
  return await Promise.all(programs.map(describeInterpreter))
}

const inquiry = `
import platform, sys, sysconfig
flags = ('t' if sysconfig.get_config_var('Py_GIL_DISABLED') else '') + ('d' if hasattr(sys, 'gettotalrefcount') else '')
print(sys.implementation.name, platform.python_version() + flags)
print(sysconfig.get_path('stdlib'))`

async function describeInterpreter(python: string): Promise<TestInterpreter> {
  const { stdout } = await run(python, ['-I', '-B', '-c', inquiry])
  const [name = '', stdlib = ''] = stdout.split(/\r?\n/)
  return { name, python, stdlib }
}

/** Unpacks an archive, once for all test runs, and names the interpreters in it. */
async function unpack(archive: string): Promise<readonly string[]> {
  const folder = path.join(cacheFolder, 'unpacked', path.basename(archive))
  if (!existsSync(folder)) {
    const parts = `${folder}.${process.pid}`
    await mkdir(parts, { recursive: true })
    await run('tar', ['-xf', archive, '-C', parts])
    await rename(parts, folder).catch(() => rm(parts, { recursive: true }))
  }
  const tops = (await readdir(folder)).map(name => path.join(folder, name))
  return tops
    .flatMap(top => ['bin/python3', 'install/bin/python3', 'bin/pypy3'].map(p => path.join(top, p)))
    .filter(existsSync)
}

/** A source as the pool wants it. */
export interface TestSource {
  readonly path: string
  readonly sizeBytes: number
}

/** Every `.py` below a folder, in a stable order, with the system's separator. */
export async function sourcesBelow(root: string): Promise<readonly TestSource[]> {
  const entries = await readdir(root, { recursive: true })
  const names = entries.filter(name => name.endsWith('.py')).sort()
  return await Promise.all(
    names.map(async name => ({ path: name, sizeBytes: (await stat(path.join(root, name))).size })),
  )
}

/** Copies every n-th source of a standard library, with its times. */
export async function copySources(stdlib: string, to: string, every: number): Promise<void> {
  const entries = await readdir(stdlib, { recursive: true })
  const names = entries.filter(name => name.endsWith('.py') && !/test|site-packages/.test(name))
  for (const name of names.sort().filter((_, index) => index % every === 0)) {
    const options = { preserveTimestamps: true, dereference: true }
    await cp(path.join(stdlib, name), path.join(to, name), options)
  }
}

/** What an interpreter thinks of the caches below a folder: see `check_caches.py`. */
export interface CacheReport {
  readonly valid: number
  readonly uncompilable: number
  /** How many are byte for byte what py_compile wrote in another process. */
  readonly identical: number
  readonly wrong: readonly string[]
}

const checker = path.join(import.meta.dirname, 'check_caches.py')

/** What a compile worker runs. */
export const workerProgram = path.resolve(
  import.meta.dirname,
  '../../src/bytecode/compile_stdlib.py',
)

/** Has an interpreter check every cache below a folder. */
export async function checkCaches(
  python: string,
  { root, finalPath, mode }: { root: string; finalPath: string; mode: string },
): Promise<CacheReport> {
  const { stdout } = await run(python, ['-I', '-B', checker, workerProgram, root, finalPath, mode])
  return JSON.parse(stdout) as CacheReport
}
