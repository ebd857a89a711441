import { describe, expect, test } from 'vitest'
import type { Distribution } from '../../../src/domain/distribution.ts'
import { parseRequest } from '../../../src/domain/request/parse-request.ts'
import { isEmulated, selectPython } from '../../../src/domain/request/selection.ts'
import { hosts } from '../../support/hosts.ts'
import { readRealList } from '../../support/real-list.ts'
import { readTable } from './requests.ts'

const list = readRealList()
const hostNames = Object.keys(hosts)

function select(line: string, host: string): Distribution | null {
  const [text = '', ...words] = line.split(' | ')
  const inputs = new Map(words.map(word => word.split(' ')).map(([name, value]) => [name, value]))
  const request = parseRequest(
    text,
    { kind: 'default' },
    {
      freethreaded: inputs.has('freethreaded'),
      allowPrereleases: inputs.has('allow-prereleases'),
      architecture: inputs.get('architecture') ?? null,
      libc: (inputs.get('libc') as 'gnu' | 'musl' | undefined) ?? null,
    },
  )
  const platform = hosts[host]
  if (platform === undefined) throw new Error(`no host: ${host}`)
  return selectPython(request, list, platform, inputs.has('lowest') ? 'lowest' : 'highest')
}

const table = readTable()

test('the table has many requests, and each once', () => {
  expect(table.length).toBeGreaterThan(200)
  expect(new Set(table.map(({ line }) => line)).size).toBe(table.length)
})

test.each(table)('$line', ({ line, answers }) => {
  const found = hostNames.map(host => {
    const distribution = select(line, host)
    return [host, distribution === null ? 'none' : `${distribution.key} ${distribution.build}`]
  })
  expect(Object.fromEntries(found)).toEqual(answers)
})

describe('of several builds', () => {
  const [first] = list.filter(({ key }) => key === 'cpython-3.13.5-linux-x86_64-gnu')
  const [pypy] = list.filter(({ key }) => key === 'pypy-3.11.15-linux-x86_64-gnu')
  const host = hosts['linux-x86_64-gnu']
  if (first === undefined || pypy === undefined || host === undefined) throw new Error('no fixture')
  const plain = { freethreaded: false, allowPrereleases: false, architecture: null, libc: null }
  const ask = (text: string) => parseRequest(text, { kind: 'default' }, plain)

  test('the newest is taken, by number and not by letter', () => {
    const dated = ['20250612', '20260101', '20250723'].map(build => ({ ...first, build }))
    expect(selectPython(ask('3.13'), dated, host, 'highest')?.build).toBe('20260101')
    expect(selectPython(ask('3.13'), dated, host, 'lowest')?.build).toBe('20260101')
    const numbered = ['7.3.9', '7.3.23', '7.3.3'].map(build => ({ ...pypy, build }))
    expect(selectPython(ask('pypy'), numbered, host, 'highest')?.build).toBe('7.3.23')
  })

  test('the one that is named is taken', () => {
    const dated = ['20250612', '20260101'].map(build => ({ ...first, build }))
    expect(selectPython(ask('3.13.5+20250612'), dated, host, 'highest')?.build).toBe('20250612')
    const numbered = ['7.3.23', '7.3.2', '7.2.0'].map(build => ({ ...pypy, build }))
    expect(selectPython(ask('pypy3.11-v7.3.2'), numbered, host, 'highest')?.build).toBe('7.3.2')
    expect(selectPython(ask('pypy3.11-v7.2.x'), numbered, host, 'highest')?.build).toBe('7.2.0')
  })
})

test('emulation is told', () => {
  const arm = hosts['windows-aarch64-none']
  const native = select('3.13', 'windows-aarch64-none')
  const emulated = select('3.10', 'windows-aarch64-none')
  const pyodide = select('pyodide', 'windows-aarch64-none')
  if (arm === undefined || native === null || emulated === null || pyodide === null) {
    throw new Error('nothing selected')
  }
  expect([native, emulated, pyodide].map(python => isEmulated(python, arm))).toEqual([
    false,
    true,
    false,
  ])
})
