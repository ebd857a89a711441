import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findProblems } from '../support/problem-matchers.ts'
import { type RunnerFixture, requestFor, startRunnerFixture } from '../support/runner-fixture.ts'

let runner: RunnerFixture
beforeAll(async () => {
  runner = await startRunnerFixture()
})
afterAll(() => runner.close())

it('turns tracebacks of later steps into annotations, unless told not to', async () => {
  const machine = await runner.machine()
  const request = { 'python-version': requestFor(runner.builds[0]) }
  const { matchers } = await machine.run(request)
  expect(matchers).toHaveLength(1)
  const { problemMatcher } = JSON.parse(await readFile(matchers[0] ?? '', 'utf8'))
  const traceback =
    '  File "a.py", line 3, in <module>\n    1/0\n    ~^~\nZeroDivisionError: by zero'
  expect(findProblems(problemMatcher, traceback)).toHaveLength(1)

  const quiet = await machine.run({ ...request, 'add-problem-matchers': 'false' })
  expect(quiet.matchers).toEqual([])
})
