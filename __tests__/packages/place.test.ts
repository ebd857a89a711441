import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { placeOf } from '../../src/packages/place.ts'
import { formatState, type PackagesState, parseState } from '../../src/packages/state.ts'

describe('the place of folders', () => {
  const { posix, win32 } = path
  const home = 'C:\\Users\\runner'
  it.each<[path.PlatformPath, readonly string[], string, readonly string[]]>([
    [posix, ['/home/runner/.cache/pip'], '/home/runner/.cache', ['pip']],
    [posix, ['/work/b/.venv', '/work/a/.venv', '/work/a/.venv'], '/work', ['a/.venv', 'b/.venv']],
    [posix, ['/home/runner/venvs', '/srv/.venv'], '/', ['home/runner/venvs', 'srv/.venv']],
    [posix, ['/work/a', '/work/a/.venv'], '/work', ['a', 'a/.venv']],
    [win32, [`${home}\\pip\\Cache`], `${home}\\pip`, ['Cache']],
    [win32, ['D:\\a\\x\\.venv', 'D:\\a\\y\\.venv'], 'D:\\a', ['x/.venv', 'y/.venv']],
  ])('is one that they have in common (%#)', (paths, folders, root, names) => {
    expect(placeOf(folders, paths)).toEqual({ root, folders: names })
  })

  it.each<[path.PlatformPath, readonly string[]]>([
    [win32, ['C:\\Users\\venvs', 'D:\\a\\.venv']],
    [posix, ['/']],
    [posix, ['/home/[cache]']],
    [posix, ['/home/*']],
    [posix, ['/home/!pip']],
  ])('is none where the cache could not hold them (%#)', (paths, folders) => {
    expect(placeOf(folders, paths)).toEqual({ fault: expect.any(String) })
  })
})

describe('the state', () => {
  const root = path.resolve('/home/runner')
  const key = 'managed-python-packages-v1-pip-x'
  const state: PackagesState = {
    manager: 'pip',
    key,
    matched: null,
    place: { root, folders: ['pip'] },
  }
  it('is read as it was written', () => {
    for (const given of [state, { ...state, matched: key }]) {
      expect(parseState(formatState(given))).toEqual(given)
    }
  })

  it.each<[string, unknown]>([
    ['no object', 7],
    ['nothing', null],
    ['another manager', { ...state, manager: 'npm' }],
    ["a manager of another key's", { ...state, manager: 'uv' }],
    ['a key of another action', { ...state, key: 'setup-python-x' }],
    ['a key of several', { ...state, key: `${key},x` }],
    ['no matched key', { ...state, matched: undefined }],
    ['no place', { ...state, place: null }],
    ['a relative root', { ...state, place: { root: 'home', folders: ['pip'] } }],
    ['a root that is not the nearest', { ...state, place: { root, folders: ['a/pip'] } }],
    ['a folder outside', { ...state, place: { root, folders: ['../pip'] } }],
    ['an absolute folder', { ...state, place: { root, folders: ['/etc'] } }],
    ['a pattern', { ...state, place: { root, folders: ['*'] } }],
    ['no folder', { ...state, place: { root, folders: [] } }],
    ['folders that are none', { ...state, place: { root, folders: [{}] } }],
  ])('is not believed with %s', (_, value) => {
    expect(parseState(JSON.stringify(value))).toBeNull()
  })
})
