import { readFileSync } from 'node:fs'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { requireAttestation } from '../../src/attestation/attestation.ts'
import { compileFailure, type Trouble } from '../../src/bytecode/failure.ts'
import { createCompilePool } from '../../src/bytecode/pool.ts'
import { ActionError, type ErrorCode } from '../../src/domain/errors.ts'
import { platformOf } from '../../src/domain/host-platform.ts'
import { parseRequest } from '../../src/domain/request/parse-request.ts'
import type { Origin } from '../../src/domain/request/request.ts'
import { explainUnmatched } from '../../src/domain/request/unmatched.ts'
import { parseBoolean } from '../../src/inputs/environment.ts'
import { parseVersionFile, readVersionFile } from '../../src/inputs/version-files.ts'
import { checkChecksum, requireChecksum } from '../../src/install/checksum.ts'
import { explainDiskError } from '../../src/install/disk-error.ts'
import { downloadArchive, downloadLimits } from '../../src/install/download.ts'
import { extractArchive } from '../../src/install/extract.ts'
import { verifyInterpreter } from '../../src/install/interpreter.ts'
import { lockInstallation, waitForChanges } from '../../src/install/lock.ts'
import { installPip } from '../../src/install/pip.ts'
import { scanTree } from '../../src/install/scan.ts'
import { createStaging } from '../../src/install/staging.ts'
import { installationOf, publish } from '../../src/install/tool-cache.ts'
import { fetchList } from '../../src/list/fetch.ts'
import { parseList } from '../../src/list/parse.ts'
import { describeFailure } from '../../src/report/failure.ts'
import { distribution, recordOfPython } from '../support/distributions.ts'
import { startMirror } from '../support/mirror.ts'
import { projectFolder, temporaryFolder } from '../support/shared.ts'

// What people read when it goes wrong, word for word: a change here is a change of the product.

const mirror = await startMirror()
const folder = await temporaryFolder('texts')
afterAll(() => Promise.all([mirror.close(), folder.remove()]))

const signal = new AbortController().signal
const cpython = distribution()
const origin: Origin = { kind: 'input', name: 'python-version', line: 1 }
const options = { freethreaded: false, allowPrereleases: false, architecture: null, libc: null }
const file = path.join(folder.path, 'file')
await writeFile(file, '')

const ask = (text: string) => parseRequest(text, origin, options)
const compile = (trouble: Trouble, stderr = '') => {
  const job = { label: 'CPython 3.13.5', pythonPath: '/p/python3.13', root: '/p', finalPath: '/f' }
  const parts = { ...job, mode: 'timestamp', published: false, sources: [] } as const
  const source = { path: 'lib/python3.13/ast.py', sizeBytes: 1 }
  return compileFailure({ job: parts, trouble, source, stderr })
}
const system = (code: string, message: string) =>
  Object.assign(new Error(`${code}: ${message}`), { code, path: '/cache/x' })

type Case = readonly [run: () => unknown, text: string]

