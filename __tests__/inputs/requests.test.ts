import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { type RequestInputs, readRequests } from '../../src/inputs/requests.ts'
import { temporaryFolder } from '../support/shared.ts'

const defaultFiles = ['.python-version']
const options = { freethreaded: false, allowPrereleases: false, architecture: null, libc: null }

describe('the requests', async () => {
  const folder = await temporaryFolder()
  let workspace = ''
  const read = async (inputs: Partial<RequestInputs>) => {
    const result = await readRequests({
      versions: '',
      file: '',
      workspace,
      defaultFiles,
      options,
      ...inputs,
    })
    const asked = result.requests.map(({ text, origin }) => [text, origin])
    return { asked, defaultIndex: result.defaultIndex }
  }
  const write = (name: string, text: string) => writeFile(path.join(workspace, name), text)

  let count = 0
  beforeEach(async () => {
    workspace = path.join(folder.path, String(count++))
    await mkdir(workspace)
  })
  afterAll(folder.remove)

  it('are the lines of the input, the last of which is the default', async () => {
    const versions = '3.11\r\n\n  3.12  # comment\n# 3.9\n>=3.9, <3.14\r3.13'
    const line = (number: number) => ({ kind: 'input', name: 'python-version', line: number })
    expect(await read({ versions })).toEqual({
      asked: [
        ['3.11', line(1)],
        ['3.12', line(3)],
        ['>=3.9, <3.14', line(5)],
        ['3.13', line(6)],
      ],
      defaultIndex: 3,
    })
  })

  it('are those of the input, even where there are files', async () => {
    await write('.python-version', '3.9')
    const { asked } = await read({ versions: '3.11', file: '.python-version' })
    expect(asked.map(([text]) => text)).toEqual(['3.11'])
  })

  it('are the entries of the file, the first of which is the default', async () => {
    await write('versions', '3.12\n3.11\n')
    const entry = (line: number) => ({ kind: 'file', path: 'versions', line })
    expect(await read({ file: 'versions' })).toEqual({
      asked: [
        ['3.12', entry(1)],
        ['3.11', entry(2)],
      ],
      defaultIndex: 0,
    })
  })

  it('are those of the file, named by where it lies', async () => {
    await mkdir(path.join(workspace, 'sub'))
    await write('sub/.python-version', '3.12')
    for (const file of ['sub/.python-version', path.join(workspace, 'sub/.python-version')]) {
      const { asked } = await read({ file })
      expect(asked[0]?.[1]).toMatchObject({ path: path.join('sub', '.python-version') })
    }
  })

  it('are those of the workspace’s .python-version where no input says anything', async () => {
    await write('.python-version', '3.12\n3.11\n')
    const { asked, defaultIndex } = await read({ versions: ' \n# nothing\n' })
    expect(asked.map(([text]) => text)).toEqual(['3.12', '3.11'])
    expect(defaultIndex).toBe(0)
  })

  it('are for the newest stable Python where nothing says anything', async () => {
    expect(await read({})).toEqual({
      asked: ['default'].map(text => [text, { kind: text }]),
      defaultIndex: 0,
    })
  })

  it('cannot come from a file that is missing', async () => {
    await write('.python-version', '3.12')
    await expect(read({ file: 'missing.toml' })).rejects.toMatchObject({
      code: 'VERSION_FILE_INVALID',
    })
  })

  it('are not those of a file, where both are given: a notice says so', async () => {
    const inputs = { versions: '3.11', file: 'pyproject.toml', workspace, defaultFiles, options }
    const { notices } = await readRequests(inputs)
    expect(notices).toEqual(['python-version is given, so pyproject.toml is not read.'])
  })

  it.each([
    [
      '3.12\n3.11',
      ['versions names several versions: the first, 3.12, becomes `python`, not the last.'],
    ],
    ['3.12\n3.11\n3.12', []],
    ['3.12', []],
  ])('of a file with %j have the notices %j', async (text, expected) => {
    await write('versions', text)
    const inputs = { versions: '', file: 'versions', workspace, defaultFiles, options }
    expect((await readRequests(inputs)).notices).toEqual(expected)
  })

  it('are all understood, or those that are not are one error', async () => {
    const bad = read({ versions: '3.13\nlatest-ish\n3.12\n3.1\nnonsense' })
    const line = (number: number) => `(line ${number} of the input python-version).`
    await expect(bad).rejects.toMatchObject({
      code: 'REQUEST_INVALID',
      message: `'latest-ish' is not a Python version ${line(2)} There is no Python '3.1' to install ${line(4)} 'nonsense' is not a Python version ${line(5)}`,
      hint: expect.stringMatching(
        /^Write one [^.]*version (?!.*Write one).* did you mean '3.10'\?$/,
      ),
    })
    const many = Array.from({ length: 30 }, (_, i) => `x${i}`).join('\n')
    await expect(read({ versions: many })).rejects.toThrow(/'x7' is not .*\. And 22 more\.$/)
  })

  it('are a hundred at most', async () => {
    await write('versions', '3.13\n'.repeat(100))
    expect((await read({ file: 'versions' })).asked.length).toBe(100)
    await write('versions', '3.13\n'.repeat(100_000))
    await expect(read({ file: 'versions' })).rejects.toMatchObject({
      code: 'REQUEST_INVALID',
      message: '100000 versions are requested, and at most 100 are possible (versions, line 101).',
    })
  })

  it('are read with the options of the other inputs', async () => {
    const inputs = { file: '', workspace, options: { ...options, freethreaded: true } }
    const { requests } = await readRequests({ versions: '3.13', defaultFiles, ...inputs })
    expect(requests[0]?.variant).toBe('freethreaded')
  })
})
