import type { Os } from './platform.ts'

/** A limit of the machine that a program has met: what was found, and what to do. */
export interface MachineLimit {
  readonly found: string
  readonly hint: string
}

const memory: MachineLimit = {
  found: 'the machine does not have enough memory for it',
  hint: 'Give the job more memory: in a container or a pod, raise its memory limit.',
}

const fileSize: MachineLimit = {
  found: 'this job is not allowed to write files of this size',
  hint: 'Raise the limit on the size of files (`ulimit -f`).',
}

/** What the system means by refusing a file or memory to this process itself, by its code. */
const byCode: Readonly<Record<string, MachineLimit>> = {
  EMFILE: {
    found: 'this job cannot open more files',
    hint: 'Raise the limit on open files (`ulimit -n`).',
  },
  ENFILE: {
    found: 'the machine cannot open more files',
    hint: 'Raise the limit of the machine (`fs.file-max`), or run fewer jobs on it.',
  },
  ENOMEM: memory,
  EFBIG: fileSize,
}

/** The same where it does not start a program. */
const byStartCode: Readonly<Record<string, MachineLimit>> = {
  EACCES: {
    found: 'the system does not let programs run from its folder',
    hint: 'The folder is on a mount with `noexec`, or a security policy forbids it: set RUNNER_TOOL_CACHE to a folder that programs may run from.',
  },
  EAGAIN: {
    found: 'this job cannot start more processes',
    hint: 'Raise the limit on processes (`ulimit -u`, or `pids.max` of the container), or request fewer versions in this job.',
  },
}

/** What the system means by ending a program, by its signal. */
const bySignal: Readonly<Record<string, MachineLimit>> = {
  SIGKILL: {
    found: 'the system killed it, probably because memory ran out',
    hint: memory.hint,
  },
  SIGILL: {
    found: 'this processor lacks instructions that it was built for',
    hint: 'Builds for newer processors are only used if they are named: leave out `_v2`, `_v3` or `_v4`.',
  },
  SIGXFSZ: fileSize,
  SIGXCPU: {
    found: 'it is not allowed to use more CPU time',
    hint: 'Raise the limit on processor time (`ulimit -t`).',
  },
  SIGSYS: {
    found: 'a security policy forbids one of its system calls',
    hint: "Look at the container's seccomp profile.",
  },
}

/** The limit that kept a program from starting; `null` where the code is about the program itself. */
export function limitOnStart(code: string | null): MachineLimit | null {
  return byStartCode[code ?? ''] ?? limitOf(code)
}

/** The limit that this process itself has met; `null` where the code is about something else. */
export function limitOf(code: string | null): MachineLimit | null {
  return byCode[code ?? ''] ?? null
}

/** The limit that ended a program by a signal; `null` where it may have crashed by itself. */
export function limitOfSignal(signal: string | null): MachineLimit | null {
  return bySignal[signal ?? ''] ?? null
}

/** The longest path of a program that Windows starts, unless all of a machine is set up for longer ones. */
const windowsPathLength = 259

/** The limit that a program which did not start has met by its path; `null`: it is not too long. */
export function limitOfPath(program: string, os: Os): MachineLimit | null {
  if (os !== 'windows' || program.length <= windowsPathLength) return null
  return {
    found: `its path has ${program.length} characters, and Windows starts programs of up to ${windowsPathLength}`,
    hint: 'Set RUNNER_TOOL_CACHE to a folder with a shorter path.',
  }
}

/** What a compile worker takes at most, and what this process and its archives take beside them. */
const workerBytes = 40_000_000
const reservedBytes = 150_000_000

/** How many compile workers may run at a time: one for each processor, as far as memory allows. */
export function compileSlots({
  processors,
  memoryBytes,
}: {
  readonly processors: number
  /** What this job may use. */
  readonly memoryBytes: number
}): number {
  const fitting = Math.floor((memoryBytes - reservedBytes) / workerBytes)
  return Math.max(1, Math.min(processors, fitting))
}
