import { execFile } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import {
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { layoutOf, stdlibFolder } from '../../src/domain/layout.ts'
import { stall } from '../support/behaviours.ts'
import { type DiskOptions, mountDisk } from '../support/disk.ts'
import { offeredDistribution } from '../support/distributions.ts'
import { type FaultFixtures, startFaultFixtures } from '../support/fault-fixture.ts'
import { type End, fails, works } from '../support/fault-rows.ts'
import { defineArea } from '../support/faults.ts'
import { listJson, type Offer } from '../support/list.ts'
import { repack } from '../support/repack.ts'
import { installationsOf, listPath } from '../support/runner-fixture.ts'
import { projectFolder } from '../support/shared.ts'

const run = promisify(execFile)
const windows = process.platform === 'win32'
vi.setConfig({ maxConcurrency: 100 })

/** What an installation is on disk, while it is made and at the end. */
interface Needs {
  readonly archiveBytes: number
  readonly treeBytes: number
  readonly treeEntries: number
}

let fixtures: FaultFixtures
/** A Python without any of the programs that we make where they are missing. */
let bare: Offer
let needs: Needs
beforeAll(async () => {
  fixtures = await startFaultFixtures()
  bare = await edited(async root => {
    if (windows) return
    for (const name of await readdir(join(root, 'bin'))) {
      if (name !== basename(programIn(root))) await rm(join(root, 'bin', name))
    }
  })
  needs = await measureNeeds()
})
afterAll(() => fixtures.close())

async function measureNeeds(): Promise<Needs> {
  await using fixture = await fixtures.open({ offer: bare })
  const { toolCache } = fixture.machine
  await mkdir(toolCache, { recursive: true })
  const disk = await mountDisk(toolCache, {})
  await fixture.run()
  const { sizeBytes = 0, entries = 0 } = (await disk?.usage()) ?? {}
  await disk?.remove()
  const { size: archiveBytes } = await stat(bare.file)
  // Beside the tree there are the root, two folders above the tree, the marker, and the link.
  return { archiveBytes, treeBytes: sizeBytes, treeEntries: entries - 5 }
}

const machine = defineArea('Machine')

/** A job on a disk of this size; afterwards one on a disk that is large enough. */
function onDisk(
  stage: string,
  what: string,
  end: End,
  options: () => DiskOptions,
  inputs: Readonly<Record<string, string>> = {},
): void {
  machine({ stage, fault: what, end }, async ({ skip, onTestFinished }) => {
    await using fixture = await fixtures.open({ offer: bare })
    const { toolCache } = fixture.machine
    await mkdir(toolCache, { recursive: true })
    const disk = await mountDisk(toolCache, options())
    if (disk === null) skip('needs root on Linux, to mount a small disk')
    onTestFinished(() => disk?.remove())
    const job = await fixture.run(inputs)
    await disk?.change({ sizeBytes: 1024 ** 3, entries: 100_000 })
    expect((await fixture.run()).exitCode).toBe(0)
    return job
  })
}

const full = (text: string) => fails('DISK_FAILED', text)
// The job's folder in staging makes two more entries, and the root one.
onDisk('staging', 'disk full', full('cannot be written to (ENOSPC)'), () => ({ entries: 2 }))
onDisk('download', 'disk full', full('MB free, and a version takes about 150 MB'), () => ({
  sizeBytes: needs.archiveBytes / 2,
}))
onDisk('extract', 'disk full', full('The disk was full while'), () => ({
  sizeBytes: needs.archiveBytes + needs.treeBytes / 2,
}))
onDisk(
  'extract',
  'no room for more files',
  full('more files, and a version takes about 3,000'),
  () => ({
    entries: Math.floor(needs.treeEntries / 2),
  }),
)
onDisk('programs', 'no room for more files', full('The disk was full (ENOSPC): '), () => ({
  entries: needs.treeEntries + 1,
}))
onDisk(
  'compile',
  'no room for more files',
  fails('COMPILE_FAILED', 'cannot be written to (ENOSPC): '),
  () => ({ entries: needs.treeEntries + 10 }),
  { 'compile-bytecode': 'true' },
)
onDisk('record', 'no room for more files', full('The disk was full (ENOSPC): '), () => ({
  entries: needs.treeEntries + 2,
}))
onDisk('publish', 'no room for more files', full('could not be put in place'), () => ({
  entries: needs.treeEntries + 3,
}))
onDisk('publish', 'no room for the marker', full('could not be put in place'), () => ({
  entries: needs.treeEntries + 5,
}))
onDisk('staging', 'read-only tool cache', full('cannot be written to (EROFS)'), () => ({
  readOnly: true,
}))

for (const [what, inputs, end] of [
  ['the version', {}, works()],
  [
    'the version, bytecode wanted',
    { 'compile-bytecode': 'true' },
    fails('COMPILE_FAILED', 'cannot be written to (EROFS)'),
  ],
  ['the latest version', { 'check-latest': 'true' }, works()],
] as const) {
  machine(
    { stage: 'find', fault: `read-only tool cache that has ${what}`, end },
    async ({ skip, onTestFinished }) => {
      await using fixture = await fixtures.open()
      const { toolCache } = fixture.machine
      await mkdir(toolCache, { recursive: true })
      const disk = await mountDisk(toolCache, {})
      if (disk === null) skip('needs root on Linux, to mount a disk')
      onTestFinished(() => disk?.remove())
      await fixture.run()
      await disk?.change({ readOnly: true })
      return await fixture.run(inputs)
    },
  )
}

machine(
  {
    stage: 'staging',
    fault: 'a file in place of the tool cache',
    end: full('cannot be written to (E'),
  },
  async () => {
    await using fixture = await fixtures.open()
    const file = join(fixture.machine.path, 'file')
    await writeFile(file, '')
    return await fixture.run({}, { env: { RUNNER_TOOL_CACHE: file } })
  },
)

// Containers and self-made runners lack variables.

for (const [missing, place] of [
  [['RUNNER_TOOL_CACHE'], 'beside RUNNER_TEMP'],
  [['RUNNER_TEMP'], 'in RUNNER_TOOL_CACHE'],
  [['RUNNER_TOOL_CACHE', 'RUNNER_TEMP'], 'below the home folder'],
  [['RUNNER_TOOL_CACHE', 'RUNNER_TEMP', 'GITHUB_WORKSPACE'], 'below the home folder'],
] as const) {
  machine(
    { stage: 'find', fault: `no ${missing.join(', no ')}`, end: works(`installs ${place}`) },
    async () => {
      await using fixture = await fixtures.open()
      const { path } = fixture.machine
      const env = Object.fromEntries(missing.map(name => [name, undefined]))
      const job = await fixture.run({}, { env })
      expect(installationsOf(job)[0]?.path.startsWith(path)).toBe(true)
      return job
    },
  )
}

// Names of folders that a program could trip over; the whole way, and the way back from the tool cache.

for (const [what, name, possible] of [
  ['spaces', 'a  folder', true],
  ['quotes', `it's "quoted"`, !windows],
  ['characters beyond ASCII', 'Größe 数', true],
  ['brackets and braces', '[1] {a,b} *', !windows],
  ['what a shell would expand', '$(exit 3) `x` $HOME;&', !windows],
  ['a percent sign and a hash', '100%25#1', true],
  ['a backslash', 'back\\slash', !windows],
] as const) {
  machine({ stage: 'all', fault: `a path with ${what}`, end: works() }, async ({ skip }) => {
    if (!possible) skip('not possible in names of files here')
    await using fixture = await fixtures.open({ name })
    const inputs = { 'compile-bytecode': 'true' }
    expect(await fixture.run(inputs)).toMatchObject({ exitCode: 0, annotations: [] })
    return await fixture.run(inputs)
  })
}

machine(
  { stage: 'extract', fault: 'no tar', end: works('nothing that is unpacked needs one') },
  async () => {
    await using fixture = await fixtures.open()
    return await fixture.run({}, { env: { PATH: fixture.machine.path } })
  },
)

// Interpreters that are not for this machine.

const broken = (text: string) => fails('INTERPRETER_BROKEN', text)
for (const [what, end, program] of [
  // Not every C library hands such a file to a shell.
  ['no program at all', broken('does not work on this machine'), () => 'hello'],
  [
    'a program that ends at once',
    broken('exit code 3'),
    () => '#!/bin/sh\necho oh dear >&2; exit 3\n',
  ],
  [
    'a program that crashes',
    broken('does not work on this machine'),
    () => '#!/bin/sh\nkill -11 $$\n',
  ],
  [
    'one that lies about itself',
    broken('it says that it is Python "3.0.0"'),
    () => '#!/bin/sh\nprintf "3.0.0\\n\\n\\n/"\n',
  ],
] as const) {
  machine(
    { stage: 'verify-interpreter', fault: `an interpreter that is ${what}`, end },
    async ({ skip }) => {
      if (windows) skip('needs scripts in place of programs')
      await using fixture = await fixtures.open({ offer: await withProgram(program()) })
      return await fixture.run()
    },
  )
}

machine(
  {
    stage: 'verify-interpreter',
    fault: 'an interpreter that is made for another libc',
    end: broken('cannot be started'),
  },
  async ({ skip }) => {
    const offer = await edited(async root => {
      const program = await readFile(programIn(root), 'latin1')
      // The loader that the program asks for: /lib64/ld-linux-x86-64.so.2.
      const foreign = program.replace(/(?<=\0\/lib\w*\/)ld(?=-)/, 'no')
      await writeFile(programIn(root), foreign, 'latin1')
      if (foreign === program) skip('needs a program with a loader')
    })
    await using fixture = await fixtures.open({ offer })
    return await fixture.run()
  },
)

function withProgram(content: string): Promise<Offer> {
  return edited(async root => {
    await rm(programIn(root))
    await writeFile(programIn(root), content, { mode: 0o755 })
  })
}

machine(
  {
    stage: 'resolve',
    fault: 'a libc that nothing is offered for',
    end: fails('REQUEST_UNMATCHED', 'it exists for other platforms only'),
  },
  async ({ skip }) => {
    if (process.platform !== 'linux') skip('one libc only')
    await using fixture = await fixtures.open()
    const libc = fixture.offer.entry.libc === 'musl' ? 'gnu' : 'musl'
    return await fixture.run({ libc })
  },
)

it('says of what nobody foresaw that it is unexpected, once, with the stack for those who debug', async () => {
  await using fixture = await fixtures.open()
  fixture.mirror.behave(listPath, stall())
  const bug = join(fixtures.folder, 'bug.mjs')
  await writeFile(bug, 'setTimeout(() => { throw new Error("boom") }, 1500)')
  const options = `--import=${pathToFileURL(bug).href}`
  const job = await fixture.run({}, { env: { NODE_OPTIONS: options } })
  expect(job.annotations).toEqual([
    {
      level: 'error',
      message: expect.stringMatching(/^boom\. This is unexpected. Please report it/),
      properties: { title: 'UNEXPECTED' },
    },
  ])
  expect(job.exitCode).toBe(1)
  expect(job.debug.join('\n')).toContain('Error: boom')
  expect(job.text.split('\n').filter(line => /^(\s*at |Error: boom)/.test(line))).toEqual([])
})

// What is in the tool cache, and is not what it was.

const integrity = defineArea('Integrity')

const anew = works('installs again')
for (const [what, damage] of [
  ['its record is gone', (root: string) => rm(recordIn(root))],
  ['its record is garbage', (root: string) => writeFile(recordIn(root), '{"id": 1}')],
  ['its interpreter is gone', (root: string) => rm(programIn(root))],
  ['its interpreter is empty', (root: string) => truncate(programIn(root), 0)],
  ['its marker is gone', (root: string) => rm(`${root}.complete`)],
  ['a file is in its place', replaceByFile],
] as const) {
  integrity({ stage: 'tool cache', fault: what, end: anew }, async () => {
    await using fixture = await fixtures.open()
    const [installation] = installationsOf(await fixture.run())
    // Its own folder, not the link that leads there.
    await damage(await realpath(installation?.path ?? ''))
    const job = await fixture.run()
    expect(installationsOf(job)[0]).toMatchObject({ path: installation?.path, source: 'download' })
    expect(installationsOf(await fixture.run())[0]?.source).toBe('tool-cache')
    return job
  })
}

async function replaceByFile(root: string): Promise<void> {
  await rm(root, { recursive: true })
  await writeFile(root, '')
}

integrity({ stage: 'tool cache', fault: 'it was moved', end: anew }, async () => {
  await using fixture = await fixtures.open()
  const { toolCache, path } = fixture.machine
  await fixture.run()
  const moved = join(path, 'moved')
  await rename(toolCache, moved)
  const job = await fixture.run({}, { toolCache: moved })
  expect(installationsOf(job)[0]?.source).toBe('download')
  return job
})

const damaged = { stage: 'tool cache', fault: 'a file of its library is damaged' }
integrity({ ...damaged, end: works('not noticed; `reinstall` repairs it') }, async () => {
  await using fixture = await fixtures.open()
  const [installation] = installationsOf(await fixture.run())
  const library = stdlibFolder(offeredDistribution(fixture.offer))
  const file = join(installation?.path ?? '', library, 'os.py')
  const text = await readFile(file, 'utf8')
  await writeFile(file, 'damaged')
  expect(installationsOf(await fixture.run())[0]?.source).toBe('tool-cache')
  const job = await fixture.run({ reinstall: 'true' })
  expect(await readFile(file, 'utf8')).toBe(text)
  return job
})

const rebuilt = { stage: 'tool cache', fault: 'the list has another archive of the same build' }
integrity({ ...rebuilt, end: works('installs again with `check-latest`') }, async () => {
  await using fixture = await fixtures.open()
  await fixture.run()
  const { slim, folder } = fixtures
  const { build } = slim.entry
  const other = await repack(slim, {
    build,
    folder: join(folder, 'rebuilt'),
    edit: root => writeFile(join(root, 'new'), ''),
  })
  fixture.mirror.add(listPath, Buffer.from(listJson([{ ...other, key: slim.key }])))
  fixture.mirror.add(slim.path, other.file)
  const job = await fixture.run({ 'check-latest': 'true' })
  expect(installationsOf(job)[0]?.source).toBe('download')
  return job
})

let edits = 0

/** The slim Python with one change, as a build of its own. */
async function edited(edit: (root: string) => Promise<void>): Promise<Offer> {
  const { slim, folder } = fixtures
  return await repack(slim, { build: String(20250401 + edits++), folder, edit })
}

function recordIn(root: string): string {
  return join(root, '.managed-python.json')
}

function programIn(root: string): string {
  const { major, minor } = fixtures.slim.entry
  return windows ? join(root, 'python.exe') : join(root, 'bin', `python${major}.${minor}`)
}

for (const variable of ['GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY']) {
  const isSummary = variable === 'GITHUB_STEP_SUMMARY'
  const end: End = isSummary
    ? works('and warns: The job summary could not be written')
    : fails('RUNNER_FILE_FAILED', `The runner's file ${variable}`)
  const fault = `${variable} cannot be written to`
  machine({ stage: isSummary ? 'summary' : 'inputs', fault, end }, async () => {
    await using fixture = await fixtures.open()
    const file = join(fixture.machine.path, 'a folder')
    await mkdir(file, { recursive: true })
    const job = await fixture.run({}, { env: { [variable]: file } })
    const warnings = job.annotations.filter(({ level }) => level === 'warning')
    expect(warnings.map(({ message }) => message)).toEqual(
      isSummary ? [expect.stringContaining('The job summary could not be written')] : [],
    )
    return job
  })
}

/** Runs a program as root; `false`: this system does not let us. */
async function asRoot(program: string, ...args: readonly string[]): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  return await run(program, args).then(
    () => true,
    () => false,
  )
}
const needsMount = 'needs root on Linux, to mount a file system'

