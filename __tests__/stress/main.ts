import { type CacheService, startCacheService } from '../support/cache-service.ts'
import type { Offer } from '../support/list.ts'
import {
  type Machine,
  type RunnerFixture,
  requestFor,
  startRunnerFixture,
} from '../support/runner-fixture.ts'
import { temporaryFolder } from '../support/shared.ts'
import { slimOffer } from '../support/slim.ts'
import { straysIn } from '../support/tool-cache.ts'
import { help, parseArguments, type Settings } from './arguments.ts'
import { seededRandom } from './random.ts'
import { type Arena, playRound } from './round.ts'

/** Makes what is on offer, and measures a job that takes all of it. */
async function prepare(
  runner: RunnerFixture,
  service: CacheService,
  folder: string,
  seed: number,
): Promise<Arena> {
  const [original] = runner.builds
  const make = (build: string) => slimOffer(original, { build, folder })
  const offers: [Offer, ...Offer[]] = [await make('20250301'), await make('20250302')]
  offers.push(await make('20250303'))
  runner.add(...offers)
  const machine: Machine = await runner.machine()
  const inputs = {
    'python-version': offers.map(requestFor).join('\n'),
    'compile-bytecode': 'true',
    'cache-python': 'true',
  }
  const { durationMs, exitCode, output } = await machine.run(inputs, { env: service.environment })
  if (exitCode !== 0) throw new Error(output)
  return { random: seededRandom(seed), machine, service, offers, longestMs: durationMs }
}

async function play(arena: Arena, { rounds, seed }: Settings): Promise<number> {
  console.log(`Seed ${seed}, ends within ${Math.round(arena.longestMs)} ms`)
  let bad = 0
  for (let round = 1; round <= rounds; round += 1) {
    const { done, faults } = await playRound(arena)
    console.log(`${String(round).padStart(3)} ${faults.length === 0 ? 'ok ' : 'BAD'} ${done}`)
    for (const fault of faults) console.log(`    ${fault}`)
    if (faults.length > 0) bad += 1
  }
  return bad
}

/** Whether all was well. */
async function stress(settings: Settings): Promise<boolean> {
  await using runner = await startRunnerFixture()
  await using service = await startCacheService()
  await using folder = await temporaryFolder('stress')
  const arena = await prepare(runner, service, folder.path, settings.seed)
  const bad = await play(arena, settings)

  // One more job that installs: it clears away what the dead ones have left.
  await arena.machine.run({ 'python-version': requestFor(arena.offers[0]), reinstall: 'true' })
  const strays = await straysIn(arena.machine.toolCache)
  const left = strays.length === 0 ? 'nothing left behind' : `left behind: ${strays.join(', ')}`
  console.log(`${settings.rounds} rounds with seed ${settings.seed}: ${bad} bad; ${left}`)
  return bad === 0 && strays.length === 0
}

try {
  const settings = parseArguments(process.argv.slice(2))
  if (settings === null) console.log(help)
  else process.exitCode = (await stress(settings)) ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
