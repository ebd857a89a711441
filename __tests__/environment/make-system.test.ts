import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { environmentLayout } from '../../src/environment/layout.ts'
import { makeEnvironment } from '../../src/environment/make.ts'
import { findTestInterpreters } from '../support/interpreters.ts'
import { temporaryFolder } from '../support/shared.ts'
import { childEnv } from '../support/unpacked-python.ts'

const run = promisify(execFile)
const { signal } = new AbortController()
const folder = await temporaryFolder('environments')
afterAll(folder.remove)

const say = async (program: string, ...args: readonly string[]) =>
  (await run(program, args)).stdout.trim()

/** Makes an environment in a folder with a space, where something else was before. */
async function make(python: string) {
  const root = path.join(folder.path, 'a workspace', '.venv')
  await mkdir(root, { recursive: true })
  await writeFile(path.join(root, 'leftover'), '')
  await makeEnvironment(root, python, { env: childEnv, signal })
  const { python: interpreter, programs } = environmentLayout(root)
  return { root, interpreter, program: path.join(programs, 'pip') }
}

const describePip = `
import importlib.metadata, sys, pip
print(sys.prefix, *sorted(each.metadata['Name'] for each in importlib.metadata.distributions()))
print(pip.__version__)
print(pip.__file__)`

const interpreters = (await findTestInterpreters()).filter(({ name }) => name.startsWith('cpython'))

it.each(interpreters)('an environment of $name has a pip and nothing else', async each => {
  const { name, python } = each
  const own = await say(python, '-I', '-c', describePip).catch(() => '')
  const { root, interpreter } = await make(python)
  const [packages, version, file] = (await say(interpreter, '-I', '-c', describePip)).split(/\r?\n/)
  const setuptools = /3\.(?:[89]|1[01])\./.test(name) ? ' setuptools' : ''
  expect(packages).toBe(`${root} pip${setuptools}`)
  expect(path.relative(root, file ?? '')).not.toMatch(/^\.\./)
  // Debian keeps its own pip elsewhere.
  if (own !== '' && !own.includes('/usr/lib')) expect(version).toBe(own.split(/\r?\n/)[1])
})

it('pip runs in it, and knows its own files and programs', async () => {
  const { root, interpreter, program } = await make(interpreters[0]?.python ?? '')
  expect(await say(program, '--version')).toContain(` from ${root}`)
  await say(program, 'uninstall', '--yes', '--quiet', 'pip')
  await expect(say(interpreter, '-I', '-c', 'import pip')).rejects.toThrow('No module named')
  await expect(say(program, '--version')).rejects.toThrow('ENOENT')
})

it('gets a pip from ensurepip where its Python has none', async () => {
  const bare = path.join(folder.path, 'bare')
  await run(interpreters[0]?.python ?? '', ['-I', '-m', 'venv', '--without-pip', bare])
  const python = environmentLayout(bare).python
  await expect(say(python, '-I', '-c', 'import pip')).rejects.toThrow('No module named')
  const { root, program } = await make(python)
  expect(await say(program, '--version')).toContain(` from ${root}`)
})