machine(
  {
    stage: 'verify-interpreter',
    fault: 'a tool cache on a mount without programs (noexec)',
    end: fails('MACHINE_LIMIT', 'does not let programs run from its folder (EACCES)'),
  },
  async ({ skip, onTestFinished }) => {
    await using fixture = await fixtures.open()
    const { toolCache } = fixture.machine
    await mkdir(toolCache, { recursive: true })
    const options = ['-t', 'tmpfs', '-o', 'noexec,size=1g', 'tmpfs', toolCache]
    if (!(await asRoot('mount', ...options))) skip(needsMount)
    onTestFinished(async () => void (await asRoot('umount', '-l', toolCache)))
    return await fixture.run()
  },
)

for (const [stage, fault, limit, text] of [
  ['start', 'a limit of 24 open files', 'NOFILE, 24', 'cannot open more files (EMFILE)'],
  ['download', 'a limit of 2 MB for files', 'FSIZE, 2_000_000', 'write files of this size (EFBIG)'],
] as const) {
  machine({ stage, fault, end: fails('MACHINE_LIMIT', text) }, async ({ skip }) => {
    skip(windows, 'Windows has no such limit')
    await using fixture = await fixtures.open()
    const node = join(fixture.machine.path, 'node')
    const [name, number] = limit.split(', ')
    // A shell would lose the variables of inputs, as their names are none of its own.
    const program = `#!/usr/bin/env python3
import os, resource, sys
resource.setrlimit(resource.RLIMIT_${name}, (${number}, ${number}))
os.execv(${JSON.stringify(process.execPath)}, ['node', *sys.argv[1:]])
`
    await writeFile(node, program, { mode: 0o755 })
    return await fixture.run({}, { node })
  })
}

