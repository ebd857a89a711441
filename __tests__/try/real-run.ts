import { resolve } from 'node:path'
import { jobFolders } from '../support/runner.ts'
import { temporaryFolder } from '../support/shared.ts'
import type { Command } from './arguments.ts'
import { showAction, showNextStep } from './step.ts'

/** What a machine may need to reach the internet at all. */
const passedOn = /^((https?|all|no)_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR))$/i

/** Runs the action once, on the given inputs; the exit code for the process. */
export async function runOnce({
  inputs,
  toolCache,
}: Extract<Command, { kind: 'run' }>): Promise<number> {
  await using folder = await temporaryFolder()
  // npm changes to the project's folder; paths are meant from where it was called.
  const workspace = process.env.INIT_CWD ?? process.cwd()
  const folders = jobFolders(folder.path)
  const kept = toolCache === null ? null : resolve(workspace, toolCache)
  const network = Object.entries(process.env).filter(([name]) => passedOn.test(name))
  const result = await showAction({
    ...folders,
    workspace,
    toolCache: kept ?? folders.toolCache,
    inputs,
    env: Object.fromEntries(network),
  })
  if (result.exitCode !== 0) return result.exitCode ?? 1
  if (result.pathAdditions.length > 0) await showNextStep(result)
  if (kept === null) console.log('  The tool cache was a temporary one; --tool-cache DIR keeps it.')
  return 0
}
