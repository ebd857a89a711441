"""Compiles, marshals and writes the cache of every source below a folder, once, and does nothing else.

    python -I -S -B -W ignore compile_once.py FOLDER

Prints the seconds of processor time that this took, and how many caches were written: no way to
compile can take less, whatever runs beside it.
"""
import gc
import importlib.util
import marshal
import os
import sys
import time


def main(root):
    paths = []
    for folder, _, names in os.walk(root):
        sources = [name for name in names if name.endswith('.py')]
        paths += [os.path.join(folder, name) for name in sources]
    gc.disable()
    begin = time.process_time()
    written = sum(map(compile_file, paths))
    print(time.process_time() - begin, written)


def compile_file(path):
    with open(path, 'rb', 0) as file:
        text = file.read()
    try:
        code = compile(text, path, 'exec', dont_inherit=True)
    except Exception:
        return 0
    cache = importlib.util.cache_from_source(path, optimization='')
    data = marshal.dumps(code)
    try:
        file = open(cache, 'wb', 0)
    except FileNotFoundError:
        os.mkdir(os.path.dirname(cache))
        file = open(cache, 'wb', 0)
    with file:
        file.write(bytes(16) + data)
    return 1


main(sys.argv[1])
