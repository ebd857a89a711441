import { randomUUID } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const commands = ['OUTPUT', 'ENV', 'PATH', 'STATE', 'STEP_SUMMARY'] as const
type Command = (typeof commands)[number]

/** The files through which a step tells the runner things, by the variables that name them. */
export type CommandFiles = Readonly<Record<`GITHUB_${Command}`, string>>

/** What a step told the runner through its files. */
export interface FileCommands {
  readonly outputs: Readonly<Record<string, string>>
  /** Variables for later steps. */
  readonly variables: Readonly<Record<string, string>>
  /** Folders for later steps' PATH, in the order in which they were added. */
  readonly pathAdditions: readonly string[]
  /** What the step has for its own step after the job. */
  readonly state: Readonly<Record<string, string>>
  readonly summary: string
}

/** Makes the files empty, where the runner makes them. */
export async function makeCommandFiles(temp: string): Promise<CommandFiles> {
  const folder = join(temp, '_runner_file_commands')
  await mkdir(folder, { recursive: true })
  const step = randomUUID()
  const entries = commands.map(command => {
    return [`GITHUB_${command}`, join(folder, `${command.toLowerCase()}_${step}`)] as const
  })
  await Promise.all(entries.map(([, path]) => writeFile(path, '')))
  return Object.fromEntries(entries) as CommandFiles
}

/** Reads the files after the step, as strictly as the runner does. */
export async function readCommandFiles(files: CommandFiles): Promise<FileCommands> {
  const read = (command: Command) => readFile(files[`GITHUB_${command}`], 'utf8')
  return {
    outputs: parsePairs(await read('OUTPUT')),
    variables: parsePairs(await read('ENV')),
    pathAdditions: (await read('PATH')).split(/\r?\n/).filter(line => line !== ''),
    state: parsePairs(await read('STATE')),
    summary: await read('STEP_SUMMARY'),
  }
}

/** Reads `name=value` and `name<<delimiter` … `delimiter`; whichever sign comes first decides. */
export function parsePairs(text: string): Record<string, string> {
  const pairs: Record<string, string> = {}
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (line === '') continue
    const [, name = '', sign, rest = ''] = /^(.*?)(=|<<)(.*)$/.exec(line) ?? []
    if (name === '') throw new Error(`Invalid format '${line}'`)
    if (sign === '=') {
      pairs[name] = rest
      continue
    }
    const end = lines.indexOf(rest, index + 1)
    if (rest === '' || end === -1) throw new Error(`Matching delimiter not found '${rest}'`)
    pairs[name] = lines.slice(index + 1, end).join('\n')
    index = end
  }
  return pairs
}
