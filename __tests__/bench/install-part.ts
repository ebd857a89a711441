import { join } from 'node:path'
import { actionContender } from './action.ts'
import { mirrorContent } from './archives.ts'
import type { Bench } from './bench.ts'
import type { Absent, Contender, Contest } from './contender.ts'
import { createLimits } from './limit.ts'
import { byHandContender, obstacleForUv, uvContender } from './peers.ts'
import { obstacleTo } from './pinning.ts'
import { race } from './race.ts'
import { startMirrorProcess } from './servers.ts'

/** Installs Pythons on an empty machine: each number of versions on each number of cores. */
export async function* installPart(bench: Bench): AsyncGenerator<Contest> {
  const { settings, progress } = bench
  for (const cpus of settings.cpus) {
    const obstacle = obstacleTo(cpus)
    if (obstacle !== null) {
      progress(`No contest on ${cpus} cores: ${obstacle}.`)
      continue
    }
    for (const versions of settings.versions) {
      progress(`Installing ${versions}, on ${cpus} cores`)
      yield await contest(bench, versions, cpus)
    }
  }
}

async function contest(bench: Bench, versions: number, cpus: number): Promise<Contest> {
  const { settings, progress } = bench
  const offers = bench.offers.slice(0, versions)
  const { bytesPerSecond } = settings
  await using mirror = await startMirrorProcess({ ...mirrorContent(offers), bytesPerSecond }, cpus)
  const entries = await listContenders(bench, mirror.url, offers)
  const contenders = entries.filter(entry => 'run' in entry)
  const missing = entries.filter(entry => 'reason' in entry)
  const { series, absent } = await race(contenders, {
    rounds: settings.rounds,
    cpus,
    onRun: progress,
  })
  return { part: 'install', versions, cpus, series, absent: [...missing, ...absent] }
}

async function listContenders(
  bench: Bench,
  mirrorUrl: string,
  offers: Bench['offers'],
): Promise<readonly (Contender | Absent)[]> {
  const { settings, uv, programs } = bench
  const folderOf = (id: string) => join(bench.folder, id)
  const entries: (Contender | Absent)[] = []
  for (const bytecode of [true, false]) {
    const suffix = bytecode ? '' : '-plain'
    const wanted = (id: string) => settings.contenders.some(each => each === id + suffix)
    const options = (id: string) => {
      return { id: id + suffix, bytecode, folder: folderOf(id + suffix), mirrorUrl, offers }
    }
    const builds = settings.actions.map((action, index) => {
      return { ...options(`action-${index + 1}`), action, label: `this action, ${action}` }
    })
    const own = { ...options('action'), action: bench.action, label: 'this action' }
    if (wanted('action')) {
      for (const build of [own, ...builds]) entries.push(await actionContender(build))
    }
    const label = 'uv python install'
    const obstacle = obstacleForUv(offers)
    if (wanted('uv')) {
      if (typeof uv === 'string') entries.push({ label, reason: uv })
      else if (obstacle !== null) entries.push({ label, reason: obstacle })
      else entries.push(uvContender({ ...options('uv'), program: uv.path }))
    }
    if (wanted('by-hand')) {
      entries.push(byHandContender({ ...options('by-hand'), program: programs['by-hand'] }))
    }
    const limits = createLimits({ folder: folderOf('limit'), mirrorUrl, offers })
    entries.push(...(bytecode ? [limits.compiling, limits.processors] : [limits.unpacking]))
  }
  return entries
}
