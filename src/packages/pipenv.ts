import path from 'node:path'

export interface PipenvFacts {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  /** The folder of the Pipfile, and whether it has a `.venv`. */
  readonly project: { readonly folder: string; readonly hasVenv: boolean }
  readonly platform: NodeJS.Platform
}

const yes = new Set(['1', 'true', 't', 'yes', 'y', 'on'])

/**
 * The folder of a project's environment, as pipenv finds it: it may not be installed yet. Outside of
 * projects, that is the folder of all environments.
 */
export function pipenvFolder({ env, home, project, platform }: PipenvFacts): string {
  const paths = platform === 'win32' ? path.win32 : path.posix
  const inProject = env.PIPENV_VENV_IN_PROJECT
  if (inProject === undefined ? project.hasVenv : yes.has(inProject.toLowerCase())) {
    return paths.join(project.folder, '.venv')
  }
  if (env.WORKON_HOME) {
    return paths.resolve(project.folder, env.WORKON_HOME.replace(/^~(?=$|[/\\])/, home))
  }
  if (platform === 'win32') return paths.join(home, '.virtualenvs')
  return paths.join(env.XDG_DATA_HOME || paths.join(home, '.local', 'share'), 'virtualenvs')
}
