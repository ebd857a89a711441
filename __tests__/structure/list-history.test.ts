import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { mergeLists, partTexts } from '../../.github/scripts/history/merge.ts'
import { neverBuiltTable } from '../../.github/scripts/history/never-built.ts'
import { readReleases } from '../../.github/scripts/history/package-index.ts'
import { collectLists } from '../../.github/scripts/history/releases.ts'
import { readIndex, readParts } from '../../.github/scripts/list-history.ts'
import { findInHistory } from '../../src/list/history.ts'
import { addressOf, readHistory } from '../../src/list/history-format.ts'
import { sharedFile } from '../support/shared-folder.ts'

const pbs = 'github.com/astral-sh/python-build-standalone/releases/download'
const linux = { arch: { family: 'x86_64', variant: null }, os: 'linux', libc: 'gnu' }
const v = (text: string) => {
  const [major, minor, patch] = text.split('.').map(Number)
  return { name: 'cpython', major, minor, patch, prerelease: '' }
}

/** Facts of three lists: uv 0.2.16 of 2024-06, 0.5.14 of 2025-01, 0.13.9 of 2026-11. */
const lists = [
  {
    'cpython-3.12.3-linux-x86_64-gnu': {
      ...{ ...v('3.12.3'), ...linux, arch: 'x86_64' },
      url: 'https://github.com/indygreg/python-build-standalone/releases/download/20240415/cpython-3.12.3%2B20240415-x86_64-unknown-linux-gnu-debug-full.tar.zst',
      sha256: 'ded92cd034b33df953c490d3343ef187ac065d1fcd78e8cee894be197c5f977e',
    },
    'cpython-3.12.3-linux-x86_64-musl': {
      ...{ ...v('3.12.3'), ...linux, arch: 'x86_64', libc: 'musl' },
      url: 'https://github.com/indygreg/python-build-standalone/releases/download/20240415/cpython-3.12.3%2B20240415-x86_64-unknown-linux-musl-lto-full.tar.zst',
      sha256: 'bf4ada23b9c52fba6e186b3d3c2ab64990c9e7a701a1f2451c8b61f897c3475b',
    },
    'cpython-3.8.2-linux-x86_64-gnu': {
      ...{ ...v('3.8.2'), ...linux, arch: 'x86_64' },
      url: 'https://github.com/indygreg/python-build-standalone/releases/download/20200418/cpython-3.8.2-x86_64-unknown-linux-gnu-pgo-20200418T2243.tar.zst',
      sha256: null,
    },
  },
  {
    'cpython-3.12.3-linux-x86_64-gnu': {
      ...{ ...v('3.12.3'), ...linux },
      url: `https://${pbs}/20240415/cpython-3.12.3%2B20240415-x86_64-unknown-linux-gnu-install_only.tar.gz`,
      sha256: 'a73ba777b5d55ca89edef709e6b8521e3f3d4289581f174c8699adfb608d09d6',
    },
    'cpython-3.12.3+freethreaded-linux-x86_64-gnu': {
      ...{ ...v('3.13.1'), ...linux },
      url: `https://${pbs}/20241219/cpython-3.13.1%2B20241219-x86_64-unknown-linux-gnu-freethreaded%2Bpgo%2Blto-full.tar.zst`,
      sha256: '065368d84d0d271cf081cf8a3599a0bfdcab00d45ddf3cde487dc5f901992ab5',
      variant: 'freethreaded',
    },
    'pypy-3.10.14-linux-x86_64-gnu': {
      ...{ ...v('3.10.14'), ...linux, name: 'pypy' },
      url: 'https://downloads.python.org/pypy/pypy3.10-v7.3.17-linux64.tar.bz2',
      sha256: 'fdcdb9b24f1a7726003586503fdeb264fd68fc37fbfcea022dcfe825a7fee18b',
    },
  },
  {
    'cpython-3.13.1+freethreaded-linux-x86_64-gnu': {
      ...{ ...v('3.13.1'), ...linux },
      url: `https://${pbs}/20250115/cpython-3.13.1%2B20250115-x86_64-unknown-linux-gnu-freethreaded%2Bpgo%2Blto-full.tar.zst`,
      sha256: '1c1cd64be626e63f5eadc6ef6f40a612741cb1d419f70a80d3c62898ebcc20d0',
      variant: 'freethreaded',
      build: '20250115',
    },
    'cpython-3.8.2-linux-x86_64-gnu': {
      ...{ ...v('3.8.2'), ...linux },
      url: `https://${pbs}/20200418/cpython-3.8.2-x86_64-unknown-linux-gnu-pgo-20200418T2243.tar.zst`,
      sha256: 'c7aa51b5deb220e2254a7e32ae7106748d5854b978762f8eb83468c8946dcdbb',
      build: '20200418',
    },
    'graalpy-3.13.0-linux-x86_64-gnu': {
      ...{ ...v('3.13.0'), ...linux, name: 'graalpy' },
      url: 'https://github.com/oracle/graalpython/releases/download/graal-25.3.4/graalpy3.13-25.3.4.1-linux-amd64.tar.gz',
      sha256: '23515b4e659d645960517b0ceedb90faa84fcb01f0f4497beca5868a1b1ae3ea',
      build: '25.3.4',
    },
  },
]

