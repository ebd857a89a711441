import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listPath, type RunnerFixture, startRunnerFixture } from '../support/runner-fixture.ts'

let runner: RunnerFixture
beforeAll(async () => {
  runner = await startRunnerFixture()
})
afterAll(() => runner.close())

/** The host's minor version, and the newest of it that the list has. */
function hostPython() {
  const [, { entry }] = runner.builds
  const minor = `${entry.major}.${entry.minor}`
  const patches = runner.shared
    .map(offer => offer.entry)
    .filter(({ name, variant }) => name === 'cpython' && variant === null)
    .filter(each => each.minor === entry.minor)
    .map(({ patch }) => patch)
  return { minor, version: `${minor}.${Math.max(entry.patch, ...patches)}` }
}

describe('resolve-only', () => {
  it('answers with the matrix of requires-python, and leaves the machine as it was', async () => {
    const machine = await runner.machine()
    const { minor, version } = hostPython()
    await mkdir(machine.workspace, { recursive: true })
    const project = `[project]\nname = "example"\nrequires-python = "==${minor}.*"\n`
    await writeFile(path.join(machine.workspace, 'pyproject.toml'), project)
    // pyproject.toml is what a matrix is made of, and .python-version what a developer works with.
    await writeFile(path.join(machine.workspace, '.python-version'), '3.99\n')
    const asked = runner.mirror.requests.length
    const job = await machine.run({ 'resolve-only': 'true', 'compile-bytecode': 'true' })
    expect(job.exitCode).toBe(0)
    expect(job.outputs).toEqual({
      'python-version': version,
      'python-versions': JSON.stringify([version]),
      matrix: JSON.stringify([minor]),
      oldest: minor,
      newest: minor,
    })
    expect(job.variables).toEqual({})
    expect(job.pathAdditions).toEqual([])
    expect(existsSync(path.join(machine.toolCache, 'managed-cpython'))).toBe(false)
    const requests = runner.mirror.requests.slice(asked).map(request => request.path)
    expect(requests).toEqual([listPath])
  })

  it('refuses what nothing matches, as an installation would', async () => {
    const machine = await runner.machine()
    const job = await machine.run({ 'resolve-only': 'true', 'python-version': '3.99' })
    expect(job.exitCode).toBe(1)
    expect(job.annotations[0]?.message).toContain('3.99')
    expect(job.outputs).toEqual({})
  })
})
