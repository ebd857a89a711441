import { execFile } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { delimiter } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  cachesBelow,
  type EnvironmentFixture,
  say,
  startEnvironmentFixture,
} from '../support/environment-fixture.ts'
import {
  type InstalledManager,
  indexEnvironment,
  installManager,
  pipfile,
} from '../support/package-managers.ts'

let fixture: EnvironmentFixture
beforeAll(async () => {
  fixture = await startEnvironmentFixture()
})
afterAll(() => fixture.close())

const project = `[project]
name = "project"
version = "1.0"
requires-python = ">=3.9"
dependencies = ["six==1.17.0"]

[[tool.poetry.source]]
name = "index"
url = "https://pypi.org/simple/"
`

interface Tool {
  readonly manager: InstalledManager
  readonly file: readonly [name: string, text: string]
  readonly lock: readonly [file: string, ...args: readonly string[]]
  /** As docs/environment.md says. */
  readonly install: string
}

const tools: readonly Tool[] = [
  {
    manager: 'uv',
    file: ['pyproject.toml', project],
    lock: ['uv.lock', 'lock'],
    install: 'uv sync --locked --no-install-project',
  },
  {
    manager: 'poetry',
    file: ['pyproject.toml', project],
    lock: ['poetry.lock', 'lock'],
    install: 'poetry install --no-root',
  },
  {
    manager: 'pdm',
    file: ['pyproject.toml', project],
    lock: ['pdm.lock', 'lock'],
    install: 'pdm sync --no-self',
  },
  {
    manager: 'pipenv',
    file: ['Pipfile', pipfile],
    lock: ['Pipfile.lock', 'lock'],
    install: 'pipenv sync --dev',
  },
]

it.for(tools)(
  '$manager installs into the environment, which is restored from then on',
  async ({ manager, file, lock: [lockFile, ...lock], install }, { skip }) => {
    const { machine, folder } = fixture
    const programs = await installManager(manager)
    if (programs === null) return skip('needs the package index')
    skip(fixture.obstacle !== null, fixture.obstacle ?? '')
    const docs = await readFile('docs/environment.md', 'utf8')
    expect(docs).toContain(`\`${install}\``)

    await rm(machine.workspace, { recursive: true, force: true })
    await mkdir(machine.workspace)
    await fixture.write(...file)
    const PATH = [programs, process.env.PATH].join(delimiter)
    // The fixture's own packages are of no use to these.
    const index = { PIP_NO_INDEX: '', PIP_FIND_LINKS: '', ...indexEnvironment() }
    const env = { ...index, HOME: machine.path, PATH }
    const options = { cwd: machine.workspace, env: { ...process.env, ...env } }
    await promisify(execFile)(manager, lock, options)
    expect(await readFile(`${machine.workspace}/${lockFile}`, 'utf8')).toContain('six')

    const inputs = { install, 'compile-bytecode': 'true' }
    const first = await fixture.run(inputs, { env })
    expect([first.exitCode, first.annotations]).toEqual([0, []])
    expect(first.outputs['cache-hit']).toBe('false')
    const question = 'import six, sys; print(six.__version__, sys.prefix)'
    const answer = `1.17.0 ${folder()}`
    expect(await say(first, 'python', '-c', question)).toBe(answer)

    // Nothing can be installed any more.
    const second = await fixture.run(
      { ...inputs },
      { env: { ...env, PATH: process.env.PATH ?? '' } },
    )
    expect([second.exitCode, second.annotations]).toEqual([0, []])
    expect(second.outputs['cache-hit']).toBe('true')
    const before = await cachesBelow(folder())
    expect(before.some(name => name.includes('six.'))).toBe(true)
    expect(await say(second, 'python', '-c', question)).toBe(answer)
    expect(await cachesBelow(folder())).toEqual(before)
  },
)
