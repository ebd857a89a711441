import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Bytecode, Compilation, InvalidationMode, SourceFile } from '../domain/bytecode.ts'
import { ActionError } from '../domain/errors.ts'
import type { Installation } from '../domain/installation.ts'
import { layoutOf } from '../domain/layout.ts'
import { describePython, type Python, projects } from '../domain/python.ts'
import { findStdlib, verifyInterpreter } from '../install/interpreter.ts'
import { noteBytecode, readRecord } from '../install/record.ts'
import { findSources } from '../install/scan.ts'
import type { Tree } from '../install/tree.ts'
import { removeTree } from '../io/files.ts'
import { formatCount } from '../report/format.ts'
import { createCompileProgress } from '../report/progress.ts'
import type { JobContext } from './context.ts'

/** The bytecode that a tree has now, and what was done for it. */
export interface Compiled {
  readonly bytecode: Bytecode | null
  readonly compilation: Compilation
}

export interface Upgraded {
  readonly installation: Installation
  readonly compilation: Compilation
}

/** What is to be compiled. */
interface TreeToCompile {
  readonly python: Python
  readonly mode: InvalidationMode
  /** Where the tree lies now. */
  readonly root: string
  readonly finalPath: string
  /** Whether other jobs may be importing from it. */
  readonly published: boolean
  readonly sources: readonly SourceFile[]
  /** Relative to the root; `null`: the interpreter says that it is elsewhere. */
  readonly stdlib: string | null
}

/** Compiles a tree in staging, where that is wanted and not done yet. */
export async function compileTree(context: JobContext, tree: Tree): Promise<Compiled> {
  const { bytecode: mode } = context.inputs
  const { distribution: python, folder: root, finalPath, sources, stdlib } = tree
  if (mode === null) return { bytecode: tree.bytecode, compilation: { kind: 'unwanted' } }
  if (tree.bytecode?.mode === mode) {
    return { bytecode: tree.bytecode, compilation: { kind: 'there-already' } }
  }
  const job = { python, mode, root, finalPath, published: false, sources, stdlib }
  return await compile(context, job)
}

/**
 * Shows that a tree runs, and tells whether what it was compiled to is what it imports: one may take
 * its standard library from elsewhere, as it says. Throws an `ActionError`.
 */
export async function verifyTree(
  context: JobContext,
  { distribution, folder, stdlib }: Tree,
  { compilation }: Compiled,
): Promise<{ readonly usesBytecode: boolean }> {
  if (compilation.kind === 'compiled') {
    return { usesBytecode: (await findStdlib(folder, distribution, context)) === stdlib }
  }
  await verifyInterpreter(folder, distribution, context)
  return { usesBytecode: true }
}

/** Removes bytecode that was made for nothing, and says why. */
export async function discardBytecode(context: JobContext, tree: Tree): Promise<Compiled> {
  const folders = new Set(tree.sources.map(source => path.dirname(source.path)))
  for (const name of folders) await removeTree(path.join(tree.folder, name, '__pycache__'))
  warnOfStdlib(context, tree.distribution)
  return incompatible
}

/**
 * An installation from the tool cache with the bytecode that is wanted. Other jobs may be adding to it
 * as well: what they add is the same, as one of another mode has a place of its own. Where one has
 * put another tree there meanwhile, that is compiled.
 */
export async function upgradeInstallation(
  context: JobContext,
  installation: Installation,
): Promise<Upgraded> {
  const { bytecode: mode } = context.inputs
  if (mode === null) return { installation, compilation: { kind: 'unwanted' } }
  let compilation: Compilation = { kind: 'there-already' }
  let { bytecode } = installation
  for (let attempt = 1; bytecode?.mode !== mode; attempt++) {
    const tree = await treeIn(installation, context.signal)
    try {
      const compiled = await compileInstallation(context, installation, mode)
      compilation = compiled.compilation
      if (compiled.bytecode === null) break
      await noteBytecode(installation.path, tree, compiled.bytecode)
    } catch (error) {
      const isThere = (await treeIn(installation, context.signal)) === tree
      if (isThere || attempt === upgradeAttempts) throw error
    }
    bytecode = (await readRecord(installation.path))?.bytecode ?? null
  }
  return { installation: { ...installation, bytecode }, compilation }
}

/** More than the jobs that replace an installation while one compiles it. */
const upgradeAttempts = 5

/** The name of the tree that is published now. While a rival is replacing it, there may be none. */
async function treeIn(installation: Installation, signal: AbortSignal): Promise<string> {
  for (let attempt = 1; attempt <= 50; attempt++) {
    signal.throwIfAborted()
    const tree = (await readRecord(installation.path))?.tree ?? null
    if (tree !== null) return tree
    await sleep(100)
  }
  throw new ActionError({
    code: 'DISK_FAILED',
    message: `${describePython(installation)} was removed from ${installation.path} while it was being compiled.`,
    hint: 'Remove installations from a tool cache only while no job runs.',
  })
}

async function compileInstallation(
  context: JobContext,
  installation: Installation,
  mode: InvalidationMode,
): Promise<Compiled> {
  const { path: root } = installation
  const stdlib = await findStdlib(root, installation, context)
  const sources = stdlib === null ? [] : findSources(root, stdlib)
  const job = { python: installation, mode, root, finalPath: root, published: true }
  return await compile(context, { ...job, sources, stdlib })
}

async function compile(context: JobContext, tree: TreeToCompile): Promise<Compiled> {
  const { python, mode, root, finalPath, published, sources, stdlib } = tree
  const label = describePython(python)
  // It runs inside another program, and nothing here could start it.
  if (python.implementation === 'pyodide') return incompatible
  if (stdlib === null) {
    warnOfStdlib(context, python)
    return incompatible
  }
  const outcome = await context.pool.compile({
    label,
    pythonPath: path.join(root, layoutOf(python).executable),
    root,
    finalPath,
    mode,
    published,
    sources: sources.filter(source => source.path.startsWith(stdlib + path.sep)),
    onProgress: createCompileProgress(label, context.log.info),
  })
  const { compiled, unchanged, busy, uncompilable, startedAtMs, finishedAtMs } = outcome
  const compilation = { kind: 'compiled', outcome } as const
  if (busy > 0) {
    const files = formatCount(busy, 'compiled file')
    context.log.warning(
      `${label}: ${files} could not be replaced, as another program has them open, and stay as they were. Its Python works all the same; the next job with compile-bytecode tries again.`,
    )
    // Not all of it is of this kind; the next job looks again.
    return { bytecode: null, compilation }
  }
  const seconds = Math.round(finishedAtMs - startedAtMs) / 1000
  const bytecode = { mode, files: compiled + unchanged, uncompilable, seconds }
  return { bytecode, compilation }
}

function warnOfStdlib({ log }: JobContext, python: Python): void {
  log.warning(
    `${describePython(python)} is not compiled: it says that its standard library is outside of its own folder. Please report that, with its build (${python.build}), at ${projects[python.implementation]}/issues, or to whoever has repacked it.`,
  )
}

const incompatible: Compiled = { bytecode: null, compilation: { kind: 'incompatible' } }
