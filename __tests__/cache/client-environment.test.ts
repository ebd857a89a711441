import { expect, it } from 'vitest'
import { cacheEnvironment } from '../../src/cache/client-environment.ts'

it('passes on what the cache and its tar need, and nothing else', () => {
  const env = {
    PATH: '/usr/bin',
    ACTIONS_RUNTIME_TOKEN: 'token',
    https_proxy: 'http://proxy.example',
    LANG: 'de_DE.UTF-8',
    LC_ALL: undefined,
    path: '/not/this',
    GITHUB_WORKSPACE: '/workspace',
    RUNNER_TEMP: '/temp',
    RUNNER_DEBUG: '1',
    TAR_OPTIONS: '--verbose',
    INPUT_TOKEN: 'secret',
    NODE_OPTIONS: '--inspect',
  }
  expect(cacheEnvironment(env, { GITHUB_WORKSPACE: '/root' }, 'linux')).toEqual({
    PATH: '/usr/bin',
    ACTIONS_RUNTIME_TOKEN: 'token',
    https_proxy: 'http://proxy.example',
    LC_ALL: 'C.UTF-8',
    GITHUB_WORKSPACE: '/root',
  })
})

it('finds the variables of Windows however they are spelt', () => {
  const env = { Path: 'C:\\bin', SystemRoot: 'C:\\Windows', ProgramFiles: 'C:\\Program Files' }
  expect(cacheEnvironment(env, { RUNNER_TEMP: '..' }, 'win32')).toEqual({
    PATH: 'C:\\bin',
    SYSTEMROOT: 'C:\\Windows',
    PROGRAMFILES: 'C:\\Program Files',
    RUNNER_TEMP: '..',
  })
})
