import { open, readdir, readFile } from 'node:fs/promises'
import { machine, release } from 'node:os'

/**
 * On some systems one or another of these is a script, a static program or missing. The running
 * Node comes last: a container may have been given one that is not the system's.
 */
const systemPrograms = ['/bin/sh', '/usr/bin/env', '/bin/dash', '/bin/ls', process.execPath]
const loaderFolders = ['/lib', '/lib64']
const headerBytes = 64 * 1024

/**
 * What the machine says about itself, for `platformOf` to read; never throws, what cannot be read
 * is left out.
 */
export async function readHostFacts() {
  const linux = process.platform === 'linux'
  const [programs, loaders] = await Promise.all([
    Promise.all(linux ? systemPrograms.map(readHeader) : []),
    Promise.all(linux ? loaderFolders.map(listLoaders) : []),
  ])
  return {
    nodePlatform: process.platform,
    nodeArch: process.arch,
    machine: machine(),
    programs: programs.filter(bytes => bytes !== null),
    loaders: loaders.flat(),
  }
}

/** What the machine says of its system, for `systemIdentity` to read; never throws. */
export async function readSystemFacts() {
  const osRelease = await readFile('/etc/os-release', 'utf8').catch(() => '')
  return { nodePlatform: process.platform, release: release(), osRelease }
}

async function readHeader(path: string): Promise<Uint8Array | null> {
  try {
    await using file = await open(path)
    const { buffer, bytesRead } = await file.read(new Uint8Array(headerBytes), 0, headerBytes, 0)
    return buffer.subarray(0, bytesRead)
  } catch {
    return null
  }
}

async function listLoaders(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter(name => name.startsWith('ld'))
  } catch {
    return []
  }
}
