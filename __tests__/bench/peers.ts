import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Offer } from '../support/list.ts'
import { listPath, versionOf } from './archives.ts'
import type { Contender } from './contender.ts'
import type { Command } from './measure.ts'
import { countCaches, removeAll } from './tree.ts'

export interface PeerOptions {
  readonly id: string
  readonly bytecode: boolean
  readonly program: string
  /** Home of everything that it leaves behind. */
  readonly folder: string
  readonly mirrorUrl: string
  readonly offers: readonly Offer[]
}

/** `uv python install`, from the same mirror by the same list, with nothing kept from earlier runs. */
export function uvContender(options: PeerOptions): Contender {
  return peer(options, 'uv python install', uvCommand(options))
}

/** The command alone, for a second run over what the first one left. */
export function uvCommand({ bytecode, program, folder, mirrorUrl, offers }: PeerOptions): Command {
  const flags = [
    '--no-cache',
    '--no-config',
    '--no-bin',
    ...(bytecode ? ['--compile-bytecode'] : []),
  ]
  return {
    file: program,
    args: ['python', 'install', ...flags, ...offers.map(versionOf)],
    cwd: folder,
    env: {
      ...machineEnvironment(folder),
      UV_PYTHON_INSTALL_DIR: join(folder, 'pythons'),
      UV_PYTHON_DOWNLOADS_JSON_URL: `${mirrorUrl}/${listPath(offers.length)}`,
      UV_PYTHON_INSTALL_MIRROR: mirrorUrl,
    },
  }
}

/** Why uv cannot install these together; `null`: it can. */
export function obstacleForUv(offers: readonly Offer[]): string | null {
  const distinct = new Set(offers.map(versionOf)).size
  return distinct === offers.length ? null : 'it keeps one build of a version'
}

/** `downloadTool`, `extractTar` and `compileall`, version after version. */
export function byHandContender(options: PeerOptions): Contender {
  const { bytecode, program, folder, mirrorUrl, offers } = options
  const urls = offers.map(({ path }) => `${mirrorUrl}/${path.replace('+', '%2B')}`)
  const contender = peer(options, 'by hand', {
    file: process.execPath,
    args: [program, join(folder, 'pythons'), bytecode ? 'compile' : 'plain', ...urls],
    cwd: folder,
    env: { ...machineEnvironment(folder), RUNNER_TEMP: folder, RUNNER_TOOL_CACHE: folder },
  })
  if (!bytecode) return contender
  // compileall's workers belong to a fork server that nobody waits for: their time gets lost.
  return {
    ...contender,
    run: async probe => ({ wallMs: (await contender.run(probe)).wallMs, cpuMs: null }),
  }
}

function peer({ id, bytecode, folder }: PeerOptions, name: string, command: Command): Contender {
  return {
    id,
    label: name,
    bytecode,
    prepare: async () => {
      await removeAll(folder)
      await mkdir(folder, { recursive: true })
    },
    run: probe => probe.measure(command),
    inspect: () => countCaches(join(folder, 'pythons'), bytecode),
  }
}

function machineEnvironment(home: string): Record<string, string> {
  const kept = ['PATH', 'SystemRoot', 'ComSpec', 'PATHEXT', 'SystemDrive', 'windir']
  const values = kept.flatMap(name => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(values), HOME: home, TMPDIR: home, TEMP: home, TMP: home }
}
