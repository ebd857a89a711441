import type { Installation } from '../domain/installation.ts'
import { formatArchitecture } from '../domain/platform.ts'
import { pythonId } from '../domain/python.ts'
import { systemIdentity } from '../domain/system-identity.ts'
import { findDependencies } from '../environment/dependencies.ts'
import { type EnvironmentKey, environmentKey, periodOf } from '../environment/key.ts'
import { isPinned } from '../environment/pinned.ts'
import { installSettings } from '../environment/variables.ts'
import type { EnvironmentInputs } from '../inputs/virtual-environment.ts'
import { digestOf } from '../io/dependency-files.ts'
import { readSystemFacts } from '../io/host.ts'
import type { JobContext } from './context.ts'

export interface EnvironmentOptions {
  readonly inputs: EnvironmentInputs
  /** The Python that it is made with. */
  readonly python: Installation
  /** Folders of PATH that the Pythons of this step are in. */
  readonly paths: readonly string[]
  /** What helps to install, where that has to be done. */
  readonly beforeInstall: () => Promise<unknown>
}

/** An environment in the making. */
export interface EnvironmentWork {
  readonly context: JobContext
  readonly options: EnvironmentOptions
  readonly workspace: string
  readonly folder: string
  /** The key of its entry in the cache. */
  readonly key: string
}

/**
 * The key of an environment, of all that decides what is in it. Where its requirements name no exact
 * versions, that includes the date, and a notice says so.
 */
export async function describeKey({
  context,
  options,
  workspace,
  folder,
}: Omit<EnvironmentWork, 'key'>): Promise<EnvironmentKey> {
  const { inputs, jobEnv, log, toolCache } = context
  const { install, refresh } = options.inputs
  const { python } = options
  const { files, named } = await findDependencies({
    install,
    patterns: inputs.cacheDependencyPath,
    workspace,
    skip: [folder, toolCache],
  })
  for (const { name } of files) log.info(`dependency file: ${name}`)
  const locks = files.filter(({ name }) => /\block\b|\.lock$|pylock/.test(name))
  const pinned = isPinned({ install, files: [...named, ...locks] })
  if (!pinned && refresh !== 'never') {
    const every = refresh === 'weekly' ? 'week' : 'day'
    log.notice(
      `The environment is rebuilt every ${every}, as its requirements are not pinned. To keep it longer, use exact versions (name==version) or a lock file, or set environment-refresh.`,
    )
  }
  const system = systemIdentity(await readSystemFacts(), python.platform)
  return environmentKey({
    python: { id: pythonId(python), archiveSha256: python.archiveSha256, path: python.path },
    folder,
    system: `${system}-${formatArchitecture(python.platform.architecture)}`,
    install,
    dependencies: digestOf(files),
    bytecode: inputs.bytecode,
    settings: installSettings(jobEnv),
    suffix: inputs.cacheSuffix,
    period: pinned ? '' : periodOf(refresh, new Date()),
  })
}
