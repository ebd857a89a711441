import { execFileSync } from 'node:child_process'
import { statfs } from 'node:fs/promises'
import { availableParallelism, cpus, release, type } from 'node:os'
import type { Bench } from './bench.ts'

/** The machine in a line: what figures depend on. */
export async function describeMachine({
  folder,
  uv,
}: Pick<Bench, 'folder' | 'uv'>): Promise<string> {
  const processor = cpus()[0]?.model.trim() ?? process.arch
  return [
    `${availableParallelism()} cores (${processor})`,
    `${type()} ${release()}`,
    `Node ${process.versions.node}`,
    ...(typeof uv === 'string' ? [] : [uv.version]),
    ...(await fileSystem(folder)),
    `zstd ${hasZstd() ? 'there' : 'not there'}`,
  ].join(', ')
}

const fileSystems: Readonly<Record<number, string>> = {
  61267: 'ext4',
  16914836: 'tmpfs',
  1481003842: 'xfs',
  2435016766: 'btrfs',
  2035054128: 'overlayfs',
}

/** By its magic number, which only Linux tells. */
async function fileSystem(folder: string): Promise<readonly string[]> {
  const name = fileSystems[(await statfs(folder)).type]
  return name === undefined ? [] : [name]
}

/** `@actions/cache` compresses with it where it is on PATH, else with gzip. */
function hasZstd(): boolean {
  try {
    execFileSync('zstd', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
