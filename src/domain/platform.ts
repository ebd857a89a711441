/** Where a Python runs. The words are those of uv's list of distributions. */
export interface Platform {
  readonly os: Os
  readonly architecture: Architecture
  readonly libc: Libc
}

export const oses = ['linux', 'darwin', 'windows', 'emscripten'] as const
export type Os = (typeof oses)[number]

export const libcs = ['gnu', 'musl', 'gnueabi', 'gnueabihf', 'none'] as const
export type Libc = (typeof libcs)[number]

/** A processor family and the level of its instruction set: `x86_64` with `v3`, or `null` for the base. */
export interface Architecture {
  readonly family: ArchitectureFamily
  readonly level: string | null
}

export const architectureFamilies = [
  'x86_64',
  'aarch64',
  'i686',
  'armv7',
  'powerpc64le',
  'riscv64',
  's390x',
  'wasm32',
] as const

export type ArchitectureFamily = (typeof architectureFamilies)[number]

/** The C library of most Linux machines with such a processor. */
export function usualLibc(family: ArchitectureFamily): Libc {
  return family === 'armv7' ? 'gnueabihf' : 'gnu'
}

/**
 * The C library that programs for a processor have on this host, which may be another's: glibc has
 * a name of its own for 32-bit ARM.
 */
export function libcFor({ family }: Architecture, host: Platform): Libc {
  const isHosts = family === host.architecture.family
  return isHosts || host.libc === 'musl' || host.os !== 'linux' ? host.libc : usualLibc(family)
}

/** `x86_64_v3`: the architecture as target triples and uv keys spell it. */
export function formatArchitecture({ family, level }: Architecture): string {
  return level === null ? family : `${family}_${level}`
}

/** The target triple that python-build-standalone names the platform by. */
export function targetTriple({ os, architecture, libc }: Platform): string {
  const arch = formatArchitecture(architecture)
  switch (os) {
    case 'linux':
      return `${arch}-unknown-linux-${libc}`
    case 'darwin':
      return `${arch}-apple-darwin`
    case 'windows':
      return `${arch}-pc-windows-msvc`
    case 'emscripten':
      return `${arch}-unknown-emscripten`
  }
}

/** `linux x86_64 musl`: for people. */
export function describePlatform({ os, architecture, libc }: Platform): string {
  return [os, formatArchitecture(architecture), ...(os === 'linux' ? [libc] : [])].join(' ')
}
