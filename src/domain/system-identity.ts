import type { Platform } from './platform.ts'

/** What a machine says of the system that it runs, in its own words. */
export interface SystemFacts {
  /** `process.platform` */
  readonly nodePlatform: string
  /** `os.release()`: the kernel's version on Linux and macOS, `10.0.26100` on Windows. */
  readonly release: string
  /** The text of `/etc/os-release`; empty elsewhere. */
  readonly osRelease: string
}

/** Systems whose minor releases run each other's binaries. */
const byMajor = new Set(['rhel', 'centos', 'rocky', 'almalinux', 'ol', 'fedora', 'amzn'])

/** macOS 11 came with Darwin 20; from macOS 26 on, which came with Darwin 25, they differ by one. */
function macosMajor(darwin: number): number {
  return darwin >= 25 ? darwin + 1 : darwin - 9
}

/**
 * The system as a part of cache keys, such as `ubuntu-24.04-gnu`, `macos-15` or `windows-26100`: what
 * binaries depend on, and not the weekly version of a runner's image. Pure.
 */
export function systemIdentity(
  { nodePlatform, release, osRelease }: SystemFacts,
  { libc }: Platform,
): string {
  const numbers = release.split('.')
  if (nodePlatform === 'darwin') return `macos-${macosMajor(Number(numbers[0]))}`
  if (nodePlatform === 'win32') return `windows-${numbers[2] ?? release}`
  const id = field(osRelease, 'ID') || 'linux'
  const version = field(osRelease, 'VERSION_ID')
  const kept = byMajor.has(id) ? (version.split('.')[0] ?? '') : version
  return [id, kept, libc].filter(Boolean).join('-')
}

function field(osRelease: string, name: string): string {
  const value = new RegExp(`^${name}=(.*)$`, 'm').exec(osRelease)?.[1] ?? ''
  return value.trim().replaceAll(/^["']|["']$/g, '')
}
