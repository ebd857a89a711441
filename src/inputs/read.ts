import { pathToFileURL } from 'node:url'
import { type InvalidationMode, invalidationModes } from '../domain/bytecode.ts'
import { archivesPath, publishedList } from '../domain/list-sources.ts'
import type { Location } from '../domain/location.ts'
import type { Mirror } from '../domain/mirror.ts'
import { type Libc, libcs } from '../domain/platform.ts'
import { type Implementation, implementations } from '../domain/python.ts'
import type { Strategy } from '../domain/request/selection.ts'
import type { Setting } from '../domain/setting.ts'
import type { Variables } from '../io/process-environment.ts'
import { parseAddress } from './address.ts'
import { checkProxies } from './check-proxies.ts'
import { checkInputNames } from './input-names.ts'
import { boolishVariable, inputReader, invalid, parseBoolean, parseWord } from './input-reader.ts'
import { type LockFile, readLockFile } from './lock-file.ts'
import { parseMirror } from './mirror.ts'
import { type PackageCacheInputs, readPackageCache } from './package-cache.ts'
import { type Patience, readPatience } from './patience.ts'
import { type Requests, readRequests } from './requests.ts'
import { settingsOf } from './settings.ts'
import { type EnvironmentInputs, readEnvironmentInputs } from './virtual-environment.ts'

/** Everything that the workflow decides, read once and valid as a whole. */
export interface Inputs extends Requests {
  /** `null`: the standard library stays uncompiled. */
  readonly bytecode: InvalidationMode | null
  /** How long a worker may take over one file; 0: for ever. */
  readonly compileTimeoutMs: number
  readonly cachePython: 'auto' | 'true' | 'false'
  /** `null`: packages are none of our business. */
  readonly packageCache: PackageCacheInputs | null
  readonly checkLatest: boolean
  readonly reinstall: boolean
  /** The lock file, where the workflow has one or wants one written. */
  readonly lockFile: LockFile | null
  /** Whether `list` is the lock file, and no other list is asked. */
  readonly isLocked: boolean
  /** Nothing is installed: the outputs say what would be. */
  readonly resolveOnly: boolean
  readonly verifyAttestation: boolean
  readonly strategy: Strategy
  readonly mirror: Mirror | null
  readonly pypyMirror: Mirror | null
  /** What replaces all of Astral's own hosts, its list of releases included. */
  readonly astralMirror: Mirror | null
  readonly list: Location
  /** Whether the workflow chose the list itself, and so answers for what is in it. */
  readonly ownList: boolean
  readonly token: string
  readonly updateEnvironment: boolean
  readonly addProblemMatchers: boolean
  /** Whether Windows' registry names the Pythons. */
  readonly windowsRegistry: boolean
  readonly pipVersion: string | null
  /** The virtual environment that later steps work in; `null`: none. */
  readonly environment: EnvironmentInputs | null
  /** The files that decide what is installed, a pattern each; empty: the usual ones. */
  readonly cacheDependencyPath: readonly string[]
  /** A part of the keys of packages and environments. */
  readonly cacheSuffix: string
  readonly jobSummary: 'auto' | 'always' | 'never'
  readonly patience: Patience
  /** All that was set, for the log. */
  readonly settings: readonly Setting[]
}

