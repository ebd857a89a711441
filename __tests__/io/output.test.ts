import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { readLines } from '../../src/io/output.ts'
import { projectFolder, temporaryFolder } from '../support/shared.ts'

const output = pathToFileURL(path.join(projectFolder, 'src', 'io', 'output.ts'))

/** Another process, so that everything it writes can be seen. */
const script = `
  import { execFile } from 'node:child_process'
  import { setTimeout as sleep } from 'node:timers/promises'
  import { captureOutput } from '${output}'
  const say = text => process.stdout.write(text + '\\n')
  const library = async name => {
    say(name + ' begins')
    await sleep(20)
    await new Promise(resolve => execFile(process.execPath, ['-v'], () => resolve(say(name + ' ends'))))
    return name
  }
  const heard = { a: [], b: [] }
  const a = captureOutput(text => heard.a.push(text), () => library('a'))
  const b = captureOutput(text => heard.b.push(text), () => library('b'))
  captureOutput(say, () => say('again'))
  say('before')
  const results = await Promise.all([a, b, library('free')])
  say(JSON.stringify({ results, heard }))
`

it('takes what its own work writes, at any time, and leaves the rest where it goes', async () => {
  await using folder = await temporaryFolder()
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', script],
    { cwd: folder.path },
  )
  const [last = '', ...others] = stdout.trim().split('\n').toReversed()
  expect(others.toReversed()).toEqual(['again', '', 'before', 'free begins', 'free ends'])
  expect(JSON.parse(last)).toEqual({
    results: ['a', 'b', 'free'],
    heard: { a: ['a begins\n', 'a ends\n'], b: ['b begins\n', 'b ends\n'] },
  })
})

it('reads commands as plain text, and leaves masks out', () => {
  const text = '::debug::Body: {%0A  100%25%0D%0A}\n::add-mask::secret\r\nplain\n\n::warning::w\n'
  expect(readLines(text)).toEqual([
    { isDebug: true, text: 'Body: {   100% }' },
    { isDebug: false, text: 'plain' },
    { isDebug: false, text: 'w' },
  ])
})

it('is whole for a slow reader, where the process waits for that before it exits', async () => {
  const writer = `
    import { drainOutput } from '${output}'
    process.stdout.write('x'.repeat(2_000_000) + '\\nthe last line')
    process.send('written')
    await drainOutput()
    process.exit()
  `
  const child = spawn(process.execPath, ['--input-type=module', '-e', writer], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  await once(child, 'message')
  const text = (await child.stdout?.setEncoding('utf8').toArray())?.join('')
  expect(text?.length).toBe(2_000_014)
  expect(text?.endsWith('the last line')).toBe(true)
})
