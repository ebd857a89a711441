import { ActionError } from '../domain/errors.ts'
import { CommandError, type CommandOptions, explainCommand, runCommand } from '../io/command.ts'
import { removeTree } from '../io/files.ts'

/** Where ensurepip has to unpack pip, this takes minutes on slow machines and under emulation. */
const makeTimeoutMs = 600_000

/**
 * Does what `python -m venv` does, but copies the pip of its Python (before 3.12 also setuptools)
 * instead of installing the one that ensurepip brings, which takes several seconds. A Python without
 * pip, or that is not CPython, takes the usual way.
 */
const makeScript = `
import importlib.metadata, os, shutil, sys, sysconfig, venv
folder = os.path.abspath(sys.argv[1])
own, target = (
    sysconfig.get_path('purelib', vars={'base': base}) for base in (sys.prefix, folder)
)
names = ('pip',) if sys.version_info >= (3, 12) else ('pip', 'setuptools')
found = {
    distribution.metadata['Name']: distribution
    for distribution in importlib.metadata.distributions(path=[own])
    if distribution.metadata['Name'] in names
}
if 'pip' not in found or sys.implementation.name != 'cpython':
    sys.exit(venv.main([folder]))

venv.main(['--without-pip', folder])
for distribution in found.values():
    # Its files outside of site-packages are programs.
    for name in {file.parts[0] for file in distribution.files} - {'..', '__pycache__'}:
        source, copy = os.path.join(own, name), os.path.join(target, name)
        (shutil.copytree if os.path.isdir(source) else shutil.copy2)(source, copy)

from pip._vendor.distlib.scripts import ScriptMaker
scripts = sysconfig.get_path('scripts', vars={'base': folder})
python = os.path.join(scripts, 'python.exe' if os.name == 'nt' else 'python')
maker = ScriptMaker(None, scripts)
maker.executable = '"%s"' % python if ' ' in python else python
maker.variants, maker.set_mode = {''}, True
for name in ('pip', 'pip3', 'pip%d.%d' % sys.version_info[:2]):
    maker.make(name + ' = pip._internal.cli.main:main')
`

/**
 * Makes an empty virtual environment, with the pip of its Python, in place of whatever is there.
 * Throws an `ActionError`, or the signal's reason.
 */
export async function makeEnvironment(
  folder: string,
  python: string,
  { env, signal }: Pick<CommandOptions, 'env' | 'signal'>,
): Promise<void> {
  await removeTree(folder)
  try {
    await runCommand(python, ['-I', '-B', '-c', makeScript, folder], {
      env,
      signal,
      timeoutMs: makeTimeoutMs,
    })
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    throw new ActionError({
      code: 'INSTALL_FAILED',
      message: `The virtual environment ${folder} could not be made: python -m venv ${explainCommand(error)}`,
      hint: 'Check that the folder can be written to, and that this Python has venv and ensurepip.',
      cause: error,
    })
  }
}
