import { BlockList, isIP } from 'node:net'
import type { Variables } from './process-environment.ts'

/** The variables that name a proxy, by the protocol of what is asked for; the first that is set counts. */
const names = {
  'http:': ['http_proxy', 'HTTP_PROXY'],
  'https:': ['https_proxy', 'HTTPS_PROXY'],
} as const

/** All of them, and what stands for another address in them. */
export const proxyVariables: readonly string[] = Object.values(names).flat()

/** The proxy that the environment has for an http(s) address; `null`: none. */
export function proxyFor(url: URL, env: Variables): URL | null {
  const variables = url.protocol === 'https:' ? names['https:'] : names['http:']
  const text = variables.map(name => env[name]?.trim() ?? '').find(value => value !== '')
  const proxy = text === undefined ? null : parseProxy(text)
  return proxy === null || goesDirectly(url, env.no_proxy || env.NO_PROXY || '') ? null : proxy
}

/** Reads the address of a proxy, as a rule without its scheme; `null` where it is no http(s) address. */
export function parseProxy(text: string): URL | null {
  const url = URL.parse(text.includes('://') ? text : `http://${text}`)
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : null
}

/**
 * Whether `no_proxy` names an address: by its host, by a domain above it (`example.org`,
 * `.example.org`, `*.example.org`), by a network (`10.0.0.0/8`), each perhaps with a port, or by `*`.
 * This machine is never asked for through a proxy.
 */
export function goesDirectly(url: URL, noProxy: string): boolean {
  const host = withoutBrackets(url.hostname)
  if (host === 'localhost' || contains('127.0.0.0/8', host) || host === '::1') return true
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .some(entry => {
      const [, name = '', only = port] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? []
      return isNamed(host, entry) || (only === port && isNamed(host, name))
    })
}

function isNamed(host: string, entry: string): boolean {
  const name = withoutEnd(withoutBrackets(entry).replace(/^\*?\./, ''))
  const asked = withoutEnd(host)
  if (name === '') return false
  return name === '*' || asked === name || asked.endsWith(`.${name}`) || contains(name, host)
}

/** Whether a network, as `10.0.0.0/8` or `fd00::/8`, has an address; without its size it is one address, however spelled. */
function contains(network: string, address: string): boolean {
  const family = isIP(address)
  const [start = '', bits = family === 4 ? '32' : '128'] = network.split('/')
  if (family === 0 || isIP(start) !== family || !/^\d{1,3}$/.test(bits)) return false
  if (Number(bits) > (family === 4 ? 32 : 128)) return false
  const list = new BlockList()
  const type = family === 4 ? 'ipv4' : 'ipv6'
  list.addSubnet(start, Number(bits), type)
  return list.check(address, type)
}

/** A name that is complete may end in a dot, and is the same without. */
function withoutEnd(host: string): string {
  return host.replace(/\.$/, '')
}

function withoutBrackets(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1')
}
