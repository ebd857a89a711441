/**
 * The same requests, asked of uv. For machines that have a uv and uv's own list, be it the uv that
 * the bench installed.
 */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Distribution } from '../../../src/domain/distribution.ts'
import { parseRequest } from '../../../src/domain/request/parse-request.ts'
import { selectPython } from '../../../src/domain/request/selection.ts'
import { formatVersion } from '../../../src/domain/version.ts'
import { parseList } from '../../../src/list/parse.ts'
import { findUv } from '../../bench/uv.ts'
import { hosts } from '../../support/hosts.ts'
import { sharedFile } from '../../support/shared-folder.ts'
import { readTable } from './requests.ts'

const run = promisify(execFile)
const uv = await findUv(false)
const linux = hosts['linux-x86_64-gnu']
const referenceList = sharedFile('reference/uv-download-metadata.json')
const onThisHost = process.platform === 'linux' && process.arch === 'x64' && referenceList !== null

/** What uv makes otherwise of a request, as docs/versions.md has it. */
const different: readonly (readonly [request: RegExp, documented: string])[] = [
  [/^3\.15$/, '| `3.15` before its release |'],
  [/[><=^]\s*3\.\d+\.0-/, '| `>=3.12.0-rc.1`, `>=3.12.0-0` |'],
  [/-(macos|darwin|windows)-/, '| a key for another operating system |'],
]

const needsUv = { tags: 'shared', skip: typeof uv === 'string' || !onThisHost }

describe('a request that uv understands, too', needsUv, () => {
  let distributions: readonly Distribution[] = []
  // Not while tests are collected: the body of a skipped block runs as well.
  beforeAll(() => {
    const text = readFileSync(referenceList ?? '', 'utf8')
    distributions = parseList(text, 'the real list').distributions
  })
  const documentation = readFileSync(new URL('../../../docs/versions.md', import.meta.url), 'utf8')

  // Those of the table that need no input beside them.
  const requests = readTable().map(({ line }) => line)

  it.each(requests.filter(line => !line.includes(' | ')))('%s', async request => {
    const theirs = await askUv(request)
    if (theirs === null) return
    const documented = different.find(([pattern]) => pattern.test(request))?.[1]
    if (documented === undefined) expect(ours(request)).toBe(theirs)
    else {
      expect(documentation).toContain(`\n${documented}`)
      expect(ours(request)).not.toBe(theirs)
    }
  })

  function ours(text: string): string {
    const inputs = { freethreaded: false, allowPrereleases: false, architecture: null, libc: null }
    const request = parseRequest(text, { kind: 'default' }, inputs)
    const found = linux && selectPython(request, distributions, linux, 'highest')
    if (!found) return 'none'
    const { implementation, version, variant } = found
    return `${implementation} ${formatVersion(version)} ${variant}`
  }
})

interface Listed {
  readonly implementation: string
  readonly version: string
  readonly variant: string
}

/**
 * Of the versions that uv lists, newest first, it installs the first stable one, unless the request
 * names a prerelease; `null` where it lists none, as it does for what it does not understand.
 */
async function askUv(request: string): Promise<string | null> {
  const options = ['--only-downloads', '--all-versions', '--output-format', 'json']
  const args = ['python', 'list', ...options, '--python-downloads-json-url', referenceList ?? '']
  const { stdout } = await run(typeof uv === 'string' ? '' : uv.path, [...args, request], {
    maxBuffer: 1e8,
  })
  const listed: readonly Listed[] = JSON.parse(stdout)
  const namesPrerelease = /\d(a|b|rc)\d|\.\d+-/.test(request)
  const stable = namesPrerelease
    ? undefined
    : listed.find(({ version }) => /^[\d.]+$/.test(version))
  const found = stable ?? listed[0]
  if (found === undefined) return null
  return `${found.implementation} ${found.version} ${found.variant}`
}
