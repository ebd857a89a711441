import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { PackageManager } from '../domain/package-manager.ts'
import { askTool, type ToolAnswer } from '../io/ask-tool.ts'
import { pipenvFolder } from './pipenv.ts'
import { poetryFolder, readPoetryConfiguration } from './poetry.ts'

/** Where a manager keeps what is worth caching. */
export type FoldersAnswer =
  | {
      readonly kind: 'found'
      /** Absolute. */
      readonly folders: readonly string[]
      /** What the tool says of its version, where that matters. */
      readonly toolVersion: string
    }
  /** It keeps nothing, as the workflow wants it. The reason is a clause for the log. */
  | { readonly kind: 'off'; readonly reason: string }
  /** Asking did not work. The reason is a sentence that says what to do. */
  | { readonly kind: 'unknown'; readonly reason: string }

export interface FoldersQuestion {
  readonly manager: PackageManager
  /** The interpreter that answers to `python`. */
  readonly python: string
  readonly workspace: string
  /** The folders of the workspace that have a project of the manager; absolute. */
  readonly projects: readonly string[]
  readonly home: string
  /** The environment of a step of the job. */
  readonly env: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

/** A tool that starts for the first time, on a busy machine. */
const timeoutMs = 30_000

/** Asks the manager itself where its folders are. Throws nothing but the signal's reason. */
export async function askFolders(question: FoldersQuestion): Promise<FoldersAnswer> {
  const { manager, python, env } = question
  switch (manager) {
    case 'pip':
      return ofPip(await ask(question, python, ['-I', '-m', 'pip', 'cache', 'dir']))
    case 'uv':
      if (isOn(env.UV_NO_CACHE)) return off("uv's cache is disabled (UV_NO_CACHE)")
      return oneFolder(manager, await ask(question, 'uv', ['cache', 'dir']))
    case 'pdm':
      return oneFolder(manager, await ask(question, 'pdm', ['config', 'cache_dir']))
    case 'pipenv':
      return await ofPipenv(question)
    case 'poetry':
      return await ofPoetry(question)
  }
}

/** Has poetry use this interpreter in each of its projects; the projects where it would not. */
export async function usePoetryPython(question: FoldersQuestion): Promise<readonly string[]> {
  const failures: string[] = []
  for (const project of question.projects) {
    const args = ['env', 'use', '--no-interaction', question.python]
    const answer = await ask(question, 'poetry', args, project)
    if (answer.kind === 'failed') failures.push(`in ${project} it ${answer.reason}`)
  }
  return failures
}

function ofPip(answer: ToolAnswer): FoldersAnswer {
  if (answer.kind === 'failed' && /cache is disabled/.test(answer.reason)) {
    return off("pip's cache is disabled")
  }
  return oneFolder('pip', answer)
}

function oneFolder(manager: PackageManager, answer: ToolAnswer): FoldersAnswer {
  if (answer.kind !== 'answered') return unknown(manager, answer)
  // Whatever a tool has to say before it.
  const folder = answer.text.split(/\r?\n/).at(-1)?.trim() ?? ''
  if (!path.isAbsolute(folder)) {
    return unknown(manager, { kind: 'failed', reason: `names no folder but ${folder}` })
  }
  return { kind: 'found', folders: [folder], toolVersion: '' }
}

async function ofPipenv(question: FoldersQuestion): Promise<FoldersAnswer> {
  const { env, home, projects } = question
  // The folders are known without it: workflows of setup-python install it later than this.
  const version = await ask(question, 'pipenv', ['--version'])
  const { platform } = process
  const folders = await Promise.all(
    projects.map(async folder => {
      const project = { folder, hasVenv: await isThere(path.join(folder, '.venv')) }
      return pipenvFolder({ env, home, project, platform })
    }),
  )
  const toolVersion = version.kind === 'answered' ? version.text : 'not installed yet'
  return { kind: 'found', folders, toolVersion }
}

async function ofPoetry(question: FoldersQuestion): Promise<FoldersAnswer> {
  const version = await ask(question, 'poetry', ['--version'])
  if (version.kind !== 'answered') return unknown('poetry', version)
  const folders: string[] = []
  for (const folder of question.projects) {
    const list = await ask(question, 'poetry', ['config', '--list', '--no-interaction'], folder)
    if (list.kind !== 'answered') return unknown('poetry', list)
    const project = { folder, hasVenv: await isThere(path.join(folder, '.venv')) }
    const found = poetryFolder(readPoetryConfiguration(list.text), project)
    if (found !== null) folders.push(found)
  }
  if (folders.length === 0) return off('poetry makes no environments (virtualenvs.create)')
  return { kind: 'found', folders, toolVersion: version.text }
}

function ask(
  { env, workspace, signal }: FoldersQuestion,
  program: string,
  args: readonly string[],
  cwd = workspace,
): Promise<ToolAnswer> {
  return askTool(program, args, { env: { ...env, NO_COLOR: '1' }, cwd, timeoutMs, signal })
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false', 'no', 'off'].includes(value.toLowerCase())
}

async function isThere(folder: string): Promise<boolean> {
  return await stat(folder).then(
    found => found.isDirectory(),
    () => false,
  )
}

function off(reason: string): FoldersAnswer {
  return { kind: 'off', reason }
}

function unknown(
  manager: PackageManager,
  answer: Exclude<ToolAnswer, { kind: 'answered' }>,
): FoldersAnswer {
  const reason =
    answer.kind === 'missing'
      ? `there is no ${manager} on PATH. Install it in a step before this one (pipx install ${manager})`
      : `${manager} does not say where its cache is: it ${answer.reason}`
  return { kind: 'unknown', reason }
}
