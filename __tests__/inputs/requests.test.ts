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

  it('are all understood, or the first that is not is an error with its line', async () => {
    await expect(read({ versions: '3.13\nlatest-ish\nnonsense' })).rejects.toMatchObject({
      code: 'REQUEST_INVALID',
      message: expect.stringContaining('line 2 of the input python-version'),
    })
  })

  it('are read with the options of the other inputs', async () => {
    const inputs = { file: '', workspace, options: { ...options, freethreaded: true } }
    const { requests } = await readRequests({ versions: '3.13', defaultFiles, ...inputs })
    expect(requests[0]?.variant).toBe('freethreaded')
  })
})
