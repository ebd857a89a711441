import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createWaitMeter, startDeadline } from '../../src/io/waiting.ts'
import { projectFolder } from '../support/shared.ts'

const run = promisify(execFile)
const waiting = path.join(projectFolder, 'src/io/waiting.ts')
/** What a process of its own writes, which imports what is tried; its event loop is nobody else's. */
const answerOf = async (script: string) => {
  const text = `const { createWaitMeter, startDeadline } = await import(${JSON.stringify(waiting)});
    const { setTimeout: sleep } = await import('node:timers/promises');
    const work = ms => { const end = performance.now() + ms; while (performance.now() < end); };
    ${script}`
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', text])
  return JSON.parse(stdout)
}

describe('the time that a process waits', () => {
  it('is that in which it had nothing to do', async () => {
    const [busy, idle] = await answerOf(`
      await sleep(10); const read = createWaitMeter();
      for (let i = 0; i < 20; i++) { work(20); await new Promise(setImmediate) }
      const busy = read(1e6); await sleep(400);
      console.log(JSON.stringify([busy, read(1e6)]))`)
    expect(busy).toBeLessThan(idle)
  })

  it('is bounded, as a machine may sleep', async () => {
    const read = createWaitMeter()
    await new Promise(resolve => setTimeout(resolve, 100))
    expect(read(30)).toBeLessThanOrEqual(30)
  })
})

describe('a deadline', () => {
  it('passes for who waits', async () => {
    const { signal } = startDeadline(60)
    await new Promise(resolve => signal.addEventListener('abort', resolve))
  })

  it('does not pass for who is busy all the time', async () => {
    const aborted = await answerOf(`
      const { signal } = startDeadline(300);
      for (let i = 0; i < 40; i++) { work(25); await new Promise(setImmediate) }
      console.log(signal.aborted)`)
    expect(aborted).toBe(false)
  })

  it('begins anew, and ends', async () => {
    const aborted = await answerOf(`
      const [fresh, over] = [startDeadline(2000), startDeadline(60)];
      over.clear();
      for (let i = 0; i < 25; i++) { await sleep(100); fresh.refresh() }
      console.log(JSON.stringify([fresh.signal.aborted, over.signal.aborted]))`)
    expect(aborted).toEqual([false, false])
  })
})
