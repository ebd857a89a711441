import path from 'node:path'
import { ActionError } from '../domain/errors.ts'
import { parseRequest, type RequestOptions } from '../domain/request/parse-request.ts'
import { describeOrigin, type Origin, type VersionRequest } from '../domain/request/request.ts'
import { findVersionFile, readVersionFile } from './version-files.ts'

/** What the workflow asks for, in the order in which it asks. */
export interface Requests {
  readonly requests: readonly VersionRequest[]
  /** Which of them becomes `python`. */
  readonly defaultIndex: number
  /** What the workflow's author may not expect of them, a sentence each. */
  readonly notices: readonly string[]
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
  if (lines.length > 0) {
    const requests = understand(lines, inputs.options)
    return { requests, defaultIndex: lines.length - 1, notices: describeUnread(inputs.file) }
  }
  const file =
    inputs.file === ''
      ? await findVersionFile(inputs.workspace, inputs.defaultFiles)
      : path.resolve(inputs.workspace, inputs.file)
  if (file === null) {
    const newest = [{ text: 'default', origin: { kind: 'default' } as const }]
    return { requests: understand(newest, inputs.options), defaultIndex: 0, notices: [] }
  }
  const entries = await readVersionFile(inputs.workspace, file)
  const name = path.relative(inputs.workspace, file)
  const fileLines = entries.map(({ text, line }): Line => {
    return { text, origin: { kind: 'file', path: name, line } }
  })
  const requests = understand(fileLines, inputs.options)
  return { requests, defaultIndex: 0, notices: describeOrder(name, requests) }
}

function describeUnread(file: string): readonly string[] {
  return file === '' ? [] : [`python-version is given, so ${file} is not read.`]
}

/** In setup-python, which reads a file's lines like an input's, the last one becomes `python`. */
function describeOrder(file: string, requests: readonly VersionRequest[]): readonly string[] {
  const [first, last] = [requests[0]?.text, requests.at(-1)?.text]
  if (first === last) return []
  return [`${file} names several versions: the first, ${first}, becomes \`python\`, not the last.`]
}

/** More than there are minor versions of all kinds; whoever asks for more means something else. */
const maxRequests = 100

function understand(lines: readonly Line[], options: RequestOptions): readonly VersionRequest[] {
  const beyond = lines[maxRequests]
  if (beyond !== undefined) {
    throw new ActionError({
      code: 'REQUEST_INVALID',
      message: `${lines.length} versions are requested, and at most ${maxRequests} are possible (${describeOrigin(beyond.origin)}).`,
      hint: 'Request fewer versions, or check that this is the right file.',
    })
  }
  const faults: ActionError[] = []
  const requests = lines.flatMap(({ text, origin }) => {
    try {
      return parseRequest(text, origin, options)
    } catch (error) {
      if (!(error instanceof ActionError) || error.code !== 'REQUEST_INVALID') throw error
      faults.push(error)
      return []
    }
  })
  const [first] = faults
  if (first !== undefined) throw joinFaults(first, faults)
  return requests
}

/** More than anyone corrects at a time. */
const shownFaults = 8

/** All that is wrong in one error: who has to correct it should not have to run it line by line. */
function joinFaults(first: ActionError, faults: readonly ActionError[]): ActionError {
  const hidden = faults.length - shownFaults
  const messages = faults.slice(0, shownFaults).map(({ message }) => message)
  const hints = new Set(faults.slice(0, shownFaults).map(({ hint }) => hint))
  return new ActionError({
    code: first.code,
    message: [...messages, ...(hidden > 0 ? [`And ${hidden} more.`] : [])].join(' '),
    hint: [...hints].join(' '),
  })
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
