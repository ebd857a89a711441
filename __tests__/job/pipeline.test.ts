import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import type { Bytecode } from '../../src/domain/bytecode.ts'
import type { Distribution } from '../../src/domain/distribution.ts'
import type { Installation } from '../../src/domain/installation.ts'
import { installationOf } from '../../src/install/tool-cache.ts'
import type { Tree } from '../../src/install/tree.ts'
import { type Limits, runPipeline } from '../../src/job/pipeline.ts'
import type { Task } from '../../src/job/plan.ts'
import type { Steps } from '../../src/job/steps.ts'
import { distribution, recordOfPython } from '../support/distributions.ts'

const compiled: Bytecode = { mode: 'timestamp', files: 1, uncompilable: 0, seconds: 1 }
const install = (build: string): Task => ({
  kind: 'install',
  distribution: distribution({ build }),
})
const installed = (build: string): Installation =>
  installationOf(recordOfPython(`/${build}`, { build }))
const keep = (build: string): Task => ({ kind: 'reuse', installation: installed(build) })
const treeOf = (of: Distribution, bytecode: Bytecode | null): Tree => ({
  distribution: of,
  folder: `/staging/${of.build}`,
  finalPath: `/${of.build}`,
  bytecode,
  files: 1,
  caches: 0,
  sources: [],
  stdlib: 'lib',
  complete: true,
})

/** Steps that note down when they begin and end; each may be held or made to fail by its name. */
function recordedSteps(changes: Partial<Steps> = {}) {
  const events: string[] = []
  const faults = new Map<string, Promise<unknown>>()
  const running = { now: new Map<string, number>(), most: new Map<string, number>() }

  const step = async <T>(name: string, build: string, result: T): Promise<T> => {
    const now = (running.now.get(name) ?? 0) + 1
    running.now.set(name, now)
    running.most.set(name, Math.max(now, running.most.get(name) ?? 0))
    events.push(`${name} ${build}`)
    try {
      await turn()
      await faults.get(`${name} ${build}`)
      return result
    } finally {
      running.now.set(name, (running.now.get(name) ?? 0) - 1)
      events.push(`${name} ${build} over`)
    }
  }
  const steps: Steps = {
    restore: of => step('restore', of.build, null),
    download: of => {
      const archive = { file: of.build, url: of.url, sizeBytes: 1000, early: null }
      return step('download', of.build, archive)
    },
    verifyArchive: of => step('verify-archive', of.build, undefined),
    extract: of => step('extract', of.build, { files: 1, caches: 0, sources: [] }),
    relocate: of => step('relocate', of.build, treeOf(of, null)),
    verifyInterpreter: (tree, compiled) =>
      step('verify-interpreter', tree.distribution.build, compiled),
    compile: tree => {
      const unchanged = { bytecode: tree.bytecode, compilation: { kind: 'unwanted' } as const }
      return step('compile', tree.distribution.build, unchanged)
    },
    save: tree => step('save', tree.distribution.build, undefined),
    publish: ({ distribution: { build }, bytecode }) => {
      return step('publish', build, { ...installed(build), bytecode })
    },
    upgrade: installation => {
      return step('upgrade', installation.build, {
        installation,
        compilation: { kind: 'unwanted' } as const,
      })
    },
    announce: ({ installation }) => void events.push(`announce ${installation.build}`),
    ...changes,
  }
  return { steps, events, faults, most: running.most }
}

const usual = { downloads: 8, youngDownloads: 8, headStartMs: 60_000, extractions: 2 }

const run = (tasks: readonly Task[], steps: Steps, limits: Partial<Limits> = {}) => {
  const controller = new AbortController()
  const all = { ...usual, ...limits }
  return { done: runPipeline(tasks, steps, { limits: all, controller }), controller }
}
const begun = (events: readonly string[]) => events.filter(event => !event.endsWith(' over'))

