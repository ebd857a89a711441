import { setTimeout as sleep } from 'node:timers/promises'
import pLimit from 'p-limit'
import type { Distribution } from '../domain/distribution.ts'
import type { Installed } from '../domain/installation.ts'
import type { Stage, StageSpan } from '../domain/stage.ts'
import { settleAll } from '../io/settle.ts'
import type { Task } from './plan.ts'
import type { Steps } from './steps.ts'
import type { Arrival } from './unpack-archive.ts'

export interface Limits {
  readonly downloads: number
  /**
   * How many of them may be younger than their head start. The fewer share the line, the sooner
   * the first one is there to be compiled; one that takes longer is slow for reasons of its own.
   */
  readonly youngDownloads: number
  readonly headStartMs: number
  readonly extractions: number
}

type RunStep = <T>(stage: Stage, step: () => Promise<T>) => Promise<T>

/**
 * Does all tasks at once, as far as the limits allow. After the first failure no further step is
 * started; when all tasks have come to rest that failure is thrown, so that nothing is written to
 * disk after the action has failed.
 */
export async function runPipeline(
  tasks: readonly Task[],
  steps: Steps,
  { limits, controller }: { readonly limits: Limits; readonly controller: AbortController },
): Promise<readonly Installed[]> {
  const downloading = pLimit(limits.downloads)
  const starting = pLimit(limits.youngDownloads)
  const extracting = pLimit(limits.extractions)
  const performed = tasks.map(async task => {
    const installed = await perform(task)
    steps.announce(installed)
    return installed
  })
  return await settleAll(performed, controller.signal)

  async function perform(task: Task): Promise<Installed> {
    const spans: StageSpan[] = []
    const run: RunStep = (stage, step) => timed(spans, stage, () => guarded(controller, step))
    if (task.kind === 'reuse') {
      const upgraded = await run('compile', () => steps.upgrade(task.installation))
      return { ...upgraded, source: 'tool-cache', transferredBytes: null, spans }
    }
    const { distribution } = task
    const restored = await run('restore', () => steps.restore(distribution))
    const { tree, sizeBytes } = restored ?? (await unpack(distribution, run))
    const compiled = await run('compile', () => steps.compile(tree))
    // Last of all: with its bytecode an interpreter starts in a third of the time.
    const { bytecode, compilation } =
      restored === null
        ? await run('verify-interpreter', () => steps.verifyInterpreter(tree, compiled))
        : compiled
    const finished = { ...tree, bytecode }
    // What came out of the cache and stayed as it was need not go back.
    if (bytecode !== restored?.tree.bytecode) await run('save', () => steps.save(finished))
    const published = await run('publish', () => steps.publish(finished))
    const source = restored === null ? 'download' : 'cache'
    const installed = { source, compilation, transferredBytes: sizeBytes, spans } as const
    if (bytecode === null || bytecode.mode === published.bytecode?.mode) {
      return { ...installed, installation: published }
    }
    // The one that stays is of another job, which was first and wanted no bytecode, or another.
    const { installation } = await run('compile', () => steps.upgrade(published))
    return { ...installed, installation }
  }

  async function download(distribution: Distribution, run: RunStep): Promise<Arrival> {
    const { archive } = await starting(async () => {
      const archive = run('download', () => steps.download(distribution))
      await Promise.race([archive, sleep(limits.headStartMs, null, { ref: false })])
      return { archive }
    })
    return await archive
  }

  async function unpack(distribution: Distribution, run: RunStep) {
    const archive = await downloading(() => download(distribution, run))
    try {
      // Outside of the limit on extractions: an attestation may take long.
      await run('verify-archive', () => steps.verifyArchive(distribution, archive))
      return await extracting(async () => {
        const scan = await run('extract', () => steps.extract(distribution, archive))
        const tree = await run('relocate', () => steps.relocate(distribution, scan))
        return { tree, sizeBytes: archive.sizeBytes }
      })
    } finally {
      // Also where none of these steps has run: nothing may be written after a failure.
      await archive.early
    }
  }
}

/** Runs a stage and notes down when. */
async function timed<T>(spans: StageSpan[], stage: Stage, run: () => Promise<T>): Promise<T> {
  const startMs = performance.now()
  const result = await run()
  spans.push({ stage, startMs, endMs: performance.now() })
  return result
}

/** Aborts while the failing step still holds its slot: else the next one in line would be let in. */
async function guarded<T>(controller: AbortController, step: () => Promise<T>): Promise<T> {
  controller.signal.throwIfAborted()
  try {
    return await step()
  } catch (error) {
    controller.abort(error)
    throw error
  }
}
