import { describe, expect, it } from 'vitest'
import { type CacheChoice, decideCache } from '../../src/cache/policy.ts'
import type { Variables } from '../../src/io/process-environment.ts'

const hosted = {
  RUNNER_ENVIRONMENT: 'github-hosted',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_REF_TYPE: 'branch',
  GITHUB_SERVER_URL: 'https://github.com',
  ACTIONS_CACHE_SERVICE_V2: 'True',
  ACTIONS_RESULTS_URL: 'https://results.example/',
  ACTIONS_RUNTIME_TOKEN: 'token',
}
const selfHosted = { ...hosted, RUNNER_ENVIRONMENT: 'self-hosted' }
const tag = { ...hosted, GITHUB_REF_TYPE: 'tag' }
const run = (event: string) => ({ ...hosted, GITHUB_EVENT_NAME: event })
const server = { ...hosted, GITHUB_SERVER_URL: 'https://github.example' }
const forge = { ACTIONS_CACHE_URL: 'http://cache.example/', GITHUB_SERVER_URL: 'https://f.example' }
const serverWithCache = { ...server, ACTIONS_CACHE_URL: 'https://cache.example/' }

const emptyAtFirst = 'a GitHub-hosted runner starts with an empty tool cache'
const noService = 'this runner offers no cache service'
const noMode = 'ACTIONS_CACHE_MODE is none'

describe('decideCache', () => {
  it.each<[CacheChoice, string, Variables, boolean, string]>([
    ['auto', 'GitHub-hosted', hosted, true, emptyAtFirst],
    ['auto', 'a pull request', run('pull_request'), true, emptyAtFirst],
    ['auto', 'self-hosted', selfHosted, false, 'a self-hosted runner keeps its tool cache'],
    ['auto', 'an unknown runner', {}, false, noService],
    ['auto', 'a release', run('release'), false, 'runs for release do not use a shared cache'],
    [
      'auto',
      'a pull request with secrets',
      run('pull_request_target'),
      false,
      'runs for pull_request_target do not use a shared cache',
    ],
    [
      'auto',
      'a run after a run',
      run('workflow_run'),
      false,
      'runs for workflow_run do not use a shared cache',
    ],
    ['auto', 'a tag', tag, false, 'runs for a tag do not use a shared cache'],
    ['true', 'self-hosted', selfHosted, true, 'cache-python is true'],
    ['true', 'a release', run('release'), true, 'cache-python is true'],
    ['true', 'a tag', tag, true, 'cache-python is true'],
    ['true', 'no token', { ...hosted, ACTIONS_RUNTIME_TOKEN: '' }, false, noService],
    ['true', 'no address', { ...hosted, ACTIONS_RESULTS_URL: undefined }, false, noService],
    ['true', 'the first service', { ...hosted, ACTIONS_CACHE_SERVICE_V2: '' }, false, noService],
    ['true', 'Enterprise Server without', server, false, noService],
    ['true', 'Enterprise Server with', serverWithCache, true, 'cache-python is true'],
    ['true', 'a forge without tokens', forge, true, 'cache-python is true'],
    ['true', 'mode none', { ...hosted, ACTIONS_CACHE_MODE: ' None' }, false, noMode],
    ['true', 'mode read', { ...hosted, ACTIONS_CACHE_MODE: 'read' }, true, 'cache-python is true'],
    ['false', 'GitHub-hosted', hosted, false, 'cache-python is false'],
  ])('%s, %s', (choice, _name, env, enabled, reason) => {
    expect(decideCache(choice, env, { paysOff: true })).toEqual({ enabled, reason })
  })

  it.each([
    ['https://github.com', true],
    ['https://GITHUB.COM/', true],
    ['https://octo.ghe.com', true],
    ['http://github.localhost', true],
    [undefined, true],
    ['', true],
    ['https://github.com.example', false],
    ['nonsense', false],
  ])('with the server %s the second service is looked for: %s', (address, enabled) => {
    const env = { ...hosted, GITHUB_SERVER_URL: address }
    expect(decideCache('true', env, { paysOff: true }).enabled).toBe(enabled)
  })

  it('is off with auto where nothing is gained, but on where it is asked for', () => {
    const without = { paysOff: false }
    expect(decideCache('auto', hosted, without)).toEqual({
      enabled: false,
      reason: 'without compile-bytecode, installing is as fast as restoring',
    })
    expect(decideCache('true', hosted, without).enabled).toBe(true)
  })
})
