import { sourceNames } from '../domain/installation.ts'
import { targetTriple } from '../domain/platform.ts'
import { describePython, type Python } from '../domain/python.ts'
import { pythonPath } from './environment.ts'
import { alignColumns } from './format.ts'
import type { RequestResult, Resolution } from './outputs.ts'

/** A request and the Python that was chosen for it. */
export interface PlanRow {
  readonly request: string
  readonly python: Python
  /** Whether the tool cache has it. */
  readonly installed: boolean
  readonly isDefault: boolean
}

/** The plan as a table, a row a request; pure. */
export function renderPlan(rows: readonly PlanRow[]): readonly string[] {
  const cells = rows.map(({ request, python, installed, isDefault }) => [
    request,
    describePython(python),
    python.build,
    targetTriple(python.platform),
    installed ? 'tool cache' : 'to be installed',
    isDefault ? 'default' : '',
  ])
  return alignColumns([['request', 'Python', 'build', 'platform', 'from', ''], ...cells])
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
