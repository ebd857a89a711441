import { join } from 'node:path'
import { actionContender, createStep, type StepOptions } from './action.ts'
import { mirrorContent } from './archives.ts'
import type { Bench } from './bench.ts'
import type { Contender, Contest } from './contender.ts'
import { createProbe } from './measure.ts'
import { mostCpus } from './pinning.ts'
import { race } from './race.ts'
import { startCacheProcess, startMirrorProcess } from './servers.ts'
import { countCaches, removeAll } from './tree.ts'

/** A machine without anything whose cache has everything, against one that installs and compiles. */
export async function* cachePart(bench: Bench): AsyncGenerator<Contest> {
  const { settings, progress, folder } = bench
  for (const versions of settings.versions) {
    progress(`Restoring ${versions} from the cache`)
    const offers = bench.offers.slice(0, versions)
    const { bytesPerSecond } = settings
    await using mirror = await startMirrorProcess(
      { ...mirrorContent(offers), bytesPerSecond },
      mostCpus,
    )
    await using cache = await startCacheProcess(mostCpus)
    const contenders: Contender[] = []
    for (const bytecode of [true, false]) {
      const made = bytecode ? 'install and compile' : 'plain install'
      const environment = cache.environment
      const options = { bytecode, action: bench.action, mirrorUrl: mirror.url, offers }
      contenders.push(
        await cacheHit({ ...options, environment, folder: join(folder, `hit-${bytecode}`) }),
        await actionContender({
          ...options,
          id: bytecode ? 'cold' : 'cold-plain',
          label: `this action: ${made}`,
          folder: join(folder, `cold-${bytecode}`),
        }),
      )
    }
    const { series, absent } = await race(contenders, {
      rounds: settings.rounds,
      cpus: mostCpus,
      onRun: progress,
    })
    yield { part: 'cache', versions, cpus: mostCpus, series, absent }
  }
}

interface CacheHitOptions extends Omit<StepOptions, 'inputs'> {
  readonly bytecode: boolean
}

async function cacheHit({ bytecode, ...options }: CacheHitOptions): Promise<Contender> {
  const inputs = { 'compile-bytecode': String(bytecode), 'cache-python': 'true' }
  const step = await createStep({ ...options, inputs })
  const prepare = () => removeAll(options.folder)
  await prepare()
  await step.run(createProbe({ cpus: mostCpus, memory: false }))
  return {
    id: bytecode ? 'action' : 'hit-plain',
    label: `this action: cache hit${bytecode ? '' : ', plain'}`,
    bytecode,
    prepare,
    run: step.run,
    inspect: async () => {
      const { outputs } = await step.told()
      if (outputs['python-cache-hit'] !== 'true') throw new Error('it was no hit')
      return await countCaches(step.toolCache, bytecode)
    },
  }
}
