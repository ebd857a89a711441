import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  installationsOf,
  listPath,
  type Machine,
  type RunnerFixture,
  requestFor,
  startRunnerFixture,
} from '../support/runner-fixture.ts'

const name = 'python.lock.json'

let runner: RunnerFixture
beforeAll(async () => {
  runner = await startRunnerFixture()
})
afterAll(() => runner.close())

async function machineWith(lock: string | null): Promise<Machine> {
  const machine = await runner.machine()
  await mkdir(machine.workspace, { recursive: true })
  if (lock !== null) await writeFile(path.join(machine.workspace, name), lock)
  return machine
}

/** The minor version of the host's Python, of which the list has two builds. */
function minor(): string {
  const [{ entry }] = runner.builds
  return `${entry.major}.${entry.minor}.${entry.patch}`
}

describe('a lock file', () => {
  let lock = ''

  it('is written for this machine and the others, without installing anything', async () => {
    const machine = await machineWith(null)
    const [older] = runner.builds
    const job = await machine.run({
      'python-version': requestFor(older),
      'lock-file': name,
      'lock-platforms': 'linux-riscv64',
      'update-lock': 'true',
      'resolve-only': 'true',
    })
    expect(job.exitCode).toBe(0)
    // One line for each platform that has no such build.
    expect(job.annotations.map(({ message }) => message)).toEqual([
      `${name}: there is no ${requestFor(older)} for linux riscv64 gnu.`,
    ])
    lock = await readFile(path.join(machine.workspace, name), 'utf8')
    const entries: Record<string, unknown> = JSON.parse(lock)
    expect(Object.values(entries)).toEqual([older.entry])
  })

  it('is all that is asked, and its build is taken even where a newer one is installed', async () => {
    const [older, newer] = runner.builds
    const machine = await machineWith(lock)
    await machine.run({ 'python-version': requestFor(newer) })
    const asked = runner.mirror.requests.length
    const job = await machine.run({ 'python-version': minor(), 'lock-file': name })
    expect(job.exitCode).toBe(0)
    expect(installationsOf(job).map(({ build }) => build)).toEqual([older.entry.build])
    const requests = runner.mirror.requests.slice(asked).map(request => request.path)
    expect(requests).not.toContain(listPath)
    const again = await machine.run({ 'python-version': minor(), 'lock-file': name })
    expect(installationsOf(again).map(({ source }) => source)).toEqual(['tool-cache'])
  })

  it('that lacks what is asked for says how to add it', async () => {
    const machine = await machineWith(lock)
    const job = await machine.run({ 'python-version': '3.99', 'lock-file': name })
    expect(job.exitCode).toBe(1)
    const message = job.annotations[0]?.message ?? ''
    expect(message).toContain(`The lock file ${name} has no match`)
    expect(message).toContain('update-lock: true')
  })

  it('is not read through a link, from outside of the workspace, or where it is a folder', async () => {
    const machine = await machineWith(null)
    const outside = path.join(machine.path, 'secret.json')
    await writeFile(outside, lock)
    const links = process.platform !== 'win32'
    if (links) await symlink(outside, path.join(machine.workspace, name))
    await mkdir(path.join(machine.workspace, 'folder'))
    for (const file of [
      ...(links ? [name] : []),
      'folder',
      outside,
      path.join('..', 'secret.json'),
      'no/folder',
    ]) {
      const job = await machine.run({ 'python-version': minor(), 'lock-file': file })
      expect(job.exitCode).toBe(1)
      expect(job.annotations[0]?.message).toContain('The input lock-file')
    }
  })

  it('leads to no file of this machine', async () => {
    const stolen = lock.replace(/"url": "[^"]*"/, '"url": "file:///etc/hostname"')
    const machine = await machineWith(stolen)
    const job = await machine.run({ 'python-version': minor(), 'lock-file': name })
    expect(job.exitCode).toBe(1)
    expect(job.annotations[0]?.message).toContain('only unusable entries')
  })
})
