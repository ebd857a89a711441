import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { ActionError } from '../domain/errors.ts'
import { layoutOf } from '../domain/layout.ts'
import { limitOfPath, limitOfSignal, limitOnStart } from '../domain/machine-limit.ts'
import { describePython, type Python, variantSuffix } from '../domain/python.ts'
import { formatVersion } from '../domain/version.ts'
import { describeEnd, endSignal, startCode } from '../io/child.ts'
import { CommandError, type CommandOptions, explainCommand, runCommand } from '../io/command.ts'
import { isInside } from '../io/files.ts'

type ProcessOptions = Pick<CommandOptions, 'env' | 'signal'>

/** An interpreter emulated on a busy machine still starts within this. */
const startTimeoutMs = 60_000

/**
 * What the interpreter itself says, a fact a line. `sysconfig` takes longer than all of its start,
 * as long as nothing is compiled; but Windows has no `abiflags` before 3.14.
 */
const question = `
import os, sys
v = sys.version_info
pre = {'alpha': 'a', 'beta': 'b', 'candidate': 'rc', 'final': ''}[v.releaselevel]
print('%d.%d.%d%s' % (v[0], v[1], v[2], pre and pre + str(v.serial)))
if hasattr(sys, 'abiflags'):
    freethreaded = 't' in sys.abiflags
else:
    import sysconfig
    freethreaded = sysconfig.get_config_var('Py_GIL_DISABLED')
print('t' if freethreaded else '')
print('d' if hasattr(sys, 'gettotalrefcount') else '')
sys.stdout.flush()
`

/** Last, as it may hold anything. */
const stdlibQuestion = `
import sysconfig
os.write(1, os.fsencode(sysconfig.get_path('stdlib')))
`

/**
 * Shows that an installation's interpreter runs here and is the Python that the list promised.
 * Throws an `ActionError`.
 */
export async function verifyInterpreter(
  root: string,
  python: Python,
  options: ProcessOptions,
): Promise<void> {
  await ask(root, python, options, question)
}

/**
 * Shows the same, and asks for the standard library's folder, relative to the root; `null` where
 * the interpreter says that it is elsewhere. Throws an `ActionError`.
 */
export async function findStdlib(
  root: string,
  python: Python,
  options: ProcessOptions,
): Promise<string | null> {
  const answer = await ask(root, python, options, question + stdlibQuestion)
  const stdlib = answer === '' ? null : await realpath(answer).catch(() => null)
  const realRoot = await realpath(root)
  const inside = stdlib !== null && stdlib !== realRoot && isInside(realRoot, stdlib)
  return inside ? path.relative(realRoot, stdlib) : null
}

/** What the interpreter says after the facts that show which it is. */
async function ask(
  root: string,
  python: Python,
  { env, signal }: ProcessOptions,
  text: string,
): Promise<string> {
  // It runs inside another program: there is nothing to start here.
  if (python.implementation === 'pyodide') return ''
  const program = path.join(root, layoutOf(python).executable)
  const options = { env, signal, timeoutMs: startTimeoutMs }
  const answer = await runCommand(program, ['-I', '-S', '-B', '-c', text], options).catch(error => {
    throw error instanceof CommandError ? explainFailure(python, program, error) : error
  })
  const [version = '', freethreaded = '', debug = '', ...rest] = answer.split(/\r?\n/)
  const found = version + freethreaded + debug
  if (!isPromised(found, python))
    throw broken(python, `it says that it is Python ${JSON.stringify(found)}`)
  return rest.join('\n')
}

/**
 * The list knows CPython's releases exactly. Of what other implementations call their Python it
 * knows two numbers: it has GraalPy 24.1 as 3.11.0, which itself says 3.11.7, and an alpha.
 */
function isPromised(found: string, { implementation, version, variant }: Python): boolean {
  if (implementation === 'cpython') return found === formatVersion(version) + variantSuffix(variant)
  return found.startsWith(`${version.major}.${version.minor}.`)
}

/** A limit of the machine is not the interpreter's fault. */
function explainFailure(python: Python, program: string, error: CommandError): ActionError {
  const { end } = error
  const limit =
    end &&
    (limitOnStart(startCode(end)) ??
      limitOfSignal(endSignal(end)) ??
      limitOfPath(program, python.platform.os))
  if (end === null || limit === null) {
    return broken(python, `it ${explainCommand(error)}`, error)
  }
  return new ActionError({
    code: 'MACHINE_LIMIT',
    message: `${describePython(python)} cannot run here: ${limit.found} (${startCode(end) ?? endSignal(end) ?? describeEnd(end)}).`,
    hint: limit.hint,
    cause: error,
  })
}

function broken(python: Python, found: string, cause?: unknown): ActionError {
  return new ActionError({
    code: 'INTERPRETER_BROKEN',
    message: `The interpreter of ${describePython(python)} for ${python.platform.os} does not work on this machine: ${found}.`,
    hint: 'Check architecture and libc against the machine (Alpine needs musl; glibc builds need glibc 2.17 or newer). If they match, the build is broken: request another version or build.',
    cause,
  })
}
