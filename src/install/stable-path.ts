import { randomUUID } from 'node:crypto'
import { readdir, readlink, rename, rm, symlink } from 'node:fs/promises'
import path from 'node:path'
import { compareBuilds } from '../domain/build.ts'
import type { Installation } from '../domain/installation.ts'
import { marksOf } from '../domain/python.ts'
import { installationFolder } from './tool-cache.ts'

/**
 * The path that an installation has whatever its build: a link beside it, without the build in its
 * name, which leads to the newest build that is there. What names an interpreter by it, a virtual
 * environment above all, outlives the next build of the same version. The installation's own path
 * where a newer build is there, or where no link can be made. Never throws.
 */
export async function stablePath(toolCache: string, installation: Installation): Promise<string> {
  const alias = installationFolder(toolCache, { ...installation, build: null })
  try {
    if (await hasNewerBuild(alias, installation)) return installation.path
    await point(alias, installation.path)
    return alias
  } catch {
    return installation.path
  }
}

/** Whether a build of the same Python is there that came after this one. */
async function hasNewerBuild(alias: string, installation: Installation): Promise<boolean> {
  const { build } = installation
  const marks = marksOf(installation)
    .map(mark => `-${mark}`)
    .join('')
  const name = path.basename(alias)
  const start = `${name.slice(0, name.length - marks.length)}-`
  const end = `${marks}.complete`
  const names = await readdir(path.dirname(alias))
  return names
    .filter(name => name.startsWith(start) && name.endsWith(end))
    .map(name => name.slice(start.length, -end.length))
    .some(other => /^[\w.]+$/.test(other) && compareBuilds(other, build) > 0)
}

/** Makes a link lead to a folder beside it, in one step where the system has one. */
async function point(alias: string, folder: string): Promise<void> {
  // A link that is moved with its tool cache still leads beside it; junctions know no such path.
  const target = process.platform === 'win32' ? folder : path.basename(folder)
  const found = await readlink(alias).catch(() => null)
  if (found !== null && path.resolve(path.dirname(alias), found) === path.resolve(folder)) return
  const temporary = `${alias}.${randomUUID()}`
  await symlink(target, temporary, 'junction')
  try {
    // Windows renames nothing onto a junction.
    if (process.platform === 'win32' && found !== null) await rm(alias)
    await rename(temporary, alias)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
