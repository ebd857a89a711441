import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, it } from 'vitest'
import { projectFolder } from '../support/shared.ts'

const program = `
import { onStopSignal } from ${JSON.stringify(path.join(projectFolder, 'src/io/signals.ts'))}
onStopSignal(signal => console.log(signal))
setInterval(() => {}, 1000)
console.log('ready')
`

// On Windows a signal ends the process without asking it.
it.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
  '%s is heard once, and ends the process when it comes again',
  async signal => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program])
    child.stdout.setEncoding('utf8')
    const said = async () => String((await once(child.stdout, 'data'))[0]).trim()
    expect(await said()).toBe('ready')
    child.kill(signal)
    expect(await said()).toBe(signal)
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([null, signal])
  },
)
