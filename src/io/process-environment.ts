/** What a program needs to find its files, write temporary ones and read the user's language. */
const names = new Set([
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'LANG',
  'LANGUAGE',
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
 * The variables that a child process gets: a list of what is allowed, so that the job's tokens,
 * inputs and `PYTHON*` settings stay outside without anyone having to think of their names.
 */
export function childEnvironment(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): Record<string, string> {
  const isAllowed = (name: string): boolean =>
    platform === 'win32'
      ? windowsNames.has(name.toUpperCase())
      : names.has(name) || name.startsWith('LC_')
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && isAllowed(name)) kept[name] = value
  }
  return kept
}
