import path from 'node:path'
import * as core from '@actions/core'

/** Beside this file, and beside the bundle. */
const matcherPath = path.join(import.meta.dirname, 'problem-matcher.json')

/**
 * Has the runner show the errors of later steps' tracebacks as annotations. A matcher cannot pass
 * over a line that may or may not be there, so there is one for each shape of a last frame. The
 * runner keeps a long match that was broken off, and goes on with it later: so every matcher of
 * more than three lines has one that nothing but a traceback has.
 */
export function addProblemMatchers(): void {
  core.info(`::add-matcher::${matcherPath.replaceAll('%', '%25')}`)
}
