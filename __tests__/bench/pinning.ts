import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseCpuList } from './cpu-list.ts'
import type { Command } from './measure.ts'

/** The processors that this process may use; empty where they cannot be chosen. */
const allowed = readAllowed()

/** How many cores a contest can have. */
export const mostCpus = availableParallelism()

/** Why a contest cannot have this many cores; `null`: it can. */
export function obstacleTo(cpus: number): string | null {
  if (cpus > mostCpus) return `this machine has ${mostCpus}`
  if (cpus < mostCpus && allowed.length === 0) return 'it takes taskset to use fewer than all'
  return null
}

/** The command on the contenders' cores. */
export function pinToFirst(command: Command, cpus: number): Command {
  return pin(command, allowed.slice(0, cpus))
}

/** The command on the cores that contenders leave; on all of them where they leave none. */
export function pinToRest(command: Command, cpus: number): Command {
  return pin(command, allowed.slice(cpus))
}

function pin(command: Command, cpus: readonly number[]): Command {
  if (cpus.length === 0 || cpus.length === allowed.length) return command
  return { ...command, file: 'taskset', args: ['-c', cpus.join(), command.file, ...command.args] }
}

function readAllowed(): readonly number[] {
  if (process.platform !== 'linux') return []
  if (spawnSync('taskset', ['--version']).status !== 0) return []
  const status = readFileSync('/proc/self/status', 'utf8')
  return parseCpuList(/^Cpus_allowed_list:\s*(\S+)$/m.exec(status)?.[1] ?? '')
}
