import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { buffer, json } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { type Answer, type Behaviour, plainAnswer } from './behaviours.ts'
import { blobAnswer, jsonAnswer, withFaults } from './cache-answers.ts'
import { makeCertificate } from './certificate.ts'
import { send } from './mirror.ts'
import { startProxy } from './proxy.ts'
import { temporaryFolder } from './shared.ts'

/** What the service can be asked for, and can misbehave in. */
export type Endpoint =
  | 'CreateCacheEntry'
  | 'FinalizeCacheEntryUpload'
  | 'GetCacheEntryDownloadURL'
  | 'upload'
  | 'download'

/** An entry of the cache. */
export interface CacheEntry {
  readonly id: number
  readonly key: string
  readonly version: string
  /** The blob on disk: tests may look into it, or spoil it. */
  readonly file: string
  /** `false`: reserved, its upload not yet finished. */
  readonly finalized: boolean
}

/** A request that came in. */
export interface CacheRequest {
  readonly endpoint: Endpoint
  readonly method: string
  /** The key that was asked for; blobs are asked for without. */
  readonly key: string | null
}

/** A stand-in for GitHub's cache service that the unmodified @actions/cache talks to. */
export interface CacheService extends AsyncDisposable {
  readonly url: string
  /** What a job needs to find the service. */
  readonly environment: Readonly<Record<string, string>>
  /** All requests, oldest first. */
  readonly requests: readonly CacheRequest[]
  /** All entries, oldest first. */
  entries(): readonly CacheEntry[]
  /** Forgets entries whose key starts like this; all without a prefix. */
  drop(prefix?: string): void
  /** What the jobs' token allows from now on: `read` for forks, `none` where a policy forbids all. */
  allow(access: 'read-write' | 'read' | 'none'): void
  /** Sets how answers of one endpoint behave, in place of what was set before. */
  behave(endpoint: Endpoint, ...behaviours: readonly Behaviour[]): void
  /** Forgets requests and behaviours; the entries stay. */
  clear(): void
  close(): Promise<void>
}

interface Stored extends CacheEntry {
  readonly blob: string
}

/**
 * Where a job fetches entries: `plain`, from the service itself; `azure`, from a host of the name that
 * GitHub's have, for which @actions/cache has another client. A proxy leads there.
 */
export type Road = 'plain' | 'azure'

export interface CacheServiceOptions {
  readonly road?: Road
  /** 1: as other forges and GitHub Enterprise Server speak; ours asks for no token then. */
  readonly protocol?: 1 | 2
}

const azureHost = 'entries.blob.core.windows.net'

