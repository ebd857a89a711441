import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { explainOldNode } from '../../src/domain/node-version.ts'
import { status } from '../support/behaviours.ts'
import { type RunnerFixture, requestFor, startRunnerFixture } from '../support/runner-fixture.ts'
import { projectFolder } from '../support/shared.ts'

// What a stranger does wrong first, and what the action says to that.

const action = join(projectFolder, 'dist', 'index.js')
const windows = process.platform === 'win32'
const run = promisify(execFile)

let runner: RunnerFixture
beforeAll(async () => {
  runner = await startRunnerFixture()
})
afterAll(() => runner.close())

/** The Nodes of this machine besides our own, with what each says of itself. */
async function oldNodes() {
  const folders = (process.env.PATH ?? '').split(':').filter(folder => !folder.includes('modules'))
  const found = folders.map(async folder => {
    const node = join(folder, 'node')
    const { stdout } = await run(node, ['-p', 'process.versions.node']).catch(() => ({
      stdout: '',
    }))
    return { node, version: stdout.trim() }
  })
  const nodes = await Promise.all(found)
  return nodes.filter(({ version }) => version !== '' && explainOldNode(version) !== null)
}

describe('an old Node.js', () => {
  const whatItSays = (version: string) => {
    return `::error title=NODE_TOO_OLD::${explainOldNode(version)}\n`
  }

  it('that pretends to be old gets one line, and nothing else happens', async () => {
    const pretend = `Object.defineProperty(process, "versions", { value: { node: "16.20.2" } })`
    const flags = ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`]
    const job = run(process.execPath, [...flags, action], { env: {} })
    await expect(job).rejects.toMatchObject({ code: 1, stdout: whatItSays('16.20.2'), stderr: '' })
  })

  it('of this machine is told so, too', async ({ skip }) => {
    const nodes = windows ? [] : await oldNodes()
    if (nodes.length === 0) skip('this machine has none')
    for (const { node, version } of nodes) {
      const job = run(node, [action], { env: {} })
      await expect(job).rejects.toMatchObject({ code: 1, stdout: whatItSays(version), stderr: '' })
    }
  })
})

describe('the inputs', () => {
  it.concurrent.each<readonly [Readonly<Record<string, string>>, string]>([
    [
      { python_version: '3.13' },
      "There is no input 'python_version'. Did you mean 'python-version'? [INPUT_INVALID]",
    ],
    [
      { 'python-version': '3.13', compile_bytecode: 'true' },
      "There is no input 'compile_bytecode'. Did you mean 'compile-bytecode'? [INPUT_INVALID]",
    ],
    [
      { 'python-version': '3.11 3.13' },
      "'3.11 3.13' names several versions on one line (line 1 of the input python-version). Write each version on its own line, below `python-version: |`. [REQUEST_INVALID]",
    ],
    [
      { 'python-version': '["3.11","3.13"]' },
      `'["3.11","3.13"]' names several versions on one line (line 1 of the input python-version). Write each version on its own line, below \`python-version: |\`. [REQUEST_INVALID]`,
    ],
    [
      { 'python-version': 'newest\n3.13, 3.11\n3.1' },
      "'newest' is not a Python version (line 1 of the input python-version). '3.13, 3.11' names several versions on one line (line 2 of the input python-version). There is no Python '3.1' to install (line 3 of the input python-version). Write one version or range a line, such as '3.13', '3.13.5', '3.x', '>=3.10,<3.14', '3.13t', '3.15-dev', 'pypy3.11', 'graalpy-25' or 'cpython-3.13-linux-x86_64-musl'. Write each version on its own line, below `python-version: |`. YAML reads an unquoted 3.10 as the number 3.1, so quote versions: did you mean '3.10'? [REQUEST_INVALID]",
    ],
  ])('%j', async (inputs, message) => {
    const job = await (await runner.machine()).run(inputs)
    expect(job.annotations.map(({ level, message }) => [level, message])).toEqual([
      ['error', message],
    ])
    expect(job.exitCode).toBe(1)
    expect(job.text).not.toContain('caused by')
  })

  it('that are good, but not what setup-python makes of them, are a notice each', async () => {
    const machine = await runner.machine()
    const [, { entry }] = runner.builds
    const range = `~=${entry.major}.${entry.minor - 1}`
    const inputs = { 'python-version': range, 'python-version-file': '.python-version' }
    const job = await machine.run({ ...inputs, 'pip-install': '-r requirements.txt' })
    expect(job.exitCode).toBe(0)
    expect(job.annotations.map(({ level, message }) => [level, message])).toEqual([
      ['notice', expect.stringContaining('The input pip-install of setup-python')],
      ['notice', 'python-version is given, so .python-version is not read.'],
      ['notice', expect.stringContaining(`'${range}' matches every 3.x from`)],
    ])
  })
})

describe('a download', () => {
  const missing =
    'copy its archive to your mirror, point python-downloads-json-url at a list of what the mirror has, or request another version. [DOWNLOAD_FAILED]'
  const refused =
    'The server refuses access. For your own mirror, check mirror-token; otherwise, check the proxy of this runner. [DOWNLOAD_FAILED]'

  it.concurrent.each([
    ['a mirror without the build', () => `${runner.mirror.url}/nowhere`, 'HTTP 404. ', missing],
    ['a mirror that wants a token', () => `${runner.mirror.url}/locked`, 'HTTP 403. ', refused],
    ['a folder that is not there', () => 'no/mirror', 'there is no folder ', missing],
    [
      'a mirror without https://',
      () => 'mirror.example.com/python',
      'mirror.example.com; if mirror.example.com is a server, write https:// before it. ',
      missing,
    ],
  ])('from %s', async (_, mirror, found, hint) => {
    const [older] = runner.builds
    runner.mirror.behave(/^locked/, status(403))
    const machine = await runner.machine()
    const job = await machine.run({ mirror: mirror(), 'python-version': requestFor(older) })
    expect(job.annotations.map(({ message }) => message)).toEqual([
      expect.stringContaining(`The archive of ${older.key} could not be downloaded: `),
    ])
    expect(job.annotations[0]?.message).toContain(found)
    expect(job.annotations[0]?.message).toContain(hint)
    expect(job.text).not.toContain('caused by')
  })
})

it('counts what it cannot use of a list, and names twenty entries', async () => {
  const machine = await runner.machine()
  const [, { key, entry }] = runner.builds
  const unusable = Array.from({ length: 1_500 }, (_, i) => [`x${i}`, { ...entry, url: 'x' }])
  const list = JSON.stringify(Object.fromEntries([...unusable, [key, entry]]))
  await mkdir(machine.workspace, { recursive: true })
  await writeFile(join(machine.workspace, 'list.json'), list)
  const job = await machine.run({
    'python-version': `${entry.major}.${entry.minor}`,
    'python-downloads-json-url': 'list.json',
    'resolve-only': 'true',
  })
  expect(job.exitCode).toBe(0)
  const skipped = job.debug.slice(
    job.debug.indexOf('1,500 entries of the list skipped, the first 20:'),
  )
  expect(skipped).toHaveLength(21)
})
