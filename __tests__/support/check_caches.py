"""What an interpreter thinks of the caches below a folder, as JSON.

    python -B check_caches.py WORKER ROOT FINAL_ROOT MODE

The import system is asked itself whether it takes each cache; py_compile is asked for the bytes.

Those bytes depend on more than the source: marshal notes an object as shared where others hold it
too, and strings are shared with all modules that happen to be loaded. So py_compile's own bytes
differ from process to process and from call to call. What must hold, and is checked here:
- header and file mode are py_compile's, byte for byte;
- the code is the same in every attribute, all the way down;
- in one and the same process, the worker's function and py_compile write the same bytes.
"""
import importlib.util
import json
import marshal
import os
import py_compile
import stat
import sys
import tempfile
import types
import warnings
from importlib.machinery import SourceFileLoader

warnings.simplefilter('ignore')
worker_path, root, final_root, mode = sys.argv[1:]
spec = importlib.util.spec_from_file_location('compile_stdlib', worker_path)
worker = importlib.util.module_from_spec(spec)
spec.loader.exec_module(worker)
py_mode = py_compile.PycInvalidationMode[mode.upper().replace('-', '_')]


class CacheOnlyLoader(SourceFileLoader):
    def source_to_code(self, *args, **kwargs):
        raise LookupError('the import system would compile this again')


def flatten(code):
    """Everything that is in a code object, comparable: 0.0 is not -0.0 here, and 1 is not True."""
    if isinstance(code, types.CodeType):
        names = [n for n in dir(code) if n.startswith('co_') and not callable(getattr(code, n))]
        return [(n, flatten(getattr(code, n))) for n in names]
    if isinstance(code, tuple):
        return [flatten(each) for each in code]
    if isinstance(code, frozenset):
        return sorted(map(repr, code))
    return (type(code).__name__, repr(code))


def file_names(code):
    yield code.co_filename
    for each in code.co_consts:
        if isinstance(each, types.CodeType):
            yield from file_names(each)


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def py_compiled(source, final, folder):
    path = os.path.join(folder, 'by_py_compile.pyc')
    py_compile.compile(source, path, final, doraise=True, invalidation_mode=py_mode)
    return read(path), stat.S_IMODE(os.stat(path).st_mode)


def worker_compiled(source, final, folder):
    path = os.path.join(folder, 'source.py')
    with open(path, 'wb') as file:
        file.write(read(source))
    os.utime(path, (os.stat(source).st_atime, os.stat(source).st_mtime))
    worker.compile_source(path, final, worker.FLAGS[mode], worker.write_direct)
    cache = importlib.util.cache_from_source(path, optimization='')
    try:
        return read(cache)
    finally:
        os.unlink(cache)


def check(source, final, folder, report):
    cache = importlib.util.cache_from_source(source, optimization='')
    try:
        expected, expected_mode = py_compiled(source, final, folder)
    except py_compile.PyCompileError:
        report['uncompilable'] += 1
        if os.path.exists(cache):
            report['wrong'].append(cache + ': of a source that py_compile cannot compile')
        return
    try:
        CacheOnlyLoader('module', source).get_code('module')
    except (LookupError, ImportError, EOFError, ValueError) as error:
        report['wrong'].append('%s: %r' % (cache, error))
        return
    report['valid'] += 1
    data = read(cache)
    code = marshal.loads(data[16:])
    if data[:16] != expected[:16]:
        report['wrong'].append(cache + ': header')
    if stat.S_IMODE(os.stat(cache).st_mode) != expected_mode:
        report['wrong'].append(cache + ': file mode')
    if set(file_names(code)) != {final}:
        report['wrong'].append(cache + ': co_filename')
    if flatten(code) != flatten(marshal.loads(expected[16:])):
        report['wrong'].append(cache + ': code')
    if data == expected:
        report['identical'] += 1
    ours = worker_compiled(source, final, folder)
    if ours not in (expected, py_compiled(source, final, folder)[0]):
        report['wrong'].append(cache + ': bytes in the same process')


report = {'valid': 0, 'uncompilable': 0, 'identical': 0, 'wrong': []}
with tempfile.TemporaryDirectory() as scratch:
    for folder, folders, files in os.walk(root):
        if '__pycache__' in folders:
            folders.remove('__pycache__')
        for name in sorted(files):
            if name.endswith('.py'):
                path = os.path.join(folder, name)
                check(path, os.path.join(final_root, os.path.relpath(path, root)), scratch, report)
print(json.dumps(report))
