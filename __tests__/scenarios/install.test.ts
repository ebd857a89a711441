import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, realpath, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { gate, status, times } from '../support/behaviours.ts'
import { linksFolders } from '../support/links.ts'
import { type ListEntry, listJson } from '../support/list.ts'
import { type JobResult, jobEnvironment } from '../support/runner.ts'
import {
  installationsOf,
  listPath,
  type Machine,
  type RunnerFixture,
  requestFor,
  stagingFolder,
  startRunnerFixture,
} from '../support/runner-fixture.ts'
import { sharedFile } from '../support/shared-folder.ts'
import { publishedIn } from '../support/tool-cache.ts'

const run = promisify(execFile)
const windows = process.platform === 'win32'

let runner: RunnerFixture
beforeAll(async () => {
  runner = await startRunnerFixture()
})
afterAll(() => runner.close())

/** Runs a program as the job's next step would: found on PATH, with the job's variables. */
async function nextStep(job: JobResult, program: string, ...args: string[]): Promise<string> {
  const { stdout } = await run(program, args, { env: jobEnvironment(job) })
  return stdout.trim()
}

describe('two versions on an empty machine', () => {
  let machine: Machine
  let job: JobResult

  beforeAll(async () => {
    machine = await runner.machine('a machine with spaces')
    // Neither archive is handed out before both have been asked for.
    const gates = runner.builds.map(({ path }) => {
      const held = gate()
      runner.mirror.behave(path, held.behaviour)
      return held
    })
    const running = await machine.start({
      'python-version': runner.builds.map(requestFor).join('\n'),
    })
    await Promise.all(gates.map(({ reached }) => reached))
    for (const { open } of gates) open()
    job = await running.result
    runner.mirror.clear()
  })

  it('succeeds without a word of complaint, and leaves nothing half-made', () => {
    expect(job.annotations).toEqual([])
    expect(job.exitCode).toBe(0)
    expect(existsSync(stagingFolder(machine))).toBe(false)
  })

  it('reports both, in the order of the requests, and the last one as the default', () => {
    const [older, newer] = runner.builds
    const version = `${newer.entry.major}.${newer.entry.minor}.${newer.entry.patch}`
    expect(installationsOf(job).map(({ build }) => build)).toEqual([
      older.entry.build,
      newer.entry.build,
    ])
    expect(job.outputs['python-version']).toBe(version)
    expect(JSON.parse(job.outputs['python-versions'] ?? '')).toEqual([version, version])
    expect(job.outputs['python-cache-hit']).toBe('false')
    expect(job.outputs['python-path']).toBe(installationsOf(job)[1]?.['python-path'])
  })

  it('puts the default on PATH as python, python3 and pythonX.Y', async () => {
    const { major, minor } = runner.builds[1].entry
    for (const name of ['python', 'python3', `python${major}.${minor}`]) {
      const prefix = await nextStep(job, name, '-c', 'import sys; print(sys.prefix)')
      expect(prefix).toBe(job.variables.pythonLocation)
    }
    expect(job.variables.pythonLocation).toBe(installationsOf(job)[1]?.path)
    expect(job.variables).not.toHaveProperty('LD_LIBRARY_PATH')
  })

  it('names the place of the installation everywhere in its build configuration', async () => {
    for (const { path: root, 'python-path': python } of installationsOf(job)) {
      const { stdout } = await run(python, ['-m', 'sysconfig'])
      expect(stdout).not.toMatch(/(^|[\s"'=])\/install\b/m)
      expect(stdout).toContain(`prefix = "${await realpath(root)}"`)
    }
  })

  it('builds an extension module with its own flags', async ({ skip }) => {
    skip(windows, 'Python for Windows names no compiler')
    skip(!runner.host.headers || !(await hasCompiler()), 'needs a C compiler and Python headers')
    // Compilers take the flags apart at white space: this needs a place without.
    const plain = await runner.machine()
    const built = await plain.run({ 'python-version': requestFor(runner.builds[1]) })
    const folder = path.join(plain.path, 'extension')
    await mkdir(folder)
    await writeFile(path.join(folder, 'greeting.c'), extensionSource)
    await nextStep(built, 'python', '-c', buildExtension, folder)
    const greet = `import sys; sys.path.insert(0, ${JSON.stringify(folder)}); import greeting; print(greeting.greet())`
    expect(await nextStep(built, 'python', '-c', greet)).toBe('hello')
  })

  it('installs a package with pip, and runs its program', async ({ skip }) => {
    skip(runner.host.pip === null, 'needs a Python with ensurepip')
    const project = path.join(machine.path, 'project')
    await mkdir(project)
    await writeFile(path.join(project, 'wheel.py'), makeWheel)
    const wheel = await nextStep(job, 'python', path.join(project, 'wheel.py'), project)
    await nextStep(job, 'pip', 'install', '--no-index', '--quiet', wheel)
    expect(await nextStep(job, 'greet')).toBe('hello from a package')
  })

  it('makes virtual environments', async ({ skip }) => {
    skip(runner.host.pip === null, 'needs a Python with ensurepip')
    const venv = path.join(machine.path, 'venv')
    await nextStep(job, 'python', '-m', 'venv', venv)
    const python = path.join(venv, windows ? 'Scripts/python.exe' : 'bin/python')
    const { stdout } = await run(python, ['-c', 'import sys; print(sys.base_prefix)'])
    expect(stdout.trim()).toBe(job.variables.pythonLocation)
  })

  it('is found again by the next job, which asks the network nothing', async () => {
    runner.mirror.clear()
    const again = await machine.run({ 'python-version': runner.builds.map(requestFor).join('\n') })
    expect(again.exitCode).toBe(0)
    expect(runner.mirror.requests).toEqual([])
    expect(installationsOf(again).map(({ source }) => source)).toEqual(['tool-cache', 'tool-cache'])
    expect(again.outputs['python-path']).toBe(job.outputs['python-path'])
  })

  it('is asked for anew with check-latest, and kept where it is the newest', async () => {
    runner.mirror.clear()
    const { major, minor } = runner.builds[1].entry
    const again = await machine.run({
      'python-version': requestFor(runner.builds[1]),
      'check-latest': 'true',
    })
    expect(runner.mirror.requests.map(({ path }) => path)).toEqual([listPath])
    expect(installationsOf(again)[0]?.source).toBe('tool-cache')
    expect(again.outputs['python-version']).toMatch(new RegExp(`^${major}\\.${minor}\\.`))
  })

  it('is downloaded again with reinstall', async () => {
    runner.mirror.clear()
    const again = await machine.run({
      'python-version': requestFor(runner.builds[1]),
      reinstall: 'true',
    })
    expect(again.exitCode).toBe(0)
    expect(installationsOf(again)[0]?.source).toBe('download')
    expect(runner.mirror.requestsFor(runner.builds[1].path)).toHaveLength(1)
    expect(await nextStep(again, 'python', '-c', 'print("alive")')).toBe('alive')
    expect(existsSync(stagingFolder(machine))).toBe(false)
  })
})

it('installs once what several requests ask for', async () => {
  runner.mirror.clear()
  const machine = await runner.machine()
  const request = requestFor(runner.builds[0])
  const job = await machine.run({ 'python-version': `${request}\n${request}` })
  expect(runner.mirror.requestsFor(runner.builds[0].path)).toHaveLength(1)
  expect(installationsOf(job)).toHaveLength(2)
})

it('writes a summary of what was done, always or never', async () => {
  const machine = await runner.machine()
  const inputs = { 'python-version': requestFor(runner.builds[0]) }
  const summaryOf = async (more: Record<string, string>) => {
    const { exitCode, summary } = await machine.run({ ...inputs, ...more })
    expect(exitCode).toBe(0)
    return summary
  }
  expect(await summaryOf({ 'job-summary': 'never' })).toBe('')
  expect(await summaryOf({})).toBe('')
  expect(await summaryOf({ 'job-summary': 'always' })).toContain('tool cache')
  expect(await summaryOf({ reinstall: 'true' })).toMatch(/ download [\s\S]*```mermaid/)
})

it('says what it takes where nobody has asked for anything', async () => {
  const machine = await runner.machine()
  const { exitCode, annotations, outputs } = await machine.run({})
  expect(exitCode).toBe(0)
  expect(annotations).toEqual([
    expect.objectContaining({
      level: 'notice',
      message: `No python-version is given and the workspace has no .python-version: CPython ${outputs['python-version']} is used.`,
    }),
  ])
})

it('leaves the environment alone where that is wanted', async () => {
  const machine = await runner.machine()
  const job = await machine.run({
    'python-version': requestFor(runner.builds[0]),
    'update-environment': 'false',
  })
  expect(job.pathAdditions).toEqual([])
  expect(job.variables).toEqual({})
  expect(await run(job.outputs['python-path'] ?? '', ['--version'])).toBeTruthy()
})

it('is where a virtual environment finds it after the next build, too', async ({ skip }) => {
  skip(runner.host.pip === null, 'needs a Python with ensurepip')
  skip(!linksFolders, 'no link leads to a folder here')
  const machine = await runner.machine('where environments outlive builds')
  const [older, newer] = runner.builds
  const first = await machine.run({ 'python-version': requestFor(older) })
  const environment = path.join(machine.path, 'venv')
  await nextStep(first, 'python', '-m', 'venv', '--without-pip', environment)
  // Another hosted machine, a week later.
  await machine.renew()
  const second = await machine.run({ 'python-version': requestFor(newer) })
  expect(second.outputs['python-path']).toBe(first.outputs['python-path'])
  const program = path.join(environment, windows ? 'Scripts' : 'bin', 'python')
  const { stdout } = await run(program, ['-c', 'import sys; print(sys.prefix)'])
  expect(stdout.trim()).toBe(environment)
})

describe('pip-version', () => {
  let machine: Machine
  let wheels = ''
  const inputs = () => ({ 'python-version': requestFor(runner.builds[0]) })
  const compiled = () => ({
    ...inputs(),
    'compile-bytecode': 'true',
    'pyc-invalidation-mode': 'unchecked-hash',
  })
  const offline = () => ({ PIP_NO_INDEX: '1', PIP_FIND_LINKS: wheels })
  /** The pips that installations have of ours, by their names. */
  const pips = async () => {
    const folders = await publishedIn(machine.toolCache)
    return folders.flatMap(folder => /-pip([\d.]+)/.exec(folder)?.[1] ?? []).sort()
  }

  beforeAll(async () => {
    if (runner.host.pip === null) return
    machine = await runner.machine()
    wheels = path.join(machine.workspace, 'wheels')
    const plain = await machine.run(inputs())
    for (const version of ['99.0', '99.1']) {
      await nextStep(plain, 'python', '-B', '-c', makePip, wheels, version)
    }
  })
  beforeEach(({ skip }) => skip(runner.host.pip === null, 'needs a Python with ensurepip'))

  it('has an installation of its own, compiled whole; the one without it stays what it was', async () => {
    const job = await machine.run({ ...compiled(), 'pip-version': '99.0' }, { env: offline() })
    expect(job.annotations).toEqual([])
    expect(await nextStep(job, 'pip', '--version')).toContain('pip 99.0')
    expect(await nextStep(job, 'pip3', '--version')).toContain('pip 99.0')
    const [installation] = installationsOf(job)
    const caches = await nextStep(job, 'python', '-B', '-c', listCaches)
    const kinds = caches.split('\n').map(line => line.split(' ')[0])
    expect(new Set(kinds)).toEqual(new Set(['01000000']))
    expect(caches).toMatch(/pip.__pycache__.__init__/)
    expect(installation?.bytecode).toMatchObject({ mode: 'unchecked-hash', files: kinds.length })

    // With no index to ask: it is there already, and so is its bytecode.
    const again = await machine.run({ ...compiled(), 'pip-version': '99.0' })
    expect(installationsOf(again)).toEqual([{ ...installation, source: 'tool-cache' }])
    const plain = await machine.run(inputs())
    expect(installationsOf(plain)[0]).toMatchObject({ source: 'tool-cache' })
    expect(await nextStep(plain, 'pip', '--version')).toContain(`pip ${runner.host.pip}`)
  })

  it('that is a range is what was the newest when it was installed, or with check-latest is now', async () => {
    await rm(path.join(wheels, 'pip-99.1-py3-none-any.whl'))
    const range = { ...inputs(), 'pip-version': '99.*' }
    const first = await machine.run(range, { env: offline() })
    expect(await nextStep(first, 'pip', '--version')).toContain('pip 99.0')
    await nextStep(first, 'python', '-B', '-c', makePip, wheels, '99.1')
    const later = await machine.run(range, { env: offline() })
    expect(await nextStep(later, 'pip', '--version')).toContain('pip 99.0')
    const latest = await machine.run({ ...range, 'check-latest': 'true' }, { env: offline() })
    expect(latest.annotations).toEqual([])
    expect(await nextStep(latest, 'pip', '--version')).toContain('pip 99.1')
    expect(new Set(await pips())).toEqual(new Set(['99.0', '99.1']))
  })

  it.for<[string, Readonly<Record<string, string>>]>([
    // Together, as each of them alone would have pip fail or install elsewhere.
    [
      'all of its variables',
      {
        PIP_PREFIX: '/tmp/elsewhere',
        PIP_TARGET: '/tmp/elsewhere',
        PIP_ROOT: '/tmp/elsewhere',
        PIP_USER: '1',
        PIP_DRY_RUN: '1',
        PIP_REQUIRE_VIRTUALENV: 'true',
      },
    ],
    ['a configuration file', { PIP_CONFIG_FILE: 'pip.conf' }],
    ['a configuration file below XDG_CONFIG_HOME', { XDG_CONFIG_HOME: 'config' }],
  ])('is installed with %s as without', async ([, settings], { skip }) => {
    skip(windows && 'XDG_CONFIG_HOME' in settings, 'Windows has no such folders')
    await rm(path.join(machine.toolCache, 'managed-cpython'), { recursive: true })
    const links = `[global]\nno-index = true\nfind-links = ${wheels}\n`
    const file = path.join(machine.workspace, 'config', 'pip', 'pip.conf')
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, `${links}[install]\nuser = true\nprefix = /tmp/elsewhere\n`)
    const byFile = 'PIP_CONFIG_FILE' in settings || 'XDG_CONFIG_HOME' in settings
    const named = {
      ...settings,
      ...('PIP_CONFIG_FILE' in settings ? { PIP_CONFIG_FILE: file } : {}),
      ...('XDG_CONFIG_HOME' in settings
        ? { XDG_CONFIG_HOME: path.join(machine.workspace, 'config') }
        : {}),
    }
    const env = byFile ? named : { ...offline(), ...named }
    const request = { 'python-version': requestFor(runner.builds[0]), 'pip-version': '99.0' }
    const job = await machine.run(request, { env })
    expect(job.annotations).toEqual([])
    expect(await nextStep(job, 'python', '-I', '-m', 'pip', '--version')).toContain('pip 99.0')
    expect(existsSync('/tmp/elsewhere')).toBe(false)
  })

  it('that cannot be had is an error, and nothing of it is left', async () => {
    const before = await publishedIn(machine.toolCache)
    const job = await machine.run({ ...inputs(), 'pip-version': '0.0.1' }, { env: offline() })
    expect(job.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^pip 0\.0\.1 could not be installed into CPython/),
    ])
    expect(await publishedIn(machine.toolCache)).toEqual(before)
  })
})

/** The wheel that ensurepip brings, as one of another version. */
const makePip = `
import ensurepip, glob, os, sys, zipfile
folder, version = sys.argv[1:]
[wheel] = glob.glob(os.path.join(os.path.dirname(ensurepip.__file__), '_bundled', 'pip-*.whl'))
old = os.path.basename(wheel).split('-')[1]
os.makedirs(folder, exist_ok=True)
with zipfile.ZipFile(wheel) as source, zipfile.ZipFile(os.path.join(folder, 'pip-%s-py3-none-any.whl' % version), 'w') as target:
    for name in source.namelist():
        data = source.read(name)
        if name in ('pip/__init__.py', 'pip-%s.dist-info/METADATA' % old, 'pip-%s.dist-info/RECORD' % old):
            data = data.replace(old.encode(), version.encode())
        target.writestr(name.replace('pip-%s.dist-info' % old, 'pip-%s.dist-info' % version), data)
`

/** Every cache of the standard library, with the flags in its header. */
const listCaches = `
import os, sysconfig
for folder, _, names in os.walk(sysconfig.get_path('stdlib')):
    if os.path.basename(folder) == '__pycache__':
        for name in names:
            with open(os.path.join(folder, name), 'rb') as file:
                print(file.read(8)[4:].hex(), os.path.join(folder, name))
`

describe('what cannot work ends with one error and an empty machine', () => {
  async function failure(
    inputs: Record<string, string>,
  ): Promise<{ job: JobResult; message: string }> {
    const machine = await runner.machine()
    const job = await machine.run(inputs)
    expect(job.exitCode).toBe(1)
    expect(job.annotations.map(({ level }) => level)).toEqual(['error'])
    expect(await readdir(machine.toolCache)).toEqual([])
    expect(job.outputs).toEqual({})
    expect(job.pathAdditions).toEqual([])
    runner.mirror.clear()
    return { job, message: job.annotations[0]?.message ?? '' }
  }

  it('a version that nobody has', async () => {
    const { message } = await failure({ 'python-version': '3.7.99' })
    expect(message).toContain("'3.7.99' (line 1 of the input python-version)")
  })

  it('an archive that is not the one in the list', async () => {
    const [{ key, entry, path }] = runner.builds
    const wrong: ListEntry = { ...entry, sha256: '0'.repeat(64) }
    runner.mirror.add('wrong.json', Buffer.from(JSON.stringify({ [key]: wrong })))
    const { message } = await failure({
      'python-version': requestFor(runner.builds[0]),
      'python-downloads-json-url': `${runner.mirror.url}/wrong.json`,
    })
    expect(message).toContain('0'.repeat(64))
    expect(message).toContain(entry.sha256)
    expect(message).toContain(encodeURI(path).replace('+', '%2B'))
  })

  it('an archive that is not there', async () => {
    const [{ path }] = runner.builds
    runner.mirror.behave(path, status(404))
    const { message } = await failure({ 'python-version': requestFor(runner.builds[0]) })
    expect(message).toContain('404')
    expect(message).toContain('mirror')
  })

  it.each([
    ['not JSON', '<html>', 'is not JSON'],
    ['no object', '[]', 'is not a JSON object'],
    ['empty', '{}', 'has no entry'],
    ['unusable', '{"cpython-3.13.5": {"name": "jython"}}', 'cpython-3.13.5: unusable os undefined'],
  ])('a list that is %s', async (_, text, found) => {
    runner.mirror.add('bad.json', Buffer.from(text))
    const { message } = await failure({
      'python-version': '3.13',
      'python-downloads-json-url': `${runner.mirror.url}/bad.json`,
    })
    expect(message).toContain(`${runner.mirror.url}/bad.json`)
    expect(message).toContain(found)
  })

  it('an input that makes no sense', async () => {
    const { message } = await failure({ 'python-version': '3.13', reinstall: 'maybe' })
    expect(message).toContain('reinstall')
    expect(message).toContain('"maybe"')
  })
})

it('takes lists and archives from a folder, without any network', async () => {
  const machine = await runner.machine()
  const folder = path.join(machine.path, 'offline')
  const [offer] = runner.builds
  await mkdir(path.join(folder, offer.entry.build), { recursive: true })
  await writeFile(path.join(folder, 'list.json'), listJson([offer]))
  await copyFile(offer.file, path.join(folder, offer.path))
  for (const [mirror, list] of [
    [folder, path.join(folder, 'list.json')],
    [`file://${folder}`, `file://${folder}/list.json`],
  ] as const) {
    const job = await (await runner.machine()).run({
      'python-version': requestFor(offer),
      mirror,
      'python-downloads-json-url': list,
    })
    expect(job.annotations).toEqual([])
    expect(installationsOf(job)[0]?.source).toBe('download')
  }
  expect(existsSync(path.join(folder, offer.path))).toBe(true)
})

it('asks again where the list is busy for a moment', async () => {
  runner.mirror.behave(listPath, times(2, status(503, { 'retry-after': '0' })))
  const job = await (await runner.machine()).run({ 'python-version': requestFor(runner.builds[0]) })
  expect(job.exitCode).toBe(0)
  expect(runner.mirror.requestsFor(listPath)).toHaveLength(3)
  runner.mirror.clear()
})

const needsMirror = { tags: 'shared', skip: sharedFile('python-mirror') === null }

describe('the usual and the free-threaded build of one version', needsMirror, () => {
  it.each([
    ['in one step', '3.13.15\n3.13.15t', null],
    ['in one step, the other way round', '3.13.15t\n3.13.15', null],
    ['in two steps', '3.13.15', '3.13.15t'],
    ['in two steps, the other way round', '3.13.15t', '3.13.15'],
  ])('%s: python3.13 is the usual one, and python the last', async (_, first, second) => {
    const machine = await runner.machine()
    let job = await machine.run({ 'python-version': first })
    for (const versions of second === null ? [first] : [second, second]) {
      const before: Record<string, string> = jobEnvironment(job)
      const env = { PATH: before.PATH ?? '', PKG_CONFIG_PATH: before.PKG_CONFIG_PATH ?? '' }
      job = await machine.run({ 'python-version': versions }, { env })
      // Set up again, it moves to the front and is not repeated.
      const { PATH, PKG_CONFIG_PATH }: Record<string, string> = jobEnvironment(job)
      for (const list of [PATH, PKG_CONFIG_PATH]) {
        const folders = list?.split(path.delimiter).filter(name => name.startsWith(machine.path))
        expect(folders?.length).toBeGreaterThan(0)
        expect(folders).toEqual([...new Set(folders)])
      }
    }
    const last = `${first}\n${second ?? ''}`.trimEnd().endsWith('t') ? '1' : '0'
    const gil = 'import sysconfig; print(sysconfig.get_config_var("Py_GIL_DISABLED"))'
    const says = async (program: string) => await nextStep(job, program, '-c', gil)
    expect(await says('python3.13')).toBe('0')
    expect(await says('python3.13t')).toBe('1')
    expect([await says('python'), await says('python3')]).toEqual([last, last])
    expect(await nextStep(job, 'pip3.13', '--version')).not.toContain('python3.13t')
    const environment = path.join(machine.path, 'environment')
    await nextStep(job, 'python3.13', '-m', 'venv', '--without-pip', environment)
    expect(await says(path.join(environment, 'bin', 'python'))).toBe('0')
  })
})

const extensionSource = `
#include <Python.h>
static PyObject *greet(PyObject *self, PyObject *args) { return PyUnicode_FromString("hello"); }
static PyMethodDef methods[] = {{"greet", greet, METH_NOARGS, ""}, {NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "greeting", "", -1, methods};
PyMODINIT_FUNC PyInit_greeting(void) { return PyModule_Create(&module); }
`

async function hasCompiler(): Promise<boolean> {
  return await run('cc', ['--version']).then(
    () => true,
    () => false,
  )
}

/** As build tools do it: compiler, flags and suffix are what the interpreter's sysconfig says. */
const buildExtension = `
import os, shlex, subprocess, sys, sysconfig
os.chdir(sys.argv[1])
var = sysconfig.get_config_var
compile = shlex.split(var('CC')) + shlex.split(var('CFLAGS')) + shlex.split(var('CCSHARED'))
subprocess.run(compile + ['-I' + var('INCLUDEPY'), '-c', 'greeting.c', '-o', 'greeting.o'], check=True)
subprocess.run(shlex.split(var('LDSHARED')) + ['greeting.o', '-o', 'greeting' + var('EXT_SUFFIX')], check=True)
`

/** A wheel with a program in it, made by hand: building one from sources would need the network. */
const makeWheel = `
import sys, zipfile
name = sys.argv[1] + '/greeter-1.0-py3-none-any.whl'
with zipfile.ZipFile(name, 'w') as wheel:
    wheel.writestr('greeter.py', 'def main():\\n    print("hello from a package")\\n')
    info = 'greeter-1.0.dist-info/'
    wheel.writestr(info + 'METADATA', 'Metadata-Version: 2.1\\nName: greeter\\nVersion: 1.0\\n')
    wheel.writestr(info + 'WHEEL', 'Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n')
    wheel.writestr(info + 'entry_points.txt', '[console_scripts]\\ngreet = greeter:main\\n')
    wheel.writestr(info + 'RECORD', '')
print(name)
`
