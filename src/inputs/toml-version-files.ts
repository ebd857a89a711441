import { parse as parseToml, TomlError } from 'smol-toml'
import { ActionError } from '../domain/errors.ts'
import type { VersionFileEntry } from './version-files.ts'

const misePlace = ['tools', 'python'] as const

/** Where a file of this kind names its versions, the place that counts most first. */
const tomlPlaces = [
  ['project', 'requires-python'],
  ['tool', 'poetry', 'dependencies', 'python'],
  misePlace,
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
    const entries = values.map(value => entryOf(text, key, value))
    return place === misePlace ? entries.map(withoutToolWords) : entries
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
    (table, key) =>
      typeof table === 'object' && table !== null && Object.hasOwn(table, key)
        ? (table as Readonly<Record<string, unknown>>)[key]
        : undefined,
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

/** The entry of a value, with the line of its key where that is found: the parser keeps no positions. */
function entryOf(document: string, key: string, value: string | number): VersionFileEntry {
  const lines = document.split('\n')
  const wanted = oneLine(String(value))
  const index = lines.findIndex((line, i) => {
    return assignedKey(line) === key && oneLine(statementFrom(lines, i)).includes(wanted)
  })
  const line = index === -1 ? null : index + 1
  if (typeof value === 'string') return { text: wanted, line }
  // As it is written: 3.10 is another version than 3.1, but the same number.
  const written = /=\s*([\d.]+)/.exec(lines[index] ?? '')?.[1]
  return { text: written ?? wanted, line }
}

function assignedKey(line: string): string | undefined {
  return /^\s*["']?([\w.-]+)["']?\s*=/.exec(line)?.[1]
}

/** From a line to the next one that begins something else. */
function statementFrom(lines: readonly string[], start: number): string {
  const next = lines.findIndex((line, i) => {
    return i > start && (assignedKey(line) !== undefined || line.trimStart().startsWith('['))
  })
  return lines.slice(start, next === -1 ? lines.length : next).join(' ')
}

/** A specifier may be written over several lines. */
function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}
