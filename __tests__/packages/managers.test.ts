import { describe, expect, it } from 'vitest'
import { type PipenvFacts, pipenvFolder } from '../../src/packages/pipenv.ts'
import { poetryFolder, readPoetryConfiguration } from '../../src/packages/poetry.ts'

describe("pipenv's folder", () => {
  const facts: PipenvFacts = {
    env: {},
    home: '/home/me',
    project: { folder: '/work', hasVenv: false },
    platform: 'linux',
  }
  const inWork = { folder: '/work', hasVenv: true }
  it.each<[string, Partial<PipenvFacts>]>([
    ['/home/me/.local/share/virtualenvs', {}],
    ['/data/virtualenvs', { env: { XDG_DATA_HOME: '/data' } }],
    ['/envs', { env: { WORKON_HOME: '/envs' } }],
    ['/home/me/envs', { env: { WORKON_HOME: '~/envs' } }],
    ['/work/envs', { env: { WORKON_HOME: 'envs' } }],
    ['/work/.venv', { env: { PIPENV_VENV_IN_PROJECT: '1', WORKON_HOME: '/envs' } }],
    ['/work/.venv', { project: inWork }],
    [
      '/home/me/.local/share/virtualenvs',
      { project: inWork, env: { PIPENV_VENV_IN_PROJECT: '0' } },
    ],
    ['C:\\me\\.virtualenvs', { platform: 'win32', home: 'C:\\me' }],
  ])('is %s', (folder, changed) => {
    expect(pipenvFolder({ ...facts, ...changed })).toBe(folder)
  })
})

describe("poetry's configuration", () => {
  const list = (inProject: string, create = 'true') => `cache-dir = "/home/me/.cache/pypoetry"
virtualenvs.create = ${create}
virtualenvs.in-project = ${inProject}
virtualenvs.options.always-copy = false
virtualenvs.path = "{cache-dir}/virtualenvs"  # /home/me/.cache/pypoetry/virtualenvs
`
  const project = { folder: '/work', hasVenv: false }
  it.each<[string | null, string, { readonly folder: string; readonly hasVenv: boolean }]>([
    ['/home/me/.cache/pypoetry/virtualenvs', list('null'), project],
    ['/work/.venv', list('null'), { ...project, hasVenv: true }],
    ['/work/.venv', list('true'), project],
    ['/home/me/.cache/pypoetry/virtualenvs', list('false'), { ...project, hasVenv: true }],
    [null, list('null', 'false'), project],
    ['/envs', 'virtualenvs.path = "/envs"\r\n', project],
    [null, 'virtualenvs.path = "{cache-dir}/virtualenvs"\n', project],
    [null, 'something else', project],
  ])('leads to %s', (folder, text, project) => {
    expect(poetryFolder(readPoetryConfiguration(text), project)).toBe(folder)
  })
})
