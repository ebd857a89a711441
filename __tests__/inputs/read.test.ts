import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { readInputs } from '../../src/inputs/read.ts'
import { projectFolder, temporaryFolder } from '../support/shared.ts'

type Variables = Readonly<Record<string, string>>

/** The inputs' defaults, as the runner takes them from action.yml. */
async function defaultInputs(): Promise<Variables> {
  const action = parseYaml(await readFile(path.join(projectFolder, 'action.yml'), 'utf8'))
  const inputs = Object.entries<{ default?: string }>(action.inputs)
  return Object.fromEntries(inputs.map(([name, input]) => [name, input.default ?? '']))
}

describe('the inputs', async () => {
  const folder = await temporaryFolder()
  const defaults: Variables = { ...(await defaultInputs()), token: 'github-token' }
  afterAll(folder.remove)

  const read = (inputs: Variables = {}, variables: Variables = {}) => {
    const given = Object.entries({ ...defaults, ...inputs }).map(([name, value]) => {
      return [`INPUT_${name.toUpperCase()}`, value]
    })
    return readInputs({ GITHUB_WORKSPACE: folder.path, ...Object.fromEntries(given), ...variables })
  }

  it('are complete and valid without any', async () => {
    const inputs = await read()
    expect(inputs).toEqual({
      requests: [expect.objectContaining({ text: 'default' })],
      defaultIndex: 0,
      notices: [],
      patience: { list: {}, download: {}, cache: {} },
      settings: expect.any(Array),
      bytecode: null,
      compileTimeoutMs: 60_000,
      cachePython: 'auto',
      checkLatest: false,
      reinstall: false,
      resolveOnly: false,
      lockFile: null,
      packageCache: null,
      isLocked: false,
      verifyAttestation: false,
      strategy: 'highest',
      mirror: null,
      astralMirror: null,
      pypyMirror: null,
      list: { url: expect.any(URL), authorization: null },
      ownList: false,
      token: 'github-token',
      updateEnvironment: true,
      addProblemMatchers: true,
      windowsRegistry: true,
      pipVersion: null,
      environment: null,
      cacheDependencyPath: [],
      cacheSuffix: '',
      jobSummary: 'auto',
    })
    expect(inputs.list.url.href).toMatch(/^https:.*\/download-metadata\.json$/)
    expect(Object.isFrozen(inputs)).toBe(true)
  })

  it.each<[Variables, Variables, object]>([
    [{ 'compile-bytecode': 'true' }, {}, { bytecode: 'timestamp' }],
    [{}, { UV_COMPILE_BYTECODE: '1' }, { bytecode: 'timestamp' }],
    [{}, { UV_COMPILE_BYTECODE: 'off' }, { bytecode: null }],
    [{ 'compile-bytecode': 'false' }, { UV_COMPILE_BYTECODE: '1' }, { bytecode: null }],
    [{ 'compile-bytecode': 'true' }, { UV_COMPILE_BYTECODE: '0' }, { bytecode: 'timestamp' }],
    [{ 'compile-bytecode': 'true' }, { SOURCE_DATE_EPOCH: '0' }, { bytecode: 'checked-hash' }],
    [{ 'compile-bytecode': 'true' }, { SOURCE_DATE_EPOCH: '' }, { bytecode: 'timestamp' }],
    [
      { 'compile-bytecode': 'true' },
      { PYC_INVALIDATION_MODE: 'UNCHECKED_HASH', SOURCE_DATE_EPOCH: '1' },
      { bytecode: 'unchecked-hash' },
    ],
    [
      { 'compile-bytecode': 'true', 'pyc-invalidation-mode': 'timestamp' },
      { PYC_INVALIDATION_MODE: 'nonsense', SOURCE_DATE_EPOCH: '1' },
      { bytecode: 'timestamp' },
    ],
    [{}, { PYC_INVALIDATION_MODE: 'nonsense' }, { bytecode: null }],
    [{}, { UV_COMPILE_BYTECODE_TIMEOUT: '5' }, { compileTimeoutMs: 5000 }],
    [{}, { UV_COMPILE_BYTECODE_TIMEOUT: '0' }, { compileTimeoutMs: 0 }],
    [{ 'cache-python': 'True' }, {}, { cachePython: 'true' }],
    [{ 'cache-python': '' }, {}, { cachePython: 'auto' }],
    [{ 'check-latest': '' }, {}, { checkLatest: false }],
    [{ 'update-environment': '' }, {}, { updateEnvironment: true }],
    [{ 'check-latest': 'true' }, {}, { checkLatest: true }],
    [{ reinstall: 'TRUE' }, {}, { reinstall: true }],
    [{ 'verify-attestation': 'true' }, {}, { verifyAttestation: true }],
    [{ 'resolution-strategy': 'lowest' }, {}, { strategy: 'lowest' }],
    [{ 'update-environment': 'false' }, {}, { updateEnvironment: false, windowsRegistry: false }],
    [{ 'update-environment': 'false', 'windows-registry': 'true' }, {}, { windowsRegistry: true }],
    [{}, {}, { windowsRegistry: true }],
    [{ 'windows-registry': 'false' }, {}, { windowsRegistry: false }],
    [{ 'add-problem-matchers': 'false' }, {}, { addProblemMatchers: false }],
    [{ 'job-summary': 'never' }, {}, { jobSummary: 'never' }],
    [{ 'pip-version': '25.1' }, {}, { pipVersion: '25.1' }],
    [{ 'pip-version': '25.*' }, {}, { pipVersion: '25.*' }],
    [{ libc: 'musl' }, { UV_LIBC: 'gnu' }, { requests: [{ libc: 'musl' }] }],
    [{}, { UV_LIBC: ' gnu ' }, { requests: [{ libc: 'gnu' }] }],
    [{ libc: 'auto' }, {}, { requests: [{ libc: null }] }],
    [{ architecture: 'arm64' }, {}, { requests: [{ architecture: { family: 'aarch64' } }] }],
    [
      { 'python-version': '3.13', freethreaded: 'true', 'allow-prereleases': 'true' },
      {},
      { requests: [{ variant: 'freethreaded', prereleases: 'fallback' }] },
    ],
    [{ 'python-version': '3.12\n3.13' }, {}, { requests: [{}, { text: '3.13' }], defaultIndex: 1 }],
    [{ token: '' }, {}, { token: '' }],
  ])('%j with the variables %j', async (inputs, variables, expected) => {
    expect(await read(inputs, variables)).toMatchObject(expected)
  })

  it.each([
    ['mirror', 'UV_PYTHON_INSTALL_MIRROR', 'mirror'],
    ['pypy-mirror', 'UV_PYPY_INSTALL_MIRROR', 'pypyMirror'],
  ] as const)('%s stands before %s', async (input, variable, field) => {
    const [a, b] = ['https://a.test/x/', 'https://b.test/x/']
    expect((await read({}, { [variable]: ` ${a}\n` }))[field]?.base.href).toBe(a)
    expect((await read({ [input]: b }, { [variable]: a }))[field]?.base.href).toBe(b)
    const local = await read({ [input]: 'mirror' })
    const base = pathToFileURL(path.join(folder.path, 'mirror/')).href
    expect(local[field]?.base.href).toBe(base)
  })

  it('take all of Astral from the place that UV_ASTRAL_MIRROR_URL names, unless there is a mirror', async () => {
    const UV_ASTRAL_MIRROR_URL = 'https://user:x@a.test/astral'
    const { mirror, astralMirror } = await read({}, { UV_ASTRAL_MIRROR_URL })
    const base = new URL('https://a.test/astral/')
    expect(astralMirror).toEqual({ base, authorization: 'Basic dXNlcjp4' })
    expect(mirror?.base.href).toBe(`${base}github/python-build-standalone/releases/download/`)
    const own = await read({ mirror: 'https://b.test/' }, { UV_ASTRAL_MIRROR_URL })
    expect(own.mirror?.base.href).toBe('https://b.test/')
  })

  it('pin builds by the variables of uv', async () => {
    const variables = { UV_PYTHON_CPYTHON_BUILD: '20250612', UV_PYTHON_PYPY_BUILD: '7.3.20' }
    const { requests } = await read({ 'python-version': '3.13\npypy\ngraalpy' }, variables)
    expect(requests.map(({ build }) => build)).toEqual(['20250612', '7.3.20', null])
  })

  it('give the mirror its token, and nothing else', async () => {
    const tokens = { 'mirror-token': 'mirror-token', mirror: 'https://a.test' }
    const inputs = await read({
      ...tokens,
      'pypy-mirror': 'https://b.test',
      'python-downloads-json-url': 'https://a.test/list.json',
    })
    expect(inputs.mirror?.authorization).toBe('Bearer mirror-token')
    expect(inputs.pypyMirror?.authorization).toBe(null)
    expect(inputs.list.authorization).toBe(null)
  })

  it('take another list from input, variable or file, and know that it is not the published one', async () => {
    const name = 'UV_PYTHON_DOWNLOADS_JSON_URL'
    const own = await read({}, { [name]: 'https://user:x@a.test/l.json' })
    expect(own).toMatchObject({ ownList: true, list: { authorization: 'Basic dXNlcjp4' } })
    expect(own.list.url.href).toBe('https://a.test/l.json')
    const file = await read({ 'python-downloads-json-url': 'l.json' }, { [name]: 'https://a.test' })
    expect(file.list.url).toEqual(pathToFileURL(path.join(folder.path, 'l.json')))
    expect(file.ownList).toBe(true)
  })

  it('take the requests of a version file', async () => {
    await writeFile(path.join(folder.path, 'versions'), '3.12\n3.11\n')
    const { requests } = await read({ 'python-version-file': 'versions' })
    expect(requests.map(({ text }) => text)).toEqual(['3.12', '3.11'])
  })

  it.each<[Variables, Variables, string]>([
    [{ 'compile-bytecode': 'yes' }, {}, 'The input compile-bytecode is "yes".'],
    [{}, { UV_COMPILE_BYTECODE: 'x' }, 'The variable UV_COMPILE_BYTECODE is "x".'],
    [
      { 'pyc-invalidation-mode': 'TIMESTAMP' },
      {},
      'The input pyc-invalidation-mode is "TIMESTAMP".',
    ],
    [
      { 'compile-bytecode': 'true' },
      { PYC_INVALIDATION_MODE: 'x' },
      'The variable PYC_INVALIDATION_MODE is "x".',
    ],
    ...['1.5', '-1', '1m', '1e3', '9'.repeat(7)].map(
      text =>
        [
          {},
          { UV_COMPILE_BYTECODE_TIMEOUT: text },
          `The variable UV_COMPILE_BYTECODE_TIMEOUT is "${text}".`,
        ] as [Variables, Variables, string],
    ),
    [{ 'cache-python': 'yes' }, {}, 'The input cache-python is "yes".'],
    [{ reinstall: '1' }, {}, 'The input reinstall is "1".'],
    [{ 'verify-attestation': 'x' }, {}, 'The input verify-attestation is "x".'],
    [{ freethreaded: 'x' }, {}, 'The input freethreaded is "x".'],
    [{ 'allow-prereleases': 'x' }, {}, 'The input allow-prereleases is "x".'],
    [{ 'update-environment': 'x' }, {}, 'The input update-environment is "x".'],
    [{ 'resolution-strategy': 'newest' }, {}, 'The input resolution-strategy is "newest".'],
    [{ 'job-summary': 'x' }, {}, 'The input job-summary is "x".'],
    [{ libc: 'glibc' }, {}, 'The libc (input or UV_LIBC) is "glibc".'],
    [{ mirror: 'ftp://a' }, {}, 'The mirror is "ftp://a".'],
    [{ mirror: 'https://a/?sig=word' }, {}, 'The mirror is "https://a/?sig=***".'],
    [{}, { https_proxy: 'socks5://u:word@a:1' }, 'The variable https_proxy is "***@a:1".'],
    [{}, { HTTP_PROXY: 'http://[' }, 'The variable HTTP_PROXY is "http://[".'],
    [{ 'pypy-mirror': 'ftp://a' }, {}, 'The pypy-mirror is "ftp://a".'],
    ...['ftp://a', '/mirror'].map(
      text =>
        [{}, { UV_ASTRAL_MIRROR_URL: text }, `The variable UV_ASTRAL_MIRROR_URL is "${text}".`] as [
          Variables,
          Variables,
          string,
        ],
    ),
    [{}, { UV_PYTHON_PYPY_BUILD: 'newest' }, 'The variable UV_PYTHON_PYPY_BUILD is "newest".'],
    [{ 'python-downloads-json-url': 'ftp://a' }, {}, 'The python-downloads-json-url is "ftp://a".'],
    ...['latest', '--index-url=x', '25.1 evil', '25.1;x', '1'.repeat(50)].map(
      text =>
        [{ 'pip-version': text }, {}, `The input pip-version is "${text}".`] as [
          Variables,
          Variables,
          string,
        ],
    ),
  ])('%j with the variables %j is an error', async (inputs, variables, message) => {
    await expect(read(inputs, variables)).rejects.toMatchObject({ code: 'INPUT_INVALID', message })
  })
})
