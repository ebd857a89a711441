import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Distribution } from '../../src/domain/distribution.ts'
import type { Platform } from '../../src/domain/platform.ts'
import { parseRequest } from '../../src/domain/request/parse-request.ts'
import type { VersionRequest } from '../../src/domain/request/request.ts'
import { selectPython } from '../../src/domain/request/selection.ts'
import { findInHistory } from '../../src/list/history.ts'
import { parseList } from '../../src/list/parse.ts'
import { hosts } from '../support/hosts.ts'
import { sharedFile } from '../support/shared-folder.ts'

interface Asked {
  readonly text: string
  /** `null`: refused. */
  readonly request: VersionRequest | null
  readonly runner: string
  readonly count: number
}

function readAsked(): readonly Asked[] {
  const text = readFileSync(new URL('./setup-python-requests.txt', import.meta.url), 'utf8')
  const rows = [...text.matchAll(/^(?!#)(\S.*)\n {4}(.*)$/gm)]
  return rows.flatMap(([, line = '', runners = '']) => {
    const [text = '', ...inputs] = line.split(' | ')
    const options = {
      freethreaded: inputs.includes('freethreaded'),
      allowPrereleases: inputs.includes('allow-prereleases'),
      architecture: null,
      libc: null,
    }
    return runners.split(', ').map(part => {
      const [count, runner = ''] = part.split(' ')
      return { text, request: understand(text, options), runner, count: Number(count) }
    })
  })
}

function understand(text: string, options: Parameters<typeof parseRequest>[2]) {
  try {
    return parseRequest(text, { kind: 'default' }, options)
  } catch {
    return null
  }
}

function machineOf(runner: string): Platform {
  const isArm = runner.endsWith('-arm') || runner === 'macos-latest'
  const family = isArm ? 'aarch64' : 'x86_64'
  const os = { u: 'linux', w: 'windows', m: 'darwin' }[runner.charAt(0)]
  const platform = hosts[`${os}-${family}-${os === 'linux' ? 'gnu' : 'none'}`]
  if (platform === undefined) throw new Error(`no host for ${runner}`)
  return platform
}

/** How many askings of each request nothing answers. */
function unanswered(asked: readonly Asked[], pythons: readonly Distribution[]) {
  const counts: Record<string, number> = {}
  for (const { text, request, runner, count } of asked) {
    const answer = request && selectPython(request, pythons, machineOf(runner), 'highest')
    if (answer === null) counts[text] = (counts[text] ?? 0) + count
  }
  return counts
}

const asked = readAsked()

test('what the workflows of setup-python ask for is in the history, but for nightly builds', async () => {
  expect(asked.reduce((sum, { count }) => sum + count, 0)).toBe(1050)
  const requests = asked.flatMap(({ request }) => request ?? [])
  const history = await findInHistory(requests, () => true)
  expect(unanswered(asked, history)).toEqual({ 'pypy-3.11-nightly': 6, 'pypy3.11-nightly': 6 })
})

const list = sharedFile('reference/uv-download-metadata.json')

test('of these, a list alone has fewer', { tags: 'shared', skip: list === null }, () => {
  const { distributions } = parseList(readFileSync(list ?? '', 'utf8'), 'https://example.org/list')
  expect(unanswered(asked, distributions)).toEqual({
    'graalpy-23.1': 6,
    'graalpy-24.1.2': 5,
    'graalpy-25.0': 4,
    'graalpy23.1': 6,
    'graalpy25.0': 4,
    'pypy-3.11-nightly': 6,
    'pypy3.11-7.3.18': 6,
    'pypy3.11-nightly': 6,
  })
})