const texts: Readonly<Record<ErrorCode, readonly Case[]>> = {
  INPUT_INVALID: [
    [
      () => parseBoolean('reinstall', 'maybe'),
      'The input reinstall is "maybe". Set it to true or false.',
    ],
    [
      () => parseRequest('3.13', origin, { ...options, architecture: 'vax' }),
      "The input architecture is 'vax', which is no architecture. Use x64, x86, arm64, or a name from a target triple such as x86_64_v3, aarch64 or riscv64.",
    ],
  ],
  REQUEST_INVALID: [
    [
      () => ask('latest-ish'),
      "'latest-ish' is no request for a Python (line 1 of the input python-version). Write one request a line, such as '3.13', '3.13.5', '3.x', '>=3.10,<3.14', '3.13t', '3.15-dev', 'pypy3.11', 'graalpy-25' or 'cpython-3.13-linux-x86_64-musl'.",
    ],
    [
      () => ask('3.1'),
      "There is no Python '3.1' to install (line 1 of the input python-version). YAML reads an unquoted 3.10 as the number 3.1, so quote versions: did you mean '3.10'?",
    ],
  ],
  REQUEST_UNMATCHED: [
    [
      () => explainUnmatched(ask('3.12'), [cpython], cpython.platform),
      "Nothing on offer for linux x86_64 gnu answers the request '3.12' (line 1 of the input python-version): it is older than everything on offer. The nearest: 3.13.5.",
    ],
    [
      () =>
        platformOf({
          nodePlatform: 'aix',
          nodeArch: 'ppc64',
          machine: 'ppc64',
          programs: [],
          loaders: [],
        }),
      'There are no managed Pythons for this machine (aix ppc64 ppc64). Run the job on Linux, macOS or Windows, on a processor that python-build-standalone builds for.',
    ],
  ],
  VERSION_FILE_INVALID: [
    [
      () => readVersionFile('/missing', '/missing/.python-version'),
      'The version file /missing/.python-version cannot be read. Check the input python-version-file, and that the repository is checked out before this step.',
    ],
    [
      () => parseVersionFile('.tool-versions', 'nodejs 24'),
      '.tool-versions names no Python version. Read are: the lines of .python-version(s) and runtime.txt, the line `python …` of .tool-versions, project.requires-python or tool.poetry.dependencies.python of pyproject.toml, tools.python of mise.toml, requires.python_full_version or requires.python_version of Pipfile.',
    ],
    [
      () => parseVersionFile('pyproject.toml', '[project\n'),
      'pyproject.toml, line 1 is not valid TOML. Correct the file, or name another with the input python-version-file.',
    ],
  ],
  LIST_UNAVAILABLE: [
    [
      () => fetchList({ url: new URL(`${mirror.url}/list.json`), authorization: null }, signal),
      `The list of Python distributions at ${mirror.url}/list.json could not be read: HTTP 404 Not Found. Try again, or point python-downloads-json-url at a copy of the list that this runner can reach (a URL, file:// or a path).`,
    ],
  ],
  LIST_INVALID: [
    [
      () => parseList('<html>', 'https://list.test/'),
      "The list of Python distributions at https://list.test/ is not JSON. Point python-downloads-json-url at a JSON file in the schema of uv's download-metadata.json.",
    ],
  ],
  DOWNLOAD_FAILED: [
    [
      () =>
        downloadArchive({
          distribution: cpython,
          locations: [{ url: new URL(`${mirror.url}/a.tar.gz`), authorization: null }],
          file: path.join(folder.path, 'archive'),
          limits: downloadLimits,
          signal,
          onProgress: () => {},
          onMessage: () => {},
        }),
      `The archive of cpython-3.13.5-linux-x86_64-gnu could not be downloaded: ${mirror.url}/a.tar.gz: Unexpected HTTP response: 404. Try again, or point mirror at a place that this runner can reach.`,
    ],
  ],
  CHECKSUM_MISSING: [
    [
      () => {
        const trust = { ownList: false, verifyAttestation: false }
        requireChecksum(distribution({ sha256: null }), trust)
      },
      "The list has no SHA-256 for cpython-3.13.5-linux-x86_64-gnu, so its archive cannot be verified. Ask for another build, or provide a list with a SHA-256 for it (python-downloads-json-url). uv's own list has none for Pyodide.",
    ],
  ],
  CHECKSUM_MISMATCH: [
    [
      () => checkChecksum(distribution({ sha256: 'aa' }), 'bb', new URL('https://m.test/a.tar.gz')),
      'The archive of cpython-3.13.5-linux-x86_64-gnu from https://m.test/a.tar.gz has the SHA-256 bb, but the list says aa. The archive was changed or damaged on its way, or the list is of another age than the mirror. Nothing was unpacked. Update the one or the other.',
    ],
  ],
  ATTESTATION_FAILED: [
    [
      () => requireAttestation({ python: cpython, sha256: null, mirror: null, token: '', signal }),
      'The build provenance of CPython 3.13.5 (build 20250612) cannot be verified: the SHA-256 of its archive is not known. Nothing was installed. Archives that a mirror has built or changed are not attested. Where GitHub cannot be asked, a token may help, or a mirror that holds the attestations too: see docs/provenance.md.',
    ],
  ],
  ARCHIVE_INVALID: [
    [
      () =>
        extractArchive({
          archive: file,
          distribution: cpython,
          folder: path.join(folder.path, 'tree'),
          env: {},
          signal,
        }),
      'The archive of cpython-3.13.5-linux-x86_64-gnu could not be unpacked: unexpected end of file. tar (for a .zip: unzip) must be on PATH, and the archive must be a .tar.gz, .tar.zst or .zip in the layout of its kind.',
    ],
    [
      async () => {
        const tree = path.join(folder.path, 'linked')
        await mkdir(tree)
        await symlink('../../outside', path.join(tree, 'link'))
        scanTree(tree)
      },
      'The archive\'s entry "link" links to "../../outside", outside of the archive. No Python distribution holds such an entry: do not use this archive, and tell whoever offers it.',
    ],
  ],
  INTERPRETER_BROKEN: [
    [
      () => verifyInterpreter(path.join(folder.path, 'none'), cpython, { env: {}, signal }),
      `The interpreter of CPython 3.13.5 for linux does not work on this machine: it cannot be started (spawn ${path.join(folder.path, 'none/bin/python3.13')} ENOENT). Check architecture and libc against the machine (Alpine needs musl; glibc builds need glibc 2.17 or newer). If they fit, the distribution is faulty: ask for another version or build.`,
    ],
    [
      () => compile({ kind: 'not-running', end: { kind: 'exited', code: 126 } }),
      'CPython 3.13.5 does not run on this machine: /p/python3.13 ended with exit code 126. It may be made for another architecture or libc: look at the inputs architecture and libc.',
    ],
  ],
  COMPILE_FAILED: [
    [
      () => compile({ kind: 'silent', timeoutMs: 60_000 }),
      'Compiling the standard library of CPython 3.13.5 failed at lib/python3.13/ast.py or soon after: /p/python3.13 did not answer for 60 s. On a slow machine raise UV_COMPILE_BYTECODE_TIMEOUT: seconds for one file, 0 for no limit.',
    ],
    [
      () => compile({ kind: 'ended', end: { kind: 'killed', signal: 'SIGKILL' } }, 'MemoryError'),
      'Compiling the standard library of CPython 3.13.5 failed at lib/python3.13/ast.py or soon after: /p/python3.13 was ended by SIGKILL. Its last lines:\nMemoryError. Without compile-bytecode the installation works too, and compiles what it imports on its own.',
    ],
    // As Windows ends what is killed there: without a word.
    [
      () => compile({ kind: 'ended', end: { kind: 'exited', code: 1 } }),
      'Compiling the standard library of CPython 3.13.5 failed at lib/python3.13/ast.py or soon after: /p/python3.13 ended with exit code 1. Without compile-bytecode the installation works too, and compiles what it imports on its own.',
    ],
    [
      () =>
        compile(
          { kind: 'ended', end: { kind: 'exited', code: 1 } },
          'OSError: [Errno 28] No space left on device',
        ),
      'Compiling the standard library of CPython 3.13.5 failed at lib/python3.13/ast.py: /p/python3.13 ended with exit code 1. Its last lines:\nOSError: [Errno 28] No space left on device. Free space in the tool cache, or ask for fewer versions in this job.',
    ],
  ],
  DISK_FAILED: [
    [
      () => createStaging(file).open(),
      `The tool cache ${file} cannot be written to (ENOTDIR). Make the folder writable for the runner, or set RUNNER_TOOL_CACHE to one that is.`,
    ],
    [
      () => explainDiskError(system('ENOSPC', 'no space left on device, write')),
      'A file could not be written (ENOSPC: no space left on device, write). Free space in the tool cache, or ask for fewer versions in this job.',
    ],
    [
      () => explainDiskError(system('EACCES', "permission denied, open '/cache/x'")),
      "A file could not be written (EACCES: permission denied, open '/cache/x'). Make the folder writable for the runner, or set RUNNER_TOOL_CACHE to one that is.",
    ],
    [
      () =>
        publish('/missing', recordOfPython(path.join(file, 'a', 'b')), { replace: false, signal }),
      `CPython 3.13.5 could not be put in place at ${path.join(file, 'a', 'b')} (ENOTDIR). Check that the folder is writable and that no running program uses it.`,
    ],
  ],
  PIP_FAILED: [
    [
      () =>
        installPip(installationOf(recordOfPython(folder.path)), {
          version: '25.1',
          env: {},
          signal,
        }),
      `pip 25.1 could not be installed into CPython 3.13.5: pip cannot be started (spawn ${path.join(folder.path, 'bin/python3.13')} ENOENT). Check that the version exists for this Python and that the package index can be reached, or leave out pip-version.`,
    ],
    [
      async () => {
        const installation = installationOf(recordOfPython(folder.path))
        const lock = await lockInstallation(installation, signal)
        await lock.abandon()
        await waitForChanges(installation, signal)
      },
      `CPython 3.13.5 at ${folder.path} was left half-changed by a job that ended while it installed pip. Run this job again: it makes the installation anew.`,
    ],
  ],
  CANCELLED: [
    [
      async () => {
        const pool = createCompilePool({ slots: 1, fileTimeoutMs: 0, env: {}, signal })
        await pool.close()
        await pool.compile({ ...Object.create(null), sources: [] })
      },
      'Compiling the standard library was cancelled. Another failure of this step, or a cancelled job, is the reason.',
    ],
  ],
}

const windows = process.platform === 'win32'

const documentation = readFileSync(path.join(projectFolder, 'docs', 'faults.md'), 'utf8')

describe.each(Object.entries(texts))('%s', (code, cases) => {
  it('stands in the documentation', () => {
    expect(documentation).toContain(`\n| \`${code}\` | `)
  })

  it.skipIf(windows).each(cases)('%#', async (run, text) => {
    const error = await failureOf(run)
    expect(error).toBeInstanceOf(ActionError)
    expect(describeFailure(error)).toMatchObject({ title: code, annotation: `${text} [${code}]` })
  })
})

async function failureOf(run: () => unknown): Promise<unknown> {
  try {
    return await run()
  } catch (error) {
    return error
  }
}
