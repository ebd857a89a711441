import { execFile } from 'node:child_process'
import { mkdir, readdir, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { layoutOf, stdlibFolder } from '../../src/domain/layout.ts'
import { offeredDistribution } from './distributions.ts'
import type { Offer } from './list.ts'
import { repack } from './repack.ts'

export interface SlimOptions {
  readonly build: string
  /** Where it is made. */
  readonly folder: string
  /** A last change to the tree. */
  readonly edit?: (root: string) => Promise<void>
}

/** What an interpreter needs to start and to be asked about itself. */
const needed = new Set(['collections', 'encodings', 'importlib', 'json', 're', 'sysconfig'])

/** Larger modules that nothing needs are most of what compiling costs; small ones are work enough. */
const smallBytes = 8_000

/** Prints the files of the modules that our tests' own programs use. */
const neededFiles = `
import ast, importlib.util, json, py_compile, runpy, subprocess, sys, sysconfig, tempfile
sysconfig.get_config_vars()
files = [getattr(module, '__file__', None) for module in list(sys.modules.values())]
print(json.dumps([file for file in files if file]))`

/** A real Python without most of its library: for tests that install one dozens of times. */
export async function slimOffer(original: Offer, options: SlimOptions): Promise<Offer> {
  const { build, folder, edit = async () => {} } = options
  const python = offeredDistribution(original)
  const windows = python.platform.os === 'windows'
  return await repack(original, {
    build,
    folder,
    edit: async root => {
      const library = join(root, stdlibFolder(python))
      const files = await findNeeded(join(root, layoutOf(python).executable))
      for (const entry of await readdir(library, { withFileTypes: true })) {
        const path = join(library, entry.name)
        const keep = entry.isDirectory()
          ? needed.has(entry.name)
          : files.has(await realpath(path)) || (await stat(path)).size < smallBytes
        if (!keep) await rm(path, { recursive: true })
      }
      await rm(join(root, 'include'), { recursive: true, force: true })
      if (windows) await pretendPip(join(root, layoutOf(python).scriptsFolder))
      await edit(root)
    },
  })
}

async function findNeeded(executable: string): Promise<ReadonlySet<string>> {
  const { stdout } = await promisify(execFile)(executable, ['-I', '-B', '-c', neededFiles])
  const files: readonly string[] = JSON.parse(stdout)
  return new Set(await Promise.all(files.map(file => realpath(file))))
}

/** Only pip itself could make its program for Windows, and every job would warn that it is missing. */
async function pretendPip(scripts: string): Promise<void> {
  await mkdir(scripts, { recursive: true })
  await writeFile(join(scripts, 'pip.exe'), '')
}
