import { get } from 'node:http'
import { HttpClient } from '@actions/http-client'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { makeCertificate } from './certificate.ts'
import { startMirror } from './mirror.ts'
import { startProxy } from './proxy.ts'

describe('a proxy', () => {
  afterEach(() => vi.unstubAllEnvs())

  it('tunnels to a server that fixtures in for a host', async () => {
    const certificate = makeCertificate(['github.com'])
    const files = { hello: Buffer.from('hi') }
    await using mirror = await startMirror({ files, certificate })
    await using proxy = await startProxy({ routes: { 'github.com:443': mirror.port } })
    vi.stubEnv('https_proxy', proxy.url)
    vi.stubEnv('no_proxy', '')

    const client = new HttpClient('test', [], { ignoreSslError: true, allowRetries: false })
    expect(await (await client.get('https://github.com/hello')).readBody()).toBe('hi')
    await expect(client.get('https://elsewhere.test/hello')).rejects.toThrow()
    expect(proxy.requests).toEqual(['CONNECT github.com:443', 'CONNECT elsewhere.test:443'])
  })

  it('forwards plain requests', async () => {
    await using mirror = await startMirror({ files: { hello: Buffer.from('hi') } })
    await using proxy = await startProxy()
    const status = await new Promise(resolve => {
      get(proxy.url, { path: `${mirror.url}/hello`, agent: false }, ({ statusCode }) =>
        resolve(statusCode),
      )
    })
    expect(status).toBe(200)
    expect(proxy.requests).toEqual([`GET ${mirror.url}/hello`])
    expect(mirror.requests.length).toBe(1)
  })
})
