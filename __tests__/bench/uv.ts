import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cacheFolder } from '../support/shared.ts'

const run = promisify(execFile)
const windows = process.platform === 'win32'

/** A uv that runs here. */
export interface Uv {
  readonly path: string
  /** `uv 0.9.2`. */
  readonly version: string
}

const environment = join(cacheFolder, 'bench', 'uv')
const installed = join(environment, windows ? 'Scripts' : 'bin', windows ? 'uv.exe' : 'uv')

/** The uv on PATH, else the one that an earlier bench installed; or why there is none. */
export async function findUv(install: boolean): Promise<Uv | string> {
  if (install && !existsSync(installed)) {
    const problem = await installUv()
    if (problem !== null) return problem
  }
  for (const path of install ? [installed] : ['uv', installed]) {
    const version = await run(path, ['--version']).catch(() => null)
    if (version !== null) return { path, version: version.stdout.trim().replace(/ \(.*/, '') }
  }
  return 'not on PATH; --install-uv gets it from the package index'
}

async function installUv(): Promise<string | null> {
  try {
    await run(windows ? 'python' : 'python3', ['-m', 'venv', environment])
    const python = join(environment, windows ? 'Scripts' : 'bin', 'python')
    await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', 'uv'])
    return null
  } catch (error) {
    const { stderr } = error as { readonly stderr?: string }
    const reason = stderr?.trim().split('\n').at(-1) || String(error)
    return `it could not be installed from the package index: ${reason}`
  }
}
