"""Proves from the outside that the action kept its promises; run after `uses: ./`.

INSTALLATIONS is the output of that name, SOURCE where every installation should have come from.
Each interpreter then examines itself, in a process of its own. Run it with -B: it must not write
the caches that it looks for.
"""

import importlib.machinery
import importlib.util
import json
import os
import platform
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import zipfile
from pathlib import Path

EXTENSION = """
#include <Python.h>
static PyObject *answer(PyObject *self, PyObject *args) { return PyLong_FromLong(42); }
static PyMethodDef methods[] = {{"answer", answer, METH_NOARGS, ""}, {0}};
static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "demo", "", -1, methods};
PyMODINIT_FUNC PyInit_demo(void) { return PyModule_Create(&definition); }
"""


def check_job(installations, source):
    """What is true of the job as a whole: outputs, PATH, variables."""
    default = installations[-1]
    wanted = [source] * len(installations)
    assert [one["source"] for one in installations] == wanted, f"not all from {source}"
    for name in ("python", "python3"):
        # Asked where it lives, because Windows has copies where other systems have links.
        command = [shutil.which(name), "-c", "import sys; print(sys.base_prefix)"]
        prefix = subprocess.check_output(command, universal_newlines=True).strip()
        assert same_file(prefix, default["path"]), f"{name} is the one in {prefix}"
    assert same_file(os.environ["pythonLocation"], default["path"])
    for one in installations:
        name = "python" + ".".join(one["version"].split(".")[:2])
        assert shutil.which(name), f"no {name} on PATH"
        if subprocess.call([one["python-path"], "-B", __file__, json.dumps(one)]) != 0:
            sys.exit(f"{one['request']} is not what was promised")


def check_self(one):
    """What is true of this interpreter's own installation."""
    assert platform.python_version() == one["version"], platform.python_version()
    assert same_file(sys.base_prefix, one["path"]), sys.base_prefix
    free_threaded = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
    assert free_threaded == ("freethreaded" in one["variant"]), one["variant"]
    for name, value in sysconfig.get_config_vars().items():
        assert not re.search(r"(^|[\s='\"]|-[IL])/install\b", str(value)), f"{name}: {value}"
    count = check_bytecode(Path(sysconfig.get_path("stdlib")))
    with tempfile.TemporaryDirectory() as folder:
        check_venv(Path(folder))
        extension = check_extension(Path(folder))
    print(f"{one['request']}: {sys.executable}, {count} valid caches, extension {extension}")


def check_bytecode(stdlib):
    """Every source that compiles has a cache that Python would accept."""
    count = 0
    for source in stdlib.rglob("*.py"):
        if has_valid_cache(source):
            count += 1
            continue
        try:
            compile(source.read_bytes(), str(source), "exec", dont_inherit=True)
        except (SyntaxError, ValueError):
            continue
        raise AssertionError(f"{source} has no valid cache")
    assert count > 500, f"only {count} sources below {stdlib}"
    return count


def has_valid_cache(source):
    try:
        header = Path(importlib.util.cache_from_source(str(source))).read_bytes()[:16]
    except FileNotFoundError:
        return False
    magic, flags = header[:4], int.from_bytes(header[4:8], "little")
    if flags & 1:
        proof = importlib.util.source_hash(source.read_bytes())
    else:
        stat = source.stat()
        numbers = (int(stat.st_mtime) & 0xFFFFFFFF, stat.st_size & 0xFFFFFFFF)
        proof = b"".join(number.to_bytes(4, "little") for number in numbers)
    return magic == importlib.util.MAGIC_NUMBER and header[8:] == proof


def check_venv(folder):
    """A virtual environment, with a package that its pip installs without a network."""
    wheel = folder / "demo_wheel-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        info = "demo_wheel-1.dist-info/"
        archive.writestr("demo_wheel.py", "answer = 42\n")
        metadata = "Metadata-Version: 2.1\nName: demo-wheel\nVersion: 1\n"
        archive.writestr(info + "METADATA", metadata)
        tags = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        archive.writestr(info + "WHEEL", tags)
        archive.writestr(info + "RECORD", "")
    run(sys.executable, "-m", "pip", "--version")
    run(sys.executable, "-m", "venv", folder / "venv")
    python = folder / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    run(python, "-m", "pip", "install", "--quiet", "--no-index", wheel)
    run(python, "-c", "import demo_wheel; assert demo_wheel.answer == 42")


def check_extension(folder):
    """An extension module, built with the flags that the installation itself names."""
    names = ("CC", "CFLAGS", "CCSHARED", "LDSHARED")
    words = [shlex.split(sysconfig.get_config_var(name) or "") for name in names]
    compiler, flags, shared, linker = words
    if os.name == "nt" or shutil.which(compiler[0]) is None:
        return "not tried: no compiler"
    source, object_file = folder / "demo.c", folder / "demo.o"
    source.write_text(EXTENSION)
    include = "-I" + sysconfig.get_path("include")
    run(*compiler, *flags, *shared, include, "-c", source, "-o", object_file)
    module = folder / ("demo" + importlib.machinery.EXTENSION_SUFFIXES[0])
    run(*linker, object_file, "-o", module)
    run(sys.executable, "-c", "import demo; assert demo.answer() == 42", PYTHONPATH=str(folder))
    return "built"


def run(*command, **variables):
    quiet = {"PYTHONDONTWRITEBYTECODE": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    environment = {**os.environ, **quiet, **variables}
    subprocess.run([str(word) for word in command], check=True, env=environment)


def same_file(one, other):
    return os.path.realpath(one) == os.path.realpath(other)


if __name__ == "__main__":
    if len(sys.argv) == 2:
        check_self(json.loads(sys.argv[1]))
    else:
        check_job(json.loads(os.environ["INSTALLATIONS"]), os.environ["SOURCE"])
