import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { effectsOnImport, wrongImports } from './import-rules.ts'

const src = path.join(import.meta.dirname, '..', '..', 'src')

function sourceFiles() {
  const paths = globSync('**/*.ts', { cwd: src }).map(file => file.replaceAll(path.sep, '/'))
  return paths.map(file => ({ path: file, text: readFileSync(path.join(src, file), 'utf8') }))
}

test('every file imports what its folder may', () => {
  expect(sourceFiles().length).toBeGreaterThan(20)
  expect(sourceFiles().flatMap(wrongImports)).toEqual([])
})

test('importing a file does nothing', () => {
  expect(sourceFiles().flatMap(effectsOnImport)).toEqual([])
})

test.each([
  ['setup.ts', "import './report/log.ts'"],
  ['setup.ts', "import { a } from './cache/store.ts'"],
  ['main.ts', "import './setup.ts'"],
  ['main.ts', "await import('@actions/cache')"],
  ['job/steps.ts', "import { main } from '../main.ts'"],
  ['cache/store.ts', "import { a } from '../install/tree.ts'"],
  ['install/deep/er.ts', "import { a } from '../../cache/store.ts'"],
  ['inputs/read.ts', "import type { A } from '../list/parse.ts'"],
  ['list/parse.ts', "export { a } from '../main.ts'"],
  ['report/log.ts', "const a = await import('../install/tree.ts')"],
  ['report/log.ts', "export * from '../job/plan.ts'"],
  ['bytecode/pool.ts', "import { saveCache } from '@actions/cache'"],
  ['attestation/attestation.ts', "import { Verifier } from '@sigstore/verify'"],
  ['io/http.ts', "import { a } from '../domain/errors.ts'"],
  ['domain/errors.ts', "import { a } from '../io/http.ts'"],
  ['domain/errors.ts', "import path from 'node:path'"],
  ['domain/errors.ts', "import * as core from '@actions/core'"],
  ['new-folder/a.ts', "import { a } from '../domain/errors.ts'"],
])('%s: %s is a wrong import', (file, text) => {
  expect(wrongImports({ path: file, text })).toHaveLength(1)
})

test.each([
  ['setup.ts', "import { main } from './main.ts'"],
  ['main.ts', "import { a } from './job/steps.ts'"],
  ['job/steps.ts', "import { a } from '../install/tree.ts'"],
  ['cache/cache-process.ts', "import { saveCache } from '@actions/cache'"],
  ['install/tree.ts', "import { a } from './record.ts'\nimport path from 'node:path'"],
  ['attestation/provenance.ts', "import { Verifier } from '@sigstore/verify'"],
  ['install/tree.ts', "import { a } from '../domain/errors.ts'"],
  ['install/tree.ts', "// import '../cache/store.ts'"],
  ['domain/version.ts', "import semver from 'semver'"],
])('%s: %s is a right import', (file, text) => {
  expect(wrongImports({ path: file, text })).toEqual([])
})

test.each([
  'run()',
  'process.exitCode = 1',
  'if (a) run()',
  'for (const a of b) run(a)',
  'try { run() } catch {}',
  'export const a = await run()',
])('%s is an effect on import', text => {
  expect(effectsOnImport({ path: 'io/a.ts', text })).toHaveLength(1)
})

test.each([
  "import { a } from './b.ts'",
  'export const a = async () => { await run() }',
  'export async function a() { await run() }',
  'export interface A { readonly b: string }',
])('%s is no effect on import', text => {
  expect(effectsOnImport({ path: 'io/a.ts', text })).toEqual([])
})

test('what lies beside the checkout is looked for in one place', () => {
  const tests = path.join(import.meta.dirname, '..')
  const files = globSync('**/*.{ts,py}', { cwd: tests }).map(file => file.replaceAll(path.sep, '/'))
  const beside = /\.\.\/shared(?![-.\w])/
  const naming = files.filter(file => {
    return beside.test(readFileSync(path.join(tests, file), 'utf8'))
  })
  expect(naming).toEqual(['support/shared-folder.ts'])
})
