import { once } from 'node:events'
import { createServer, request as forward } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'

/** A forward proxy on the loopback interface. */
export interface Proxy extends AsyncDisposable {
  readonly url: string
  /** What was asked for, oldest first: `CONNECT github.com:443`, `GET http://127.0.0.1:80/list.json`. */
  readonly requests: readonly string[]
  close(): Promise<void>
}

export interface ProxyOptions {
  /**
   * Ports of this machine that stand in for hosts: `{ 'github.com:443': mirror.port }`. Every other
   * host that is not this machine is refused, so that no test can reach the internet.
   */
  readonly routes?: Readonly<Record<string, number>>
}

/** Starts a proxy that tunnels (`CONNECT`) and forwards (absolute-form requests). */
export async function startProxy({ routes = {} }: ProxyOptions = {}): Promise<Proxy> {
  const requests: string[] = []
  const sockets = new Set<Socket>()
  const portOf = (host: string) => {
    const [name = '', port] = host.split(':')
    return routes[host] ?? (['127.0.0.1', 'localhost'].includes(name) ? Number(port ?? 80) : null)
  }

  const server = createServer((request, response) => {
    const authorization = request.headers['proxy-authorization']
    requests.push([request.method, request.url, authorization].filter(Boolean).join(' '))
    const url = new URL(request.url ?? '')
    const port = portOf(`${url.hostname}:${url.port || 80}`)
    if (port === null) {
      response.writeHead(502).end()
      return
    }
    const { method, headers } = request
    const onward = forward(
      { host: '127.0.0.1', port, method, headers, path: url.pathname + url.search },
      answer => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  server.on('connect', (request, client: Socket) => {
    requests.push(`CONNECT ${request.url}`)
    // As squid does by default.
    if (!request.url?.endsWith(':443')) {
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      return
    }
    const port = portOf(request.url ?? '')
    if (port === null) {
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
      return
    }
    const target = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      client.pipe(target).pipe(client)
    })
    for (const socket of [client, target]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => [client, target].map(end => end.destroy()))
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const close = async () => {
    for (const socket of sockets) socket.destroy()
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, requests, close, [Symbol.asyncDispose]: close }
}
