import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { CommandError, type CommandOptions, runCommand } from './command.ts'
import { removeTree } from './files.ts'

/** Keys of the registry by their whole path, with their texts by name; the nameless one is ''. */
export type RegistryKeys = Readonly<Record<string, Readonly<Record<string, string>>>>

export interface RegistryChanges {
  /** Keys that go, with all that is below them. */
  readonly remove: readonly string[]
  readonly write: RegistryKeys
}

export interface Registry {
  /** A key and all that is below it; empty where it is not there or cannot be read. */
  read(key: string): Promise<RegistryKeys>
  write(changes: RegistryChanges): Promise<void>
}

/**
 * The user's registry, by Windows' own `reg.exe`: one start of it to read and one to write, by files,
 * as they keep every letter of a path. `temp` is a folder to put those into. Writing throws a
 * `CommandError`; both throw the signal's reason.
 */
export function openRegistry(program: string, temp: string, options: CommandOptions): Registry {
  const withFile = async <T>(work: (file: string) => Promise<T>): Promise<T> => {
    const folder = await mkdtemp(path.join(temp, 'managed-python-registry-'))
    try {
      return await work(path.join(folder, 'keys.reg'))
    } finally {
      await removeTree(folder)
    }
  }
  return {
    read: key =>
      withFile(async file => {
        try {
          await runCommand(program, ['export', key, file, '/y'], options)
        } catch (error) {
          if (error instanceof CommandError) return {}
          throw error
        }
        return parseRegistryFile(await readFile(file, 'utf16le'))
      }),
    write: changes =>
      withFile(async file => {
        await writeFile(file, `\ufeff${renderRegistryFile(changes)}`, 'utf16le')
        await runCommand(program, ['import', file], options)
      }),
  }
}

/** The text of a `.reg` file that makes these changes; pure. */
export function renderRegistryFile({ remove, write }: RegistryChanges): string {
  const removed = remove.map(key => `[-${key}]\r\n`)
  const written = Object.entries(write).map(([key, values]) => {
    const lines = Object.entries(values).map(([name, value]) => {
      return `${name === '' ? '@' : quote(name)}=${quote(value)}\r\n`
    })
    return [`[${key}]\r\n`, ...lines].join('')
  })
  return ['Windows Registry Editor Version 5.00\r\n', ...removed, ...written, ''].join('\r\n')
}

/** The keys of a `.reg` file, and those of their values that are texts; pure. */
export function parseRegistryFile(text: string): RegistryKeys {
  const keys: Record<string, Record<string, string>> = {}
  let values: Record<string, string> = {}
  for (const line of text.split(/\r?\n/)) {
    const key = /^\[(.*)\]$/.exec(line)?.[1]
    if (key !== undefined) {
      values = {}
      keys[key] = values
    }
    const [, name, value] = /^(@|"(?:[^"\\]|\\.)*")="((?:[^"\\]|\\.)*)"$/.exec(line) ?? []
    if (name === undefined || value === undefined) continue
    values[name === '@' ? '' : unquote(name.slice(1, -1))] = unquote(value)
  }
  return keys
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

function unquote(text: string): string {
  return text.replace(/\\(.)/g, '$1')
}