for (const what of ['reinstall: true', 'an interpreter that was cut to nothing'] as const) {
  machine(
    {
      stage: 'publish',
      fault: `an install in a lower layer of an overlay, and ${what}`,
      end: works(),
    },
    async ({ skip, onTestFinished }) => {
      await using fixture = await fixtures.open()
      const { toolCache, path } = fixture.machine
      const [found] = installationsOf(await fixture.run())
      const [lower, upper, work] = ['lower', 'upper', 'work'].map(name => join(path, name))
      if (lower === undefined || upper === undefined || work === undefined)
        throw new Error('no names')
      await rename(toolCache, lower)
      for (const folder of [toolCache, upper, work]) await mkdir(folder)
      const options = `lowerdir=${lower},upperdir=${upper},workdir=${work}`
      // An overlay on an overlay, as in a container, is refused.
      if (!(await asRoot('mount', '-t', 'overlay', 'overlay', '-o', options, toolCache)))
        skip(needsMount)
      onTestFinished(async () => void (await asRoot('umount', '-l', toolCache)))
      if (what === 'reinstall: true') return await fixture.run({ reinstall: 'true' })
      const python = offeredDistribution(fixture.offer)
      await truncate(join(found?.path ?? '', layoutOf(python).executable))
      return await fixture.run()
    },
  )
}

