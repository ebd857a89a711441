import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import path from 'node:path'

/** What Windows would not have done. */
export interface Refusal {
  readonly rule: 'onto a folder' | 'in use'
  readonly path: string
}

/** The rules in force; they end with the block. */
export interface WindowsRules extends Disposable {
  readonly refusals: readonly Refusal[]
}

/**
 * Puts Windows' documented rules about files in use between this process and the file system of
 * Linux: nothing is renamed onto a folder; no folder is renamed or removed in which any process has
 * a file open, runs a program or works; no such file is replaced or removed. Wine has only the first.
 */
export function followWindowsRules(onRefusal: (refusal: Refusal) => void = () => {}): WindowsRules {
  const { rename, rm, rmdir, unlink } = fs.promises
  const refusals: Refusal[] = []
  const refuse = (rule: Refusal['rule'], name: string, code: string): never => {
    const refusal = { rule, path: name }
    refusals.push(refusal)
    onRefusal(refusal)
    throw Object.assign(new Error(`${code}: ${rule}, '${name}'`), { code, path: name })
  }
  const requireFree = (name: string, code: string) => {
    if (pathsInUse().some(each => each === name || each.startsWith(name + path.sep))) {
      refuse('in use', name, code)
    }
  }
  const guard = (name: fs.PathLike) => requireFree(path.resolve(String(name)), 'EBUSY')
  Object.assign(fs.promises, {
    rename: async (from: fs.PathLike, to: fs.PathLike) => {
      const target = path.resolve(String(to))
      const found = fs.statSync(target, { throwIfNoEntry: false })
      if (found?.isDirectory()) refuse('onto a folder', target, 'EPERM')
      if (fs.statSync(from, { throwIfNoEntry: false })?.isDirectory()) {
        requireFree(path.resolve(String(from)), 'EPERM')
      }
      requireFree(target, 'EPERM')
      await rename(from, to)
    },
    rm: async (name: fs.PathLike, options?: fs.RmOptions) => {
      guard(name)
      await rm(name, options)
    },
    rmdir: async (name: fs.PathLike) => {
      // What is not empty is not removed anywhere.
      if (fs.readdirSync(name).length === 0) guard(name)
      await rmdir(name)
    },
    unlink: async (name: fs.PathLike) => {
      guard(name)
      await unlink(name)
    },
  } satisfies Partial<typeof fs.promises>)
  syncBuiltinESMExports()
  return {
    refusals,
    [Symbol.dispose]: () => {
      Object.assign(fs.promises, { rename, rm, rmdir, unlink })
      syncBuiltinESMExports()
    },
  }
}

/** What any process has open, runs, has loaded or works in. */
function pathsInUse(): readonly string[] {
  const ids = fs.readdirSync('/proc').filter(name => /^\d+$/.test(name))
  return ids.flatMap(id => {
    const links = [`/proc/${id}/cwd`, `/proc/${id}/exe`, ...openFiles(`/proc/${id}/fd`)]
    return [...links.flatMap(readLink), ...loadedFiles(`/proc/${id}/maps`)]
  })
}

function openFiles(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder).map(name => path.join(folder, name))
  } catch {
    return [] // It has ended, or is another user's.
  }
}

function readLink(link: string): readonly string[] {
  try {
    return [fs.readlinkSync(link)]
  } catch {
    return []
  }
}

function loadedFiles(maps: string): readonly string[] {
  try {
    const lines = fs.readFileSync(maps, 'utf8').split('\n')
    return [...new Set(lines.map(line => line.replace(/^\S+ +\S+ +\S+ +\S+ +\S+ */, '')))]
  } catch {
    return []
  }
}
