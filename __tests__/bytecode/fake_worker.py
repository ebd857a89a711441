"""A compile worker on a system that stands in for the real one.

    python fake_worker.py REPORT SETTINGS WORKER MODE ROOT FINAL_ROOT direct|atomic

SETTINGS is JSON; what is not there is off:
    windows     nobody replaces or removes a file that is open
    cache_busy  others have every cache open until the worker has slept that many times
    new_busy    the same of what the worker has just made: a virus scanner
    denied      replacing is refused, open or not
    rival       another worker writes the cache before this one can: 'same', 'other mode', 'cut off'
    full        no room on the disk
    uninstall   the folder of the source is removed before its cache is written
The rest is what the worker itself takes. At its end REPORT gets how long it slept each time.
"""
import errno
import json
import os
import posix
import shutil
import sys
import time
import types

report_path, settings, worker_path, *arguments = sys.argv[1:]
settings = json.loads(settings)
naps = []
open_here = {}


class System(types.ModuleType):
    """What the worker finds as `nt` or `posix`: the real one, but for what is below."""

    def __getattr__(self, name):
        return getattr(posix, name)

    def open(self, path, flags, mode=0o777):
        if flags & posix.O_CREAT and settings.get('uninstall'):
            shutil.rmtree(arguments[1] + 'package', ignore_errors=True)
        descriptor = posix.open(path, flags, mode)
        open_here[descriptor] = path
        return descriptor

    def close(self, descriptor):
        posix.close(descriptor)
        del open_here[descriptor]

    def write(self, descriptor, data):
        if descriptor in open_here and settings.get('full'):
            posix.write(descriptor, data[:10])
            raise OSError(errno.ENOSPC, 'No space left on device')
        return posix.write(descriptor, data)

    def replace(self, path, onto):
        if settings.get('rival'):
            overtake(path, onto)
        if settings.get('denied') or is_open(path) or is_open(onto):
            raise PermissionError(errno.EACCES, 'Replacing is refused', path, 5, onto)
        posix.replace(path, onto)

    def unlink(self, path):
        if is_open(path):
            raise PermissionError(errno.EACCES, 'Removing is refused', path, 32)
        posix.unlink(path)


def is_open(path):
    if not settings.get('windows'):
        return False
    busy = settings.get('cache_busy' if path.endswith('.pyc') else 'new_busy', 0)
    return path in open_here.values() or len(naps) < busy


def overtake(path, onto):
    with open(path, 'rb') as file:
        data = bytearray(file.read())
    if settings['rival'] == 'other mode':
        data[4] ^= 1
    if settings['rival'] == 'cut off':
        del data[20:]
    with open(onto, 'wb') as file:
        file.write(data)


def load_worker(system):
    """The worker, as it is where this is the system it was built for."""
    sys.modules[system.__name__] = system
    builtin = sys.builtin_module_names
    others = tuple(name for name in builtin if name != 'posix')
    sys.builtin_module_names = (*others, system.__name__)
    worker = types.ModuleType('compile_stdlib')
    with open(worker_path, 'rb') as file:
        exec(compile(file.read(), worker_path, 'exec'), worker.__dict__)
    sys.builtin_module_names = builtin
    sys.modules['posix'] = posix
    return worker


system = System('nt' if settings.get('windows') else 'posix')
worker = load_worker(system)
# The paths are still those of this machine.
system.__name__ = 'posix'
worker.time = types.SimpleNamespace(monotonic=time.monotonic, sleep=naps.append)
sys.argv[1:] = arguments
try:
    worker.main()
finally:
    with open(report_path, 'w') as file:
        json.dump(naps, file)
