import type { ArchitectureFamily, Libc, Os, Platform } from '../../src/domain/platform.ts'

/** The hosts that requests are tried on, by the names that end the list's keys. */
export const hosts: Readonly<Record<string, Platform>> = Object.fromEntries(
  [
    host('linux', 'x86_64', 'gnu'),
    host('linux', 'aarch64', 'gnu'),
    host('linux', 'x86_64', 'musl'),
    host('darwin', 'aarch64', 'none'),
    host('darwin', 'x86_64', 'none'),
    host('windows', 'x86_64', 'none'),
    host('windows', 'aarch64', 'none'),
  ].map(platform => [`${platform.os}-${platform.architecture.family}-${platform.libc}`, platform]),
)

function host(os: Os, family: ArchitectureFamily, libc: Libc): Platform {
  return { os, architecture: { family, level: null }, libc }
}
