import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { basename, delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, vi } from 'vitest'
import { redirect, status } from '../support/behaviours.ts'
import { startCacheService } from '../support/cache-service.ts'
import {
  type FaultFixture,
  type FaultFixtures,
  startFaultFixtures,
} from '../support/fault-fixture.ts'
import { type End, fails, works } from '../support/fault-rows.ts'
import { defineArea } from '../support/faults.ts'
import type { Offer } from '../support/list.ts'
import { repack } from '../support/repack.ts'
import type { JobResult } from '../support/runner.ts'
import { installationsOf, listPath } from '../support/runner-fixture.ts'
import { appendEntries, systemTar, type TarEntry, tarEntries } from '../support/tar.ts'

const windows = process.platform === 'win32'
vi.setConfig({ maxConcurrency: 100 })

let fixtures: FaultFixtures
beforeAll(async () => {
  fixtures = await startFaultFixtures()
})
afterAll(() => fixtures.close())

/** Commands that we send ourselves. Another one has been slipped in. */
const ownCommands = ['add-mask', 'add-matcher', 'debug', 'endgroup', 'error', 'group']

function expectNoInjection(job: JobResult): void {
  const commands = new Set(job.commands.map(({ command }) => command))
  expect([...commands].filter(command => !ownCommands.includes(command))).toEqual([])
  expect(job.annotations.length).toBeLessThanOrEqual(1)
  expect(job.output).not.toMatch(/##\[|^\s*::(set-env|add-path)/m)
  expect(job.output).not.toContain('\u001b[31m')
}

// Archives whose hash is right: the list vouches for what is in them.

const archive = defineArea('Hostile archives')
const invalid = (text: string) => fails('ARCHIVE_INVALID', text)
const outsideOfArchive = invalid('outside of the archive')

let archives = 0

/** An offer of an archive with this content, listed with the hash that it has. */
async function offerOf(content: Buffer): Promise<Offer> {
  const { slim, folder } = fixtures
  const build = String(20250501 + archives++)
  const file = join(folder, `${build}-${basename(slim.file)}`)
  await writeFile(file, content)
  const sha256 = createHash('sha256').update(content).digest('hex')
  const renamed = (text: string) => text.replaceAll(slim.entry.build, build)
  const entry = { ...slim.entry, build, sha256, url: renamed(slim.entry.url) }
  return { key: `${slim.key}-${build}`, entry, path: renamed(slim.path), file }
}

async function withEntries(entries: readonly TarEntry[]): Promise<Offer> {
  const tar = gunzipSync(await readFile(fixtures.slim.file))
  return await offerOf(gzipSync(appendEntries(tar, entries), { level: 1 }))
}

for (const [what, end, entriesFor] of [
  [
    'a path with ..',
    outsideOfArchive,
    () => [{ type: 'file', name: 'python/../../../../../escaped', content: 'x' }],
  ],
  [
    'an absolute path',
    outsideOfArchive,
    outside => [{ type: 'file', name: outside, content: 'x' }],
  ],
  [
    'an absolute link',
    outsideOfArchive,
    outside => [{ type: 'link', name: 'python/lib/link', target: outside }],
  ],
  [
    'a link with ..',
    outsideOfArchive,
    () => [{ type: 'link', name: 'python/lib/link', target: '../../../../outside' }],
  ],
  [
    'a link over another link',
    outsideOfArchive,
    () => [
      { type: 'link', name: 'python/here', target: '.' },
      { type: 'link', name: 'python/link', target: 'here/../../outside' },
    ],
  ],
  [
    'a file that is written through a link',
    invalid('passes through a file or link'),
    () => [
      { type: 'link', name: 'python/link', target: 'lib' },
      { type: 'file', name: 'python/link/escaped', content: 'x' },
    ],
  ],
  [
    'a hard link to a file outside',
    outsideOfArchive,
    outside => [{ type: 'hardlink', name: 'python/link', target: outside }],
  ],
  [
    'a named pipe',
    invalid('is a named pipe, not a file, folder or link'),
    () => [{ type: 'fifo', name: 'python/pipe' }],
  ],
  [
    'a device',
    invalid('is a device, not a file, folder or link'),
    () => [{ type: 'device', name: 'python/null' }],
  ],
  [
    'a name that is a command',
    invalid(String.raw`a\u{a}::set-env name=INJECTED::yes`),
    () => [{ type: 'fifo', name: 'python/a\n::set-env name=INJECTED::yes' }],
  ],
  [
    'a record as we write it',
    works('which is overwritten'),
    () => [{ type: 'file', name: 'python/.managed-python.json', content: '{"layout": 1}' }],
  ],
] satisfies readonly (readonly [string, End, (outside: string) => readonly TarEntry[]])[]) {
  archive({ stage: 'extract', fault: what, end }, async ({ skip }) => {
    if (windows) skip('made of names and links that Windows has not')
    const outside = join(fixtures.folder, `outside-${archives}`)
    await using fixture = await fixtures.open({ offer: await withEntries(entriesFor(outside)) })
    const job = await fixture.run()
    expect(existsSync(outside)).toBe(false)
    for (const place of [fixtures.folder, fixture.machine.path, fixture.machine.toolCache]) {
      expect(existsSync(join(place, 'escaped'))).toBe(false)
    }
    expectNoInjection(job)
    return job
  })
}

for (const [what, end, content] of [
  ['no tar at all', invalid('it is not a tar archive'), () => gzipSync('no tar'.repeat(1000))],
  ['nothing in it', invalid('it contains no folder python'), () => gzipSync(Buffer.alloc(1024))],
  ['no gzip', invalid('incorrect header check'), () => Buffer.from('<html>')],
  ['more than 4 GiB in it', invalid('it unpacks to more than 4096 MiB'), bomb],
] as const) {
  archive({ stage: 'extract', fault: `an archive with ${what}`, end }, async () => {
    await using fixture = await fixtures.open({ offer: await offerOf(content()) })
    return await fixture.run()
  })
}

/** What it holds lies beside the installation: nothing of it comes to the disk. */
function bomb(): Buffer {
  const sizeBytes = 64 * 1024 ** 2
  const [header, zeros] = [
    tarEntries([{ type: 'file', name: 'bomb', sizeBytes }]),
    Buffer.alloc(sizeBytes),
  ]
  const member = gzipSync(Buffer.concat([header, zeros]))
  return Buffer.concat(Array.from({ length: 68 }, () => member))
}

// Lists that anyone can write.

const list = defineArea('Hostile lists')
const unusable = (text: string) => fails('LIST_INVALID', text)

for (const [what, end, change] of [
  [
    'a script in place of a URL',
    unusable('unusable url "javascript:alert(1)"'),
    'javascript:alert(1)',
  ],
  [
    'a file of this machine in a list from a server',
    unusable('unusable url "file:///etc/passwd"'),
    'file:///etc/passwd',
  ],
  ['a folder of this machine', unusable('unusable url "/etc/passwd"'), '/etc/passwd'],
] as const) {
  list({ stage: 'list', fault: what, end }, () => runWithList({ url: change }))
}

for (const [what, end, changes] of [
  ['a build that leads elsewhere', unusable('unusable build "../../.."'), { build: '../../..' }],
  ['a hash that leads elsewhere', unusable('unusable sha256 "../x"'), { sha256: '../x' }],
  [
    'a version that is a command',
    unusable('unusable prerelease'),
    { prerelease: 'rc1\n::error::x' },
  ],
  ['a name that we do not know', unusable('unusable name "../bin"'), { name: '../bin' }],
  ['a number that is a text', unusable('unusable minor'), { minor: '12;id' }],
] as const) {
  list({ stage: 'list', fault: what, end }, () => runWithList(changes))
}

async function runWithList(changes: object, key = 'x\n::set-env name=INJECTED::yes') {
  await using fixture = await fixtures.open()
  const entry = { ...fixture.offer.entry, ...changes }
  fixture.mirror.add(listPath, Buffer.from(JSON.stringify({ [key]: entry })))
  const job = await fixture.run()
  expectNoInjection(job)
  return job
}

list({ stage: 'list', fault: 'a key that leads elsewhere', end: works('it names no file') }, () =>
  runWithList({}, '../../../evil'),
)

const own = { stage: 'list', fault: 'a file of this machine in a list of this machine' }
list({ ...own, end: works() }, async () => {
  await using fixture = await fixtures.open()
  const { offer, machine } = fixture
  const url = pathToFileURL(offer.file).href
  const file = join(machine.path, 'list.json')
  await writeFile(file, JSON.stringify({ [offer.key]: { ...offer.entry, url } }))
  const job = await fixture.run({ 'python-downloads-json-url': file, mirror: '' })
  expect(fixture.mirror.requests).toEqual([])
  return job
})

list(
  {
    stage: 'list',
    fault: 'a status line that is a command',
    end: fails('LIST_UNAVAILABLE', 'could not be read: HTTP 404'),
  },
  async () => {
    await using fixture = await fixtures.open()
    await using server = await answerWith('HTTP/1.1 404 ::error::x ##[set-env name=INJECTED]yes')
    const job = await fixture.run({ 'python-downloads-json-url': server.url })
    expectNoInjection(job)
    return job
  },
)

/** A server that says this, word for word. */
async function answerWith(statusLine: string | ((request: string) => string)) {
  const server = createServer(socket => {
    socket.on('error', () => {})
    socket.once('data', bytes => {
      const line = typeof statusLine === 'string' ? statusLine : statusLine(bytes.toString())
      socket.end(`${line}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/list.json`,
    [Symbol.asyncDispose]: async () => void server.close(),
  }
}

// Inputs that came from a pull request's title.

const input = defineArea('Hostile inputs')
const request = (text: string) => fails('REQUEST_INVALID', text)
const refused = (text: string) => fails('INPUT_INVALID', text)
const noFile = (text: string) => fails('VERSION_FILE_INVALID', text)
const touch = 'touch injected'

for (const [what, end, inputs] of [
  [
    'shell text in python-version',
    request(`'3.13; ${touch}'`),
    { 'python-version': `3.13; ${touch}` },
  ],
  [
    'a substitution in python-version',
    request(`'$(${touch})'`),
    { 'python-version': `$(${touch})` },
  ],
  [
    'a command in python-version',
    request("'::set-env"),
    { 'python-version': '::set-env name=A::b' },
  ],
  [
    'a command in its second line',
    request("'::error::x'"),
    { 'python-version': '3.13\n::error::x' },
  ],
  ['an option in python-version', request("'--help'"), { 'python-version': '--help' }],
  [
    'colours in python-version',
    request(String.raw`\u{1b}[31m`),
    { 'python-version': '3.13\u001b[31m' },
  ],
  [
    'a look-alike in python-version',
    request(String.raw`'3.1\u{ff13}'`),
    { 'python-version': '3.1３' },
  ],
  [
    '100,000 characters in python-version',
    request("'33333"),
    // Windows has room for 32,767 in a variable.
    { 'python-version': '3'.repeat(windows ? 30_000 : 100_000) },
  ],
  [
    'shell text in pip-version',
    refused('The input pip-version'),
    { 'pip-version': `25.1; ${touch}` },
  ],
  [
    'an option in pip-version',
    refused('The input pip-version'),
    { 'pip-version': '--index-url=x' },
  ],
  [
    'a command in architecture',
    refused('The input architecture'),
    { architecture: 'x\n::error::x' },
  ],
  ['a command in reinstall', refused('The input reinstall'), { reinstall: 'x\n::error::x' }],
  ['another scheme in mirror', refused('The mirror'), { mirror: 'ftp://mirror.test/' }],
  [
    'shell text in mirror',
    fails('DOWNLOAD_FAILED', 'there is no folder'),
    { mirror: `$(${touch})` },
  ],
] as const) {
  input({ stage: 'inputs', fault: what, end }, async () => {
    await using fixture = await fixtures.open()
    const job = await fixture.run(inputs)
    expectNoInjection(job)
    expect(existsSync(join(fixture.machine.workspace, 'injected'))).toBe(false)
    return job
  })
}

for (const [what, end, content] of [
  ['NUL in a version file', request(String.raw`'3.13\u{0}'`), '3.13\0\n'],
  [
    'a command in a version file',
    request(String.raw`\u{1b}`),
    '3.13\u001b]0;::set-env name=A::b\n',
  ],
  ['a version file of 1 MB', request("'33333"), '3'.repeat(1_000_000)],
  ['a larger version file', noFile('is larger than 1 MiB'), '3'.repeat(2_000_000)],
  ['UTF-16 in a version file', noFile('is UTF-16 text'), Buffer.from('\ufeff3.13', 'utf16le')],
  ['a link to a secret as version file', noFile('is outside of the workspace'), 'link'],
  ['a pipe as version file', noFile('is not a regular file'), 'pipe'],
] as const) {
  input({ stage: 'inputs', fault: what, end }, async ({ skip }) => {
    if (windows && (content === 'link' || content === 'pipe')) skip('Windows has no such files')
    await using fixture = await fixtures.open()
    const { workspace } = fixture.machine
    const file = join(workspace, '.python-version')
    await mkdir(workspace, { recursive: true })
    await writeFile(join(workspace, '../secret'), 'hunter2')
    if (content === 'link') await symlink('../secret', file)
    else if (content === 'pipe') execFileSync('mkfifo', [file])
    else await writeFile(file, content)
    const job = await fixture.run({ 'python-version': '' })
    expectNoInjection(job)
    expect(job.output).not.toContain('hunter2')
    return job
  })
}

// Secrets: who gets to see them.

const secret = defineArea('Secrets')
const tokens = { 'mirror-token': 'mirror-secret', token: 'github-secret' }
const authorizations = (fixture: FaultFixture, path: string) => {
  const headers = fixture.mirror.requestsFor(path).map(request => request.headers.authorization)
  return [...new Set(headers)]
}

secret(
  { stage: 'archive', fault: 'a mirror with a token', end: works('gets it alone') },
  async () => {
    await using fixture = await fixtures.open()
    const job = await fixture.run(tokens)
    expect(authorizations(fixture, fixture.offer.path)).toEqual(['Bearer mirror-secret'])
    expect(authorizations(fixture, listPath)).toEqual([undefined])
    expectMasked(job, ['mirror-secret', 'github-secret'])
    return job
  },
)

for (const [where, to] of [
  ['another port', (other: FaultFixture) => other.mirror.url],
  ['another host', (other: FaultFixture) => other.mirror.otherUrl],
] as const) {
  secret(
    {
      stage: 'archive',
      fault: `a mirror that redirects to ${where}`,
      end: works('which gets no token'),
    },
    async () => {
      await using fixture = await fixtures.open()
      await using other = await fixtures.open()
      const { path } = fixture.offer
      fixture.mirror.behave(path, redirect(`${to(other)}/${path.replace('+', '%2B')}`))
      const job = await fixture.run(tokens)
      expect(authorizations(fixture, path)).toEqual(['Bearer mirror-secret'])
      expect(authorizations(other, path)).toEqual([undefined])
      return job
    },
  )
}

const basic = Buffer.from('user:p@ss').toString('base64')
secret(
  { stage: 'archive', fault: 'credentials in the URL of a mirror', end: works('they are masked') },
  async () => {
    await using fixture = await fixtures.open()
    const mirror = fixture.mirror.url.replace('//', '//user:p%40ss@')
    const job = await fixture.run({ mirror })
    expect(authorizations(fixture, fixture.offer.path)).toEqual([`Basic ${basic}`])
    expectMasked(job, ['p%40ss', 'p@ss', basic])
    return job
  },
)

secret(
  {
    stage: 'list',
    fault: 'a signed address',
    end: fails('LIST_UNAVAILABLE', 'list.json?sv=***&sig=***'),
  },
  async () => {
    await using fixture = await fixtures.open()
    fixture.mirror.behave('list.json', status(403))
    const address = `${fixture.mirror.url}/list.json?sv=1&sig=WRONG%2FSECRET`
    const job = await fixture.run(
      { 'python-downloads-json-url': address },
      { env: { RUNNER_DEBUG: '1' } },
    )
    expectMasked(job, ['WRONG%2FSECRET', 'WRONG/SECRET'])
    expect(job.output.replaceAll(/^::add-mask::.*/gm, '')).not.toContain('WRONG')
    return job
  },
)

secret(
  {
    stage: 'inputs',
    fault: 'credentials in a malformed proxy variable',
    end: fails('INPUT_INVALID', 'The variable https_proxy'),
  },
  async () => {
    await using fixture = await fixtures.open()
    const job = await fixture.run({}, { env: { https_proxy: 'socks5://user:hunter2@proxy.test' } })
    expect(job.text).not.toContain('hunter2')
    return job
  },
)

secret(
  {
    stage: 'list',
    fault: 'a server that repeats what it is sent',
    end: fails('LIST_UNAVAILABLE', 'HTTP 404'),
  },
  async () => {
    await using fixture = await fixtures.open()
    const echo = (text: string) => `HTTP/1.1 404 ${/^authorization: (.*)$/im.exec(text)?.[1]}`
    await using server = await answerWith(echo)
    const address = server.url.replace('//', '//user:p%40ss@')
    const job = await fixture.run({ 'python-downloads-json-url': address })
    expect(job.output).toContain(`HTTP 404 Basic ${basic}`)
    expect(job.text).toContain('HTTP 404 Basic ***')
    expectMasked(job, [basic])
    return job
  },
)

secret(
  {
    stage: 'inputs',
    fault: 'credentials in an address that is none',
    end: refused('The mirror is'),
  },
  async () => {
    await using fixture = await fixtures.open()
    const job = await fixture.run({ mirror: 'ftp://user:p%40ss@mirror.test' })
    expectMasked(job, ['p%40ss'])
    expect(job.text).not.toContain('p%40ss')
    return job
  },
)

/** The runner hears of secrets before it hears anything else, and shows none of them. */
function expectMasked(job: JobResult, secrets: readonly string[]): void {
  expect(job.masks).toEqual(expect.arrayContaining([...secrets]))
  const lines = job.output.split('\n')
  const masking = lines.findLastIndex(line => line.startsWith('::add-mask::'))
  expect(lines.slice(0, masking).filter(line => !line.startsWith('::add-mask::'))).toEqual([])
  for (const each of secrets) expect(job.text).not.toContain(each)
}

secret(
  {
    stage: 'verify, compile',
    fault: 'an interpreter that writes down its environment',
    end: works('and finds no secret there'),
  },
  async ({ skip }) => {
    if (windows) skip('needs a script in place of a program')
    const dump = join(fixtures.folder, 'environment')
    const { slim, folder } = fixtures
    const name = `python${slim.entry.major}.${slim.entry.minor}`
    const offer = await repack(slim, {
      build: '20250601',
      folder,
      edit: async root => {
        const program = join(root, 'bin', name)
        await writeFile(`${program}-real`, await readFile(program), { mode: 0o755 })
        const real = `"$(dirname "$(realpath "$0")")/${name}-real"`
        await writeFile(program, `#!/bin/sh\nenv >> '${dump}'\nexec ${real} "$@"\n`)
      },
    })
    await using fixture = await fixtures.open({ offer })
    const job = await fixture.run({ ...tokens, 'compile-bytecode': 'true' }, { env: jobSecrets })
    const seen = (await readFile(dump, 'utf8')).split('\n').map(line => line.split('=')[0] ?? '')
    const allowed = /^(PATH|HOME|LANG|LC_\w+|TZ|TMPDIR|USER|LOGNAME|PWD|SHLVL|OLDPWD|_|)$/
    expect([...new Set(seen)].filter(variable => !allowed.test(variable))).toEqual([])
    expect(seen.length).toBeGreaterThan(2)
    return job
  },
)

secret(
  {
    stage: 'restore, save',
    fault: 'a tar that writes down its environment',
    end: works('and finds no secret there'),
  },
  async ({ skip }) => {
    if (windows) skip('its tar is found without PATH')
    await using fixture = await fixtures.open()
    await using service = await startCacheService()
    const dump = join(fixtures.folder, 'environment-of-tar')
    const tar = systemTar()
    const script = `#!/bin/sh\nenv >> '${dump}'\nexec '${tar}' "$@"\n`
    await writeFile(join(fixture.machine.path, 'tar'), script, { mode: 0o755 })
    const PATH = [fixture.machine.path, process.env.PATH].join(delimiter)
    const env = { ...jobSecrets, ...service.environment, PATH }
    const inputs = { ...tokens, 'cache-python': 'true' }
    expect(service.environment).toHaveProperty('ACTIONS_RUNTIME_TOKEN')
    expect(installationsOf(await fixture.run(inputs, { env }))[0]?.source).toBe('download')
    await fixture.machine.renew()
    const job = await fixture.run(inputs, { env })
    expect(installationsOf(job)[0]?.source).toBe('cache')
    const seen = await readFile(dump, 'utf8')
    expect(seen).not.toMatch(/TOKEN|SECRET|INPUT_|TAR_OPTIONS|-secret/)
    expect(seen).toContain('MSYS=')
    return job
  },
)

/** What a job has lying around, and no child of ours has any use for. */
const jobSecrets = {
  GITHUB_TOKEN: 'github-secret',
  ACTIONS_RUNTIME_TOKEN: 'runtime-secret',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'id-secret',
  AWS_SECRET_ACCESS_KEY: 'cloud-secret',
  PYTHONSTARTUP: '/nowhere',
  TAR_OPTIONS: '--to-command=false',
  LD_PRELOAD: '',
}
