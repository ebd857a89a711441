import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CacheService, startCacheService } from '../../support/cache-service.ts'
import { jobFolders, runAction } from '../../support/runner.ts'
import { installationsOf } from '../../support/runner-fixture.ts'
import { type TemporaryFolder, temporaryFolder } from '../../support/shared.ts'
import { surveyCaches } from '../../support/tool-cache.ts'

const run = promisify(execFile)

/** Set by `npm run test:arm64`, where everything is there. */
const home = process.env.ARM64_READY ?? ''

// Programs for ARM64 take many times as long by emulation.
describe.runIf(home !== '')('on Linux ARM64', { timeout: 900_000 }, () => {
  let folder: TemporaryFolder
  let service: CacheService
  beforeAll(async () => {
    folder = await temporaryFolder('arm64')
    service = await startCacheService()
  })
  afterAll(async () => {
    await folder.remove()
    await service.close()
  })

  const inputs = {
    'python-version': '3.11\n3.14',
    'compile-bytecode': 'true',
    'cache-python': 'true',
    mirror: join(home, 'mirror'),
    'python-downloads-json-url': join(home, 'mirror', 'download-metadata.json'),
  }

  /** A job on a machine with this name. */
  async function runOn(machine: string) {
    const job = await runAction({
      ...jobFolders(join(folder.path, machine)),
      toolCache: join(folder.path, 'tool-cache'),
      inputs,
      env: { ...service.environment, RUNNER_ARCH: 'ARM64' },
      node: join(home, 'package', 'bin', 'node'),
    })
    expect(job.annotations, job.output).toEqual([])
    return installationsOf(job)
  }

  it('installs, compiles and saves, then finds and restores the same', async () => {
    const first = await runOn('first')
    expect(first.map(({ version, source }) => `${version} ${source}`)).toEqual([
      ...['3.11.11 download', '3.14.6 download'],
    ])
    for (const { path, bytecode } of first) {
      const { stdout } = await run(join(path, 'python'), [
        '-c',
        'import platform as p; print(p.machine())',
      ])
      expect(stdout.trim()).toBe('aarch64')
      const { valid, wrong, modes } = await surveyCaches(path)
      expect([wrong, modes]).toEqual([[], ['timestamp']])
      expect(bytecode?.files).toBe(valid)
      expect(valid).toBeGreaterThan(900)
    }
    const found = await runOn('first')
    expect(found).toEqual(first.map(each => ({ ...each, source: 'tool-cache' })))

    await run('rm', ['-r', join(folder.path, 'tool-cache')])
    const restored = await runOn('second')
    expect(restored).toEqual(first.map(each => ({ ...each, source: 'cache' })))
    for (const { path } of restored) expect((await surveyCaches(path)).wrong).toEqual([])
  })

  it('imports numpy of a wheel', async ({ skip }) => {
    const [, installation] = await runOn('first')
    const python = installation?.['python-path'] ?? ''
    const target = join(folder.path, 'packages')
    const pip = ['-m', 'pip', 'install', '--only-binary=:all:', '--target', target, 'numpy']
    const installed = await run(python, pip).then(
      () => true,
      () => false,
    )
    if (!installed) skip('needs a package index')
    const program = 'import numpy; print(numpy.arange(6).reshape(2, 3).sum())'
    const { stdout } = await run(python, ['-c', program], { env: { PYTHONPATH: target } })
    expect(stdout.trim()).toBe('15')
  })
})
