import { access } from 'node:fs/promises'
import path from 'node:path'
import { ActionError } from '../domain/errors.ts'
import { errorCode } from '../io/files.ts'
import { parsePipfile, parseTomlFile, withoutToolWords } from './toml-version-files.ts'
import { readWorkspaceFile } from './workspace-file.ts'

/** One request in a version file, and its line where that is known. */
export interface VersionFileEntry {
  readonly text: string
  readonly line: number | null
}

/**
 * Reads a version file of a workspace. `name` is for messages. Throws `VERSION_FILE_INVALID`,
 * also where there is none.
 */
export async function readVersionFile(
  workspace: string,
  file: string,
): Promise<readonly VersionFileEntry[]> {
  const name = path.relative(workspace, file)
  let bytes: Buffer
  try {
    bytes = await readWorkspaceFile(workspace, file)
  } catch (cause) {
    const why =
      cause instanceof Error && errorCode(cause) === null ? cause.message : 'cannot be read'
    throw new ActionError({
      code: 'VERSION_FILE_INVALID',
      message: `The version file ${file} ${why}.`,
      hint: 'Check the input python-version-file, and that the repository is checked out before this step.',
      cause,
    })
  }
  if (isUtf16(bytes)) {
    throw new ActionError({
      code: 'VERSION_FILE_INVALID',
      message: `The version file ${file} is UTF-16 text.`,
      hint: 'Save it as UTF-8; in Windows PowerShell, `Set-Content -Encoding ascii` does.',
    })
  }
  return parseVersionFile(name, bytes.toString('utf8'))
}

/** What Windows PowerShell writes with `>`. Half of the bytes of plain text are 0 then. */
function isUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return isMarked || (bytes.length > 1 && (first === 0) !== (second === 0))
}

/** The first of these files that a workspace has; `null` where it has none. */
export async function findVersionFile(
  workspace: string,
  names: readonly string[],
): Promise<string | null> {
  for (const name of names) {
    const file = path.join(workspace, name)
    const isThere = await access(file).then(
      () => true,
      () => false,
    )
    if (isThere) return file
  }
  return null
}

/**
 * The requests of a version file, at least one, in the file's order. The name decides on the
 * format; a name that is not known is read as `.python-version` is, as setup-python does.
 */
export function parseVersionFile(name: string, text: string): readonly VersionFileEntry[] {
  const fileName = name.split(/[/\\]/).at(-1) ?? name
  if (otherFormats.test(fileName)) throw invalid(`${name} is not supported as a version file.`)
  const entries = parseEntries({ name, fileName, text: text.replace(/^\uFEFF/, '') })
  const wanted = entries.filter(entry => entry.text !== 'system')
  if (wanted.length === 0) throw invalid(`${name} contains no Python version.`)
  return wanted
}

/** Read as lines, they would be no version at all, or by accident one that nobody means. */
const otherFormats = /\.(?:cfg|ini|py|ya?ml|json|lock)$/i

function invalid(message: string): ActionError {
  return new ActionError({
    code: 'VERSION_FILE_INVALID',
    message,
    hint: 'Supported are: the lines of .python-version(s) and runtime.txt, the line `python …` of .tool-versions, project.requires-python or tool.poetry.dependencies.python of pyproject.toml, tools.python of mise.toml, requires.python_full_version or requires.python_version of Pipfile.',
  })
}

interface NamedText {
  readonly name: string
  readonly fileName: string
  readonly text: string
}

function parseEntries({ name, fileName, text }: NamedText): readonly VersionFileEntry[] {
  if (fileName.endsWith('.toml')) return parseTomlFile(name, text)
  if (fileName.includes('Pipfile')) return parsePipfile(name, text)
  if (fileName.endsWith('.tool-versions')) return parseToolVersions(text).map(withoutToolWords)
  return contentLines(text).map(({ text, line }) => ({ text: requestIn(text), line }))
}

/**
 * What a line asks for. To pyenv the first word counts, and remarks follow; but ranges have spaces
 * in them. Of pyenv-virtualenv's `3.10/envs/name`, the version.
 */
function requestIn(line: string): string {
  const [first = '', second = ''] = line.split(/\s+/)
  const isRange = /^[<>=!~^]|,$/.test(first) || /^(?:-|\|\|?|,.*)$/.test(second)
  const request = !isRange && /\d|^system$/.test(first) ? first : line
  return request.replace(/^([^/]+)\/envs\/.*/, '$1')
}

/** A tool's versions stand in order of preference: all of Python's are wanted. */
function parseToolVersions(text: string): readonly VersionFileEntry[] {
  return contentLines(text).flatMap(({ text, line }) => {
    const [tool = '', ...words] = text.split(/\s+/)
    const versions = /^python\d/.test(tool) ? [tool] : /^(?:core:)?python$/.test(tool) ? words : []
    return versions.map(version => ({ text: version, line }))
  })
}

/** The lines that say something, without comments and the space around them. */
function contentLines(text: string): readonly { readonly text: string; readonly line: number }[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line, i) => ({ text: (line.split('#', 1)[0] ?? '').trim(), line: i + 1 }))
    .filter(({ text }) => text !== '')
}
