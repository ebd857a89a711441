import * as core from '@actions/core'
import type { Installed } from '../domain/installation.ts'
import { formatSetupPythonVersion } from '../domain/setup-python-version.ts'
import { formatVersion } from '../domain/version.ts'
import { pythonPath } from './environment.ts'

/** One request and what it came to. */
export interface RequestResult extends Installed {
  readonly request: string
  /** Whether it is this one that results to `python`. */
  readonly isDefault: boolean
}

/** The answer that `python` is. */
export function defaultOf(results: readonly RequestResult[]): RequestResult {
  const found = results.find(({ isDefault }) => isDefault)
  if (found === undefined) throw new RangeError('no answer is the default one')
  return found
}

/** The action's outputs by name. */
export function outputsOf(results: readonly RequestResult[]): Readonly<Record<string, string>> {
  const { installation } = defaultOf(results)
  return {
    'python-version': formatSetupPythonVersion(installation),
    'python-path': pythonPath(installation),
    'cache-hit': String(results.every(isWhole)),
    'python-versions': JSON.stringify(
      results.map(({ installation }) => formatSetupPythonVersion(installation)),
    ),
    installations: JSON.stringify(results.map(describeAnswer)),
  }
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

/** Hands the outputs to the workflow. */
export function setOutputs(outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value)
}
