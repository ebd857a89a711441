import { exec } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type JobOptions, type JobResult, jobEnvironment, runAction } from '../support/runner.ts'
import { projectFolder } from '../support/shared.ts'
import { logView, renderResult, section } from './render.ts'

/** Runs the action and shows what a job would see of it. */
export async function showAction(options: JobOptions): Promise<JobResult> {
  const result = await showLog(options)
  print(`\n${renderResult(result)}`)
  return result
}

/** Runs the action and shows its log, with the paths folded as on a run's page. */
export async function showLog(options: JobOptions): Promise<JobResult> {
  if (!existsSync(join(projectFolder, 'dist', 'index.js'))) {
    throw new Error('There is no dist/index.js to run: npm run build makes it.')
  }
  const view = logView(print)
  const result = await runAction({ ...options, onOutput: view.write })
  view.end()
  return result
}

/** Runs the installed Python as the job's next step would find it. */
export async function showNextStep(result: JobResult): Promise<void> {
  const env = jobEnvironment(result)
  const lines: string[] = []
  for (const command of ['python --version', 'python -m pip --version']) {
    lines.push(`$ ${command}`, ...(await outputOf(command, env)))
  }
  print(section('The next step', lines))
}

/** Through a shell, as `run:` does: it is the job's PATH that is to find the program. */
function outputOf(command: string, env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  return new Promise(resolve => {
    exec(command, { env }, (_, stdout, stderr) => resolve((stdout + stderr).trim().split('\n')))
  })
}

function print(text: string): void {
  process.stdout.write(text)
}
