import http from 'node:http'
import https from 'node:https'
import net from 'node:net'
import tls from 'node:tls'
import { HttpClient } from '@actions/http-client'
import tunnel from 'tunnel'
import { credentialsOf } from './credentials.ts'
import { proxyFor, proxyVariables } from './proxy.ts'

/**
 * The agent for requests to an http(s) address: of the proxy that the environment names, or of
 * none. Through a proxy, https is tunnelled, and plain http asked for as such: proxies tunnel to
 * port 443 alone, as a rule.
 */
export function agentFor(url: URL): http.Agent {
  const proxy = proxyFor(url, process.env)
  const secure = url.protocol === 'https:'
  if (proxy === null) return secure ? new https.Agent() : new http.Agent()
  return secure ? tunnellingAgent(proxy) : forwardingAgent(proxy)
}

/**
 * Has the runner's libraries use these agents as well, where there is a proxy. Their client has a
 * method for it that is not meant to be replaced: tests of downloads through proxies would tell.
 */
export function useAgentsInLibraries(): void {
  if (!proxyVariables.some(name => process.env[name])) return
  Object.assign(HttpClient.prototype, { _getAgent: agentFor })
}

function tunnellingAgent(proxy: URL): http.Agent {
  const proxyAuth = credentialsOf(proxy)
  const make = proxy.protocol === 'https:' ? tunnel.httpsOverHttps : tunnel.httpsOverHttp
  return make({ proxy: { ...addressOf(proxy), ...(proxyAuth === null ? {} : { proxyAuth }) } })
}

/** What Node's own agents add to a socket's options; not in its types. */
type AddRequest = (request: http.ClientRequest, options: http.RequestOptions) => void

/** Connects to the proxy instead, and asks it for the whole address. */
function forwardingAgent(proxy: URL): http.Agent {
  const agent = new http.Agent() as http.Agent & { addRequest: AddRequest }
  const { addRequest } = agent
  const credentials = credentialsOf(proxy)
  agent.addRequest = (request, options) => {
    request.path = new URL(request.path, `http://${request.getHeader('host')}`).href
    if (credentials !== null) {
      const encoded = Buffer.from(credentials).toString('base64')
      request.setHeader('proxy-authorization', `Basic ${encoded}`)
    }
    addRequest.call(agent, request, options)
  }
  const { host, port } = addressOf(proxy)
  agent.createConnection = () => {
    return proxy.protocol === 'https:'
      ? tls.connect({ host, port, servername: net.isIP(host) === 0 ? host : '' })
      : net.connect({ host, port })
  }
  return agent
}

function addressOf({ protocol, hostname, port }: URL): { host: string; port: number } {
  const usual = protocol === 'https:' ? 443 : 80
  return { host: hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(port || usual) }
}
