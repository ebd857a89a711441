import * as core from '@actions/core'
import type { Installed } from '../domain/installation.ts'
import type { Python } from '../domain/python.ts'
import { formatSetupPythonVersion } from '../domain/setup-python-version.ts'
import { formatVersion } from '../domain/version.ts'
import { writingTo } from './command-file.ts'
import { pythonPath } from './job-environment.ts'

/** One request and what it came to. */
export interface RequestResult extends Installed {
  readonly request: string
  /** Whether this one becomes `python`. */
  readonly isDefault: boolean
}

/** The result that becomes `python`. */
export function defaultOf(results: readonly RequestResult[]): RequestResult {
  const found = results.find(({ isDefault }) => isDefault)
  if (found === undefined) throw new RangeError('no result is the default one')
  return found
}

/** The action's outputs by name. */
export function outputsOf(results: readonly RequestResult[]): Readonly<Record<string, string>> {
  const { installation } = defaultOf(results)
  return {
    'python-version': formatSetupPythonVersion(installation),
    'python-path': pythonPath(installation),
    'python-cache-hit': String(results.every(isWhole)),
    'python-versions': JSON.stringify(
      results.map(({ installation }) => formatSetupPythonVersion(installation)),
    ),
    installations: JSON.stringify(results.map(describeAnswer)),
  }
}

/** The outputs about a virtual environment. */
export function environmentOutputs({
  folder,
  isHit,
  key,
}: EnvironmentResult): Readonly<Record<string, string>> {
  const outputs = { 'environment-path': folder }
  return isHit === null
    ? outputs
    : { ...outputs, 'cache-hit': String(isHit), 'cache-primary-key': key }
}

/** What became of a virtual environment. */
export interface EnvironmentResult {
  readonly folder: string
  /** Whether nothing had to be installed; `null`: nothing was to be. */
  readonly isHit: boolean | null
  readonly key: string
}

/** An entry without the bytecode that is wanted saves a download, but is no hit. */
function isWhole({ source, compilation }: RequestResult): boolean {
  return source === 'cache' && compilation.kind !== 'compiled'
}

function describeAnswer({ request, installation, source }: RequestResult): object {
  const { version, build, implementation, variant, path, bytecode } = installation
  return {
    request,
    version: formatVersion(version),
    build,
    implementation,
    variant,
    path,
    'python-path': pythonPath(installation),
    source,
    bytecode,
  }
}

/** What the requests come to where nothing is installed. */
export interface Resolution {
  readonly chosen: readonly {
    readonly request: string
    readonly python: Python
    readonly isDefault: boolean
  }[]
  /** The minor versions that the requests match, oldest first. */
  readonly matrix: readonly string[]
}

/** The outputs of a step that installs nothing. */
export function resolutionOutputs({
  chosen,
  matrix,
}: Resolution): Readonly<Record<string, string>> {
  const versions = chosen.map(({ python }) => formatSetupPythonVersion(python))
  const defaultIndex = chosen.findIndex(({ isDefault }) => isDefault)
  return {
    'python-version': versions[defaultIndex] ?? '',
    'python-versions': JSON.stringify(versions),
    matrix: JSON.stringify(matrix),
    oldest: matrix[0] ?? '',
    newest: matrix.at(-1) ?? '',
  }
}

/** Hands the outputs to the workflow. */
export function setOutputs(outputs: Readonly<Record<string, string>>): void {
  writingTo('GITHUB_OUTPUT', () => {
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value)
  })
}
