import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Variant } from '../../src/domain/python.ts'
import { encodeList, readRealList } from './real-list.ts'
import { sharedFile } from './shared-folder.ts'

const referenceList = sharedFile('reference/uv-download-metadata.json')
const needsList = { tags: 'shared', skip: referenceList === null }

interface Entry {
  readonly name: 'cpython' | 'pypy' | 'graalpy'
  readonly arch: { readonly family: string; readonly variant: string | null }
  readonly os: string
  readonly libc: string
  readonly major: number
  readonly minor: number
  readonly patch: number
  readonly prerelease: string
  readonly variant: Variant | null
  readonly build: string
}

function readReference(): Readonly<Record<string, Entry>> {
  return referenceList === null ? {} : JSON.parse(readFileSync(referenceList, 'utf8'))
}

// `vitest -u` writes the fixture anew from the reference.
test('the fixture is the published list', needsList, async () => {
  const entries = Object.values(readReference()).map(entry => ({
    implementation: entry.os === 'emscripten' ? ('pyodide' as const) : entry.name,
    version: `${entry.major}.${entry.minor}.${entry.patch}${entry.prerelease}`,
    variant: entry.variant ?? ('default' as const),
    build: entry.build,
    os: entry.os,
    architecture: [entry.arch.family, entry.arch.variant].filter(Boolean).join('_'),
    libc: entry.libc,
  }))
  await expect(encodeList(entries)).toMatchFileSnapshot('real-list.txt')
})

test('the fixture reads back as the published list', needsList, () => {
  const listed = Object.entries(readReference()).map(([key, { build }]) => `${key} ${build}`)
  const read = readRealList().map(({ key, build }) => `${key} ${build}`)
  expect(read.sort()).toEqual(listed.sort())
})

test('the fixture has every distribution once', () => {
  const list = readRealList()
  expect(list.length).toBe(5530)
  expect(new Set(list.map(({ key }) => key)).size).toBe(5530)
})
