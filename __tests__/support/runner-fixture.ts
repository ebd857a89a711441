import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { archives, listJson, type Offer, offer, sharedOffers } from './list.ts'
import { type Mirror, startMirror } from './mirror.ts'
import { type PackedPython, packPython } from './pack-python.ts'
import {
  type JobOptions,
  type JobResult,
  jobFolders,
  type RunningJob,
  startAction,
} from './runner.ts'
import { type TemporaryFolder, temporaryFolder } from './shared.ts'

/** A mirror with real archives, and machines on which jobs use the packaged action. */
export interface RunnerFixture extends AsyncDisposable {
  readonly mirror: Mirror
  /** The host's own Python, packed as two builds: the older and the newer one. */
  readonly builds: readonly [Offer, Offer]
  /** What the host's Python brings along: not every system's has a pip or headers. */
  readonly host: PackedPython
  /** What the shared mirror has; empty without one. */
  readonly shared: readonly Offer[]
  /** Puts more on the list and on the mirror. */
  add(...offers: readonly Offer[]): void
  /** A machine with an empty tool cache. */
  machine(name?: string): Promise<Machine>
  close(): Promise<void>
}

/** Jobs on one machine share its tool cache. */
export interface Machine {
  readonly path: string
  readonly toolCache: string
  readonly workspace: string
  start(inputs: Inputs, options?: Partial<JobOptions>): Promise<RunningJob>
  run(inputs: Inputs, options?: Partial<JobOptions>): Promise<JobResult>
  /** Empties the tool cache: what every job on a GitHub-hosted runner starts with. */
  renew(): Promise<void>
}

type Inputs = Readonly<Record<string, string>>

/** Where the runner's mirror has its list. */
export const listPath = 'list.json'

export async function startRunnerFixture(): Promise<RunnerFixture> {
  const older = offer(await packPython({ build: '20250101' }))
  const host = await packPython({ build: '20250612' })
  const newer = offer(host)
  const shared = await sharedOffers()
  const offers: Offer[] = []
  const mirror = await startMirror()
  const add = (...more: readonly Offer[]) => {
    offers.push(...more)
    for (const [path, file] of Object.entries(archives(more))) mirror.add(path, file)
    mirror.add(listPath, Buffer.from(listJson(offers)))
  }
  add(older, newer, ...shared)
  const folders: TemporaryFolder[] = []

  const close = async () => {
    await mirror.close()
    for (const folder of folders) await folder.remove()
  }
  return {
    mirror,
    builds: [older, newer],
    host,
    shared,
    add,
    close,
    [Symbol.asyncDispose]: close,
    machine: async name => {
      const folder = await temporaryFolder(name)
      folders.push(folder)
      return machineIn(folder.path, mirror.url)
    },
  }
}

function machineIn(path: string, mirrorUrl: string): Machine {
  let jobs = 0
  const { workspace, toolCache } = jobFolders(path)
  const start = (inputs: Inputs, options: Partial<JobOptions> = {}) => {
    const sources = {
      'python-downloads-json-url': `${mirrorUrl}/${listPath}`,
      mirror: mirrorUrl,
      'pypy-mirror': `${mirrorUrl}/pypy`,
    }
    jobs += 1
    const { temp } = jobFolders(path, `job-${jobs}`)
    return startAction({
      workspace,
      toolCache,
      temp,
      ...options,
      inputs: { ...sources, ...inputs },
    })
  }
  return {
    path,
    toolCache,
    workspace,
    start,
    run: async (inputs, options) => (await start(inputs, options)).result,
    renew: () => rm(toolCache, { recursive: true, force: true, maxRetries: 5 }),
  }
}

/** The request that names one build and no other. */
export function requestFor({ entry }: Offer): string {
  return `${entry.major}.${entry.minor}.${entry.patch}${entry.prerelease}+${entry.build}`
}

/** The folder of an installation in a tool cache, as the outputs name it. */
export function installationsOf(result: JobResult): readonly InstallationOutput[] {
  return JSON.parse(result.outputs.installations ?? '[]')
}

export interface InstallationOutput {
  readonly request: string
  readonly version: string
  readonly build: string
  readonly implementation: string
  readonly variant: string
  readonly path: string
  readonly 'python-path': string
  readonly source: string
  readonly bytecode: {
    readonly mode: string
    readonly files: number
    readonly uncompilable: number
    readonly seconds: number
  } | null
}

/** Where a runner keeps what its jobs must never leave behind. */
export function stagingFolder(machine: Machine): string {
  return join(machine.toolCache, 'managed-python-staging')
}
