import path from 'node:path'
import { findExposure, findObstacle } from '../cache/policy.ts'
import type { Installation } from '../domain/installation.ts'
import {
  cacheContents,
  dependencyPatterns,
  type PackageManager,
} from '../domain/package-manager.ts'
import { formatArchitecture } from '../domain/platform.ts'
import { systemIdentity } from '../domain/system-identity.ts'
import type { PackageCacheInputs } from '../inputs/package-cache.ts'
import {
  type DependencyFile,
  type DependencySearch,
  digestOf,
  findDependencyFiles,
} from '../io/dependency-files.ts'
import { readSystemFacts } from '../io/host.ts'
import { stepEnvironment } from '../io/process-environment.ts'
import { askFolders, type FoldersQuestion } from '../packages/folders.ts'
import { type PackageKey, packageKey } from '../packages/key.ts'
import { type Place, placeOf } from '../packages/place.ts'
import { pythonPath } from '../report/job-environment.ts'
import type { JobContext } from './context.ts'

export interface PackagesJob {
  readonly inputs: PackageCacheInputs
  /** The input `cache-dependency-path`; empty: the manager's usual files. */
  readonly patterns: readonly string[]
  /** The input `cache-suffix`. */
  readonly suffix: string
  /** The Pythons of the job, the one that answers to `python` first. */
  readonly installations: readonly Installation[]
  readonly home: string
  readonly context: JobContext
}

/** What is kept, where, and by which key. */
export interface PackagesPlan {
  readonly key: PackageKey
  readonly place: Place
  /** The files that the key stands for. */
  readonly files: readonly DependencyFile[]
  readonly question: FoldersQuestion
  /** What this run is for, where a poisoned entry would do the most harm; else `null`. */
  readonly exposure: string | null
}

/** Why nothing is kept: a clause. `warning`: the workflow's author should do something about it. */
export interface NoPlan {
  readonly level: 'info' | 'warning'
  readonly reason: string
}

/** Finds out what of a manager's to keep. Throws the signal's reason, or what the file system throws. */
export async function planPackages(job: PackagesJob): Promise<PackagesPlan | NoPlan> {
  const { installations, context } = job
  const { jobEnv: env, toolCache, signal } = context
  const { manager } = job.inputs
  const workspace = env.GITHUB_WORKSPACE || process.cwd()
  const obstacle = findObstacle(env)
  if (obstacle !== null) return { level: 'info', reason: obstacle }
  const [byDefault] = installations
  if (byDefault === undefined) throw new RangeError('no installation')
  const groups = job.patterns.length > 0 ? [job.patterns] : dependencyPatterns[manager]
  const files = await firstFound(groups, { workspace, skip: [toolCache] })
  if (files.length === 0) return { level: 'warning', reason: nothingFound(groups) }
  const question: FoldersQuestion = {
    manager,
    python: pythonPath(byDefault),
    workspace,
    projects: projectsOf(manager, files).map(name => path.join(workspace, name)),
    home: job.home,
    env: stepEnvironment(env),
    signal,
  }
  const [answer, facts] = await Promise.all([askFolders(question), readSystemFacts()])
  if (answer.kind === 'off') return { level: 'info', reason: answer.reason }
  if (answer.kind === 'unknown') return { level: 'warning', reason: answer.reason }
  const { folders, toolVersion } = answer
  const place = placeOf(folders)
  if ('fault' in place) return { level: 'warning', reason: place.fault }
  const interpreters = installations.map(pythonPath).sort()
  const { platform } = byDefault
  const system = [systemIdentity(facts, platform), formatArchitecture(platform.architecture)]
  const key = packageKey({
    manager,
    system: system.join('-'),
    pythons: installations,
    suffix: job.suffix,
    dependencies: digestOf(files),
    month: new Date().toISOString().slice(0, 7),
    environment:
      cacheContents[manager] === 'environments'
        ? { interpreters, workspace, folders, toolVersion }
        : null,
  })
  return { key, place, files, question, exposure: findExposure(env) }
}

/** The files of the first group of patterns that finds any. */
async function firstFound(
  groups: readonly (readonly string[])[],
  search: DependencySearch,
): Promise<readonly DependencyFile[]> {
  for (const patterns of groups) {
    const files = await findDependencyFiles(patterns, search)
    if (files.length > 0) return files
  }
  return []
}

function nothingFound(groups: readonly (readonly string[])[]): string {
  const patterns = groups.flat().join(', ')
  return `no file in the workspace matches ${patterns}, so there is nothing to make a cache key from. Add one, or set cache-dependency-path`
}

/** The files by which a manager knows its projects. */
const projectFiles: Partial<Record<PackageManager, RegExp>> = {
  pipenv: /^Pipfile(\.lock)?$/,
  poetry: /^(poetry\.lock|pyproject\.toml)$/,
}

/** The folders of projects among the files, relative to the workspace; that itself where there is none. */
function projectsOf(manager: PackageManager, files: readonly DependencyFile[]): readonly string[] {
  const pattern = projectFiles[manager]
  const own = files.filter(({ name }) => pattern?.test(path.posix.basename(name)))
  const folders = new Set(own.map(({ name }) => path.posix.dirname(name)))
  return folders.size === 0 ? ['.'] : [...folders]
}