describe('an installation', () => {
  it('goes through all steps in their order', async () => {
    const { steps, events } = recordedSteps()
    const [result] = await run([install('1')], steps).done
    expect(begun(events)).toEqual(
      [
        'restore',
        'download',
        'verify-archive',
        'extract',
        'relocate',
        'compile',
        'verify-interpreter',
        'save',
      ]
        .map(name => `${name} 1`)
        .concat('publish 1', 'announce 1'),
    )
    expect(result).toMatchObject({
      installation: installed('1'),
      source: 'download',
      transferredBytes: 1000,
    })
    const spans = result?.spans ?? []
    expect(spans.map(({ stage }) => `${stage} 1`)).toEqual(begun(events).slice(0, -1))
    for (const { startMs, endMs } of spans) expect(endMs).toBeGreaterThanOrEqual(startMs)
  })

  it('from the cache is compiled and published, and not saved as it was', async () => {
    const restore: Steps['restore'] = async of => ({ tree: treeOf(of, compiled), sizeBytes: 5 })
    const { steps, events } = recordedSteps({ restore })
    const [result] = await run([install('1')], steps).done
    expect(begun(events)).toEqual(['compile 1', 'publish 1', 'announce 1'])
    expect(result).toMatchObject({ source: 'cache', transferredBytes: 5 })
  })

  it('from the cache is saved with the bytecode that it lacked', async () => {
    const saved: (Bytecode | null)[] = []
    const published: (Bytecode | null)[] = []
    const { steps } = recordedSteps({
      restore: async of => ({ tree: treeOf(of, null), sizeBytes: null }),
      compile: async () => ({ bytecode: compiled, compilation: { kind: 'unwanted' } }),
      save: async tree => void saved.push(tree.bytecode),
      publish: async tree => {
        published.push(tree.bytecode)
        return { ...installed('1'), bytecode: tree.bytecode }
      },
    })
    await run([install('1')], steps).done
    expect([saved, published]).toEqual([[compiled], [compiled]])
  })

  it('that another job was first with is brought up to what this one wants', async () => {
    const { steps, events } = recordedSteps({
      compile: async () => ({ bytecode: compiled, compilation: { kind: 'unwanted' } }),
      publish: async () => installed('1'),
    })
    const upgrade: Steps['upgrade'] = async installation => {
      events.push('upgrade 1')
      const upgraded = { ...installation, bytecode: compiled }
      return { installation: upgraded, compilation: { kind: 'unwanted' } }
    }
    const [result] = await run([install('1')], { ...steps, upgrade }).done
    expect(begun(events).slice(-2)).toEqual(['upgrade 1', 'announce 1'])
    expect(result?.installation.bytecode).toEqual(compiled)
  })

  it('of the tool cache is only brought up to what is wanted', async () => {
    const { steps, events } = recordedSteps()
    const [result] = await run([keep('1')], steps).done
    expect(begun(events)).toEqual(['upgrade 1', 'announce 1'])
    expect(result).toMatchObject({ source: 'tool-cache', transferredBytes: null })
    expect(result?.spans.map(({ stage }) => stage)).toEqual(['compile'])
  })
})

describe('several tasks', () => {
  it('come back in their order, whatever order they end in', async () => {
    const { steps, events, faults } = recordedSteps()
    const slow = Promise.withResolvers<void>()
    faults.set('download 1', slow.promise)
    const { done } = run([install('1'), keep('2'), install('3')], {
      ...steps,
      announce: installed => {
        steps.announce(installed)
        if (installed.installation.build === '3') slow.resolve()
      },
    })
    expect((await done).map(({ installation }) => installation.build)).toEqual(['1', '2', '3'])
    const announced = events.filter(event => event.startsWith('announce'))
    expect(announced).toEqual(['announce 2', 'announce 3', 'announce 1'])
  })

  it('are downloaded and unpacked as many at a time as the limits allow', async () => {
    const { steps, most } = recordedSteps()
    const tasks = Array.from({ length: 9 }, (_, index) => install(String(index)))
    await run(tasks, steps, { downloads: 3, extractions: 2 }).done
    expect(most.get('restore')).toBe(9)
    expect(most.get('download')).toBe(3)
    for (const name of ['extract', 'relocate']) {
      expect(most.get(name)).toBeLessThanOrEqual(2)
    }
  })

  it('are downloaded a few at a time, as long as none of them takes long', async () => {
    const { steps, most } = recordedSteps()
    const tasks = Array.from({ length: 9 }, (_, index) => install(String(index)))
    await run(tasks, steps, { youngDownloads: 2 }).done
    expect(most.get('download')).toBe(2)
  })

  it('are downloaded beside those that take long, as far as the limit allows', async () => {
    const { steps, events, faults, most } = recordedSteps()
    const held = Promise.withResolvers<void>()
    for (const build of ['1', '2', '3', '4']) faults.set(`download ${build}`, held.promise)
    const tasks = ['1', '2', '3', '4'].map(install)
    const limits = { downloads: 3, youngDownloads: 1, headStartMs: 1 }
    const { done } = run(tasks, steps, limits)
    await vi.waitFor(() => expect(begun(events).at(-1)).toBe('download 3'))
    held.resolve()
    await done
    expect(most.get('download')).toBe(3)
  })

  it.each(['verify-archive', 'compile'])('do not wait for each other’s %s', async stage => {
    const { steps, events, faults } = recordedSteps()
    const held = Promise.withResolvers<void>()
    faults.set(`${stage} 1`, held.promise)
    const { done } = run(
      [install('1'), install('2')],
      {
        ...steps,
        announce: installed => {
          steps.announce(installed)
          held.resolve()
        },
      },
      { downloads: 1, extractions: 1 },
    )
    await done
    expect(events.filter(event => event.startsWith('announce'))).toEqual([
      'announce 2',
      'announce 1',
    ])
  })

  it('may be none', async () => {
    expect(await run([], recordedSteps().steps).done).toEqual([])
  })
})

