import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { contenderIds } from './contender.ts'

/** The questions that the bench can answer. */
export const parts = ['install', 'warm', 'cache', 'imports'] as const
export type Part = (typeof parts)[number]

/** What to measure, and what to make of it. */
export interface Settings {
  readonly rounds: number
  /** Of all downloads together; `null`: as fast as loopback goes. */
  readonly bytesPerSecond: number | null
  readonly versions: readonly number[]
  readonly cpus: readonly number[]
  readonly parts: readonly Part[]
  readonly contenders: readonly string[]
  /** Other builds of the action, to compare: paths of their `index.js`. */
  readonly actions: readonly string[]
  /** A mirror's folder to take archives from; `null`: what is beside the checkout, or this machine's own. */
  readonly archives: string | null
  /** Where to install; `null`: the system's temporary folder. */
  readonly folder: string | null
  readonly installUv: boolean
  readonly svg: string | null
  readonly json: string | null
}

export type BenchCommand =
  | { readonly kind: 'run'; readonly settings: Settings }
  | { readonly kind: 'help' }
  | { readonly kind: 'mistake'; readonly message: string }

/** Reads the command line; a mistake is a message of one line. */
export function parseArguments(args: readonly string[]): BenchCommand {
  try {
    const { values } = parseArgs({ args: [...args], options, allowPositionals: false })
    if (values.help) return { kind: 'help' }
    return {
      kind: 'run',
      settings: {
        rounds: parseCount('rounds', values.rounds),
        bytesPerSecond: values.rate === undefined ? null : parseRate(values.rate),
        versions: listOf(values.versions).map(text => parseCount('versions', text)),
        cpus: listOf(values.cpus ?? `${availableParallelism()}`).map(text =>
          parseCount('cpus', text),
        ),
        parts: values.imports
          ? ['imports']
          : listOf(values.parts).map(text => parseName('parts', text, parts)),
        contenders: listOf(values.contender?.join() ?? contenderIds.join()).map(text =>
          parseName('contender', text, contenderIds),
        ),
        actions: values.action ?? [],
        archives: values.archives ?? null,
        folder: values.folder ?? null,
        installUv: values['install-uv'],
        svg: values.svg ?? null,
        json: values.json ?? null,
      },
    }
  } catch (error) {
    const problem = error instanceof Error ? error.message.split('. ')[0] : String(error)
    return { kind: 'mistake', message: `${problem}. npm run bench -- --help lists the options.` }
  }
}

const options = {
  rounds: { type: 'string', default: '7' },
  rate: { type: 'string' },
  versions: { type: 'string', default: '1,2,4' },
  cpus: { type: 'string' },
  parts: { type: 'string', default: 'install,warm,cache' },
  imports: { type: 'boolean', default: false },
  contender: { type: 'string', multiple: true },
  action: { type: 'string', multiple: true },
  archives: { type: 'string' },
  folder: { type: 'string' },
  'install-uv': { type: 'boolean', default: false },
  svg: { type: 'string' },
  json: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

export const help = `Measures the packaged action against its peers, on this machine, from a loopback mirror.

  npm run bench -- [options]

  --rounds 7              rounds that count, after one that does not: each contender once, in turn
  --rate 50MB/s           the mirror's speed, all downloads together; unset: unlimited
  --versions 1,2,4        how many Pythons to install at once, up to 8
  --cpus 1,2              how many cores each contender may use (taskset); unset: all
  --parts ${parts.join()}
                          what to measure; by default all but imports
  --imports               short for --parts imports
  --contender ID,ID       only these: ${contenderIds.slice(0, 3).join(', ')},
                          ${contenderIds.slice(3).join(', ')}
  --action PATH           another build of the action to compare: its index.js; may be repeated
  --archives DIR          a mirror's folder, with its download-metadata.json: real archives; unset:
                          those beside the checkout, else this machine's own Python, packed. The list has
                          as many entries as uv's in any case
  --folder DIR            where to install; unset: the temporary folder. Take a file system that is
                          like your runners': ext4 without a journal makes new files ten times
                          slower for minutes after others were removed
  --install-uv            get uv from the package index, once; unset: uv from PATH, or as absent
  --svg PATH              write the chart of the installs
  --json PATH             write every sample
`

function listOf(text: string): string[] {
  return [...new Set(text.split(',').map(part => part.trim()))]
}

function parseCount(option: string, text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Error(`--${option} takes numbers, not '${text}'`)
  return Number(text)
}

function parseName<T extends string>(option: string, text: string, names: readonly T[]): T {
  const name = names.find(candidate => candidate === text)
  if (name === undefined) throw new Error(`--${option} takes ${names.join(', ')}, not '${text}'`)
  return name
}

const units: Readonly<Record<string, number>> = { kB: 1e3, MB: 1e6, GB: 1e9 }

function parseRate(text: string): number {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)(kB|MB|GB)\/s$/.exec(text) ?? []
  const bytesPerSecond = Number(number) * (units[unit] ?? 0)
  if (bytesPerSecond === 0) throw new Error(`--rate takes a speed like 50MB/s, not '${text}'`)
  return bytesPerSecond
}
