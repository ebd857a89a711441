import { type InputReader, invalid, parseWord } from './input-reader.ts'

/** The virtual environment that a workflow wants. */
export interface EnvironmentInputs {
  /** The folder as it was given: absolute, or from the workspace. */
  readonly folder: string
  /** The install command, one or more lines; empty: nothing is installed. */
  readonly install: string
  /** How often an environment whose requirements name no exact versions is rebuilt. */
  readonly refresh: 'weekly' | 'daily' | 'never'
}

/** Reads `environment`, `install` and `environment-refresh`; `null`: no environment is wanted. Throws an `ActionError`. */
export function readEnvironmentInputs(input: InputReader): EnvironmentInputs | null {
  const folder = input('environment')
  const install = input('install')
  const refresh = parseWord(
    'The input environment-refresh',
    input('environment-refresh') || 'weekly',
    ['weekly', 'daily', 'never'],
  )
  if (folder !== '') return { folder, install, refresh }
  if (install !== '') {
    throw invalid(
      'The input environment',
      folder,
      'the folder that install installs into, as .venv',
    )
  }
  return null
}
