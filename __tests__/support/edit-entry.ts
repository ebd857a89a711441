import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync, gzipSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { CacheEntry } from './cache-service.ts'

const run = promisify(execFile)
const zstdMagic = 0xfd2fb528

/** Changes the tree inside of a cache's entry: an archive in good order, of other content. */
export async function editEntry(
  { file }: CacheEntry,
  edit: (root: string) => Promise<void>,
): Promise<void> {
  const packed = await readFile(file)
  const zstd = packed.readUInt32LE(0) === zstdMagic
  const folder = `${file}.edited`
  const archive = `${file}.tar`
  await mkdir(folder)
  await writeFile(archive, zstd ? zstdDecompressSync(packed) : gunzipSync(packed))
  await run('tar', ['-xf', archive, '-C', folder])
  const names = await readdir(folder)
  for (const name of names) await edit(join(folder, name))
  await run('tar', ['-cf', archive, '-C', folder, ...names])
  const changed = await readFile(archive)
  await writeFile(file, zstd ? zstdCompressSync(changed) : gzipSync(changed))
  await rm(folder, { recursive: true })
  await rm(archive)
}
