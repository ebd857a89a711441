/**
 * What the README says of uv after us: it finds our interpreters on PATH and downloads none. For
 * machines that have a uv, be it the one that the bench installed.
 */
import { execFile } from 'node:child_process'
import { realpath, symlink } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findUv } from '../bench/uv.ts'
import { type JobResult, jobEnvironment } from '../support/runner.ts'
import {
  installationsOf,
  type Machine,
  type RunnerFixture,
  requestFor,
  startRunnerFixture,
} from '../support/runner-fixture.ts'

const run = promisify(execFile)
const uv = await findUv(false)

describe('uv after the action', { tags: 'shared', skip: typeof uv === 'string' }, () => {
  let runner: RunnerFixture
  let machine: Machine
  let job: JobResult

  beforeAll(async () => {
    runner = await startRunnerFixture()
    machine = await runner.machine()
    const [older, newer] = runner.builds
    const others = runner.shared.filter(({ entry }) => {
      return entry.variant === null && entry.name === 'cpython' && entry.minor !== newer.entry.minor
    })
    const offers = [...others.slice(0, 1), older, newer]
    job = await machine.run({ 'python-version': offers.map(requestFor).join('\n') })
    runner.mirror.clear()
  })
  afterAll(() => runner.close())

  async function uvSays(...args: readonly string[]): Promise<string> {
    if (typeof uv === 'string') return ''
    const env = {
      ...jobEnvironment(job),
      UV_PYTHON_DOWNLOADS: 'never',
      UV_PYTHON_INSTALL_MIRROR: runner.mirror.url,
      UV_NO_CONFIG: '1',
      UV_OFFLINE: '1',
    }
    const { stdout } = await run(uv.path, args, { env, cwd: machine.workspace })
    return stdout.trim()
  }

  it('finds the default one', async () => {
    const found = await uvSays('python', 'find')
    expect(await realpath(found)).toBe(await realpath(job.outputs['python-path'] ?? ''))
  })

  it('finds every version by its number', async () => {
    // Of two builds of one version the default one comes first on PATH, and is the last here.
    const paths = new Map(installationsOf(job).map(({ version, path }) => [version, path]))
    for (const [version, root] of paths) {
      const found = await uvSays('python', 'find', version)
      expect(path.dirname(path.dirname(found))).toBe(root)
    }
  })

  it('makes an environment of ours, and asks nobody for another', async () => {
    const folder = path.join(machine.path, 'venv')
    await uvSays('venv', folder)
    const python = await uvSays(
      'run',
      '--no-project',
      '--python',
      folder,
      'python',
      '-c',
      'import sys; print(sys.base_prefix)',
    )
    expect(await realpath(python)).toBe(await realpath(job.variables.pythonLocation ?? ''))
    expect(runner.mirror.requests).toEqual([])
  })

  it.skipIf(process.platform === 'win32')(
    'makes environments that start, be it led to an interpreter by a link',
    async () => {
      for (const [index, { version, path: root }] of installationsOf(job).entries()) {
        const link = path.join(machine.path, `link ${index}`)
        await symlink(path.join(root, 'bin', `python3.${version.split('.')[1]}`), link)
        await uvSays('venv', '--python', link, `${link}'s environment`)
        const python = path.join(`${link}'s environment`, 'bin', 'python')
        const { stdout } = await run(python, ['-c', 'import ssl, sys; print(sys.base_prefix)'])
        expect(await realpath(stdout.trim())).toBe(await realpath(root))
      }
    },
  )
})
