import { mkdir } from 'node:fs/promises'
import type { Offer } from '../support/list.ts'
import { jobFolders } from '../support/runner.ts'
import {
  inputVariables,
  readMetadata,
  runnerVariables,
  type Variables,
} from '../support/runner-environment.ts'
import { type FileCommands, makeCommandFiles, readCommandFiles } from '../support/runner-files.ts'
import { listPath, versionOf } from './archives.ts'
import type { Contender, Sample } from './contender.ts'
import type { Probe } from './measure.ts'
import { countCaches, removeAll } from './tree.ts'

/** A step that uses a build of the action. */
export interface StepOptions {
  /** The program: an `index.js`. */
  readonly action: string
  /** Home of everything that the step leaves behind. */
  readonly folder: string
  readonly mirrorUrl: string
  readonly offers: readonly Offer[]
  readonly inputs: Readonly<Record<string, string>>
  readonly environment?: Variables
}

export interface Step {
  readonly toolCache: string
  readonly run: (probe: Probe) => Promise<Sample>
  /** What the last run told the runner. */
  readonly told: () => Promise<FileCommands>
}

/** The same step, time and again; what lies in its folder is the caller's business. */
export async function createStep(options: StepOptions): Promise<Step> {
  const { action, folder, mirrorUrl, offers, inputs, environment = {} } = options
  const { workspace, toolCache, temp } = jobFolders(folder)
  const metadata = await readMetadata()
  const given = {
    'python-version': offers.map(each => `${versionOf(each)}+${each.entry.build}`).join('\n'),
    'python-downloads-json-url': `${mirrorUrl}/${listPath(offers.length)}`,
    mirror: mirrorUrl,
    ...inputs,
  }
  const facts = { workspace, toolCache, temp, action, environment: 'self-hosted' }
  let files = await makeCommandFiles(temp)
  return {
    toolCache,
    run: async probe => {
      files = await makeCommandFiles(temp)
      await mkdir(workspace, { recursive: true })
      await mkdir(toolCache, { recursive: true })
      const env = {
        ...runnerVariables(facts),
        ...files,
        ...inputVariables(metadata, given, ''),
        ...environment,
      } as Record<string, string>
      return await probe.measure({ file: process.execPath, args: [action], env, cwd: workspace })
    },
    told: () => readCommandFiles(files),
  }
}

export interface ActionOptions extends Omit<StepOptions, 'inputs'> {
  readonly id: string
  readonly label: string
  readonly bytecode: boolean
}

/** The action on an empty machine. */
export async function actionContender(options: ActionOptions): Promise<Contender> {
  const { id, label, bytecode, folder } = options
  const inputs = { 'compile-bytecode': String(bytecode), 'cache-python': 'false' }
  const step = await createStep({ ...options, inputs })
  return {
    id,
    label,
    bytecode,
    prepare: () => removeAll(folder),
    run: step.run,
    inspect: () => countCaches(step.toolCache, bytecode),
  }
}
