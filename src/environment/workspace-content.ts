import { readdir, readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { isObject } from '../domain/parsed.ts'
import { isInside } from '../io/files.ts'

/** A distribution or a path of the workspace that an environment leads to. */
export interface WorkspaceContent {
  /** What leads there: `example-1.0.dist-info/direct_url.json`. */
  readonly from: string
  /** Where it leads to. */
  readonly to: string
}

export interface SearchOptions {
  readonly workspace: string
  /** The environment itself, which may be a part of the workspace. */
  readonly environment: string
}

/**
 * What in a `site-packages` belongs to the workspace: editable installs, and packages built from it.
 * An environment with such parts is true for this checkout only.
 */
export async function findWorkspaceContent(
  sitePackages: string,
  options: SearchOptions,
): Promise<readonly WorkspaceContent[]> {
  const found: WorkspaceContent[] = []
  // Installers name folders by the path that the runner has, or without its links.
  const workspaces = [options.workspace, await realpath(options.workspace)]
  for (const name of await readdir(sitePackages)) {
    const file = name.endsWith('.dist-info') ? path.join(name, 'direct_url.json') : name
    const targets = await targetsOf(path.join(sitePackages, file))
    const own = targets
      .map(target => path.resolve(sitePackages, target))
      .find(
        target =>
          workspaces.some(folder => isInside(folder, target)) &&
          !isInside(options.environment, target),
      )
    if (own !== undefined) found.push({ from: file.replaceAll('\\', '/'), to: own })
  }
  return found
}

/** The paths that a file of `site-packages` leads to. */
async function targetsOf(file: string): Promise<readonly string[]> {
  const name = path.basename(file)
  const read = () => readFile(file, 'utf8').catch(() => '')
  if (name === 'direct_url.json') return directUrl(await read())
  if (!/\.(pth|egg-link)$/.test(name)) return []
  const lines = (await read()).split(/\r?\n/).map(line => line.trim())
  // Lines of a .pth that begin with `import` are run; editable installs by them have a direct_url.json.
  return lines.filter(line => line !== '' && !/^(#|import\s)/.test(line))
}

function directUrl(text: string): readonly string[] {
  try {
    const parsed: unknown = JSON.parse(text)
    const url = isObject(parsed) ? parsed.url : null
    return typeof url === 'string' && url.startsWith('file:') ? [fileURLToPath(url)] : []
  } catch {
    return []
  }
}
