/** Variables by name, as a process has them. */
export type Variables = Readonly<Record<string, string | undefined>>

/** What a program needs to find its files and write temporary ones. */
const names = new Set([
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'TZ',
  'TMPDIR',
  'TEMP',
  'TMP',
  // The runner looks for it in what a job leaves running, to end it.
  'RUNNER_TRACKING_ID',
])

const windowsNames = new Set([
  ...names,
  'SYSTEMROOT',
  'SYSTEMDRIVE',
  'WINDIR',
  'COMSPEC',
  'PATHEXT',
  'USERPROFILE',
  'USERNAME',
  'APPDATA',
  'LOCALAPPDATA',
  'PROGRAMDATA',
  'PROGRAMFILES',
  'NUMBER_OF_PROCESSORS',
  'PROCESSOR_ARCHITECTURE',
])

/**
 * Variables for programs whose complaints we read, and whose file names may be in any language:
 * English and UTF-8. Windows has no such variables, and macOS no language without a country.
 */
export function plainLanguage(platform: NodeJS.Platform): Readonly<Record<string, string>> {
  if (platform === 'win32') return {}
  return { LC_ALL: platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8' }
}

/**
 * The variables that a child process gets: a list of what is allowed, so that the job's tokens,
 * inputs and `PYTHON*` settings stay outside without anyone having to think of their names.
 */
export function childEnvironment(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): Record<string, string> {
  const isAllowed = (name: string): boolean =>
    platform === 'win32' ? windowsNames.has(name.toUpperCase()) : names.has(name)
  const allowed: Record<string, string> = { ...plainLanguage(platform) }
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && isAllowed(name)) allowed[name] = value
  }
  return allowed
}

/** What this step has and a `run` step of the same job does not. */
const ownVariables = /^(INPUT_|STATE_|ACTIONS_RUNTIME_|ACTIONS_RESULTS_URL$|ACTIONS_CACHE_)/i

/** The environment that a `run` step would have here: without our inputs, and the cache's token. */
export function stepEnvironment(env: Variables): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && !ownVariables.test(name)) kept[name] = value
  }
  return kept
}
