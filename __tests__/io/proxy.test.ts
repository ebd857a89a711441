import { describe, expect, it } from 'vitest'
import { goesDirectly, parseProxy, proxyFor } from '../../src/io/proxy.ts'

describe('the proxy', () => {
  const http = new URL('http://mirror.test/list')
  const https = new URL('https://mirror.test/list')

  it.each([
    [{}, null, null],
    [{ http_proxy: 'http://a:1', https_proxy: 'http://b:2' }, 'http://a:1/', 'http://b:2/'],
    [{ HTTP_PROXY: 'http://a:1' }, 'http://a:1/', null],
    [{ HTTP_PROXY: 'http://a:1', http_proxy: 'http://b:2' }, 'http://b:2/', null],
    [{ HTTPS_PROXY: 'https://a', https_proxy: ' ' }, null, 'https://a/'],
    [{ https_proxy: 'a.test:3128' }, null, 'http://a.test:3128/'],
    [{ https_proxy: 'http://a', no_proxy: 'mirror.test' }, null, null],
    [{ https_proxy: 'http://a', NO_PROXY: 'other.test' }, null, 'http://a/'],
  ])('with %j is %s for http and %s for https', (env, forHttp, forHttps) => {
    expect(proxyFor(http, env)?.href ?? null).toBe(forHttp)
    expect(proxyFor(https, env)?.href ?? null).toBe(forHttps)
  })

  it.each(['socks5://a:1', 'http://', 'http://[', 'a b', '://a'])('is not %j', text => {
    expect(parseProxy(text)).toBe(null)
  })
})

describe('no_proxy', () => {
  it.each([
    ['a.test', '*', true],
    ['a.test', 'b.test, A.Test', true],
    ['a.test', 'b.test a.test', true],
    ['x.a.test', 'a.test', true],
    ['x.a.test', '.a.test', true],
    ['x.a.test', '*.a.test', true],
    ['a.test', '*.a.test', true],
    ['ba.test', 'a.test', false],
    ['a.test', 'x.a.test', false],
    ['a.test', 'a.test:80', true],
    ['a.test', 'a.test:8080', false],
    ['a.test:8080', '.test:8080', true],
    ['a.test', '', false],
    ['a.test', ',.,*.,', false],
    ['10.1.2.3', '10.0.0.0/8', true],
    ['10.1.2.3', '10.1.2.3', true],
    ['11.1.2.3', '10.0.0.0/8', false],
    ['10.1.2.3', '10.0.0.0/99', false],
    ['10.a.test', '10.0.0.0/8', false],
    ['[fd00::1]', 'fd00::/8', true],
    ['[fd00::1]', '[fd00::1]', true],
    ['[fe80::1]', 'fd00::/8', false],
    ['[fd00::1]', 'FD00:0:0::0001', true],
    ['[fd00::1]', '[fd00:0::1]:80', true],
    ['[fd00::1]', '[fd00:0::1]:8080', false],
    ['[fd00::1]', 'fd00::2', false],
    ['a.test.', 'a.test', true],
    ['x.a.test', '.a.test.', true],
    ['localhost', '', true],
    ['127.0.0.5', '', true],
    ['[::1]', '', true],
  ])('for %s, %j: %s', (host, list, expected) => {
    expect(goesDirectly(new URL(`http://${host}/`), list)).toBe(expected)
  })
})
