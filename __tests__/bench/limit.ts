import { access, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Offer } from '../support/list.ts'
import { programPath } from './bundle.ts'
import type { Contender, Sample } from './contender.ts'
import type { Probe } from './measure.ts'
import { removeAll } from './tree.ts'

export interface LimitOptions {
  readonly folder: string
  readonly mirrorUrl: string
  readonly offers: readonly Offer[]
}

/** What no program can beat, measured beside the contenders, in the same rounds. */
export interface Limits {
  /** Compiling and unpacking everything, shared by all cores, after the first archive is there. */
  readonly compiling: Contender
  /** All processor time, extraction of every archive included, shared by all cores. */
  readonly processors: Contender
  /** Downloading and unpacking everything in Node, shared by all cores, and nothing else. */
  readonly unpacking: Contender
}

/** Makes the limits of a contest; the second is computed from what the first one measures. */
export function createLimits({ folder, mirrorUrl, offers }: LimitOptions): Limits {
  let parts: readonly Part[] = []
  const contender = (id: string, label: string, run: Contender['run']): Contender => ({
    id,
    label,
    bytecode: !id.endsWith('-plain'),
    prepare: () => removeAll(folder),
    run,
    inspect: async () => describe(parts),
  })
  return {
    compiling: contender('limit', 'limit: compile + first archive', async probe => {
      const measured: Part[] = []
      for (const each of offers) {
        await removeAll(folder)
        measured.push(await measurePart(probe, `${mirrorUrl}/${encode(each.path)}`, folder))
      }
      parts = measured
      const [first, ...others] = parts
      const unpacking = others.map(part => part.extractCpuMs ?? part.wallMs)
      const work = sum([...parts.map(part => part.compileMs), ...unpacking])
      return asSample(work / probe.cpus + (first?.wallMs ?? 0))
    }),
    processors: contender('processors', 'limit: all processor time', async probe => {
      if (parts.length === 0) throw new Error('nothing was measured')
      const all = parts.map(part => part.compileMs + (part.extractCpuMs ?? part.wallMs))
      return asSample(sum(all) / probe.cpus)
    }),
    unpacking: {
      ...contender('limit-plain', 'limit: download and unpack', async probe => {
        const all: Sample[] = []
        for (const { path } of offers) {
          await removeAll(folder)
          all.push(await measureExtraction(probe, `${mirrorUrl}/${encode(path)}`, folder))
        }
        const shared = sum(all.map(({ wallMs, cpuMs }) => cpuMs ?? wallMs)) / probe.cpus
        return asSample(Math.max(shared, ...all.map(({ wallMs }) => wallMs)))
      }),
      inspect: async () => {
        await access(join(folder, 'python'))
        return 'a folder, nothing relocated or started'
      },
    },
  }
}

/** What one archive costs by itself. */
interface Part {
  /** From the URL to the folder. */
  readonly wallMs: number
  readonly extractCpuMs: number | null
  /** Processor time. */
  readonly compileMs: number
}

const env = { PATH: process.env.PATH ?? '' }

/** From the URL to the folder, by a program that does nothing else. */
async function measureExtraction(probe: Probe, url: string, folder: string): Promise<Sample> {
  await mkdir(folder, { recursive: true })
  const { stdout } = await probe.measure({
    file: process.execPath,
    args: [programPath('extract-once.ts'), url, folder],
    env,
    cwd: folder,
  })
  return JSON.parse(stdout) as Sample
}

async function measurePart(probe: Probe, url: string, folder: string): Promise<Part> {
  const { wallMs, cpuMs } = await measureExtraction(probe, url, folder)
  const root = join(folder, 'python')
  const windows = process.platform === 'win32'
  const compilation = await probe.measure({
    file: join(root, ...(windows ? ['python.exe'] : ['bin', 'python3'])),
    args: ['-I', '-S', '-B', '-W', 'ignore', programPath('compile_once.py'), join(root, 'lib')],
    env,
    cwd: folder,
  })
  const [seconds = '', written] = compilation.stdout.split(' ')
  if (Number(written) === 0) throw new Error('nothing was compiled')
  return { wallMs, extractCpuMs: cpuMs, compileMs: Number(seconds) * 1000 }
}

function describe(parts: readonly Part[]): string {
  const compile = sum(parts.map(part => part.compileMs)) / 1000
  const extract = sum(parts.map(part => part.extractCpuMs ?? 0)) / 1000
  return `${compile.toFixed(1)} s compiling, ${extract.toFixed(1)} s unpacking`
}

function asSample(wallMs: number): Sample {
  return { wallMs, cpuMs: null }
}

function encode(path: string): string {
  return path.replace('+', '%2B')
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
