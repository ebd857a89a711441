import { execFileSync, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { projectFolder } from '../../support/shared.ts'
import { environmentOf, makeReady, readArguments } from '../environment.ts'

// npm run test:windows -- [--only-if-ready] [vitest's arguments]: the tests under Windows' own Node, by Wine.

const environment = environmentOf('windows')
const isTrixie = !fs.existsSync(path.join(environment.home, 'root')) && hasWine()
const root = isTrixie ? '/' : path.join(environment.home, 'root')
const prefix = isTrixie ? path.join(environment.home, 'prefix') : '/prefix'
const project = 'C:\\project'
const report = `${project}\\report.json`
/** Of no use to the tests there, and large. */
const leftOut =
  /^(node_modules\/(\.bin|\.vite.*|\.cache|@biomejs|node-linux-.*)|\.git|\.try|report\.json)$/

function hasWine(): boolean {
  return fs.existsSync('/usr/lib/wine/wine64')
}

/** `C:\folder\file` as a path of this machine. */
function toHost(windowsPath: string): string {
  return path.join(root, prefix, 'drive_c', ...windowsPath.split('\\').slice(1))
}

function copyProject(): void {
  fs.rmSync(toHost(project), { recursive: true, force: true })
  fs.cpSync(projectFolder, toHost(project), {
    recursive: true,
    verbatimSymlinks: true,
    filter: file => !leftOut.test(path.relative(projectFolder, file)),
  })
}

interface LockedPackage {
  readonly version: string
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
}

/** What `npm ci` would have brought on Windows; kept for the next run. */
function addPackages(): void {
  const lock = JSON.parse(fs.readFileSync(path.join(projectFolder, 'package-lock.json'), 'utf8'))
  for (const [folder, found] of Object.entries<LockedPackage>(lock.packages)) {
    const { version, os, cpu } = found
    if (!os?.includes('win32') || !cpu?.includes('x64')) continue
    if (/node_modules\/(@biomejs|node-win)/.test(folder)) continue
    const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const kept = path.join(environment.home, 'packages', `${name}@${version}`)
    if (!fs.existsSync(kept)) unpackPackage(`${name}@${version}`, kept)
    fs.cpSync(kept, path.join(toHost(project), folder), { recursive: true })
  }
}

function unpackPackage(specifier: string, into: string): void {
  const temporary = fs.mkdtempSync(path.join(tmpdir(), 'package-'))
  const options = { cwd: temporary, encoding: 'utf8' } as const
  const file = execFileSync('npm', ['pack', '--silent', specifier], options).trim()
  execFileSync('tar', ['-xzf', file], options)
  fs.mkdirSync(path.dirname(into), { recursive: true })
  fs.cpSync(path.join(temporary, 'package'), into, { recursive: true })
  fs.rmSync(temporary, { recursive: true })
}

/** What a hosted runner has. */
const variables = {
  SystemRoot: 'C:\\windows',
  SystemDrive: 'C:',
  windir: 'C:\\windows',
  ComSpec: 'C:\\windows\\system32\\cmd.exe',
  Path: 'C:\\python;C:\\node;C:\\Program Files\\zstd;C:\\windows\\system32;C:\\windows',
  PATHEXT: '.COM;.EXE;.BAT;.CMD',
  TEMP: 'C:\\users\\runneradmin\\AppData\\Local\\Temp',
  TMP: 'C:\\users\\runneradmin\\AppData\\Local\\Temp',
  USERPROFILE: 'C:\\users\\runneradmin',
  APPDATA: 'C:\\users\\runneradmin\\AppData\\Roaming',
  LOCALAPPDATA: 'C:\\users\\runneradmin\\AppData\\Local',
  ProgramFiles: 'C:\\Program Files',
  NUMBER_OF_PROCESSORS: String(availableParallelism()),
  PROCESSOR_ARCHITECTURE: 'AMD64',
  OS: 'Windows_NT',
  CI: 'true',
  NO_COLOR: '1',
  TEST_REPORT: report,
}

/** Runs vitest to its end; returns its exit code. */
function runTests(args: readonly string[]): number {
  const folder = `C:\\jobs\\${randomUUID()}`
  for (const each of [folder, variables.TEMP, variables.APPDATA]) {
    fs.mkdirSync(toHost(each), { recursive: true })
  }
  fs.copyFileSync(path.join(import.meta.dirname, 'launch.cjs'), toHost(`${folder}\\launch.cjs`))
  const [log, result] = [`${folder}\\log.txt`, `${folder}\\result.json`]
  const vitest = [`${project}\\node_modules\\vitest\\vitest.mjs`, 'run', ...args]
  const job = {
    file: 'C:\\node\\node.exe',
    args: vitest,
    cwd: project,
    env: variables,
    log,
    result,
  }
  fs.writeFileSync(toHost(`${folder}\\job.json`), JSON.stringify(job))
  const wine = ['/usr/lib/wine/wine64', job.file, `${folder}\\launch.cjs`, `${folder}\\job.json`]
  const [program = '', ...rest] = isTrixie ? wine : ['chroot', root, ...wine]
  const env = {
    PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
    HOME: isTrixie ? environment.home : '/root',
    LC_ALL: 'C.UTF-8',
    WINEPREFIX: prefix,
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    XDG_RUNTIME_DIR: '/tmp',
  }
  spawnSync(program, rest, { env, stdio: 'ignore' })
  process.stdout.write(fs.readFileSync(toHost(log), 'utf8'))
  const { status } = JSON.parse(fs.readFileSync(toHost(result), 'utf8'))
  fs.rmSync(toHost(folder), { recursive: true })
  return status ?? 1
}

const { onlyIfReady, rest } = readArguments(process.argv.slice(2))
const last = path.relative(environment.home, toHost('C:\\python\\python.exe'))
const obstacle = makeReady(environment, { last, onlyIfReady })
if (obstacle !== null) {
  process.stdout.write(`Tests on Windows are skipped: ${obstacle}.\n`)
} else {
  copyProject()
  addPackages()
  process.exitCode = runTests(rest)
  const made = process.env.TEST_REPORT
  if (made && fs.existsSync(toHost(report))) fs.copyFileSync(toHost(report), made)
}
