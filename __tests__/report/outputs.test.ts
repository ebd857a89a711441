import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import type { Distribution } from '../../src/domain/distribution.ts'
import { installationOf } from '../../src/install/tool-cache.ts'
import { defaultOf, outputsOf, type RequestResult, setOutputs } from '../../src/report/outputs.ts'
import { recordOfPython } from '../support/distributions.ts'
import { makeCommandFiles, readCommandFiles } from '../support/runner-files.ts'
import { temporaryFolder } from '../support/shared.ts'

const bytecode = { mode: 'timestamp', files: 1037, uncompilable: 2, seconds: 1.9 } as const
const outcome = {
  compiled: 1,
  unchanged: 0,
  busy: 0,
  uncompilable: 0,
  startedAtMs: 0,
  finishedAtMs: 1,
}
const compiled = { kind: 'compiled', outcome } as const

const answer = (
  request: string,
  parts: Partial<RequestResult> = {},
  of: Partial<Distribution> = {},
) => ({
  request,
  isDefault: false,
  installation: installationOf(recordOfPython('/tools/python', of)),
  source: 'cache' as const,
  compilation: { kind: 'unwanted' } as const,
  transferredBytes: null,
  spans: [],
  ...parts,
})
const prerelease = { phase: 'rc', number: 1 } as const

describe('the outputs', () => {
  it('are those of the default Python, and of all in the order of the requests', () => {
    const answers = [
      answer('3.13'),
      answer(
        '>=3.14',
        { isDefault: true, source: 'download' },
        {
          version: { major: 3, minor: 15, patch: 0, prerelease },
          variant: 'freethreaded',
        },
      ),
      answer('pypy', {}, { implementation: 'pypy', build: '7.3.23' }),
    ]
    const outputs = outputsOf(answers)
    expect(outputs).toMatchObject({
      'python-version': '3.15.0-rc.1t',
      'python-path': '/tools/python/bin/python',
      'python-cache-hit': 'false',
    })
    expect(JSON.parse(outputs['python-versions'] ?? '')).toEqual([
      '3.13.5',
      '3.15.0-rc.1t',
      'pypy3.13.5-7.3.23',
    ])
  })

  it('describe every installation', () => {
    const installation = { ...answer('').installation, bytecode }
    const { installations } = outputsOf([answer("3.13 'x'", { isDefault: true, installation })])
    expect(JSON.parse(installations ?? '')).toEqual([
      {
        request: "3.13 'x'",
        version: '3.13.5',
        build: '20250612',
        implementation: 'cpython',
        variant: 'default',
        path: '/tools/python',
        'python-path': '/tools/python/bin/python',
        source: 'cache',
        bytecode,
      },
    ])
  })

  it.each<readonly [string, readonly Partial<RequestResult>[]]>([
    ['true', [{}, {}]],
    ['true', [{ compilation: { kind: 'there-already' } }]],
    ['false', [{}, { source: 'download' }]],
    ['false', [{ source: 'tool-cache' }]],
    ['false', [{ compilation: compiled }]],
  ])('say that there was a cache hit: %s', (hit, parts) => {
    const answers = parts.map((part, index) => answer('3', { isDefault: index === 0, ...part }))
    expect(outputsOf(answers)['python-cache-hit']).toBe(hit)
  })

  it('need one default', () => {
    expect(() => defaultOf([answer('3')])).toThrow(RangeError)
    expect(() => outputsOf([])).toThrow(RangeError)
  })
})

describe('the runner', async () => {
  const folder = await temporaryFolder()
  afterEach(() => vi.unstubAllEnvs())
  afterAll(folder.remove)

  it('is handed the outputs, whatever is in them', async () => {
    const files = await makeCommandFiles(folder.path)
    vi.stubEnv('GITHUB_OUTPUT', files.GITHUB_OUTPUT)
    const outputs = { a: 'one\ntwo=3\nEOF', b: '["3.13"]', c: '' }
    setOutputs(outputs)
    expect((await readCommandFiles(files)).outputs).toEqual(outputs)
  })
})
