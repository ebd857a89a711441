import { lstat, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { stdlibFolder } from '../domain/layout.ts'
import type { Python } from '../domain/python.ts'
import { relocateBuildConfiguration, relocateBuildDetails } from './build-configuration.ts'

/**
 * Makes the build configuration name the place that an installation is going to have, and tools
 * that a machine is likely to have: without that no C extension can be built. A change here must
 * raise the number of relocations in the cache's key.
 */
export async function relocate(root: string, python: Python, finalPath: string): Promise<void> {
  if (python.implementation !== 'cpython' || python.platform.os === 'windows') return
  const stdlib = path.join(root, stdlibFolder(python))
  await rewriteFiles(stdlib, /^_sysconfigdata_.*\.py$/, text => {
    return relocateBuildConfiguration(text, finalPath)
  })
  await rewriteFiles(stdlib, /^_sysconfig_vars_.*\.json$/, text => {
    return relocateBuildDetails(text, finalPath)
  })
  await rewriteFiles(path.join(root, 'lib', 'pkgconfig'), /\.pc$/, relocatePkgConfig)
}

/** A pkg-config file that finds its own place. */
export function relocatePkgConfig(text: string): string {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: pkg-config's own variable
  return text.replace(/^prefix=.*$/m, () => 'prefix=${pcfiledir}/../..')
}

/** Rewrites the matching files of a folder, if it is there; a file's time of change stays as it was. */
async function rewriteFiles(folder: string, name: RegExp, rewrite: (text: string) => string) {
  const names = await readdir(folder).catch(() => [])
  for (const file of names.filter(candidate => name.test(candidate))) {
    const target = path.join(folder, file)
    const stats = await lstat(target)
    // A link's target lies in the same folder and has its own turn.
    if (stats.isSymbolicLink()) continue
    const text = await readFile(target, 'utf8')
    const rewritten = rewrite(text)
    if (rewritten === text) continue
    await writeFile(target, rewritten)
    await utimes(target, stats.atime, stats.mtime)
  }
}