test('lists of every age become one history', () => {
  const { parts, leftOut } = mergeLists(new Map(), lists)
  expect([...partTexts(parts)].flat().join('\n')).toMatchInlineSnapshot(`
    "cpython-3.8
    https://github.com/astral-sh/python-build-standalone/releases/download/{build}/cpython-{version}-{target}-{ending}
    3.8.2 20200418 pgo-20200418T2243.tar.zst
    x86_64-unknown-linux-gnu x6pRtd6yIOIlSn4yrnEGdI1YVLl4di-OuDRoyJRtzbs

    cpython-3.12
    https://github.com/astral-sh/python-build-standalone/releases/download/{build}/cpython-{version}%2B{build}-{target}-{ending}
    3.12.3 20240415 install_only.tar.gz
    x86_64-unknown-linux-gnu pzund7XVXKie3vcJ5rhSHj89QolYHxdMhpmt-2CNCdY

    cpython-3.13
    https://github.com/astral-sh/python-build-standalone/releases/download/{build}/cpython-{version}%2B{build}-{target}-{ending}
    3.13.1 20241219 freethreaded%2Bpgo%2Blto-full.tar.zst
    x86_64-unknown-linux-gnu BlNo2E0NJxzwgc-KNZmgv9yrANRd3zzeSH3F-QGZKrU
    3.13.1 20250115 freethreaded%2Bpgo%2Blto-full.tar.zst
    x86_64-unknown-linux-gnu HBzWS-Ym5j9ercbvb0CmEnQcsdQZ9wqA08YomOvMINA

    graalpy-3.13
    https://github.com/oracle/graalpython/releases/download/graal-25.3.4/graalpy3.13-25.3.4.1-linux-amd64.tar.gz
    3.13.0 25.3.4 graalpy3.13-25.3.4.1-linux-amd64.tar.gz
    x86_64-unknown-linux-gnu I1FbTmWdZFlgUXsM7tuQ-qhPywHw9El77KWGihsa4-o

    pypy-3.10
    https://downloads.python.org/pypy/pypy3.10-v{build}-{ending}
    3.10.14 7.3.17 linux64.tar.bz2
    x86_64-unknown-linux-gnu _c25sk8adyYANYZQP96yZP1o_Df7_OoCLc_oJaf-4Ys
    "
  `)
  expect([...leftOut].map(([reason, urls]) => `${urls.size} ${reason}`)).toEqual([
    '1 debug builds',
    '1 static musl builds',
    '0 no hash in any list',
  ])
  // Every address comes out as it went in.
  const addresses = [...parts.values()].flat().map(addressOf)
  const given = lists.flatMap(list => Object.values(list).map(({ url }) => url))
  for (const address of addresses) expect(given).toContain(address)
})

test('a second time changes nothing, in whichever order the lists come', () => {
  const once = partTexts(mergeLists(new Map(), lists).parts)
  const parts = new Map(
    [...once].map(([part, text]) => [part, [...readHistory(text, () => true)]] as const),
  )
  expect(partTexts(mergeLists(parts, lists.toReversed()).parts)).toEqual(once)
})

