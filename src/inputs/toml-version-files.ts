import { parse as parseToml, TomlError } from 'smol-toml'
import { ActionError } from '../domain/errors.ts'
import { isObject } from '../domain/parsed.ts'
import type { VersionFileEntry } from './version-files.ts'

/** mise knows it by two names. */
const misePlaces = [
  ['tools', 'python'],
  ['tools', 'core:python'],
] as const

/** Where a file of this kind names its versions, the place that counts most first. */
const tomlPlaces = [
  ['project', 'requires-python'],
  ['tool', 'poetry', 'dependencies', 'python'],
  ...misePlaces,
] as const
const pipfilePlaces = [
  ['requires', 'python_full_version'],
  ['requires', 'python_version'],
] as const

/** The requests in `pyproject.toml`, `mise.toml` or another such file; throws `VERSION_FILE_INVALID` where it is no TOML. */
export function parseTomlFile(name: string, text: string): readonly VersionFileEntry[] {
  return findEntries(name, text, tomlPlaces)
}

/** The requests in a `Pipfile`, in the same way. */
export function parsePipfile(name: string, text: string): readonly VersionFileEntry[] {
  return findEntries(name, text, pipfilePlaces)
}

function findEntries(
  name: string,
  text: string,
  places: readonly (readonly string[])[],
): readonly VersionFileEntry[] {
  const document = parseDocument(name, text)
  for (const place of places) {
    const key = place.at(-1) ?? ''
    const values = versionsIn(lookUp(document, place))
    if (values.length === 0) continue
    const entries = entriesOf(text, key, values)
    return place[0] === 'tools' ? entries.map(withoutToolWords) : entries
  }
  return []
}

/** asdf and mise have words of their own: `latest`, `latest:3.12`, `prefix:3.12`. */
export function withoutToolWords({ text, line }: VersionFileEntry): VersionFileEntry {
  return { text: text.replace(/^latest$/, 'default').replace(/^(?:latest|prefix):/, ''), line }
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
    (table, key) => (isObject(table) && Object.hasOwn(table, key) ? table[key] : undefined),
    value,
  )
}

/** A version, a table with one (poetry's `{ version = "^3.11" }`), or a list of those (mise's). */
function versionsIn(value: unknown): readonly (string | number)[] {
  if (Array.isArray(value)) return value.flatMap(versionsIn)
  if (typeof value === 'number') return [value]
  if (typeof value === 'string') return value.trim() === '' ? [] : [value]
  const version = lookUp(value, ['version'])
  return version === undefined ? [] : versionsIn(version)
}

/** The entries of a key's values, with its line where that is found: the parser keeps no positions. */
function entriesOf(
  document: string,
  key: string,
  values: readonly (string | number)[],
): readonly VersionFileEntry[] {
  const lines = document.split('\n')
  const first = oneLine(String(values[0]))
  const index = lines.findIndex((line, i) => {
    return assignedKey(line) === key && oneLine(statementFrom(lines, i)).includes(first)
  })
  const line = index === -1 ? null : index + 1
  const numbers = index === -1 ? [] : (statementFrom(lines, index).match(/\d+(?:\.\d+)?/g) ?? [])
  return values.map(value => {
    if (typeof value === 'string') return { text: oneLine(value), line }
    // As it is written: 3.10 is another version than 3.1, but the same number.
    return { text: numbers.find(text => Number(text) === value) ?? String(value), line }
  })
}

function assignedKey(line: string): string | undefined {
  return /^\s*["']?([\w.:-]+)["']?\s*=/.exec(line)?.[1]
}

/** From a line to the next one that begins something else. */
function statementFrom(lines: readonly string[], start: number): string {
  let end = start + 1
  while (end < lines.length && !begins(lines[end] ?? '')) end++
  return lines.slice(start, end).join(' ')
}

function begins(line: string): boolean {
  return assignedKey(line) !== undefined || line.trimStart().startsWith('[')
}

/** A specifier may be written over several lines. */
function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}
