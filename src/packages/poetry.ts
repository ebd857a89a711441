import path from 'node:path'

/** What of poetry's configuration says where a project's environment is. */
export interface PoetryConfiguration {
  /** Whether poetry makes environments at all. */
  readonly create: boolean
  /** In the project's own folder; `null`: where there is a `.venv` already. */
  readonly inProject: boolean | null
  /** The folder of all others. */
  readonly path: string | null
}

/** Reads what `poetry config --list` prints: `name = value`, and after `#` what a value comes to. */
export function readPoetryConfiguration(text: string): PoetryConfiguration {
  const value = (name: string): string | null => {
    const line = text.split(/\r?\n/).find(each => each.startsWith(`virtualenvs.${name} = `))
    if (line === undefined) return null
    const [, plain = '', comment] = /^\S+ = (.*?)(?:\s+# (.*))?$/.exec(line) ?? []
    return (comment ?? plain.replaceAll(/^"|"$/g, '')).trim()
  }
  const inProject = value('in-project')
  return {
    create: value('create') !== 'false',
    inProject: inProject === 'true' ? true : inProject === 'false' ? false : null,
    path: value('path'),
  }
}

/** The folder that a project's environment is in, alone or beside others; `null`: it has none. */
export function poetryFolder(
  { create, inProject, path: folder }: PoetryConfiguration,
  project: { readonly folder: string; readonly hasVenv: boolean },
): string | null {
  if (!create) return null
  if (inProject ?? project.hasVenv) return path.join(project.folder, '.venv')
  return folder !== null && path.isAbsolute(folder) ? folder : null
}
