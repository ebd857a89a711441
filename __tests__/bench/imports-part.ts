import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Offer } from '../support/list.ts'
import { cacheFolder } from '../support/shared.ts'
import { createStep } from './action.ts'
import { mirrorContent } from './archives.ts'
import type { Bench } from './bench.ts'
import type { Contender } from './contender.ts'
import { createProbe } from './measure.ts'
import { mostCpus } from './pinning.ts'
import { race } from './race.ts'
import { startMirrorProcess } from './servers.ts'
import { type Summary, summarize } from './statistics.ts'
import { removeAll } from './tree.ts'

const run = promisify(execFile)

/** What fresh processes took to import something. */
export interface Imports {
  readonly python: string
  readonly states: readonly string[]
  readonly workloads: readonly {
    readonly label: string
    /** Milliseconds, one for each state. */
    readonly walls: readonly Summary[]
  }[]
  readonly notes: readonly string[]
}

interface Workload {
  readonly label: string
  readonly code: string
  readonly packages: string
}

interface State {
  readonly label: string
  readonly compiled: boolean
  readonly writes: boolean
  /** Whether the import before has left its caches: of no account where all are there. */
  readonly first: boolean
}

const states: readonly State[] = [
  { label: 'not compiled, first process', compiled: false, writes: true, first: true },
  { label: 'not compiled, later ones', compiled: false, writes: true, first: false },
  {
    label: 'not compiled, PYTHONDONTWRITEBYTECODE=1',
    compiled: false,
    writes: false,
    first: true,
  },
  { label: 'compiled', compiled: true, writes: true, first: true },
  { label: 'compiled, PYTHONDONTWRITEBYTECODE=1', compiled: true, writes: false, first: true },
]

const modules =
  'argparse asyncio base64 bisect calendar collections concurrent.futures configparser contextlib ' +
  'copy csv dataclasses datetime decimal difflib email.message fractions functools glob gzip ' +
  'hashlib http.client http.server importlib.metadata inspect ipaddress json logging.config ' +
  'multiprocessing pathlib pickle platform pprint random shutil statistics subprocess tarfile ' +
  'tempfile unittest urllib.request uuid xml.etree.ElementTree zipfile'

/** Imports in fresh processes, with and without a compiled standard library. */
export async function importsPart(bench: Bench): Promise<Imports> {
  const { settings, progress, folder } = bench
  const offers = bench.offers.slice(0, 1)
  await using mirror = await startMirrorProcess(
    { ...mirrorContent(offers), bytesPerSecond: null },
    mostCpus,
  )
  const install = async (compiled: boolean) => {
    const home = join(folder, compiled ? 'compiled' : 'plain')
    const inputs = { 'compile-bytecode': String(compiled), 'cache-python': 'false' }
    const options = { action: bench.action, folder: home, mirrorUrl: mirror.url, offers, inputs }
    const step = await createStep(options)
    await step.run(createProbe({ cpus: mostCpus, memory: false }))
    const { outputs, variables } = await step.told()
    return { python: outputs['python-path'] ?? '', root: variables.pythonLocation ?? '' }
  }
  const trees = { compiled: await install(true), plain: await install(false) }
  const [offer] = offers
  const packages = offer && (await installFastapi(trees.compiled.python, offer))
  const list = modules.split(' ')
  const workloads: readonly Workload[] = [
    ...(packages?.kind === 'installed'
      ? [{ label: 'import fastapi', code: 'import fastapi', packages: packages.folder }]
      : []),
    {
      label: `import ${list.length} modules of the library`,
      code: `import ${list.join(', ')}`,
      packages: '',
    },
  ]
  const contenders = workloads.flatMap(workload =>
    states.map(state => importer(workload, state, state.compiled ? trees.compiled : trees.plain)),
  )
  const { series, absent } = await race(contenders, {
    rounds: settings.rounds,
    cpus: mostCpus,
    onRun: progress,
  })
  if (absent[0] !== undefined) throw new Error(`${absent[0].label}: ${absent[0].reason}`)
  const walls = series.map(({ samples }) => summarize(samples.map(({ wallMs }) => wallMs)))
  return {
    python: offer?.key ?? '',
    states: states.map(({ label }) => label),
    workloads: workloads.map(({ label }, index) => {
      const start = index * states.length
      return { label, walls: walls.slice(start, start + states.length) }
    }),
    notes: packages?.kind === 'missing' ? [packages.reason] : [],
  }
}

/** A process that imports and ends; those of a workload follow each other, as the states say. */
function importer(
  { label, code, packages }: Workload,
  state: State,
  { python, root }: { readonly python: string; readonly root: string },
): Contender {
  const env = {
    PATH: process.env.PATH ?? '',
    ...(packages === '' ? {} : { PYTHONPATH: packages }),
    ...(state.writes ? {} : { PYTHONDONTWRITEBYTECODE: '1' }),
  }
  return {
    id: `${label}, ${state.label}`,
    label: `${label}, ${state.label}`,
    bytecode: state.compiled,
    prepare: async () => {
      if (!state.compiled && state.first) await removeCaches(root)
    },
    run: probe => probe.measure({ file: python, args: ['-c', code], env, cwd: root }),
    inspect: async () => 'imported',
  }
}

async function removeCaches(root: string): Promise<void> {
  const names = await readdir(root, { recursive: true })
  await removeAll(
    ...names.filter(name => name.endsWith('__pycache__')).map(each => join(root, each)),
  )
}

type Packages =
  | { readonly kind: 'installed'; readonly folder: string }
  | { readonly kind: 'missing'; readonly reason: string }

/** Installs once, for this version and good: bytecode of its own packages is pip's business. */
async function installFastapi(python: string, { key }: Offer): Promise<Packages> {
  const folder = join(cacheFolder, 'bench', `fastapi-${key}`)
  if (existsSync(folder)) return { kind: 'installed', folder }
  const parts = `${folder}.${process.pid}`
  try {
    const options = ['--quiet', '--disable-pip-version-check', '--target', parts]
    await run(python, ['-m', 'pip', 'install', ...options, 'fastapi'])
    await rename(parts, folder)
    return { kind: 'installed', folder }
  } catch (error) {
    await removeAll(parts)
    const { stderr } = error as { readonly stderr?: string }
    const reason = stderr?.trim().split('\n').at(-1) || String(error)
    return { kind: 'missing', reason: `fastapi could not be installed: ${reason}` }
  }
}
