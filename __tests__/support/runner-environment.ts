import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { projectFolder } from './shared.ts'

/** The parts of `action.yml` that a runner, and `npm run try`, go by. */
export interface ActionMetadata {
  readonly inputs: Readonly<Record<string, InputMetadata>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
  readonly runs?: { readonly post: string; readonly 'post-if': string }
}

export interface InputMetadata {
  readonly description: string
  readonly default?: string
}

/** Values by name; `undefined` takes one away that would be there otherwise. */
export type Variables = Readonly<Record<string, string | undefined>>

/** Reads an `action.yml`; the project's own by default. */
export async function readMetadata(folder = projectFolder): Promise<ActionMetadata> {
  return parse(await readFile(join(folder, 'action.yml'), 'utf8'))
}

/** The `INPUT_*` variables of a step: one for every declared input, given or not. */
export function inputVariables(
  { inputs }: ActionMetadata,
  given: Readonly<Record<string, string>>,
  token: string,
): Record<string, string> {
  const values = Object.entries(inputs).map(([name, { default: fallback = '' }]) => {
    return [name, evaluate(String(fallback), token)] as const
  })
  const merged = { ...Object.fromEntries(values), ...given }
  return Object.fromEntries(
    Object.entries(merged).map(([name, value]) => [inputVariable(name), value]),
  )
}

/** `INPUT_PYTHON-VERSION`: the runner replaces spaces only. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
}

/** The folders and facts that a job's variables come from. */
export interface RunnerFacts {
  readonly workspace: string
  readonly toolCache: string
  readonly temp: string
  readonly action: string
  /** `github-hosted` or `self-hosted`. */
  readonly environment: string
}

const systems: Readonly<Record<string, string>> = {
  linux: 'Linux',
  darwin: 'macOS',
  win32: 'Windows',
}
const architectures: Readonly<Record<string, string>> = {
  x64: 'X64',
  arm64: 'ARM64',
  arm: 'ARM',
  ia32: 'X86',
}

/** What GitHub's runner sets for a step, and the little that comes from the machine below it. */
export function runnerVariables(facts: RunnerFacts): Record<string, string> {
  const { workspace, toolCache, temp, action, environment } = facts
  return {
    ...machineVariables(temp),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_ACTION_PATH: dirname(dirname(action)),
    GITHUB_ACTOR: 'octocat',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_JOB: 'test',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REPOSITORY: 'octocat/hello-runner',
    GITHUB_REPOSITORY_OWNER: 'octocat',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: '0'.repeat(40),
    GITHUB_WORKFLOW: 'test',
    GITHUB_WORKSPACE: workspace,
    RUNNER_ARCH: architectures[process.arch] ?? process.arch.toUpperCase(),
    RUNNER_ENVIRONMENT: environment,
    RUNNER_NAME: 'loopback',
    RUNNER_OS: systems[process.platform] ?? process.platform,
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: toolCache,
  }
}

/** PATH, a home of the job's own, and what programs of Windows are found by. */
function machineVariables(temp: string): Record<string, string> {
  const home = join(temp, '_home')
  const kept = ['PATH', 'SystemRoot', 'ComSpec', 'PATHEXT', 'SystemDrive', 'windir', 'ProgramFiles']
  const values = kept.flatMap(name => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  const windows = {
    USERPROFILE: home,
    APPDATA: join(home, 'AppData', 'Roaming'),
    TEMP: temp,
    TMP: temp,
  }
  return {
    ...Object.fromEntries(values),
    HOME: home,
    ...(process.platform === 'win32' ? windows : { LANG: 'C.UTF-8' }),
  }
}

/** Evaluates the few expressions that defaults in `action.yml` are made of. */
function evaluate(text: string, token: string): string {
  const known: Readonly<Record<string, string>> = {
    "github.server_url == 'https://github.com' && github.token || ''": token,
    'github.token': token,
  }
  return text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => {
    const value = known[expression.trim()]
    if (value === undefined) throw new Error(`The test runner cannot evaluate ${expression.trim()}`)
    return value
  })
}
