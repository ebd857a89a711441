"""Imports an installation's own library in one new process after the other, until `stop` is there.

    python -I -B importer.py STOP

A line for each process that has ended: `ok`, or what it complained of.
"""
import os
import subprocess
import sys
import sysconfig

stop = sys.argv[1]
names = sorted(
    name[:-3]
    for name in os.listdir(sysconfig.get_path('stdlib'))
    # What they print, start or need a screen for would be in the way.
    if name.endswith('.py') and name not in ('antigravity.py', 'this.py', '__main__.py')
)
# A cache that is only half there is an EOFError or a ValueError, not a module that is missing.
script = '''
for name in %r:
    try:
        __import__(name)
    except (ImportError, AttributeError):
        pass
''' % (names,)
while not os.path.exists(stop):
    end = subprocess.run(
        [sys.executable, '-I', '-B', '-W', 'ignore', '-c', script],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )
    complaint = end.stderr.decode(errors='replace').strip().replace('\n', ' | ')
    print('ok' if end.returncode == 0 else complaint, flush=True)