for (const what of ['a mount', 'a link to another volume'] as const) {
  machine(
    { stage: 'publish', fault: `the folder of all installations is ${what}`, end: works() },
    async ({ skip, onTestFinished }) => {
      await using fixture = await fixtures.open()
      const { toolCache, path } = fixture.machine
      const tool = join(toolCache, 'managed-cpython')
      const volume = what === 'a mount' ? tool : join(path, 'volume')
      await mkdir(volume, { recursive: true })
      await mkdir(toolCache, { recursive: true })
      if (!(await asRoot('mount', '-t', 'tmpfs', '-o', 'size=1g', 'tmpfs', volume)))
        skip(needsMount)
      onTestFinished(async () => void (await asRoot('umount', '-l', volume)))
      if (volume !== tool) await symlink(volume, tool)
      const job = await fixture.run({ 'compile-bytecode': 'true' })
      expect((await fixture.run({ reinstall: 'true' })).exitCode).toBe(0)
      return job
    },
  )
}

machine(
  {
    stage: 'compile',
    fault: 'an installation that belongs to somebody else',
    end: fails('COMPILE_FAILED', '__pycache__ cannot be written to (EACCES)'),
  },
  async ({ skip }) => {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) skip('needs root on Linux')
    if (!isOpenToOthers(projectFolder)) skip('needs a checkout that other users may read')
    await using fixture = await fixtures.open()
    const [found] = installationsOf(await fixture.run())
    await run('chmod', ['-R', 'a+rX', fixture.machine.path])
    for (const folder of ['job-2', 'job-3']) {
      await mkdir(join(fixture.machine.path, folder), { recursive: true })
      await run('chmod', ['777', join(fixture.machine.path, folder)])
    }
    const job = await fixture.run({ 'compile-bytecode': 'true' }, { uid: 65534 })
    expect(job.annotations[0]?.message.split('\n')).toHaveLength(1)
    expect(existsSync(found?.path ?? '')).toBe(true)
    return job
  },
)

/** Whether users other than its owner may look into a folder, and into all above it. */
function isOpenToOthers(folder: string): boolean {
  const isOpen = (statSync(folder).mode & 0o001) !== 0
  return isOpen && (dirname(folder) === folder || isOpenToOthers(dirname(folder)))
}
