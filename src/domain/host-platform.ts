import { elfInterpreter, libcOfInterpreter } from './elf.ts'
import { ActionError } from './errors.ts'
import {
  type ArchitectureFamily,
  type Libc,
  type Os,
  type Platform,
  usualLibc,
} from './platform.ts'

/** What the machine says about itself, in its own words. */
export interface HostFacts {
  /** `process.platform` */
  readonly nodePlatform: string
  /** `process.arch` */
  readonly nodeArch: string
  /** `os.machine()`: tells ARMv6 from ARMv7. */
  readonly machine: string
  /** The first bytes of programs that belong to the system, the most telling first. */
  readonly programs: readonly Uint8Array[]
  /** File names in the system's library folders that look like dynamic loaders. */
  readonly loaders: readonly string[]
}

const operatingSystems: Readonly<Record<string, Os>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
}

const families: Readonly<Record<string, ArchitectureFamily>> = {
  x64: 'x86_64',
  arm64: 'aarch64',
  ia32: 'i686',
  arm: 'armv7',
  ppc64: 'powerpc64le',
  riscv64: 'riscv64',
  s390x: 's390x',
}

/** The platform that this machine's Pythons are built for; throws where nobody builds any. */
export function platformOf(facts: HostFacts): Platform {
  const os = operatingSystems[facts.nodePlatform]
  // Node says `arm` for both, and there are no builds for the older one.
  const family = facts.machine.startsWith('armv6') ? undefined : families[facts.nodeArch]
  if (os === undefined || family === undefined) {
    throw new ActionError({
      code: 'REQUEST_UNMATCHED',
      message: `There are no Python builds for this machine (${facts.nodePlatform} ${facts.nodeArch} ${facts.machine}).`,
      hint: 'Run the job on Linux, macOS or Windows, on a processor that python-build-standalone builds for.',
    })
  }
  return {
    os,
    architecture: { family, level: null },
    libc: os === 'linux' ? (detectLibc(facts) ?? usualLibc(family)) : 'none',
  }
}

/** The C library of the system's own programs or, where they are static or scripts, of its loaders. */
function detectLibc({ programs, loaders }: HostFacts): Libc | null {
  const interpreters = programs.map(elfInterpreter).filter(path => path !== null)
  const found = [...interpreters, ...loaders].map(libcOfInterpreter).filter(libc => libc !== null)
  // With both installed (no program answered), glibc is the system's own more often.
  return interpreters.length === 0
    ? (found.find(libc => libc !== 'musl') ?? found[0] ?? null)
    : (found[0] ?? null)
}
