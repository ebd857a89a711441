import pLimit from 'p-limit'
import { listJson, type Offer } from './list.ts'
import { type Mirror, type MirrorOptions, startMirror } from './mirror.ts'
import { repack } from './repack.ts'
import type { JobOptions, JobResult } from './runner.ts'
import {
  listPath,
  type Machine,
  type RunnerFixture,
  requestFor,
  startRunnerFixture,
} from './runner-fixture.ts'
import { type TemporaryFolder, temporaryFolder } from './shared.ts'
import { slimOffer } from './slim.ts'

/** A machine and a mirror of one test's own, so that faults can be tried side by side. */
export interface FaultFixture extends AsyncDisposable {
  readonly mirror: Mirror
  readonly machine: Machine
  /** What is on the list, and asked for where a job says nothing else. */
  readonly offer: Offer
  run(inputs?: Readonly<Record<string, string>>, options?: Partial<JobOptions>): Promise<JobResult>
}

/** Opens fixtures, all with the same Pythons. */
export interface FaultFixtures {
  readonly runner: RunnerFixture
  /** A real Python that installs in no time. */
  readonly slim: Offer
  /** Its newer build. */
  readonly newer: Offer
  readonly folder: string
  open(options?: FaultFixtureOptions): Promise<FaultFixture>
  close(): Promise<void>
}

export interface FaultFixtureOptions extends MirrorOptions {
  readonly offer?: Offer
  /** A part of the machine's path. */
  readonly name?: string
  /** Most of these jobs do nothing but wait: they need no turn. */
  readonly patient?: boolean
}

/** As many as cores of a small machine: more jobs that work only get in each other's way. */
const working = pLimit(2)

export async function startFaultFixtures(): Promise<FaultFixtures> {
  const runner = await startRunnerFixture()
  const folder: TemporaryFolder = await temporaryFolder('faults')
  const [original] = runner.builds
  const slim = await slimOffer(original, { build: '20250301', folder: folder.path })
  const same = async () => {}
  const newer = await repack(slim, { build: '20250302', folder: folder.path, edit: same })
  return {
    runner,
    slim,
    newer,
    folder: folder.path,
    open: async ({ offer = slim, name, patient = false, ...options } = {}) => {
      const mirror = await startMirror(options)
      mirror.add(listPath, Buffer.from(listJson([offer])))
      mirror.add(offer.path, offer.file)
      const machine = await runner.machine(name)
      const sources = {
        'python-version': requestFor(offer),
        'python-downloads-json-url': `${mirror.url}/${listPath}`,
        mirror: mirror.url,
      }
      return {
        mirror,
        machine,
        offer,
        run: (inputs, options) => {
          const job = () => machine.run({ ...sources, ...inputs }, options)
          return patient ? job() : working(job)
        },
        [Symbol.asyncDispose]: mirror.close,
      }
    },
    close: async () => {
      await runner.close()
      await folder.remove()
    },
  }
}
