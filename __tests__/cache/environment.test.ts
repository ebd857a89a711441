import { expect, it } from 'vitest'
import { threadEnvironment } from '../../src/cache/environment.ts'

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
  expect(threadEnvironment(env, { root: '/root', temp: '/made' }, 'linux')).toEqual({
    PATH: '/usr/bin',
    ACTIONS_RUNTIME_TOKEN: 'token',
    https_proxy: 'http://proxy.example',
    LC_ALL: 'C.UTF-8',
    GITHUB_WORKSPACE: '/root',
    RUNNER_TEMP: '/made',
  })
})

it('finds the variables of Windows however they are spelt', () => {
  const env = { Path: 'C:\\bin', SystemRoot: 'C:\\Windows', ProgramFiles: 'C:\\Program Files' }
  expect(threadEnvironment(env, { root: 'D:\\root', temp: 'D:\\made' }, 'win32')).toEqual({
    PATH: 'C:\\bin',
    SYSTEMROOT: 'C:\\Windows',
    PROGRAMFILES: 'C:\\Program Files',
    GITHUB_WORKSPACE: 'D:\\root',
    RUNNER_TEMP: 'D:\\made',
  })
})
