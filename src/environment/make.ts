import { ActionError } from '../domain/errors.ts'
import { CommandError, type CommandOptions, explainCommand, runCommand } from '../io/command.ts'
import { removeTree } from '../io/files.ts'

/** Unpacking pip takes most of it, on slow machines and under emulation minutes. */
const makeTimeoutMs = 600_000

/**
 * Makes an empty virtual environment, with the pip of its Python, in place of whatever is there.
 * Throws an `ActionError`, or the signal's reason.
 */
export async function makeEnvironment(
  folder: string,
  python: string,
  { env, signal }: Pick<CommandOptions, 'env' | 'signal'>,
): Promise<void> {
  await removeTree(folder)
  try {
    await runCommand(python, ['-I', '-m', 'venv', folder], {
      env,
      signal,
      timeoutMs: makeTimeoutMs,
    })
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    throw new ActionError({
      code: 'INSTALL_FAILED',
      message: `The virtual environment ${folder} could not be made: python -m venv ${explainCommand(error)}`,
      hint: 'Check that the folder can be written to, and that this Python has venv and ensurepip.',
      cause: error,
    })
  }
}
