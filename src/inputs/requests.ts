import path from 'node:path'
import { parseRequest, type RequestOptions } from '../domain/request/parse-request.ts'
import type { Origin, VersionRequest } from '../domain/request/request.ts'
import { findVersionFile, readVersionFile } from './version-files.ts'

/** What the workflow asks for, in the order in which it asks. */
export interface Requests {
  readonly requests: readonly VersionRequest[]
  /** Which of them becomes `python`. */
  readonly defaultIndex: number
}

export interface RequestInputs {
  /** The input python-version: one request a line. */
  readonly versions: string
  /** The input python-version-file. */
  readonly file: string
  readonly workspace: string
  /** Read where neither input is given: the first one that is in the workspace. */
  readonly defaultFiles: readonly string[]
  readonly options: RequestOptions
}

interface Line {
  readonly text: string
  readonly origin: Origin
}

/**
 * The requests of the inputs, else those of the workspace's `.python-version`, else the newest
 * stable Python. An input's last line becomes `python`, as in setup-python; a file's first entry
 * does, as in pyenv and uv.
 */
export async function readRequests(inputs: RequestInputs): Promise<Requests> {
  const lines = inputLines(inputs.versions)
  if (lines.length > 0) return understand(lines, lines.length - 1, inputs.options)
  const file =
    inputs.file === ''
      ? await findVersionFile(inputs.workspace, inputs.defaultFiles)
      : path.resolve(inputs.workspace, inputs.file)
  if (file === null)
    return understand([{ text: 'default', origin: { kind: 'default' } }], 0, inputs.options)
  const entries = await readVersionFile(inputs.workspace, file)
  const name = path.relative(inputs.workspace, file)
  const fileLines = entries.map(({ text, line }): Line => {
    return { text, origin: { kind: 'file', path: name, line } }
  })
  return understand(fileLines, 0, inputs.options)
}

function understand(
  lines: readonly Line[],
  defaultIndex: number,
  options: RequestOptions,
): Requests {
  const requests = lines.map(({ text, origin }) => parseRequest(text, origin, options))
  return { requests, defaultIndex }
}

function inputLines(text: string): readonly Line[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line, index): Line => {
      const origin = { kind: 'input', name: 'python-version', line: index + 1 } as const
      return { text: line.replace(/(^|\s)#.*/, '').trim(), origin }
    })
    .filter(line => line.text !== '')
}
