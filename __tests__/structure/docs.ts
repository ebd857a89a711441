import { parse, stringify } from 'yaml'

/** A page of the documentation: its path from the project's folder, with `/`, and its text. */
export interface Page {
  readonly path: string
  readonly text: string
}

/** A fenced block of a page. */
export interface Block {
  /** `README.md:12`, where it begins. */
  readonly place: string
  readonly language: string
  readonly text: string
}

/** How many lines of a page begin or end a block, in whatever way Markdown knows. */
export function fencesOf({ text }: Page): number {
  return [...text.matchAll(/^ *(```|~~~)/gm)].length
}

/** The fenced blocks of a page, without the indentation that they have in a list. */
export function blocksOf({ path, text }: Page): readonly Block[] {
  return [...text.matchAll(/^([ ]*)```(\w+)\n(.*?)^\1```$/gms)].map(match => {
    const [, indent = '', language = '', body = ''] = match
    const line = text.slice(0, match.index).split('\n').length
    const lines = body.split('\n').map(each => each.slice(indent.length))
    return { place: `${path}:${line}`, language, text: lines.join('\n') }
  })
}

/** One step of an example, as far as it concerns us. */
export interface Step {
  readonly id?: string
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Workflow {
  readonly on?: unknown
  readonly jobs: Readonly<Record<string, { readonly steps?: readonly Step[] }>>
}

/**
 * A whole workflow made of an example, which may be one, a job's `steps`, or the steps alone;
 * `null` where it is YAML of another kind.
 */
export function workflowOf({ text }: Block): string | null {
  const example: unknown = parse(text)
  if (Array.isArray(example)) {
    return example.every(isStep) ? aroundJob({ steps: example }) : null
  }
  const { on, jobs, steps } = example as Record<string, unknown>
  if (jobs !== undefined) return on === undefined ? `on: push\n${text}` : text
  return steps === undefined ? null : aroundJob(example as object)
}

function aroundJob(job: object): string {
  return stringify({ on: 'push', jobs: { example: { 'runs-on': 'ubuntu-latest', ...job } } })
}

function isStep(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('uses' in value || 'run' in value)
}

/** How examples name our action. */
export const ourAction = 'org/setup-managed-python@v1'

/** The steps of a workflow that use our action. */
export function ourSteps(workflow: string): readonly Step[] {
  const { jobs }: Workflow = parse(workflow)
  return Object.values(jobs)
    .flatMap(({ steps = [] }) => steps)
    .filter(({ uses }) => uses === ourAction)
}

/** The outputs of a step that a text speaks of. */
export function outputsUsed(text: string, id: string): readonly string[] {
  const pattern = new RegExp(`\\bsteps\\.${id}\\.outputs\\.([\\w-]+)`, 'g')
  return [...text.matchAll(pattern)].map(([, name = '']) => name)
}

/** The commands of a shell example, without comments and the variables that are set for them. */
export function commandsOf({ text }: Block): readonly string[] {
  return text
    .replaceAll('\\\n', ' ')
    .split('\n')
    .flatMap(line => line.replace(/(^|\s)#.*/, '').split('&&'))
    .map(command =>
      command
        .trim()
        .replaceAll(/\s+/g, ' ')
        .replace(/^([A-Z_]+=\S* )+/, ''),
    )
    .filter(command => command !== '')
}

/** An instruction of a Dockerfile. */
export interface Instruction {
  readonly name: string
  readonly args: readonly string[]
}

export function instructionsOf({ text }: Block): readonly Instruction[] {
  const lines = text.replaceAll('\\\n', ' ').split('\n')
  return lines
    .filter(line => line.trim() !== '' && !line.startsWith('#'))
    .map(line => {
      const [name = '', ...args] = line.trim().split(/\s+/)
      return { name, args }
    })
}

/** What a Dockerfile takes from the folder that it is built in. */
export function copiedBy(block: Block): readonly string[] {
  return instructionsOf(block)
    .filter(({ name, args }) => name === 'COPY' && !args.some(arg => arg.startsWith('--from=')))
    .flatMap(({ args }) => args.filter(arg => !arg.startsWith('--')).slice(0, -1))
}

/** What a workflow's steps put into the folder that they run in. */
export function madeBy(workflow: string): readonly string[] {
  const { jobs }: Workflow = parse(workflow)
  return Object.values(jobs)
    .flatMap(({ steps = [] }) => steps.flatMap(({ run = '' }) => run.split('\n')))
    .filter(command => /^(cp|mv|mkdir) /.test(command))
    .map(command => command.trim().split(/\s+/).at(-1) ?? '')
}

/** Where the links of a page lead that do not leave the project: path from the page, and anchor. */
export function linksOf({ text }: Page): readonly string[] {
  const prose = text.replaceAll(/```.*?```/gs, '')
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter(target => !/^[a-z]+:/.test(target))
}

/** The anchors that GitHub gives a page's headings. */
export function anchorsOf({ text }: Page): readonly string[] {
  const prose = text.replaceAll(/```.*?```/gs, '')
  return [...prose.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => {
    return heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-')
  })
}
