import type { Installed } from '../domain/installation.ts'
import type { Platform } from '../domain/platform.ts'
import { describePython, pythonId } from '../domain/python.ts'
import { nameOrigin } from '../domain/request/request.ts'
import { isEmulated } from '../domain/request/selection.ts'
import { explainSurprise } from '../domain/request/surprise.ts'
import type { Inputs } from '../inputs/read.ts'
import type { RequestResult } from '../report/outputs.ts'
import type { PlanRow } from '../report/tables.ts'
import { type Plan, pythonOf } from './plan.ts'

/** The plan in the order of the requests: for the log. */
export function planRows({ requests, defaultIndex }: Inputs, plan: Plan): readonly PlanRow[] {
  return requests.flatMap((request, index) => {
    const task = plan.get(request)
    if (task === undefined) return []
    const installed = task.kind === 'reuse'
    const isDefault = index === defaultIndex
    const { text, origin } = request
    return [
      { request: text, origin: nameOrigin(origin), python: pythonOf(task), installed, isDefault },
    ]
  })
}

/** What a workflow's author may not expect of a plan, and should know. */
export function noticesOf(
  { requests, strategy }: Inputs,
  plan: Plan,
  host: Platform,
): readonly string[] {
  const newest = requests
    .filter(({ origin }) => origin.kind === 'default')
    .map(request => {
      const task = plan.get(request)
      const name = task === undefined ? 'Python' : describePython(pythonOf(task))
      return `No python-version is given and the workspace has no .python-version: ${name} is used.`
    })
  // Where the workflow names an architecture, it is the one that is meant.
  const emulated = [...plan]
    .filter(([{ architecture }]) => architecture === null)
    .map(([, task]) => pythonOf(task))
    .filter(python => isEmulated(python, host))
  const names = new Set(emulated.map(describePython))
  // The lowest version that matches is what a range says, however its end is meant.
  const ranges = strategy === 'lowest' ? [] : [...plan]
  const surprises = ranges.flatMap(
    ([request, task]) => explainSurprise(request, pythonOf(task)) ?? [],
  )
  return [
    ...newest,
    ...new Set(surprises),
    ...[...names].map(
      name => `${name} has no build for this processor: its x86_64 build runs emulated.`,
    ),
  ]
}

/**
 * The answers, the most wanted first, which is the default one: of an input's lines the last one
 * counts most, of a file's entries the first one.
 */
export function byPreference(
  { defaultIndex }: Inputs,
  answers: readonly RequestResult[],
): readonly RequestResult[] {
  return defaultIndex === 0 ? answers : answers.toReversed()
}

/** The results, by the id of their task, in the order of the requests. */
export function resultsByRequest(
  { requests, defaultIndex }: Inputs,
  plan: Plan,
  results: ReadonlyMap<string, Installed>,
): readonly RequestResult[] {
  return requests.flatMap((request, index) => {
    const task = plan.get(request)
    const result = task && results.get(pythonId(pythonOf(task)))
    if (result === undefined) return []
    return [{ request: request.text, isDefault: index === defaultIndex, ...result }]
  })
}
