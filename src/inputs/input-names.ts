import { ActionError } from '../domain/errors.ts'
import { quote } from '../domain/quote.ts'
import type { Variables } from '../io/process-environment.ts'

/** Inputs of setup-python; for those that we do not have, there is a way out in the documentation. */
const setupPythonInputs = ['cache', 'cache-dependency-path', 'pip-install']

/**
 * Looks at the inputs that a workflow gives besides the known ones. The runner warns of them, but
 * goes on: a `python_version` would be passed over, and another Python installed. Returns notices;
 * a name that is close to a known one is an `ActionError`.
 */
export function checkInputNames(env: Variables, known: readonly string[]): readonly string[] {
  const unknown = Object.entries(env)
    .filter(([name, value]) => name.startsWith('INPUT_') && value?.trim())
    .map(([name]) => name.slice('INPUT_'.length).toLowerCase())
    .filter(name => !known.includes(name))
  const foreign = unknown.filter(name => setupPythonInputs.includes(name))
  for (const name of unknown) {
    const meant = foreign.includes(name) ? undefined : known.find(other => isClose(name, other))
    if (meant === undefined) continue
    throw new ActionError({
      code: 'INPUT_INVALID',
      message: `There is no input ${quote(name)}.`,
      hint: `Did you mean '${meant}'?`,
    })
  }
  return foreign.map(name => {
    return `The input ${name} of setup-python does not exist here and is ignored: docs/migration.md of this action says what to use instead.`
  })
}

/** Whether two names differ in their separators only, or by a slip of the finger or two. */
function isClose(given: string, known: string): boolean {
  const letters = given.replaceAll(/[^a-z0-9]/g, '')
  const knownLetters = known.replaceAll('-', '')
  const slips = Math.min(2, Math.floor(knownLetters.length / 5))
  return distanceOf(letters, knownLetters) <= slips
}

/** How many letters must be added, taken away or replaced to get from one word to the other. */
function distanceOf(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1]
    for (const [column, other] of [...to].entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
