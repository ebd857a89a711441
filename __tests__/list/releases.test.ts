import { expect, test } from 'vitest'
import { describePlatform } from '../../src/domain/platform.ts'
import { pythonId } from '../../src/domain/python.ts'
import { fetchReleases, parseRelease } from '../../src/list/releases.ts'
import { startMirror } from '../support/mirror.ts'

const never = new AbortController().signal
const sha256 = 'ab'.repeat(32)
const root = 'https://github.com/astral-sh/python-build-standalone/releases/download/20261120/'

function release(version: string, artifacts: readonly (readonly [string, string, object?])[]) {
  return JSON.stringify({
    version,
    date: '2026-11-20T00:00:00Z',
    artifacts: artifacts.map(([platform, variant, changes]) => {
      const url = `${root}${platform}-${variant}`
      return { platform, variant, url, archive_format: 'tar.gz', sha256, ...changes }
    }),
  })
}

const linux = 'x86_64-unknown-linux-gnu'

test('of a release, the best archive for each target and variant is taken', () => {
  const line = release('3.14.9rc1+20261120', [
    [linux, 'pgo+lto+full'],
    [linux, 'install_only'],
    [linux, 'install_only_stripped'],
    [linux, 'debug+full'],
    [linux, 'freethreaded+debug+full'],
    [linux, 'freethreaded+install_only_stripped'],
    ['aarch64-apple-darwin-freethreaded', 'pgo+lto+full'],
    ['ppc64le-unknown-linux-gnu', 'install_only'],
    ['x86_64-pc-windows-msvc', 'static-noopt+full'],
    ['x86_64_v3-unknown-linux-musl', 'install_only_stripped'],
  ])
  expect(parseRelease(line, () => true).map(each => `${pythonId(each)} ${each.url.href}`)).toEqual([
    `cpython-3.14.9rc1-20261120-${linux} ${root}${linux}-install_only_stripped`,
    `cpython-3.14.9rc1-20261120-${linux}-debug ${root}${linux}-debug+full`,
    `cpython-3.14.9rc1-20261120-${linux}-freethreaded+debug ${root}${linux}-freethreaded+debug+full`,
    `cpython-3.14.9rc1-20261120-${linux}-freethreaded ${root}${linux}-freethreaded+install_only_stripped`,
    `cpython-3.14.9rc1-20261120-aarch64-apple-darwin-freethreaded ${root}aarch64-apple-darwin-freethreaded-pgo+lto+full`,
    `cpython-3.14.9rc1-20261120-powerpc64le-unknown-linux-gnu ${root}ppc64le-unknown-linux-gnu-install_only`,
    `cpython-3.14.9rc1-20261120-x86_64_v3-unknown-linux-musl ${root}x86_64_v3-unknown-linux-musl-install_only_stripped`,
  ])
})

test.each([
  ['another target', ['x86_64-unknown-beos', 'install_only']],
  ['no hash', [linux, 'install_only', { sha256: null }]],
  ['a hash that is none', [linux, 'install_only', { sha256: 'ab' }]],
  ['an address that is none', [linux, 'install_only', { url: 'here' }]],
  ['an address on this machine', [linux, 'install_only', { url: 'file:///etc/passwd' }]],
  ['static musl', ['x86_64-unknown-linux-musl', 'install_only'], '20250301'],
] as const)('an archive with %s is passed over', (_, artifact, build?: string) => {
  expect(parseRelease(release(`3.13.1+${build ?? '20261120'}`, [artifact]), () => true)).toEqual([])
})

const flavours = ['install_only_stripped', 'install_only', 'pgo+lto+full', 'lto+full', 'noopt+full']

test.each(flavours.map((flavour, index) => [flavour, flavours.slice(index)] as const))(
  '%s is better than the rest, in any order',
  (flavour, all) => {
    for (const each of [all, all.toReversed()]) {
      const line = release(
        '3.13.1+20261120',
        each.map(name => [linux, name] as const),
      )
      const [found] = parseRelease(line, () => true)
      expect(found?.url.href).toBe(`${root}${linux}-${flavour}`)
    }
  },
)

test('only what is wanted is looked at', () => {
  const line = release('3.13.1+20261120', [
    [linux, 'install_only'],
    ['aarch64-apple-darwin', 'install_only'],
  ])
  const found = parseRelease(line, ({ os }) => os === 'darwin')
  expect(found.map(({ platform }) => describePlatform(platform))).toEqual(['darwin aarch64'])
})

test('the list is read from its newest release to the first that is known', async () => {
  const builds = ['20261201', '20261201', '20261120', '20261110', '20261101']
  const lines = builds.map(build => release(`3.13.1+${build}`, [[linux, 'install_only']]))
  await using mirror = await startMirror({ files: { list: Buffer.from(lines.join('\n')) } })
  const location = { url: new URL(`${mirror.url}/list`), authorization: 'Basic abc' }
  expect(await fetchReleases(location, '20261110', { signal: never })).toEqual(lines.slice(0, 3))
  expect(await fetchReleases(location, '20991231', { signal: never })).toEqual([])
  expect(mirror.requests[0]?.headers.authorization).toBe('Basic abc')
})

test.each([
  ['<html>Please log in</html>', 'it is not JSON'],
  ['null', 'it has no releases'],
  ['{"version":"3.13.1","artifacts":[]}', 'it has no releases'],
  ['{"version":"3.13.1+20261120"}', 'it has no releases'],
  ['\n\n', 'it is empty'],
])('%j is no list of releases: %s', async (text, message) => {
  await using mirror = await startMirror({ files: { list: Buffer.from(text) } })
  const location = { url: new URL(`${mirror.url}/list`), authorization: null }
  await expect(fetchReleases(location, '20250101', { signal: never })).rejects.toThrow(message)
})
