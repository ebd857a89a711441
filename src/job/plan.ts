import type { Distribution } from '../domain/distribution.ts'
import type { Installation } from '../domain/installation.ts'
import { hasPip, isExactPip } from '../domain/pip-version.ts'
import type { Platform } from '../domain/platform.ts'
import { asItComes, type Make, type Python, pythonId } from '../domain/python.ts'
import type { VersionRequest } from '../domain/request/request.ts'
import { isEmulated, type Strategy, selectPython } from '../domain/request/selection.ts'
import { explainUnmatched } from '../domain/request/unmatched.ts'
import type { Inputs } from '../inputs/read.ts'

/** One thing to do: make an installation, or bring one of the tool cache's up to what is wanted. */
export type Task =
  | { readonly kind: 'install'; readonly distribution: Distribution }
  | { readonly kind: 'reuse'; readonly installation: Installation }

/** What is to be done for each request. */
export type Plan = ReadonlyMap<VersionRequest, Task>

/** What is chosen by, and what is there already. */
export interface ResolutionContext {
  readonly host: Platform
  readonly strategy: Strategy
  readonly installations: readonly Installation[]
  /** What every Python is to be made into; its pip may be a range. */
  readonly make: Make
  /** Whether installations of archives that no list had a hash of may be used. */
  readonly ownList: boolean
}

/** The plan as far as the tool cache answers the requests by itself. */
export function planFromToolCache(
  { checkLatest, requests }: Pick<Inputs, 'checkLatest' | 'requests'>,
  resolution: ResolutionContext,
): Plan {
  return checkLatest ? new Map() : chooseInstalled(requests, resolution)
}

/**
 * The requests that the tool cache answers. What a list could have something better for, a
 * prerelease, another processor's build or the oldest so far, is an answer only where `secondBest`
 * will do.
 */
export function chooseInstalled(
  requests: readonly VersionRequest[],
  { host, strategy, installations, make, ownList }: ResolutionContext,
  { secondBest = false } = {},
): Plan {
  const plan = new Map<VersionRequest, Task>()
  const candidates = installations.filter(installation => {
    const isVerified = installation.archiveSha256 !== null
    return isMadeInto(installation, make) && (isVerified || ownList)
  })
  for (const request of requests) {
    const installation = selectPython(request, candidates, host, strategy)
    if (installation === null) continue
    if (!secondBest && isSecondBest(request, installation, { host, strategy })) continue
    plan.set(request, { kind: 'reuse', installation })
  }
  return plan
}

function isSecondBest(
  request: VersionRequest,
  installation: Installation,
  { host, strategy }: Pick<ResolutionContext, 'host' | 'strategy'>,
): boolean {
  const isFallback = request.prereleases === 'fallback' && installation.version.prerelease !== null
  // The newest so far is as good as in setup-python; a test of a range's floor would test nothing.
  const maybeNotLowest = strategy === 'lowest' && !isPinned(request)
  const isForeign = request.architecture === null && isEmulated(installation, host)
  return isFallback || maybeNotLowest || isForeign
}

/** Whether only one version can answer. */
function isPinned({ specifier }: VersionRequest): boolean {
  const { kind } = specifier
  return kind === 'exact' || (kind === 'release' && specifier.numbers.length === 3)
}

/**
 * The list's answers to the requests. What the tool cache has of these very archives is kept.
 * Throws an `ActionError` for the first request that nothing answers.
 */
export function chooseListed(
  requests: readonly VersionRequest[],
  distributions: readonly Distribution[],
  { host, strategy, installations, make }: ResolutionContext,
): Plan {
  const plan = new Map<VersionRequest, Task>()
  for (const request of requests) {
    const distribution = selectPython(request, distributions, host, strategy)
    if (distribution === null) throw explainUnmatched(request, distributions, host)
    const installation = installations.find(candidate => {
      return isMadeFrom(candidate, distribution) && isMadeInto(candidate, make)
    })
    plan.set(
      request,
      installation ? { kind: 'reuse', installation } : installTask(distribution, make),
    )
  }
  return plan
}

/** A plan by a list that may lack the newest builds, with what the tool cache has that is as new. */
export function preferInstalled(
  plan: Plan,
  installed: Plan,
  { host, strategy }: Pick<ResolutionContext, 'host' | 'strategy'>,
): Plan {
  const better = [...plan].map(([request, task]) => {
    const present = installed.get(request)
    if (present?.kind !== 'reuse' || task.kind !== 'install') return [request, task] as const
    const both = [present.installation, task.distribution]
    const isBetter = selectPython<Python>(request, both, host, strategy) === present.installation
    return [request, isBetter ? present : task] as const
  })
  return new Map(better)
}

/** The task of making an installation; a pip that can only be one version is a part of its name. */
export function installTask(distribution: Distribution, make: Make): Task {
  const { pip, hashMode } = possibleOf(make, distribution)
  const known = pip !== null && isExactPip(pip) ? pip : null
  return { kind: 'install', distribution: { ...distribution, pip: known, hashMode } }
}

function isMadeFrom(installation: Installation, distribution: Distribution): boolean {
  return (
    pythonId({ ...installation, ...asItComes }) === pythonId({ ...distribution, ...asItComes }) &&
    installation.archiveSha256 === distribution.sha256
  )
}

function isMadeInto(installation: Installation, make: Make): boolean {
  const { pip, hashMode } = possibleOf(make, installation)
  return installation.hashMode === hashMode && hasPip(installation.pip, pip)
}

/** Of Pyodide nothing can be made: nothing here could run it. */
function possibleOf(make: Make, { implementation }: Python): Make {
  return implementation === 'pyodide' ? asItComes : make
}

/** The Python that a task is about. */
export function pythonOf(task: Task): Distribution | Installation {
  return task.kind === 'install' ? task.distribution : task.installation
}

/** The tasks of a plan by the id of their Python: what several requests ask for is done once. */
export function tasksById(plan: Plan): ReadonlyMap<string, Task> {
  return new Map([...plan.values()].map(task => [pythonId(pythonOf(task)), task]))
}
