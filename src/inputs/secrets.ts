import { decode } from '../io/credentials.ts'
import type { Variables } from '../io/process-environment.ts'
import { proxyVariables } from '../io/proxy.ts'
import { inputReader } from './input-reader.ts'

const addresses = [
  ['mirror', 'UV_PYTHON_INSTALL_MIRROR'],
  ['pypy-mirror', 'UV_PYPY_INSTALL_MIRROR'],
  ['python-downloads-json-url', 'UV_PYTHON_DOWNLOADS_JSON_URL'],
] as const

/**
 * What of the inputs must never be readable in the log, in every form that it takes on the way to
 * a server. Reads text that nobody has checked yet: errors about inputs are printed, too.
 */
export function secretsOf(env: Variables): readonly string[] {
  const input = inputReader(env)
  const proxies = proxyVariables.map(name => env[name] ?? '')
  const texts = addresses.flatMap(([name, variable]) => [input(name), env[variable] ?? ''])
  const inAddresses = [...texts, env.UV_ASTRAL_MIRROR_URL ?? '', ...proxies].flatMap(text => [
    ...credentialsIn(text),
    ...signaturesIn(text),
  ])
  const tokens = [input('token'), input('mirror-token')].filter(token => token !== '')
  // A mask of one letter or two would make the whole log unreadable.
  return [...new Set([...tokens, ...inAddresses.filter(secret => secret.length > 2)])]
}

/**
 * What in an address's query lets whoever knows it in: `sig=…`, `X-Amz-Signature=…`, and whatever is
 * as long as a secret, by any name or none.
 */
function signaturesIn(address: string): readonly string[] {
  const [, query = ''] = /\?([^#]*)/.exec(address) ?? []
  return query.split('&').flatMap(part => {
    const [name = '', value = ''] = part.split(/=(.*)/s)
    const isNamed = /sig|token|key|secret|credential|password|auth|^code$/i.test(name)
    return [part.includes('=') ? value : name].flatMap(text => {
      return isNamed || text.length >= secretLength ? [text, decode(text)] : []
    })
  })
}

/** Fewer characters than these, and it could be guessed. */
const secretLength = 20

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
