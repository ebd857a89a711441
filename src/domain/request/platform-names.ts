import type { Architecture, ArchitectureFamily, Libc, Os, Platform } from '../platform.ts'
import { architectureFamilies, libcs } from '../platform.ts'

/** The names by which uv, Node, setup-python and target triples know each operating system. */
const operatingSystems: Readonly<Record<string, Os>> = {
  linux: 'linux',
  darwin: 'darwin',
  macos: 'darwin',
  windows: 'windows',
  win32: 'windows',
  emscripten: 'emscripten',
}

const families: Readonly<Record<string, ArchitectureFamily>> = {
  ...Object.fromEntries(architectureFamilies.map(family => [family, family])),
  x64: 'x86_64',
  amd64: 'x86_64',
  x86: 'i686',
  ia32: 'i686',
  x32: 'i686',
  i386: 'i686',
  arm64: 'aarch64',
  arm: 'armv7',
  armv7l: 'armv7',
  ppc64: 'powerpc64le',
  ppc64le: 'powerpc64le',
  riscv64gc: 'riscv64',
}

/** Reads `linux`, `macos` and the like, in lower case; `null` where the text names none. */
export function parseOs(text: string): Os | null {
  return Object.hasOwn(operatingSystems, text) ? (operatingSystems[text] ?? null) : null
}

/** Reads `x64`, `aarch64`, `x86_64_v3` and the like, in lower case; `null` where the text names none. */
export function parseArchitecture(text: string): Architecture | null {
  const level = /_(v[234])$/.exec(text)?.[1] ?? null
  const name = level === null ? text : text.slice(0, -level.length - 1)
  const family = Object.hasOwn(families, name) ? families[name] : undefined
  return family === undefined || (level !== null && family !== 'x86_64') ? null : { family, level }
}

/** Reads `gnu`, `musl` and the like, in lower case; `null` where the text names none. */
export function parseLibc(text: string): Libc | null {
  return libcs.find(libc => libc === text) ?? null
}

const targetForm = /^(\w+)-(?:unknown-(linux)-(\w+)|apple-(darwin)|pc-(windows)-msvc)$/

/** Reads `x86_64-unknown-linux-gnu` and the like; `null` where the text is no target that there are builds for. */
export function parseTargetTriple(text: string): Platform | null {
  const [, name = '', linux, libcName = '', darwin, windows] = targetForm.exec(text) ?? []
  const architecture = parseArchitecture(name)
  const os = parseOs(linux ?? darwin ?? windows ?? '')
  const libc = linux === undefined ? 'none' : parseLibc(libcName)
  return architecture && os && libc && { os, architecture, libc }
}
