import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import type { Sample } from './contender.ts'
import { pinToFirst } from './pinning.ts'
import { endedChildrenCpuMs, watchMemory } from './process-tree.ts'

export interface Command {
  readonly file: string
  readonly args: readonly string[]
  /** All of its environment. */
  readonly env: Readonly<Record<string, string>>
  readonly cwd: string
}

export interface Measured extends Sample {
  readonly stdout: string
}

/** Runs commands and measures them. */
export interface Probe {
  readonly cpus: number
  /** Throws where a command ends with another exit code than 0. */
  measure(command: Command): Promise<Measured>
  /** The most that any command took, with all its processes; `null`: not watched, or not told here. */
  peakBytes(): number | null
}

export interface ProbeOptions {
  readonly cpus: number
  /** Watching takes processor time: in rounds that are not timed. */
  readonly memory: boolean
}

export function createProbe({ cpus, memory }: ProbeOptions): Probe {
  let peakBytes: number | null = null
  return {
    cpus,
    peakBytes: () => peakBytes,
    measure: async command => {
      const { file, args, env, cwd } = pinToFirst(command, cpus)
      const cpuBefore = endedChildrenCpuMs()
      const startedMs = performance.now()
      // A session of its own: that is how all its processes are found, and ended.
      const child = spawn(file, args, {
        env,
        cwd,
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      const pid = child.pid ?? 0
      const killAll = () => process.platform !== 'win32' && process.kill(-pid, 'SIGKILL')
      process.once('exit', killAll)
      const watch = memory ? watchMemory(pid) : null
      try {
        const output = Promise.all([text(child.stdout), text(child.stderr)])
        const [code, signal] = await once(child, 'exit')
        const wallMs = performance.now() - startedMs
        const cpuAfter = endedChildrenCpuMs()
        const [stdout, stderr] = await output
        if (code !== 0) throw new Error(describe(command, `${code ?? signal}`, stdout + stderr))
        const cpuMs = cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore
        return { wallMs, cpuMs, stdout }
      } finally {
        process.off('exit', killAll)
        const bytes = watch?.stop() ?? null
        if (bytes !== null) peakBytes = Math.max(peakBytes ?? 0, bytes)
      }
    },
  }
}

function describe({ file, args }: Command, end: string, output: string): string {
  const tail = output.trim().split('\n').slice(-5).join('\n')
  return `${[file, ...args].join(' ')} ended with ${end}:\n${tail}`
}