/** Reads and checks all inputs, the variables that replace them, and the version file. */
export async function readInputs(env: Variables): Promise<Inputs> {
  checkProxies(env)
  const input = inputReader(env)
  // An expression that comes to nothing leaves an input empty: then it means what action.yml says.
  const flag = (name: string, byDefault = false) =>
    parseBoolean(name, input(name) || `${byDefault}`)
  const workspace = env.GITHUB_WORKSPACE ?? process.cwd()
  const variable = (name: string) => env[name]?.trim() ?? ''
  const list = input('python-downloads-json-url') || variable('UV_PYTHON_DOWNLOADS_JSON_URL')
  const mirror = input('mirror') || variable('UV_PYTHON_INSTALL_MIRROR')
  const pypyMirror = input('pypy-mirror') || variable('UV_PYPY_INSTALL_MIRROR')
  const token = input('mirror-token')
  const astralMirror = readAstralMirror(variable('UV_ASTRAL_MIRROR_URL'), workspace)

  const resolveOnly = flag('resolve-only')
  const updateEnvironment = flag('update-environment', true)
  const requests = await readRequests({
    versions: input('python-version'),
    file: input('python-version-file'),
    workspace,
    defaultFiles: resolveOnly ? ['pyproject.toml', '.python-version'] : ['.python-version'],
    options: {
      freethreaded: flag('freethreaded'),
      allowPrereleases: flag('allow-prereleases'),
      architecture: input('architecture') || null,
      libc: parseLibcInput(input('libc') || variable('UV_LIBC')),
      builds: readBuilds(variable),
    },
  })
  const mode = parseModeInput(input('pyc-invalidation-mode'))
  const inputs = {
    ...requests,
    bytecode: wantsBytecode(input('compile-bytecode'), env) ? (mode ?? usualMode(env)) : null,
    compileTimeoutMs: parseSeconds('UV_COMPILE_BYTECODE_TIMEOUT', env, 60) * 1000,
    cachePython: parseWord(
      'The input cache-python',
      input('cache-python').toLowerCase() || 'auto',
      ['auto', 'true', 'false'],
    ),
    packageCache: readPackageCache(input),
    checkLatest: flag('check-latest'),
    reinstall: flag('reinstall'),
    resolveOnly,
    lockFile: await readLockFile({
      file: input('lock-file'),
      update: flag('update-lock'),
      platforms: input('lock-platforms'),
      workspace,
    }),
    isLocked: false,
    patience: readPatience(env),
    verifyAttestation: flag('verify-attestation'),
    strategy: parseWord(
      'The input resolution-strategy',
      input('resolution-strategy') || 'highest',
      ['highest', 'lowest'],
    ),
    mirror:
      mirror === ''
        ? astralMirror && {
            ...astralMirror,
            base: new URL(archivesPath, astralMirror.base),
          }
        : parseMirror('The mirror', mirror, { workspace, token }),
    astralMirror,
    pypyMirror:
      pypyMirror === ''
        ? null
        : parseMirror('The pypy-mirror', pypyMirror, { workspace, token: '' }),
    list: parseAddress('The python-downloads-json-url', list || publishedList, workspace),
    ownList: list !== '',
    token: input('token'),
    updateEnvironment,
    addProblemMatchers: flag('add-problem-matchers', true),
    windowsRegistry: flag('windows-registry', updateEnvironment),
    pipVersion: parsePipVersion(input('pip-version')),
    environment: readEnvironmentInputs(input),
    cacheDependencyPath: linesOf(input('cache-dependency-path')),
    cacheSuffix: input('cache-suffix'),
    jobSummary: parseWord('The input job-summary', input('job-summary') || 'auto', [
      'auto',
      'always',
      'never',
    ]),
  }
  // Last, as the names are known when all have been read.
  const names = [...input.names]
  const notices = [...checkInputNames(env, names), ...requests.notices]
  return Object.freeze({ ...inputs, notices, settings: settingsOf(env, names) })
}

/** The same, with the lock file as the list, where there is one: each request is answered by it alone. */
export function withLockedList(inputs: Inputs): Inputs {
  if (inputs.lockFile === null) return inputs
  const list = { url: pathToFileURL(inputs.lockFile.path), authorization: null }
  // What the tool cache has may match as well, but is not what was locked.
  return { ...inputs, list, ownList: false, isLocked: true, checkLatest: true }
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/).map(line => line.trim())
  return lines.filter(line => line !== '')
}

function wantsBytecode(text: string, env: Variables): boolean {
  if (text !== '') return parseBoolean('compile-bytecode', text)
  return boolishVariable(env, 'UV_COMPILE_BYTECODE') ?? false
}

function parseModeInput(text: string): InvalidationMode | null {
  if (text === '') return null
  return parseWord('The input pyc-invalidation-mode', text, invalidationModes)
}

/** The variable's mode, else the one that `py_compile` would choose in this environment. */
function usualMode(env: Variables): InvalidationMode {
  const fromPyCompile = env.SOURCE_DATE_EPOCH ? 'checked-hash' : 'timestamp'
  // uv spells the variable's words as Python's enumeration does: CHECKED_HASH.
  const variable = env.PYC_INVALIDATION_MODE?.trim().toLowerCase().replaceAll('_', '-') ?? ''
  return parseWord(
    'The variable PYC_INVALIDATION_MODE',
    variable || fromPyCompile,
    invalidationModes,
  )
}

function readAstralMirror(text: string, workspace: string): Mirror | null {
  if (text === '') return null
  const what = 'The variable UV_ASTRAL_MIRROR_URL'
  const mirror = parseMirror(what, text, { workspace, token: '' })
  if (mirror.base.protocol === 'file:') throw invalid(what, text, 'an http(s) URL')
  return mirror
}

/** `UV_PYTHON_CPYTHON_BUILD` and its like pin the build of every request that names none. */
function readBuilds(variable: (name: string) => string): Partial<Record<Implementation, string>> {
  const pins = implementations.flatMap(implementation => {
    const name = `UV_PYTHON_${implementation.toUpperCase()}_BUILD`
    const build = variable(name)
    if (build === '') return []
    if (/^\d[\w.]{0,39}$/.test(build)) return [[implementation, build] as const]
    throw invalid(`The variable ${name}`, build, 'a build such as 20250612 or 7.3.20')
  })
  return Object.fromEntries(pins)
}

function parseLibcInput(text: string): Libc | null {
  if (text === '' || text === 'auto') return null
  return parseWord('The libc (input or UV_LIBC)', text, libcs)
}

function parseSeconds(name: string, env: Variables, fallback: number): number {
  const text = env[name]?.trim() || String(fallback)
  if (!/^\d{1,6}$/.test(text))
    throw invalid(`The variable ${name}`, text, 'a whole number of seconds')
  return Number(text)
}

/** The text becomes a command-line argument of pip's: only what can be a version may pass. */
function parsePipVersion(text: string): string | null {
  if (text === '') return null
  if (!/^[0-9][\w.!+*-]{0,40}$/.test(text))
    throw invalid('The input pip-version', text, 'a version such as 25.1')
  return text
}
