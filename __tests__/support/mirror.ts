import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { type Answer, type Behaviour, plainAnswer } from './behaviours.ts'
import type { Certificate } from './certificate.ts'

/** A path of a file on this machine, or the content itself. */
export type Content = string | Buffer

export interface MirrorOptions {
  /** What is served, by path below the root; both may be changed later. */
  readonly files?: Readonly<Record<string, Content>>
  /** With one, the mirror speaks https. */
  readonly certificate?: Certificate
}

/** A request that came in. */
export interface SeenRequest {
  readonly method: string
  /** Decoded, without the leading slash and the query: as in `files`. */
  readonly path: string
  /** As it stood in the request. */
  readonly target: string
  readonly host: string
  readonly headers: IncomingMessage['headers']
}

/** A server of archives and lists on the loopback interface. */
export interface Mirror extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`: for the input `mirror`. */
  readonly url: string
  /** The same server under another host name, to redirect to. */
  readonly otherUrl: string
  readonly port: number
  /** All requests, oldest first. */
  readonly requests: readonly SeenRequest[]
  /** The requests whose path is, or matches, this. */
  requestsFor(path: string | RegExp): readonly SeenRequest[]
  /** Serves one more file. */
  add(path: string, content: Content): void
  /** Sets how answers for these paths behave, in place of what was set for the same ones before. */
  behave(path: string | RegExp, ...behaviours: readonly Behaviour[]): void
  /** Forgets requests and behaviours; the files stay. */
  clear(): void
  close(): Promise<void>
}

/** Starts a mirror on a port of the system's choice. */
export async function startMirror({
  files = {},
  certificate,
}: MirrorOptions = {}): Promise<Mirror> {
  const contents = new Map(Object.entries(files))
  const behaviours = new Map<string | RegExp, readonly Behaviour[]>()
  const requests: SeenRequest[] = []

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const seen = readRequest(request)
    requests.push(seen)
    request.resume()
    let answer = await find(contents.get(seen.path))
    for (const [path, list] of behaviours) {
      if (!matches(seen.path, path)) continue
      for (const behaviour of list) answer = await behaviour(answer)
    }
    await send(response, answer, request.method === 'HEAD')
  }
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    // A client that leaves before the end is none of the mirror's business.
    handle(request, response).catch(() => response.destroy())
  }

  const server = certificate ? createTlsServer(certificate, listener) : createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const scheme = certificate ? 'https' : 'http'
  const close = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    otherUrl: `${scheme}://localhost:${port}`,
    port,
    requests,
    requestsFor: path => requests.filter(request => matches(request.path, path)),
    add: (path, content) => contents.set(path, content),
    behave: (path, ...list) => behaviours.set(path, list),
    clear: () => {
      requests.length = 0
      behaviours.clear()
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}

function readRequest(request: IncomingMessage): SeenRequest {
  const { method = '', url: target = '/', headers } = request
  const path = decodeURIComponent(new URL(target, 'http://mirror').pathname).slice(1)
  return { method, path, target, host: headers.host ?? '', headers }
}

function matches(path: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? path === wanted : wanted.test(path)
}

async function find(content: Content | undefined): Promise<Answer> {
  if (content === undefined) return plainAnswer(404, 'not found\n')
  return plainAnswer(200, typeof content === 'string' ? await readFile(content) : content)
}

const chunkBytes = 16_384

/** Sends an answer as its behaviours left it. */
export async function send(
  response: ServerResponse,
  answer: Answer,
  headOnly = false,
): Promise<void> {
  const { body, contentLength, sentBytes, end, pace, hold } = answer
  const step = pace === null ? body.length : chunkBytes
  const stops = hold === null ? [sentBytes] : [Math.min(hold.afterBytes, sentBytes), sentBytes]
  let offset = 0
  for (const stop of stops) {
    while (offset < stop) {
      if (offset === 0) writeHead(response, answer)
      const chunk = body.subarray(offset, Math.min(stop, offset + step))
      await pace?.(chunk.length)
      if (response.destroyed) return
      if (!headOnly && !response.write(chunk)) await once(response, 'drain')
      offset += chunk.length
    }
    if (hold !== null && stop === stops[0]) await hold.wait()
  }
  switch (end) {
    case 'complete':
      if (offset === 0) writeHead(response, answer)
      response.end()
      return
    case 'close':
      if (offset === 0) writeHead(response, answer)
      // Flushed and ended below HTTP: the server itself would not end a body short of its length.
      if (contentLength === null) response.end()
      else response.socket?.end()
      return
    case 'reset':
      response.socket?.resetAndDestroy()
      return
    case 'stall':
      return
  }
}

function writeHead(response: ServerResponse, { status, headers, contentLength }: Answer): void {
  if (contentLength === null) {
    response.useChunkedEncodingByDefault = false
    response.shouldKeepAlive = false
  } else {
    response.setHeader('content-length', contentLength)
  }
  response.writeHead(status, headers)
  response.flushHeaders()
}
