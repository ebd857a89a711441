import { existsSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type EnvironmentFixture,
  install,
  say,
  startEnvironmentFixture,
} from '../support/environment-fixture.ts'
import { endProcessesOf, processesOf } from '../support/processes.ts'

const windows = process.platform === 'win32'

let fixture: EnvironmentFixture
beforeAll(async () => {
  fixture = await startEnvironmentFixture()
})
afterAll(() => fixture.close())
beforeEach(({ skip }) => fixture.reset(skip))

describe.skipIf(windows)('a job that ends while it installs', () => {
  // What the shell has started goes on by itself where nobody ends it.
  const busy = `${install}
(while sleep 0.1; do mkdir -p .venv; date >.venv/more; done) &
echo waiting
wait`

  it.for(['SIGTERM', 'SIGINT'] as const)('by %s leaves nothing of it', async signal => {
    const job = await fixture.start({ install: busy })
    await job.waitForOutput(/^waiting/m)
    job.kill(signal)
    const { exitCode, annotations, variables, pathAdditions } = await job.result
    expect([exitCode, variables, pathAdditions]).toEqual([1, {}, []])
    expect(annotations.map(({ properties }) => properties.title)).toEqual(['CANCELLED'])
    expect(await processesOf(fixture.machine.path)).toEqual([])
    expect(existsSync(fixture.folder())).toBe(false)
  })

  it('by SIGKILL leaves an environment that no later one uses', async () => {
    const job = await fixture.start({ install: busy })
    await job.waitForOutput(/^waiting/m)
    job.kill('SIGKILL')
    // The shell that is left has the job's output open.
    await endProcessesOf(fixture.machine.path)
    await job.result
    const next = await fixture.run({}, { keep: true })
    expect(next.text).toContain('The existing environment is rebuilt: it is not complete.')
    expect(next.outputs['cache-hit']).toBe('false')
    expect(await say(next, 'sample')).toBe('sample 1.0')
  })
})

it('is installed again where `reinstall` says so, and lasts', async () => {
  const inputs = { 'cache-python': 'false' }
  await fixture.run(inputs)
  const before = await fixture.installs()
  const again = await fixture.run({ ...inputs, reinstall: 'true' }, { keep: true })
  expect([again.outputs['cache-hit'], await fixture.installs()]).toEqual(['false', before + 1])
  const kept = await fixture.run(inputs, { keep: true })
  expect([kept.outputs['cache-hit'], await fixture.installs()]).toEqual(['true', before + 1])
})
