import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What an interpreter's own import system says of its standard library's caches. */
export interface Survey {
  readonly valid: number
  readonly uncompilable: number
  readonly modes: readonly string[]
  /** Sources that compile and have no cache that would be taken, and caches of other places. */
  readonly wrong: readonly string[]
}

/** Asks the interpreter of an installation about its caches. */
export async function surveyCaches(installation: string): Promise<Survey> {
  const script = join(import.meta.dirname, 'survey.py')
  // Else the import system would believe what says of itself that it need not be compared.
  const compareAll = ['--check-hash-based-pycs', 'always']
  const flags = ['-I', '-B', '-W', 'ignore', ...compareAll]
  const { stdout } = await run(pythonIn(installation), [...flags, script])
  return JSON.parse(stdout)
}

/** The folders in a tool cache that the next job would take for installations. */
export async function publishedIn(toolCache: string): Promise<readonly string[]> {
  const marked = (await entriesIn(toolCache)).filter(entry => entry.endsWith(marker))
  return marked.map(entry => entry.slice(0, -marker.length)).sort()
}

const marker = '.complete'

/** What lies as deep in a tool cache as installations do: `<tool>/<version>/<arch>`. */
async function entriesIn(toolCache: string): Promise<readonly string[]> {
  let entries = [toolCache]
  for (const _level of ['tool', 'version', 'arch']) {
    const below = entries.map(async folder => {
      const names = await readdir(folder).catch(() => [])
      return names.map(name => join(folder, name))
    })
    entries = (await Promise.all(below)).flat()
  }
  return entries
}

/** What no job may leave in a tool cache: anything but installations and their markers. */
export async function straysIn(toolCache: string): Promise<readonly string[]> {
  const published = await publishedIn(toolCache)
  const known = published.flatMap(folder => [folder, folder + marker, stableName(folder)])
  const tools = await readdir(toolCache).catch(() => [])
  const strays = tools.filter(name => !/^managed-[a-z]+$/.test(name))
  return [...strays, ...(await entriesIn(toolCache)).filter(entry => !known.includes(entry))]
}

/** The link that leads to the newest build of an installation: its name without the build. */
function stableName(folder: string): string {
  return folder.replace(/-[\w.]+(?=(-pip[^/\\]*?)?(-(un)?checked-hash)?$)/, '')
}

interface Note {
  readonly tree: string
  readonly bytecode: Bytecode
}

interface InstallationRecord {
  readonly tree: string
  readonly path: string
  readonly files: number
  readonly bytecode: Bytecode | null
}

interface Bytecode {
  readonly mode: string
  readonly files: number
}

const recordName = '.managed-python.json'
const noteName = '.managed-python-bytecode.json'
const ownNames = [recordName, noteName]

/** What is wrong with a published installation; empty, where nothing is. */
export async function faultsOf(folder: string): Promise<readonly string[]> {
  // Jobs name it by a link.
  const installation = await realpath(folder)
  const recordFile = join(installation, recordName)
  if (!existsSync(recordFile)) return ['there is no record']
  const record: InstallationRecord = JSON.parse(await readFile(recordFile, 'utf8'))
  const noteFile = join(installation, noteName)
  const note: Note | null = existsSync(noteFile)
    ? JSON.parse(await readFile(noteFile, 'utf8'))
    : null
  const bytecode = note?.tree === record.tree ? note.bytecode : record.bytecode
  const entries = await readdir(installation, { recursive: true, withFileTypes: true })
  const names = entries.filter(entry => !entry.isDirectory()).map(({ name }) => name)
  const caches = names.filter(name => name.endsWith('.pyc')).length
  const files = names.filter(name => !name.endsWith('.pyc') && !ownNames.includes(name)).length
  return [
    ...differ('its path', installation, record.path),
    ...differ('files', files, record.files),
    ...(await (bytecode === null
      ? faultsOfInterpreter(installation)
      : faultsOfBytecode(installation, caches, bytecode))),
  ]
}

async function faultsOfInterpreter(installation: string): Promise<readonly string[]> {
  const { stdout } = await run(pythonIn(installation), ['-I', '-S', '-B', '-c', 'print("alive")'])
  return differ('the interpreter', stdout.trim(), 'alive')
}

async function faultsOfBytecode(
  installation: string,
  caches: number,
  bytecode: Bytecode,
): Promise<readonly string[]> {
  const { valid, modes, wrong } = await surveyCaches(installation)
  return [
    ...differ('caches', caches, bytecode.files),
    ...differ('valid caches', valid, bytecode.files),
    ...differ('modes', modes.join(), bytecode.mode),
    ...wrong,
  ]
}

function differ<T>(what: string, found: T, recorded: T): readonly string[] {
  return found === recorded ? [] : [`${what}: ${found}, not ${recorded}`]
}

function pythonIn(installation: string): string {
  return process.platform === 'win32'
    ? join(installation, 'python.exe')
    : join(installation, 'bin', 'python3')
}
