import { execFile } from 'node:child_process'
import { copyFile, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cacheFolder } from './shared.ts'

const run = promisify(execFile)
const windows = process.platform === 'win32'

/** Versions that the tests were written for; none needs a compiler. */
const requirements = {
  pipenv: ['pipenv==2026.10.3'],
  poetry: ['poetry==2.5.1'],
  uv: ['uv==0.13.9'],
  // It does not start with the next version of that.
  pdm: ['pdm==2.29.4', 'hishel==1.4.0'],
} as const

/** A package manager that a workflow installs by itself. */
export type InstalledManager = keyof typeof requirements

/**
 * A folder with a real package manager's program and nothing else, installed once from the package index and kept;
 * `null` where the machine has no index, or its Python is too old.
 */
export async function installManager(name: InstalledManager): Promise<string | null> {
  const wanted = requirements[name]
  const folder = join(cacheFolder, 'package-managers', name)
  const programs = join(folder, windows ? 'Scripts' : 'bin')
  const alone = join(folder, 'alone')
  const marker = join(folder, 'installed')
  if ((await readFile(marker, 'utf8').catch(() => '')) === wanted.join()) return alone
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  try {
    await run(windows ? 'python' : 'python3', ['-m', 'venv', folder])
    const pip = ['-m', 'pip', 'install', '--quiet', '--retries', '0', ...wanted]
    await run(join(programs, 'python'), pip)
  } catch {
    return null
  }
  await mkdir(alone)
  if (windows) await copyFile(join(programs, `${name}.exe`), join(alone, `${name}.exe`))
  else await symlink(join(programs, name), join(alone, name))
  await writeFile(marker, wanted.join())
  return alone
}

/** What a job's tools need of this machine to reach its package index. */
export function indexEnvironment(): Readonly<Record<string, string>> {
  const names =
    /^(PIP_(CERT|INDEX_URL|EXTRA_INDEX_URL)|UV_(INDEX_URL|DEFAULT_INDEX|NATIVE_TLS)|(SSL_CERT|REQUESTS_CA)_\w+|(HTTPS?|NO)_PROXY)$/i
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => names.test(entry[0]) && entry[1] !== undefined,
  )
  return Object.fromEntries(entries)
}

/** A Pipfile with one small package. */
export const pipfile = `[[source]]
url = "https://pypi.org/simple"
verify_ssl = true
name = "pypi"

[packages]
six = "==1.17.0"
`
