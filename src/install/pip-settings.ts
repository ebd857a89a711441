import type { Variables } from '../io/process-environment.ts'

/** The settings that say where pip gets packages from. Any other one is no business of ours. */
const sources = [
  ...['index-url', 'extra-index-url', 'no-index', 'find-links', 'trusted-host'],
  ...['cert', 'client-cert', 'proxy', 'timeout', 'retries', 'keyring-provider'],
  ...['cache-dir', 'no-cache-dir', 'pre'],
] as const

/** What pip needs to find its configuration files, and the way to an index. */
const passedOn =
  /^(PIP_CONFIG_FILE|XDG_CONFIG_(HOME|DIRS)|APPDATA|PROGRAMDATA|(HTTPS?|ALL|NO)_PROXY|SSL_CERT_(FILE|DIR)|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|NETRC)$/i

/** A setting's value by its name, such as `index-url`. */
export type PipConfiguration = Readonly<Record<string, string>>

/** The variables that pip finds its configuration files by; pure. */
export function configurationEnvironment(jobEnv: Variables): Readonly<Record<string, string>> {
  const passed = Object.entries(jobEnv).filter(([name]) => passedOn.test(name))
  return defined(passed)
}

const listing = `
import ast, json, subprocess, sys
text = subprocess.run([sys.executable, '-I', '-m', 'pip', 'config', 'list'], stdout=subprocess.PIPE, check=True).stdout
lines = [line.partition('=') for line in text.decode('utf-8', 'replace').splitlines()]
print(json.dumps([[name, ast.literal_eval(value)] for name, equals, value in lines if equals]))
`

/**
 * What pip's configuration files say, as pip itself reads them: later sections win. `run` starts the
 * interpreter whose pip is asked, with these arguments.
 */
export async function readPipConfiguration(
  run: (args: readonly string[]) => Promise<string>,
): Promise<PipConfiguration> {
  const pairs: unknown = JSON.parse(await run(['-c', listing]))
  if (!Array.isArray(pairs)) return {}
  const found: Record<string, string> = {}
  // In the order of pip's precedence: what is for all commands, then what is for `install`.
  for (const section of ['global', 'install']) {
    for (const [name, value] of pairs) {
      const setting = String(name).toLowerCase()
      if (setting.startsWith(`${section}.`))
        found[setting.slice(section.length + 1)] = String(value)
    }
  }
  return found
}

/**
 * The variables that a `pip install` of ours gets: where packages come from by its configuration and
 * by the job's variables, and no configuration file, as it could send pip itself elsewhere. Pure.
 */
export function indexSettings(
  configuration: PipConfiguration,
  jobEnv: Variables,
): Readonly<Record<string, string>> {
  const settings = sources.map(source => {
    const name = `PIP_${source.toUpperCase().replaceAll('-', '_')}`
    return [name, jobEnv[name] ?? configuration[source]] as const
  })
  return {
    ...configurationEnvironment(jobEnv),
    ...defined(settings),
    PIP_CONFIG_FILE: process.platform === 'win32' ? 'nul' : '/dev/null',
    PIP_NO_INPUT: '1',
  }
}

function defined(
  entries: readonly (readonly [string, string | undefined])[],
): Readonly<Record<string, string>> {
  const given = entries.filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as Record<string, string>
}