/** Starts an empty cache; its blobs lie in a temporary folder and go with it. */
export async function startCacheService({
  road = 'plain',
  protocol = 2,
}: CacheServiceOptions = {}): Promise<CacheService> {
  const folder = await temporaryFolder('cache-service')
  const token = randomUUID()
  const requests: CacheRequest[] = []
  const behaviours = new Map<Endpoint, readonly Behaviour[]>()
  let stored: readonly Stored[] = []
  let access: Parameters<CacheService['allow']>[0] = 'read-write'
  let lastId = 0
  let url = ''

  const blobUrl = ({ blob }: Stored) => {
    const base = road === 'azure' ? `https://${azureHost}` : `${url}/devstoreaccount1`
    return `${base}/actions-cache/${blob}?sig=${blob}`
  }
  const find = (key: string, version: string) =>
    stored.find(entry => entry.key === key && entry.version === version)

  /** Keys in their order; of each the exact entry, else the newest that starts like it. */
  const lookUp = (keys: readonly string[], version: string) => {
    const newestFirst = stored
      .filter(entry => entry.finalized && entry.version === version)
      .toReversed()
    for (const key of keys) {
      const exact = newestFirst.find(entry => entry.key === key)
      const match = exact ?? newestFirst.find(entry => entry.key.startsWith(key))
      if (match !== undefined) return match
    }
    return null
  }

  const reserve = (key: string, version: string): Stored => {
    const blob = randomUUID()
    const file = `${folder.path}/${blob}`
    const entry = { id: ++lastId, key, version, file, finalized: false, blob }
    stored = [...stored, entry]
    return entry
  }
  const finalize = (entry: Stored) => {
    stored = [...stored.filter(other => other !== entry), { ...entry, finalized: true }]
  }

  /** The first protocol: `GET cache`, `POST caches`, `PATCH caches/ID` and `POST caches/ID`. */
  const performFirst = async (request: IncomingMessage, target: URL): Promise<Answer> => {
    const entry = stored.find(({ id }) => target.pathname === `${firstPath}caches/${id}`)
    if (request.method === 'PATCH' && entry !== undefined) {
      const start = Number(/^bytes (\d+)-/.exec(request.headers['content-range'] ?? '')?.[1])
      await pipeline(
        request,
        createWriteStream(entry.file, { flags: start > 0 ? 'r+' : 'w', start }),
      )
      return plainAnswer(204, '')
    }
    if (request.method === 'POST') {
      const { key, version } = (await json(request)) as Message
      if (entry !== undefined) finalize(entry)
      if (entry !== undefined) return plainAnswer(204, '')
      if (find(key, version)) return jsonAnswer({ message: `${key} exists already` }, 409)
      return jsonAnswer({ cacheId: reserve(key, version).id })
    }
    const keys = target.searchParams.get('keys')?.split(',') ?? []
    const found = lookUp(keys, target.searchParams.get('version') ?? '')
    if (found === null) return plainAnswer(204, '')
    return jsonAnswer({ cacheKey: found.key, archiveLocation: blobUrl(found) })
  }

  const perform = (endpoint: Endpoint, message: Message): Answer => {
    const { key, version } = message
    switch (endpoint) {
      case 'CreateCacheEntry': {
        if (access !== 'read-write')
          return jsonAnswer({ ok: false, message: `cache write denied: ${key}` })
        if (find(key, version)) return twirpError(409, 'already_exists', `${key} exists already`)
        return jsonAnswer({ ok: true, signed_upload_url: blobUrl(reserve(key, version)) })
      }
      case 'FinalizeCacheEntryUpload': {
        const entry = find(key, version)
        if (entry === undefined) return twirpError(404, 'not_found', `${key} was not reserved`)
        finalize(entry)
        return jsonAnswer({ ok: true, entry_id: String(entry.id) })
      }
      case 'GetCacheEntryDownloadURL': {
        if (access === 'none')
          return twirpError(403, 'permission_denied', 'cache read denied: no scopes')
        const entry = lookUp([key, ...(message.restore_keys ?? [])], version)
        if (entry === null) return jsonAnswer({ ok: false })
        return jsonAnswer({ ok: true, signed_download_url: blobUrl(entry), matched_key: entry.key })
      }
      case 'upload':
      case 'download':
        throw new Error(`${endpoint} is not called by name`)
    }
  }

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const target = new URL(request.url ?? '/', url)
    const list = (endpoint: Endpoint) => behaviours.get(endpoint) ?? []
    const method = request.method ?? ''

    if (target.pathname.startsWith(twirpPath)) {
      const endpoint = target.pathname.slice(twirpPath.length) as Endpoint
      const message = (await json(request)) as Message
      requests.push({ endpoint, method, key: message.key })
      const authorized = request.headers.authorization === `Bearer ${token}`
      return send(
        response,
        authorized
          ? await withFaults(list(endpoint), async () => perform(endpoint, message))
          : twirpError(401, 'unauthenticated', 'not a token of this service'),
      )
    }

    if (target.pathname.startsWith(firstPath)) {
      return send(response, await performFirst(request, target))
    }

    const blob = target.searchParams.get('sig') ?? ''
    const entry = stored.find(each => each.blob === blob && target.pathname.endsWith(blob))
    const endpoint = method === 'PUT' ? 'upload' : 'download'
    requests.push({ endpoint, method, key: entry?.key ?? null })
    if (entry === undefined) return send(response, plainAnswer(403, 'signature does not match\n'))
    if (method === 'PUT') {
      const answer = await withFaults(list('upload'), async () => {
        // Of more than 128 MiB: no Python of a test comes to that.
        if (target.searchParams.has('comp')) return plainAnswer(501, 'knows no blocks\n')
        await pipeline(request, createWriteStream(entry.file))
        return plainAnswer(201, '')
      })
      // What a fault left unread would keep the client from reading the answer.
      if (answer.end === 'complete') await buffer(request)
      return send(response, answer)
    }
    let answer = blobAnswer(request, await readFile(entry.file))
    for (const behaviour of list('download')) answer = await behaviour(answer)
    return send(response, answer, method === 'HEAD')
  }
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    handle(request, response).catch(() => response.destroy())
  }

  const server = createServer(listener)
  const certificate = makeCertificate([azureHost])
  // The client may come back on the same connection after 12 s.
  const tlsServer = createTlsServer({ ...certificate, keepAliveTimeout: 60_000 }, listener)
  const portOf = async (each: typeof server | typeof tlsServer) => {
    each.listen(0, '127.0.0.1')
    await once(each, 'listening')
    return (each.address() as AddressInfo).port
  }
  url = `http://127.0.0.1:${await portOf(server)}`
  const routes = { [`${azureHost}:443`]: await portOf(tlsServer) }
  const proxy = await startProxy({ routes })
  const authority = `${folder.path}/authority.pem`
  await writeFile(authority, certificate.cert)

  const close = async () => {
    await proxy.close()
    for (const each of [server, tlsServer]) {
      each.closeAllConnections()
      each.close()
      await once(each, 'close')
    }
    await folder.remove()
  }
  return {
    url,
    environment: {
      ...(protocol === 1
        ? { ACTIONS_CACHE_URL: `${url}/`, GITHUB_SERVER_URL: 'https://forge.example' }
        : {
            ACTIONS_CACHE_SERVICE_V2: 'true',
            ACTIONS_RESULTS_URL: `${url}/`,
            ACTIONS_RUNTIME_TOKEN: token,
          }),
      ...(road === 'azure' ? { https_proxy: proxy.url, NODE_EXTRA_CA_CERTS: authority } : {}),
    },
    requests,
    entries: () => stored,
    drop: (prefix = '') => {
      stored = stored.filter(entry => !entry.key.startsWith(prefix))
    },
    allow: allowed => {
      access = allowed
    },
    behave: (endpoint, ...faults) => behaviours.set(endpoint, faults),
    clear: () => {
      requests.length = 0
      behaviours.clear()
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}

const firstPath = '/_apis/artifactcache/'
const twirpPath = '/twirp/github.actions.results.api.v1.CacheService/'

interface Message {
  readonly key: string
  readonly version: string
  readonly restore_keys?: readonly string[]
}

/** An error in the form that Twirp gives it: `behave('CreateCacheEntry', () => twirpError(…))`. */
export function twirpError(status: number, code: string, msg: string): Answer {
  return plainAnswer(status, JSON.stringify({ code, msg }), { 'content-type': 'application/json' })
}
