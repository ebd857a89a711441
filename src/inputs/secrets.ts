import type { Environment } from '../io/process-environment.ts'
import { inputReader } from './environment.ts'

const addresses = [
  ['mirror', 'UV_PYTHON_INSTALL_MIRROR'],
  ['pypy-mirror', 'UV_PYPY_INSTALL_MIRROR'],
  ['python-downloads-json-url', 'UV_PYTHON_DOWNLOADS_JSON_URL'],
] as const

/**
 * What of the inputs must never be readable in the log, in every form that it takes on the way to
 * a server. Reads text that nobody has checked yet: errors about inputs are printed, too.
 */
export function secretsOf(env: Environment): readonly string[] {
  const input = inputReader(env)
  const texts = addresses.flatMap(([name, variable]) => [input(name), env[variable] ?? ''])
  const secrets = [input('token'), input('mirror-token'), ...texts.flatMap(credentialsIn)]
  return [...new Set(secrets)].filter(secret => secret !== '')
}

/** Of an address's `user:password@`, the password, or the user where that is all there is. */
function credentialsIn(address: string): readonly string[] {
  const credentials = /\/\/([^/?#]*)@/.exec(address)?.[1]
  if (credentials === undefined) return []
  const colon = credentials.indexOf(':')
  const secret = credentials.slice(colon + 1)
  const decoded = decode(credentials)
  return [
    secret,
    decode(secret),
    encodeURIComponent(decode(secret)),
    Buffer.from(colon === -1 ? `${decoded}:` : decoded).toString('base64'),
  ]
}

/** A lone `%` in a password is not an escape, and stays. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
