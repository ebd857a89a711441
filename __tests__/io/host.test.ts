import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { elfInterpreter } from '../../src/domain/elf.ts'
import { platformOf } from '../../src/domain/host-platform.ts'
import { readHostFacts } from '../../src/io/host.ts'

test('this machine is one that there are Pythons for', async () => {
  const facts = await readHostFacts()
  const { os, libc } = platformOf(facts)
  expect(facts.nodePlatform).toBe(process.platform)
  expect(os === 'linux').toBe(process.platform === 'linux')
  expect(libc === 'none').toBe(process.platform !== 'linux')
})

test.skipIf(process.platform !== 'linux')('the loader is what the platform says', async () => {
  const facts = await readHostFacts()
  const [loader] = facts.programs.map(elfInterpreter).filter(path => path !== null)
  // Every loader can be run, and says on one of its outputs which C library it belongs to.
  const text = execFileSync('sh', ['-c', `${loader} --version 2>&1 || true`], { encoding: 'utf8' })
  expect(platformOf(facts).libc === 'musl').toBe(/musl/i.test(text))
  expect(text).toMatch(/musl|ld\.so/i)
})
