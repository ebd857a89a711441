import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { jobEnvironment, jobFolders, runAction, startAction } from './runner.ts'
import { parsePairs } from './runner-files.ts'
import { parseCommand, readLog } from './runner-log.ts'
import { temporaryFolder } from './shared.ts'

const run = promisify(execFile)
const expression = (text: string) => `\${{ ${text} }}`

describe('the runner', async () => {
  const folder = await temporaryFolder()
  afterAll(folder.remove)
  const folders = jobFolders(folder.path)
  const metadata = {
    inputs: {
      'python-version': { description: '' },
      'two words': { description: '', default: 'b' },
      token: { description: '', default: expression('github.token') },
    },
    outputs: {},
  }
  const action = async (script: string) => {
    const path = join(folder.path, `${Math.random()}.mjs`)
    await writeFile(path, `import fs from 'node:fs'; const { env } = process; ${script}`)
    return { ...folders, metadata, action: path }
  }

  it('gives a step its inputs, defaults evaluated, and an environment of its own', async () => {
    const job = await action('console.log(JSON.stringify(env))')
    const result = await runAction({
      ...job,
      inputs: { 'python-version': '3.13\n3.12' },
      env: { EXTRA: '1', RUNNER_TOOL_CACHE: undefined },
      token: 'secret',
    })
    const env = JSON.parse(result.output)
    expect(env).toMatchObject({
      'INPUT_PYTHON-VERSION': '3.13\n3.12',
      INPUT_TWO_WORDS: 'b',
      INPUT_TOKEN: 'secret',
      EXTRA: '1',
      GITHUB_WORKSPACE: folders.workspace,
      RUNNER_TEMP: folders.temp,
    })
    expect(env).not.toHaveProperty('RUNNER_TOOL_CACHE')
    expect(env).not.toHaveProperty('VITEST')
  })

  it('reads what the step wrote, and hands it to the next one', async () => {
    const tools = join(folder.path, 'tools')
    await mkdir(tools)
    const job = await action(`
      fs.appendFileSync(env.GITHUB_OUTPUT, 'a=1\\nb<<EOF\\nx\\n\\ny\\nEOF\\n')
      fs.appendFileSync(env.GITHUB_ENV, 'pythonLocation=/opt\\nNODE_OPTIONS=--x\\n')
      fs.appendFileSync(env.GITHUB_PATH, '/first\\n${tools.replaceAll('\\', '\\\\')}\\n')
      fs.appendFileSync(env.GITHUB_STEP_SUMMARY, '# hello')`)
    const result = await runAction(job)
    expect(result).toMatchObject({
      exitCode: 0,
      outputs: { a: '1', b: 'x\n\ny' },
      pathAdditions: ['/first', tools],
      summary: '# hello',
    })
    const next = jobEnvironment(result)
    expect(next.PATH.startsWith(tools)).toBe(true)
    expect(next).toMatchObject({ pythonLocation: '/opt', GITHUB_ACTIONS: 'true' })
    expect(next).not.toHaveProperty('NODE_OPTIONS')
    const { stdout } = await run(process.execPath, ['-p', 'process.env.pythonLocation'], {
      env: next,
    })
    expect(stdout.trim()).toBe('/opt')
  })

  it('can be interfered with', async () => {
    const job = await action(`console.log('ready'); setInterval(() => {}, 1000)`)
    const running = await startAction(job)
    await running.waitForOutput(/ready/)
    running.kill('SIGKILL')
    expect(await running.result).toMatchObject({ exitCode: null, signal: 'SIGKILL' })
    await expect(running.waitForOutput(/never/)).rejects.toThrow('no /never/')
  })

  it('fails as the step fails', async () => {
    const job = await action(`console.log('::error title=No::it%0Abroke'); process.exit(3)`)
    expect(await runAction(job)).toMatchObject({
      exitCode: 3,
      annotations: [{ level: 'error', message: 'it\nbroke', properties: { title: 'No' } }],
    })
  })
})

describe('the log', () => {
  it('knows commands by their form', () => {
    expect(parseCommand('::warning file=a%2Cb,line=1::100%25 %0D%0A')).toEqual({
      command: 'warning',
      properties: { file: 'a,b', line: '1' },
      message: '100% \r\n',
    })
    expect(parseCommand('text ::error::no command')).toBeNull()
  })

  it('masks secrets', () => {
    const log = readLog(['::add-mask::s3cret', 'a s3cret', '::group::G'].join('\n'))
    expect(log.text).toBe('a ***\n::group::G')
    expect(log).toMatchObject({ masks: ['s3cret'], groups: ['G'], annotations: [] })
  })
})

it('refuses files that the runner would refuse', () => {
  expect(parsePairs('\uFEFFa=b<<c\r\nd<<e=\r\n1\r\ne=\r\n')).toEqual({ a: 'b<<c', d: '1' })
  expect(() => parsePairs('nonsense')).toThrow('Invalid format')
  expect(() => parsePairs('a<<EOF\nb')).toThrow('delimiter')
})
