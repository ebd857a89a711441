import { sourceNames } from '../domain/installation.ts'
import { targetTriple } from '../domain/platform.ts'
import { describePython, type Python } from '../domain/python.ts'
import type { Setting } from '../domain/setting.ts'
import { alignColumns } from './format.ts'
import { pythonPath } from './job-environment.ts'
import type { RequestResult, Resolution } from './outputs.ts'

/** A request and the Python that was chosen for it. */
export interface PlanRow {
  readonly request: string
  /** What has asked for it. */
  readonly origin: string
  readonly python: Python
  /** Whether the tool cache has it. */
  readonly installed: boolean
  readonly isDefault: boolean
}

/** The plan as a table, a row a request; pure. */
export function renderPlan(rows: readonly PlanRow[]): readonly string[] {
  const cells = rows.map(({ request, origin, python, installed, isDefault }) => [
    request,
    origin,
    describePython(python),
    python.build,
    targetTriple(python.platform),
    installed ? 'tool cache' : 'to be installed',
    isDefault ? '← python' : '',
  ])
  return alignColumns([
    ['request', 'requested by', 'Python', 'build', 'platform', 'from', ''],
    ...cells,
  ])
}

/** Inputs that say where a list and archives come from, and what to call that. */
const sources: Readonly<Record<string, string>> = {
  'lock-file': 'Lock file',
  'python-downloads-json-url': 'List of Pythons',
  mirror: 'Archives',
  'pypy-mirror': 'Archives of PyPy',
}

/** The places that the workflow has chosen itself, and where it has; pure. */
export function renderSources(settings: readonly Setting[]): readonly string[] {
  return settings.flatMap(({ input, value, from }) => {
    const name = sources[input]
    return name === undefined ? [] : [`${name}: ${value} (${from})`]
  })
}

/** The last lines of the log: every interpreter, and which of them is `python`; pure. */
export function renderResults(results: readonly RequestResult[]): readonly string[] {
  return alignColumns(
    results.map(({ installation, source, isDefault }) => {
      const name = describePython(installation)
      const isPython = isDefault ? '← python' : ''
      return [name, sourceNames[source], pythonPath(installation), isPython]
    }),
  )
}

/** What the requests come to, and the matrix made of it; pure. */
export function renderResolution({ chosen, matrix }: Resolution): readonly string[] {
  const rows = chosen.map(({ request, python, isDefault }) => {
    return [request, describePython(python), python.build, isDefault ? '← python' : '']
  })
  return [...alignColumns(rows), `matrix: ${JSON.stringify(matrix)}`, 'Nothing is installed.']
}
