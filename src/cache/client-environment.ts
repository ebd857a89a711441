import { plainLanguage, type Variables } from '../io/process-environment.ts'

/**
 * All that the cache client and its `tar` may see of the job. What is missing here is missing on
 * purpose: `TAR_OPTIONS` would change the archives, `RUNNER_DEBUG` would list every file of them.
 */
const passedOn: readonly string[] = [
  ...['ACTIONS_CACHE_SERVICE_V2', 'ACTIONS_RESULTS_URL', 'ACTIONS_CACHE_URL'],
  ...['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_CACHE_MODE', 'ACTIONS_ORCHESTRATION_ID'],
  ...['GITHUB_SERVER_URL', 'RUNNER_TRACKING_ID'],
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'],
  ...['NODE_EXTRA_CA_CERTS', 'NODE_USE_SYSTEM_CA', 'SSL_CERT_FILE', 'SSL_CERT_DIR'],
  ...['PATH', 'HOME', 'TMPDIR'],
  ...['PATHEXT', 'COMSPEC', 'SYSTEMROOT', 'SYSTEMDRIVE', 'WINDIR', 'PROGRAMFILES'],
  ...['TEMP', 'TMP', 'USERPROFILE'],
]

/** The variables of the cache process. */
export function cacheEnvironment(
  env: Variables,
  own: Readonly<Record<string, string>>,
  platform = process.platform,
): Record<string, string> {
  const variables: Record<string, string> = {}
  for (const [name, value] of Object.entries(env)) {
    // The process copies them into an object that distinguishes case on Windows too, where PATH is spelt Path.
    const spelling = platform === 'win32' ? name.toUpperCase() : name
    if (value !== undefined && passedOn.includes(spelling)) variables[spelling] = value
  }
  return { ...variables, ...plainLanguage(platform), ...own }
}
