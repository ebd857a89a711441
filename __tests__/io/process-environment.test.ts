import { expect, it } from 'vitest'
import { childEnvironment, plainLanguage } from '../../src/io/process-environment.ts'

it.each([
  ['linux', 'C.UTF-8'],
  ['darwin', 'en_US.UTF-8'],
] as const)(
  'passes on what is needed, as it is spelled, in one language (%s)',
  (platform, language) => {
    const env = {
      PATH: '/bin',
      HOME: '/home/me',
      TMPDIR: '/var/tmp',
      RUNNER_TRACKING_ID: 'github_1',
    }
    const others = { path: '/other', UNSET: undefined }
    const german = { LANG: 'de_DE.UTF-8', LANGUAGE: 'de', LC_ALL: 'de_DE', LC_MESSAGES: 'de_DE' }
    const expected = { ...env, LC_ALL: language }
    expect(childEnvironment({ ...env, ...others, ...german }, platform)).toEqual(expected)
  },
)

it('asks for no case on Windows, and keeps it', () => {
  const env = { Path: 'C:\\bin', SystemRoot: 'C:\\Windows', windir: 'C:\\Windows', temp: 'C:\\t' }
  expect(childEnvironment(env, 'win32')).toEqual(env)
  expect(childEnvironment({ ...env, lc_all: 'C', ComSpec: 'cmd' }, 'win32')).toMatchObject({
    ComSpec: 'cmd',
  })
  expect(childEnvironment(env, 'linux')).toEqual(plainLanguage('linux'))
})

it.each(['linux', 'darwin', 'win32'] as const)(
  'keeps everything else from a child (%s)',
  platform => {
    const names = [
      ...['PYTHONPATH', 'PYTHONHOME', 'PYTHONOPTIMIZE', 'PYTHONPYCACHEPREFIX', 'PYTHONMALLOC'],
      ...['PIP_INDEX_URL', 'VIRTUAL_ENV', 'LD_PRELOAD', 'LD_LIBRARY_PATH', 'DYLD_INSERT_LIBRARIES'],
      ...['INPUT_TOKEN', 'INPUT_MIRROR-TOKEN', 'GITHUB_TOKEN', 'GH_TOKEN', 'NODE_OPTIONS'],
      ...['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'],
      ...['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH', 'SOURCE_DATE_EPOCH', 'BASH_ENV', 'ENV'],
    ]
    const env = Object.fromEntries(names.map(name => [name, 'x']))
    expect(childEnvironment(env, platform)).toEqual(plainLanguage(platform))
  },
)
