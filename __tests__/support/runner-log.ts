/** A line of the log that the runner acts on. */
export interface WorkflowCommand {
  readonly command: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** A message that the runner shows above the log. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly properties: Readonly<Record<string, string>>
}

/** What the runner takes from a step's output. */
export interface JobLog {
  /** As it stands in the log: masked values starred, masking commands left out. */
  readonly text: string
  readonly annotations: readonly Annotation[]
  /** Titles of the groups. */
  readonly groups: readonly string[]
  readonly debug: readonly string[]
  readonly masks: readonly string[]
  /** Files of problem matchers that were added. */
  readonly matchers: readonly string[]
  /** Every command in order: what got in by injection is among them. */
  readonly commands: readonly WorkflowCommand[]
}

/** Reads a step's output as the runner does. */
export function readLog(output: string): JobLog {
  const commands: WorkflowCommand[] = []
  const masks: string[] = []
  const shown: string[] = []
  for (const line of output.split(/\r?\n/)) {
    const found = parseCommand(line)
    if (found !== null) commands.push(found)
    if (found?.command === 'add-mask') {
      masks.push(...found.message.split(/\r?\n/).filter(secret => secret.trim() !== ''))
    } else {
      shown.push(line)
    }
  }
  const messages = (name: string) =>
    commands.filter(({ command }) => command === name).map(({ message }) => message)
  return {
    text: masks.reduce((text, secret) => text.replaceAll(secret, '***'), shown.join('\n')),
    annotations: commands.flatMap(({ command, message, properties }) =>
      isLevel(command) ? [{ level: command, message, properties }] : [],
    ),
    groups: messages('group'),
    debug: messages('debug'),
    masks,
    matchers: messages('add-matcher'),
    commands,
  }
}

/** Reads `::name key=value,…::message`; `null` for every other line. */
export function parseCommand(line: string): WorkflowCommand | null {
  const match = /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/.exec(line)
  if (match === null) return null
  const [, command = '', list = '', message = ''] = match
  const pairs = list.split(',').filter(pair => pair.includes('='))
  const properties = pairs.map(pair => {
    const at = pair.indexOf('=')
    const value = pair
      .slice(at + 1)
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
    return [pair.slice(0, at).trim(), unescapeData(value)] as const
  })
  return { command, properties: Object.fromEntries(properties), message: unescapeData(message) }
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

function isLevel(command: string): command is Annotation['level'] {
  return command === 'error' || command === 'warning' || command === 'notice'
}
