import { describe, expect, it } from 'vitest'
import { matrixOf } from '../../../src/domain/request/matrix.ts'
import { parseRequest } from '../../../src/domain/request/parse-request.ts'
import { hosts } from '../../support/hosts.ts'
import { readRealList } from '../../support/real-list.ts'

const list = readRealList()

function matrix(texts: readonly string[], { allowPrereleases = false, host = 'linux-x86_64-gnu' }) {
  const options = { freethreaded: false, allowPrereleases, architecture: null, libc: null }
  const platform = hosts[host]
  if (platform === undefined) throw new Error(`no host: ${host}`)
  const requests = texts.map(text => parseRequest(text, { kind: 'default' }, options))
  return matrixOf(requests, list, platform)
}

describe('a matrix of the real list', () => {
  it.each([
    [['>=3.11'], ['3.11', '3.12', '3.13', '3.14']],
    [['~=3.12.0'], ['3.12']],
    [
      ['3.13', '3.9', '3.11'],
      ['3.9', '3.11', '3.13'],
    ],
    // 3.10 and newer in PyPy's own numbers is 3.10 and 3.11.
    [
      ['pypy>=3.10', '3.14'],
      ['pypy3.10', 'pypy3.11', '3.14'],
    ],
    [['>=3.13t'], ['3.13t', '3.14t']],
    // The newest 3.13 is not meant, so the newest that is has its whole number.
    [['>=3.12,<3.13.5'], ['3.12', '3.13.4']],
    [['3.12.4'], ['3.12.4']],
    [['3.13', '>=3.13,<3.14'], ['3.13']],
    [['3.15-dev'], ['3.15-dev']],
    [['>=3.20'], []],
  ])('%j: %j', (texts, expected) => {
    expect(matrix(texts, {})).toEqual(expected)
  })

  it('has a minor version without a release where prereleases are allowed', () => {
    expect(matrix(['>=3.14'], { allowPrereleases: true })).toEqual(['3.14', '3.15-dev'])
  })

  it('has what the platform has: Windows on ARM runs older ones emulated', () => {
    expect(matrix(['>=3.10'], { host: 'windows-aarch64-none' })).toContain('3.10')
  })

  it('asks for nothing that does not come back as itself', () => {
    const all = matrix(['>=3.8', 'pypy', 'graalpy', '>=3.13t', '3.13.5+20250612'], {})
    expect(matrix(all, {})).toEqual(all)
  })
})
