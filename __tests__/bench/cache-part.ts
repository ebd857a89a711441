import { join } from 'node:path'
import { actionContender, createStep } from './action.ts'
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
    const cold = await actionContender({
      id: 'cold',
      label: 'this action: install and compile',
      bytecode: true,
      action: bench.action,
      folder: join(folder, 'cold'),
      mirrorUrl: mirror.url,
      offers,
    })
    const hit = await cacheHit(bench, {
      mirrorUrl: mirror.url,
      environment: cache.environment,
      offers,
    })
    const { series, absent } = await race([hit, cold], {
      rounds: settings.rounds,
      cpus: mostCpus,
      onRun: progress,
    })
    yield { part: 'cache', versions, cpus: mostCpus, series, absent }
  }
}

interface CacheOptions {
  readonly mirrorUrl: string
  readonly environment: Readonly<Record<string, string>>
  readonly offers: Bench['offers']
}

async function cacheHit(bench: Bench, options: CacheOptions): Promise<Contender> {
  const folder = join(bench.folder, 'hit')
  const inputs = { 'compile-bytecode': 'true', 'cache-python': 'true' }
  const step = await createStep({ ...options, action: bench.action, folder, inputs })
  const prepare = () => removeAll(folder)
  await prepare()
  await step.run(createProbe({ cpus: mostCpus, memory: false }))
  return {
    id: 'action',
    label: 'this action: cache hit',
    bytecode: true,
    prepare,
    run: step.run,
    inspect: async () => {
      const { outputs } = await step.told()
      if (outputs['python-cache-hit'] !== 'true') throw new Error('it was no hit')
      return await countCaches(step.toolCache, true)
    },
  }
}
