import path from 'node:path'
import type { Bytecode, InvalidationMode } from '../domain/bytecode.ts'
import type { Installation } from '../domain/installation.ts'
import { layoutOf } from '../domain/layout.ts'
import { describePython, type Python } from '../domain/python.ts'
import { proveInterpreter } from '../install/interpreter.ts'
import type { Compiled, Upgraded } from '../install/pipeline.ts'
import { type InstallationRecord, readRecord, writeRecord } from '../install/record.ts'
import { type SourceFile, scanTree } from '../install/scan.ts'
import { installationOf } from '../install/tool-cache.ts'
import type { Tree } from '../install/tree.ts'
import { removeTree } from '../io/files.ts'
import { createCompileProgress } from '../report/progress.ts'
import type { Workshop } from './workshop.ts'

interface CompileRequest {
  readonly python: Python
  readonly mode: InvalidationMode
  /** Where the tree lies now. */
  readonly root: string
  readonly finalRoot: string
  /** Whether other jobs may be importing from it. */
  readonly published: boolean
  readonly sources: readonly SourceFile[]
  /** Relative to the root; `null`: the interpreter says that it is elsewhere. */
  readonly stdlib: string | null
}

/** Compiles a tree in staging, where that is wanted and not done yet. */
export async function compileTree(workshop: Workshop, tree: Tree): Promise<Compiled> {
  const { bytecode: mode } = workshop.inputs
  const { distribution: python, folder: root, finalPath: finalRoot, sources, stdlib } = tree
  if (mode === null) return { bytecode: tree.bytecode, compilation: { kind: 'unwanted' } }
  if (tree.bytecode?.mode === mode) {
    return { bytecode: tree.bytecode, compilation: { kind: 'there-already' } }
  }
  const job = { python, mode, root, finalRoot, published: false, sources, stdlib }
  return await compile(workshop, job)
}

/**
 * Shows that a tree runs. One that takes its standard library from elsewhere, as it says, has been
 * compiled for nothing: then the caches go again, and what is wrong is said.
 */
export async function proveTree(
  workshop: Workshop,
  { distribution, folder, sources, stdlib }: Tree,
  compiled: Compiled,
): Promise<Compiled> {
  const found = await proveInterpreter(folder, distribution, workshop.env)
  if (compiled.compilation.kind !== 'compiled' || found.stdlib === stdlib) return compiled
  const folders = new Set(sources.map(source => path.dirname(source.path)))
  for (const name of folders) await removeTree(path.join(folder, name, '__pycache__'))
  warnOfStdlib(workshop, distribution)
  return incompatible
}

/** An installation from the tool cache with the bytecode that is wanted; its record says what it has. */
export async function upgradeInstallation(
  workshop: Workshop,
  installation: Installation,
): Promise<Upgraded> {
  const { env, inputs } = workshop
  const { bytecode: mode } = inputs
  if (mode === null) return { installation, compilation: { kind: 'unwanted' } }
  if (installation.bytecode?.mode === mode) {
    return { installation, compilation: { kind: 'there-already' } }
  }
  const { path: root } = installation
  const { sources } = scanTree(root)
  const { stdlib } = await proveInterpreter(root, installation, env)
  const job = { python: installation, mode, root, finalRoot: root, published: true }
  // A job that ends halfway leaves caches of both modes: nobody may take them for all of the old one.
  if (installation.bytecode !== null) await noteBytecode(root, null)
  const { bytecode, compilation } = await compile(workshop, { ...job, sources, stdlib })
  const record = bytecode === null ? null : await noteBytecode(root, bytecode)
  return { installation: record === null ? installation : installationOf(record), compilation }
}

async function noteBytecode(
  root: string,
  bytecode: Bytecode | null,
): Promise<InstallationRecord | null> {
  const record = await readRecord(root)
  if (record === null) return null
  const noted = { ...record, bytecode }
  await writeRecord(root, noted)
  return noted
}

async function compile(workshop: Workshop, compilation: CompileRequest): Promise<Compiled> {
  const { python, mode, root, finalRoot, published, sources, stdlib } = compilation
  const label = describePython(python)
  // It runs inside another program, and nothing here could start it.
  if (python.implementation === 'pyodide') return incompatible
  if (stdlib === null) {
    warnOfStdlib(workshop, python)
    return incompatible
  }
  const outcome = await workshop.pool.compile({
    label,
    pythonPath: path.join(root, layoutOf(python).executable),
    root,
    finalRoot,
    mode,
    published,
    sources: sources.filter(source => source.path.startsWith(stdlib + path.sep)),
    onProgress: createCompileProgress(label, workshop.log.info),
  })
  const { compiled, kept, uncompilable, startedAtMs, finishedAtMs } = outcome
  const seconds = Math.round(finishedAtMs - startedAtMs) / 1000
  const bytecode = { mode, files: compiled + kept, uncompilable, seconds }
  return { bytecode, compilation: { kind: 'compiled', outcome } }
}

function warnOfStdlib({ log }: Workshop, python: Python): void {
  log.warning(
    `${describePython(python)} is not compiled: it says that its standard library is outside of its own folder. Please report that to those who built it (${python.build}).`,
  )
}

const incompatible: Compiled = { bytecode: null, compilation: { kind: 'incompatible' } }
