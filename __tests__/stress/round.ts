import { readdir, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CacheService } from '../support/cache-service.ts'
import type { Offer } from '../support/list.ts'
import { processesOf } from '../support/processes.ts'
import type { JobResult } from '../support/runner.ts'
import {
  installationsOf,
  type Machine,
  requestFor,
  stagingFolder,
} from '../support/runner-fixture.ts'
import { faultsOf, publishedIn, straysIn } from '../support/tool-cache.ts'
import type { Random } from './random.ts'

/** Where it all happens; what one round leaves, the next one finds. */
export interface Arena {
  readonly random: Random
  readonly machine: Machine
  readonly service: CacheService
  readonly offers: readonly [Offer, ...Offer[]]
  /** What a job takes that installs and compiles all offers. */
  readonly longestMs: number
}

/** What was done in a round, and what was wrong after it. */
export interface Round {
  readonly done: string
  readonly faults: readonly string[]
}

type Mode = 'timestamp' | 'checked-hash' | 'unchecked-hash'
const modes: readonly [Mode, ...Mode[]] = [
  'timestamp',
  'timestamp',
  'checked-hash',
  'unchecked-hash',
]

/** What a job is asked for. */
interface Wish {
  readonly offers: readonly Offer[]
  readonly mode: Mode | null
  readonly cache: boolean
}

type Ending = 'SIGKILL' | 'SIGTERM' | 'SIGINT' | 'none'

/** Ends a job or two at a random moment; then a job that nobody disturbs must find all in order. */
export async function playRound(arena: Arena): Promise<Round> {
  const { random, machine, service } = arena
  if (random.chance(0.7)) await machine.renew()
  if (random.chance(0.3)) service.drop()
  const rivals = random.chance(0.4) ? 2 : 1
  // Of two jobs one may go on: what befalls the other must not harm it.
  const endings = Array.from({ length: rivals }, (_, index) =>
    index === 0 || random.chance(0.5)
      ? random.pick(['SIGKILL', 'SIGKILL', 'SIGTERM', 'SIGINT'] as const)
      : 'none',
  )
  const attempts = await Promise.all(endings.map(ending => attempt(arena, makeWish(arena), ending)))
  const faults = attempts.flatMap(({ faults }) => faults)
  faults.push(...(await waitForProcesses(machine)))

  const wish = makeWish(arena)
  const result = await (await start(arena, wish)).result
  faults.push(...faultsOfResult(wish, result).map(fault => `the job after it: ${fault}`))
  faults.push(...(await faultsOfMachine(machine)))
  const done = [...attempts.map(({ done }) => done), `then ${describe(wish)}`].join(', ')
  return { done, faults }
}

async function attempt(arena: Arena, wish: Wish, ending: Ending) {
  // A job for less is done sooner.
  const share =
    (1 + wish.offers.length * (wish.mode === null ? 1 : 2)) / (1 + arena.offers.length * 2)
  const delayMs = Math.round(arena.random.next() * arena.longestMs * share)
  const job = await start(arena, wish)
  if (ending !== 'none') {
    await Promise.race([sleep(delayMs), job.result])
    job.kill(ending)
  }
  const result = await job.result
  const end = result.signal ?? `exit code ${result.exitCode}`
  const when = ending === 'none' ? 'undisturbed' : `${ending} after ${delayMs} ms`
  const done = `${describe(wish)} ${when}: ${end}`
  return { done, faults: faultsOfEnd(wish, result, ending).map(fault => `${done}: ${fault}`) }
}

function makeWish({ random, offers }: Arena): Wish {
  return {
    offers: random.some(offers),
    mode: random.chance(0.7) ? random.pick(modes) : null,
    cache: random.chance(0.5),
  }
}

function describe({ offers, mode, cache }: Wish): string {
  const versions = offers.map(({ entry }) => entry.build.slice(-1)).join('+')
  return `${versions}${mode === null ? '' : ` ${mode}`}${cache ? ' cached' : ''}`
}

async function start({ machine, service }: Arena, { offers, mode, cache }: Wish) {
  const inputs = {
    'python-version': offers.map(requestFor).join('\n'),
    'compile-bytecode': String(mode !== null),
    'pyc-invalidation-mode': mode ?? 'timestamp',
    'cache-python': String(cache),
  }
  return await machine.start(inputs, { env: service.environment })
}

function faultsOfEnd(wish: Wish, result: JobResult, ending: Ending): readonly string[] {
  // It may have been done before its end came, or not yet have begun to listen.
  if (ending === 'none' || result.exitCode === 0) return faultsOfResult(wish, result)
  if (ending === 'SIGKILL' || result.signal === ending) return []
  const errors = result.annotations.map(({ message }) => message)
  const cancelled = errors.length === 1 && errors[0]?.includes(`cancelled (${ending})`)
  return cancelled ? [] : [`it did not say that it was cancelled:\n${result.output}`]
}

function faultsOfResult({ offers, mode }: Wish, result: JobResult): readonly string[] {
  if (result.exitCode !== 0 || result.annotations.length > 0) return [result.output]
  const installations = installationsOf(result)
  const builds = installations.map(({ build }) => build).join()
  const wanted = offers.map(({ entry }) => entry.build).join()
  const lacking = mode !== null && installations.some(({ bytecode }) => bytecode?.mode !== mode)
  return [
    ...(builds === wanted ? [] : [`it installed ${builds} for ${wanted}`]),
    ...(lacking ? [`not all of it is compiled: ${result.outputs.installations}`] : []),
  ]
}

const patienceMs = 30_000
const pollMs = 20

/** What a dead job has started ends by itself: nobody feeds it any more. */
async function waitForProcesses({ path }: Machine): Promise<readonly string[]> {
  const startedMs = performance.now()
  for (;;) {
    const left = await processesOf(path)
    if (left.length === 0) return []
    if (performance.now() - startedMs > patienceMs) return [`processes are left: ${left.join()}`]
    await sleep(pollMs)
  }
}

async function faultsOfMachine(machine: Machine): Promise<readonly string[]> {
  const staging = stagingFolder(machine)
  const faults: string[] = []
  for (const path of await publishedIn(machine.toolCache)) {
    faults.push(...(await faultsOf(path)).map(fault => `${path}: ${fault}`))
  }
  for (const stray of await straysIn(machine.toolCache)) {
    if (!stray.startsWith(staging) && stray !== 'managed-python-staging') {
      faults.push(`${stray} does not belong here`)
    }
  }
  // As if a day had gone by: the next job that installs something is to clear these away.
  for (const name of await readdir(staging).catch(() => [])) {
    await utimes(join(staging, name), 0, 0)
  }
  return faults
}
