"""What the import system of an interpreter makes of the caches of its own standard library, as JSON.

A cache counts where the import system takes it as it is: it is never given a source to compile.
"""
import importlib.util
import json
import os
import sysconfig
from importlib.machinery import SourceFileLoader

MODES = {0: 'timestamp', 1: 'unchecked-hash', 3: 'checked-hash'}


class FromCacheOnly(SourceFileLoader):
    def source_to_code(self, *args, **kwargs):
        raise LookupError('would be compiled again')


def mode_of(source):
    with open(importlib.util.cache_from_source(source), 'rb') as cache:
        return MODES[int.from_bytes(cache.read(8)[4:], 'little')]


def is_compilable(source):
    try:
        SourceFileLoader('module', source).source_to_code(open(source, 'rb').read(), source)
        return True
    except (SyntaxError, ValueError, RecursionError):
        return False


report = {'valid': 0, 'uncompilable': 0, 'modes': set(), 'wrong': []}
for folder, folders, files in os.walk(sysconfig.get_path('stdlib')):
    if '__pycache__' in folders:
        folders.remove('__pycache__')
    for source in [os.path.join(folder, name) for name in files if name.endswith('.py')]:
        try:
            code = FromCacheOnly('module', source).get_code('module')
            report['modes'].add(mode_of(source))
            report['valid'] += 1
            if code.co_filename != source:
                report['wrong'].append('%s says that it is %s' % (source, code.co_filename))
        except Exception as error:
            if is_compilable(source):
                report['wrong'].append('%s: %r' % (source, error))
            else:
                report['uncompilable'] += 1
print(json.dumps(dict(report, modes=sorted(report['modes']))))
