import { explainOldNode } from './domain/node-version.ts'
import { drainOutput } from './io/output.ts'

const tooOld = explainOldNode(process.versions.node)
if (tooOld !== null) {
  process.stdout.write(`::error title=NODE_TOO_OLD::${tooOld}\n`)
  process.exitCode = 1
} else {
  // Eager: in the same file, but not run before the check. An old Node would stumble over it.
  const { main } = await import(/* webpackMode: "eager" */ './main.ts')
  const exitCode = await main(process.env)
  await drainOutput()
  // Whatever is still open then, such as a download that lost its race, must not hold up the job.
  process.exit(process.exitCode ?? exitCode)
}