describe('the first failure', () => {
  const stages = [
    'restore',
    'download',
    'verify-archive',
    'extract',
    'relocate',
    'compile',
    'verify-interpreter',
  ]

  it.each([...stages, 'save', 'publish'])(
    'in %s is what is thrown, and ends its task',
    async name => {
      const { steps, events, faults } = recordedSteps()
      const error = new Error(`${name} failed`)
      faults.set(`${name} 1`, rejection(error))
      await expect(run([install('1')], steps).done).rejects.toBe(error)
      expect(events.at(-1)).toBe(`${name} 1 over`)
    },
  )

  it('lets no queued step start', async () => {
    const { steps, events, faults } = recordedSteps()
    const error = new Error('the first')
    faults.set('download 1', rejection(error))
    const tasks = ['1', '2', '3'].map(install)
    await expect(run(tasks, steps, { downloads: 1 }).done).rejects.toBe(error)
    expect(events.filter(event => event.startsWith('download'))).toEqual([
      'download 1',
      'download 1 over',
    ])
  })

  it('waits for the steps that run, lets none follow, and wins over what they throw', async () => {
    const { steps, events, faults } = recordedSteps()
    const [first, held] = [new Error('the first'), Promise.withResolvers<void>()]
    faults.set('download 1', rejection(first))
    faults.set('download 2', held.promise)
    const late = Promise.withResolvers<void>()
    faults.set('download 3', late.promise)
    const { done, controller } = run(['1', '2', '3'].map(install), steps)
    let settled = false
    const outcome = done
      .catch(error => error)
      .finally(() => {
        settled = true
      })
    await new Promise(resolve => controller.signal.addEventListener('abort', resolve))
    for (let i = 0; i < 10; i++) await turn()
    expect(settled).toBe(false)
    late.reject(new Error('the second'))
    held.resolve()
    expect(await outcome).toBe(first)
    expect(events.filter(event => /^(verify|announce)/.test(event))).toEqual([])
    expect(events).toContain('download 2 over')
  })

  it('aborts the signal with its reason, for the steps to hear', async () => {
    const { steps, faults } = recordedSteps()
    const error = new Error('the first')
    faults.set('upgrade 1', rejection(error))
    const { done, controller } = run([keep('1'), install('2')], steps)
    await expect(done).rejects.toBe(error)
    expect(controller.signal.reason).toBe(error)
  })

  it('may be a cancellation from outside', async () => {
    const { steps, events, faults } = recordedSteps()
    const held = Promise.withResolvers<void>()
    faults.set('download 1', held.promise)
    const { done, controller } = run([install('1')], steps)
    while (!events.includes('download 1')) await turn()
    const cancelled = new Error('cancelled')
    controller.abort(cancelled)
    held.resolve()
    await expect(done).rejects.toBe(cancelled)
    expect(events.at(-1)).toBe('download 1 over')
  })

  it('may be a bug in what hears of results', async () => {
    const error = new Error('announce failed')
    const announce = () => {
      throw error
    }
    const { steps } = recordedSteps({ announce })
    await expect(run([keep('1')], steps).done).rejects.toBe(error)
  })

  it('may have happened before', async () => {
    const { steps, events } = recordedSteps()
    const controller = new AbortController()
    const reason = new Error('before')
    controller.abort(reason)
    const before = runPipeline([install('1')], steps, { limits: usual, controller })
    await expect(before).rejects.toBe(reason)
    expect(events).toEqual([])
  })
})

/** A rejection that is looked at later. */
function rejection(error: Error): Promise<never> {
  const rejected = Promise.reject<never>(error)
  rejected.catch(() => {})
  return rejected
}
