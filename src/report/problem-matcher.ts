import path from 'node:path'
import * as core from '@actions/core'

/** Beside this file, and beside the bundle. */
const matcherPath = path.join(import.meta.dirname, 'problem-matcher.json')

/**
 * Has the runner show the errors of later steps' tracebacks as annotations. A matcher cannot pass
 * over a line that may or may not be there, so there is one for each shape of a last frame. Those
 * of more than three lines have one that nothing but a traceback has: the runner forgets where it
 * was in them only when it comes upon a new beginning.
 */
export function addProblemMatchers(): void {
  core.info(`::add-matcher::${matcherPath.replaceAll('%', '%25')}`)
}