test('of a build that was packed in several ways, the better archive stays', () => {
  const url = (ending: string) =>
    `https://${pbs}/20240814/cpython-3.12.5%2B20240814-x86_64-unknown-linux-gnu-${ending}`
  const listOf = (ending: string) => ({
    a: { ...v('3.12.5'), ...linux, url: url(ending), sha256: 'ab'.repeat(32), build: '20240814' },
  })
  const endings = ['pgo%2Blto-full.tar.zst', 'install_only_stripped.tar.gz', 'install_only.tar.gz']
  const { parts } = mergeLists(new Map(), endings.map(listOf))
  expect([...parts.values()].flat().map(addressOf)).toEqual([url('install_only_stripped.tar.gz')])
})

const file = (version: string, day: string) => ({
  filename: `uv-${version}.tar.gz`,
  url: `../../${version}`,
  hashes: { sha256: '00' },
  'upload-time': `${day}T00:00:00Z`,
})

test('the releases are read that had a build, and what it took the place of', async () => {
  const days = ['2024-07-01', '2024-07-10', '2024-07-20', '2024-08-01', '2024-08-10', '2024-09-01']
  const files = days.map((day, i) => file(`0.3.${i}`, day))
  const noise = [
    { ...file('0.2.0', '2024-01-01') },
    { ...file('0.4.0', '2024-10-01'), yanked: true },
  ]
  const releases = readReleases(
    { files: [...noise, ...files].reverse() },
    'https://a.org/simple/uv/',
  )
  expect(releases.map(({ uploaded }) => uploaded.slice(0, 10))).toEqual(days)
  expect(releases[0]?.url).toBe('https://a.org/0.3.0')
  const build = (day: string) => ({ a: { url: `https://a.org/download/${day}/a` } })
  const read: string[] = []
  await collectLists(releases, async ({ version }) => {
    read.push(version)
    // The newest list names one build; the list before it names an older one.
    return version === '0.3.5' ? build('20240805') : version === '0.3.3' ? build('20240715') : {}
  })
  expect(read.sort()).toEqual(['0.3.0', '0.3.1', '0.3.2', '0.3.3', '0.3.4', '0.3.5'])
})

test('the table of versions that were never built is made from the history', async () => {
  const page = readFileSync(new URL('../../docs/versions.md', import.meta.url), 'utf8')
  const table = neverBuiltTable(await readParts(await readIndex()))
  expect(page).toContain(`<!-- never-built:start -->\n\n${table}\n\n<!-- never-built:end -->`)
  expect(table).toContain('\n| 3.11 | .0, .2 |')
})

const oracle = sharedFile('reference/list-history.json.gz')

interface OracleEntry {
  readonly key: string
  readonly os: string
  readonly libc: string
  readonly url: string
  readonly build: string
  readonly sha256: string | null
}

/** By uv's repository, whose list had more states than uv had releases. */
test('the history has what uv has ever released', {
  tags: 'shared',
  skip: oracle === null,
}, async () => {
  const requests = (['cpython', 'pypy', 'graalpy'] as const).map(implementation => {
    return { implementation, specifier: { kind: 'any' } } as const
  })
  const found = await findInHistory(requests, () => true)
  const byAddress = new Map(found.map(each => [each.url.href, each.sha256]))
  const builds = new Set(found.map(({ key, build }) => `${key} ${build}`))
  const record: OracleEntry[] = JSON.parse(gunzipSync(readFileSync(oracle ?? '')).toString())
  const missing: Record<string, number> = {}
  for (const { key, os, libc, url, build, sha256 } of record) {
    const isStatic = key.startsWith('cpython') && libc === 'musl' && build < '20250311'
    if (os === 'emscripten' || sha256 === null || url.includes('debug') || isStatic) continue
    const address = url.replace('/indygreg/', '/astral-sh/').replaceAll('+', '%2B')
    if (byAddress.has(address)) expect(byAddress.get(address)).toBe(sha256)
    else if (!builds.has(`${key} ${build}`)) missing[build] = (missing[build] ?? 0) + 1
  }
  expect(missing).toMatchInlineSnapshot(`
    {
      "20240725": 46,
      "20250610": 108,
      "20260804": 139,
    }
  `)
})
