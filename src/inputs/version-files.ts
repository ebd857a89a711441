import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse as parseToml, TomlError } from 'smol-toml'
import { ActionError } from '../domain/errors.ts'

/** One request in a version file, and the line that it stands in where that is known. */
export interface VersionFileEntry {
  readonly text: string
  readonly line: number | null
}

/** Reads a version file from disk; throws `VERSION_FILE_INVALID`, also where there is none. */
export async function readVersionFile(path: string): Promise<readonly VersionFileEntry[]> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    throw new ActionError({
      code: 'VERSION_FILE_INVALID',
      message: `The version file ${path} cannot be read.`,
      hint: 'Check the input python-version-file, and that the repository is checked out before this step.',
      cause,
    })
  }
  return parseVersionFile(path, text)
}

/** The first of these files that a workspace has; `null` where it has none. */
export async function findVersionFile(
  workspace: string,
  names: readonly string[],
): Promise<string | null> {
  for (const name of names) {
    const path = join(workspace, name)
    const isThere = await access(path).then(
      () => true,
      () => false,
    )
    if (isThere) return path
  }
  return null
}

/**
 * The requests of a version file, at least one, in the file's order. The name decides on the
 * format; a name that is not known is read as `.python-version` is, as setup-python does.
 */
export function parseVersionFile(name: string, text: string): readonly VersionFileEntry[] {
  const entries = parseEntries(name, text.replace(/^\uFEFF/, ''))
  if (entries.length > 0) return entries
  throw new ActionError({
    code: 'VERSION_FILE_INVALID',
    message: `${name} names no Python version.`,
    hint: 'Read are: the lines of .python-version(s), the line `python …` of .tool-versions, project.requires-python or tool.poetry.dependencies.python of pyproject.toml, requires.python_full_version or requires.python_version of Pipfile.',
  })
}

function parseEntries(name: string, text: string): readonly VersionFileEntry[] {
  const fileName = name.split(/[/\\]/).at(-1) ?? name
  if (fileName.endsWith('.toml')) return parsePyproject(name, text)
  if (fileName.includes('Pipfile')) return parsePipfile(name, text)
  return fileName.endsWith('.tool-versions') ? parseToolVersions(text) : parsePlain(text)
}

/** One request a line; of pyenv-virtualenv's `3.10/envs/name`, the version. */
function parsePlain(text: string): readonly VersionFileEntry[] {
  return contentLines(text)
    .map(({ text, line }) => ({ text: (text.split('/', 1)[0] ?? '').trim(), line }))
    .filter(isInstallable)
}

/** A tool's versions stand in order of preference: all of Python's are wanted. */
function parseToolVersions(text: string): readonly VersionFileEntry[] {
  return contentLines(text).flatMap(({ text, line }) => {
    const [tool, ...versions] = text.split(/\s+/)
    if (tool !== 'python') return []
    return versions.map(version => ({ text: version, line })).filter(isInstallable)
  })
}

function parsePyproject(name: string, text: string): readonly VersionFileEntry[] {
  const document = parseDocument(name, text)
  const poetry = lookUp(document, ['tool', 'poetry', 'dependencies', 'python'])
  return tomlEntry(text, [
    ['requires-python', lookUp(document, ['project', 'requires-python'])],
    ['python', poetry],
    ['python', lookUp(poetry, ['version'])],
  ])
}

function parsePipfile(name: string, text: string): readonly VersionFileEntry[] {
  const document = parseDocument(name, text)
  const keys = ['python_full_version', 'python_version']
  return tomlEntry(
    text,
    keys.map(key => [key, lookUp(document, ['requires', key])]),
  )
}

function parseDocument(name: string, text: string): unknown {
  try {
    return parseToml(text)
  } catch (cause) {
    const place = cause instanceof TomlError ? `, line ${cause.line}` : ''
    throw new ActionError({
      code: 'VERSION_FILE_INVALID',
      message: `${name}${place} is not valid TOML.`,
      hint: 'Correct the file, or name another with the input python-version-file.',
      cause,
    })
  }
}

function lookUp(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (table, key) =>
      typeof table === 'object' && table !== null && Object.hasOwn(table, key)
        ? (table as Readonly<Record<string, unknown>>)[key]
        : undefined,
    value,
  )
}

/** The first of the values that is a text, with the line of its key. */
function tomlEntry(
  document: string,
  candidates: readonly (readonly [key: string, value: unknown])[],
): readonly VersionFileEntry[] {
  for (const [key, value] of candidates) {
    if (typeof value !== 'string' || value.trim() === '') continue
    // The parser keeps no positions. A key that is written otherwise (dotted, inline) has no line.
    const index = document
      .split('\n')
      .findIndex(line => line.trimStart().startsWith(key) && line.includes(value))
    return [{ text: value.trim(), line: index === -1 ? null : index + 1 }]
  }
  return []
}

/** The lines that say something, without comments and the space around them. */
function contentLines(text: string): readonly { readonly text: string; readonly line: number }[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line, i) => ({ text: (line.split('#', 1)[0] ?? '').trim(), line: i + 1 }))
    .filter(({ text }) => text !== '')
}

/** `system` stands for whatever is on PATH already. */
function isInstallable({ text }: VersionFileEntry): boolean {
  return text !== '' && text !== 'system'
}
