import path from 'node:path'
import { type DependencyFile, findDependencyFiles, readInside } from '../io/dependency-files.ts'
import { isInside } from '../io/files.ts'
import { filesIncludedBy, filesNamedIn } from './requirement-files.ts'

/** Looked for where the workflow does not say. */
const usualPatterns = [
  ...['**/requirements.txt', '**/pyproject.toml', '**/Pipfile.lock', '**/poetry.lock'],
  ...['**/pylock*.toml', '**/uv.lock', '**/pdm.lock', '**/setup.cfg', '**/setup.py'],
]

export interface DependencyOptions {
  readonly install: string
  /** The input `cache-dependency-path`, a pattern each; empty: the usual files. */
  readonly patterns: readonly string[]
  readonly workspace: string
  /** Folders that nothing is taken from: the environment may be there already, or not. */
  readonly skip: readonly string[]
}

/** The files that decide what an install command installs. */
export interface EnvironmentDependencies {
  /** All that have a part in the key, each once, by name. */
  readonly files: readonly DependencyFile[]
  /** Those of them that the command names itself, and what these include. */
  readonly named: readonly DependencyFile[]
}

/** Finds the dependency files of a workspace, and those that the install command names. */
export async function findDependencies(
  options: DependencyOptions,
): Promise<EnvironmentDependencies> {
  const { install, patterns, workspace, skip } = options
  const searched = await findDependencyFiles(patterns.length > 0 ? patterns : usualPatterns, {
    workspace,
    skip,
  })
  const named = new Map<string, DependencyFile>()
  const queue = [...filesNamedIn(install)]
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const normal = path.normalize(path.isAbsolute(name) ? path.relative(workspace, name) : name)
    if (named.has(normal) || skip.some(folder => isInside(folder, path.resolve(workspace, normal))))
      continue
    const file = await readInside(workspace, normal)
    if (file === null) continue
    named.set(normal, file)
    const folder = path.dirname(normal)
    queue.push(...filesIncludedBy(file.text).map(included => path.join(folder, included)))
  }
  const all = new Map([...searched, ...named.values()].map(file => [file.name, file]))
  return { files: [...all.values()], named: [...named.values()] }
}
