import { closeSync, openSync, statSync } from 'node:fs'
import { ActionError } from '../domain/errors.ts'
import { errorCode } from '../io/files.ts'

/** The files by which a step tells the runner what later steps get. */
export type CommandFile = 'GITHUB_ENV' | 'GITHUB_PATH' | 'GITHUB_OUTPUT'

/**
 * Makes sure that these files can be written to, before there is anything to write: a step that fails
 * in between would tell later ones half. Outside of a runner there are none. Throws an `ActionError`.
 */
export function requireCommandFiles(variables: readonly CommandFile[]): void {
  for (const variable of variables) {
    const file = process.env[variable]
    if (file) writingTo(variable, () => requireWritable(file))
  }
}

function requireWritable(file: string): void {
  // On Windows a folder can be opened, but not written to.
  const isFolder = statSync(file, { throwIfNoEntry: false })?.isDirectory()
  if (isFolder) throw Object.assign(new Error(`${file} is a folder`), { code: 'EISDIR' })
  closeSync(openSync(file, 'a'))
}

/** Does what writes to a file of the runner's. Throws an `ActionError` that names the file and its owner. */
export function writingTo(variable: CommandFile, write: () => void): void {
  try {
    write()
  } catch (cause) {
    const file = process.env[variable] ?? ''
    throw new ActionError({
      code: 'RUNNER_FILE_FAILED',
      message: `The runner's file ${variable} (${file}) cannot be written to (${errorCode(cause) ?? String(cause)})${describeOwner(file)}.`,
      hint: 'Without it, later steps would not find Python. Run the step as the same user as the runner: in a container, check `options: --user`.',
      cause,
    })
  }
}

/** Whose a file is and who asks, where the system has users. */
function describeOwner(file: string): string {
  const owner = statSync(file, { throwIfNoEntry: false })?.uid
  const user = process.getuid?.()
  if (owner === undefined || user === undefined) return ''
  return `: it belongs to user ${owner}, and this step runs as user ${user}`
}
