import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createStep } from './action.ts'
import { mirrorContent } from './archives.ts'
import type { Bench } from './bench.ts'
import { programPath } from './bundle.ts'
import type { Contender, Contest } from './contender.ts'
import { type Command, createProbe } from './measure.ts'
import { uvCommand } from './peers.ts'
import { mostCpus } from './pinning.ts'
import { race } from './race.ts'
import { startMirrorProcess } from './servers.ts'

/** Runs of a tenth of a second need more of them. */
const roundsFactor = 5

/** Everything is there already: what the action takes beside a program that does nothing. */
export async function* warmPart(bench: Bench): AsyncGenerator<Contest> {
  const { settings, progress } = bench
  for (const versions of [...new Set([1, Math.max(...settings.versions)])]) {
    progress(`A second run over ${versions}`)
    const offers = bench.offers.slice(0, versions)
    await using mirror = await startMirrorProcess(
      { ...mirrorContent(offers), bytesPerSecond: null },
      mostCpus,
    )
    const env = { PATH: process.env.PATH ?? '' }
    const node = (program: string): Command => {
      return { file: process.execPath, args: [program], env, cwd: import.meta.dirname }
    }
    const contenders = [
      await secondRun(bench, mirror.url, offers),
      plain('empty', 'empty script with @actions/core, bundled', node(bench.programs.empty)),
      plain('empty-loose', 'the same, not bundled', node(programPath('empty.ts'))),
      ...(await secondRunOfUv(bench, mirror.url, offers)),
    ]
    const { series, absent } = await race(contenders, {
      rounds: settings.rounds * roundsFactor,
      cpus: mostCpus,
      onRun: () => {},
    })
    yield { part: 'warm', versions, cpus: mostCpus, series, absent }
  }
}

async function secondRun(
  { action, folder }: Bench,
  mirrorUrl: string,
  offers: Bench['offers'],
): Promise<Contender> {
  const step = await createStep({
    action,
    folder: join(folder, `warm-${offers.length}`),
    mirrorUrl,
    offers,
    inputs: { 'compile-bytecode': 'true', 'cache-python': 'false' },
  })
  await step.run(createProbe({ cpus: mostCpus, memory: false }))
  return {
    id: 'action',
    label: 'this action, tool cache warm',
    bytecode: true,
    prepare: async () => {},
    run: step.run,
    inspect: async () => {
      const { outputs } = await step.told()
      const sources = [...(outputs.installations ?? '').matchAll(/"source":"([^"]*)"/g)]
      if (sources.some(([, source]) => source !== 'tool-cache')) throw new Error('it installed')
      return `${sources.length} found`
    },
  }
}

async function secondRunOfUv(
  { folder, uv, settings }: Bench,
  mirrorUrl: string,
  offers: Bench['offers'],
): Promise<readonly Contender[]> {
  const wanted = settings.contenders.includes('uv')
  if (!wanted || typeof uv === 'string') return []
  const home = join(folder, `warm-uv-${offers.length}`)
  await mkdir(home)
  const options = { id: 'uv', bytecode: true, program: uv.path, folder: home, mirrorUrl, offers }
  const command = uvCommand(options)
  await createProbe({ cpus: mostCpus, memory: false }).measure(command)
  return [plain('uv', 'uv python install, a second time', command)]
}

function plain(id: string, label: string, command: Command): Contender {
  return {
    id,
    label,
    bytecode: true,
    prepare: async () => {},
    run: probe => probe.measure(command),
    inspect: async () => '',
  }
}
