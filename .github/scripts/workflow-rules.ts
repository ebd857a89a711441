import { parse } from 'yaml'

/** A workflow file: its name and what is in it. */
export interface WorkflowFile {
  readonly path: string
  readonly text: string
}

interface Job {
  readonly needs?: string | readonly string[]
  readonly permissions?: unknown
  readonly steps?: readonly Step[]
}

interface Step {
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Workflow {
  readonly permissions?: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

/** What the house rules have against a workflow, a sentence each; actionlint knows the syntax. */
export function breachesOf({ path, text }: WorkflowFile): readonly string[] {
  const workflow: Workflow = parse(text)
  return [
    ...pinning(text),
    ...images(text),
    ...permissions(workflow),
    ...credentials(workflow),
  ].map(breach => `${path}: ${breach}`)
}

/** The jobs that the gate job does not wait for: a pull request could be merged though they fail. */
export function missingFromGate({ text }: WorkflowFile, gate: string): readonly string[] {
  const { jobs }: Workflow = parse(text)
  const needs = new Set([gate, jobs[gate]?.needs ?? []].flat())
  return Object.keys(jobs).filter(job => !needs.has(job))
}

function pinning(text: string): readonly string[] {
  const uses = [...text.matchAll(/^[\s-]*uses:\s*(.*)$/gm)].map(match => match[1] ?? '')
  return uses
    .filter(use => !use.startsWith('./') && !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(use))
    .map(use => `${use} is not pinned as owner/name@<commit> # v1.2.3`)
}

/** The images of containers: those of a matrix have the name `container`. */
function images(text: string): readonly string[] {
  const found = [...text.matchAll(/\b(?:container|image): *"?([^\s#{$",]+)/g)].map(
    match => match[1] ?? '',
  )
  return found
    .filter(image => !/^[\w./-]+:(?!latest)[\w.-]*\d[\w.-]*(@sha256:[0-9a-f]{64})?$/.test(image))
    .map(image => `the image ${image} has no version`)
}

// None for the whole workflow, and each job says what it needs: a new job starts with nothing.
function permissions({ permissions, jobs }: Workflow): readonly string[] {
  const none = JSON.stringify(permissions) === '{}'
  const silent = Object.keys(jobs).filter(job => jobs[job]?.permissions === undefined)
  return [
    ...(none ? [] : ['the workflow does not start from `permissions: {}`']),
    ...silent.map(job => `the job ${job} does not state its permissions`),
  ]
}

function credentials({ jobs }: Workflow): readonly string[] {
  const careless = Object.entries(jobs).filter(([, { steps = [] }]) =>
    steps.some(
      step =>
        step.uses?.startsWith('actions/checkout@') && step.with?.['persist-credentials'] !== false,
    ),
  )
  return careless.map(([job]) => `the job ${job} leaves checkout's credentials on the disk`)
}
