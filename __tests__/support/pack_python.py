"""Packs the CPython that runs this script as python-build-standalone packs its own.

    python3 -I pack_python.py DESTINATION.tar.gz

Prints one JSON object about the distribution. The archive holds real files of the host's Python,
made relocatable, without tests, caches and installed packages; it is proved to run before it is
written. Its binaries may need shared libraries of the machine they come from.
"""

import gzip
import json
import os
import platform
import pprint
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
import zipfile

MTIME = 1704067200  # 2024-01-01, on every file
VERSION = "{}.{}".format(*sys.version_info[:2])
SUFFIX = VERSION + getattr(sys, "abiflags", "")
PREFIX = sys.base_prefix
WINDOWS = os.name == "nt"
MACOS = sys.platform == "darwin"
MULTIARCH = sysconfig.get_config_var("MULTIARCH") or ""
STDLIB = sysconfig.get_path("stdlib")
# Debian's, and whoever else's: names that change how a Python behaves in its distribution.
FOREIGN_FILES = {"EXTERNALLY-MANAGED", "sitecustomize.py", "_distutils_system_mod.py"}
LEFT_OUT_FOLDERS = {
    "__pycache__", "test", "tests", "idle_test", "turtledemo", "site-packages", "dist-packages",
}
LEFT_OUT_ENDINGS = (".pyc", ".a", ".o")
# Debian's and Homebrew's: where theirs install packages, and where every other Python does.
FOREIGN_SCHEMES = [
    ("sysconfig", "_INSTALL_SCHEMES", "posix_local", "posix_prefix"),
    ("sysconfig", "_INSTALL_SCHEMES", "osx_framework_library", "posix_prefix"),
    ("distutils/command/install", "INSTALL_SCHEMES", "unix_local", "unix_prefix"),
]


def main(destination):
    with tempfile.TemporaryDirectory() as folder:
        root = os.path.join(os.path.realpath(folder), "python")
        os.mkdir(root)
        (copy_windows if WINDOWS else copy_posix)(root)
        packages = unpack_wheels(root)
        prove(root)
        pack(root, destination)
        headers = os.path.join(root, "include", "" if WINDOWS else "python" + SUFFIX, "Python.h")
        return {
            "version": release(),
            "variant": variant(),
            "triple": target_triple(),
            "pip": packages.get("pip"),
            "headers": os.path.exists(headers),
        }


def release():
    major, minor, micro, level, serial = sys.version_info
    phase = {"alpha": "a", "beta": "b", "candidate": "rc"}.get(level)
    return "{}.{}.{}{}".format(major, minor, micro, phase + str(serial) if phase else "")


def variant():
    flags = [
        ("freethreaded", sysconfig.get_config_var("Py_GIL_DISABLED")),
        ("debug", hasattr(sys, "gettotalrefcount")),
    ]
    return "+".join(name for name, on in flags if on) or None


def target_triple():
    names = {"amd64": "x86_64", "arm64": "aarch64", "x86": "i686"}
    machine = platform.machine().lower()
    machine = names.get(machine, machine)
    if WINDOWS:
        return machine + "-pc-windows-msvc"
    if MACOS:
        return machine + "-apple-darwin"
    glibc = platform.libc_ver(sys.executable)[0] == "glibc"
    return "{}-unknown-linux-{}".format(machine, "gnu" if glibc else "musl")


def copy_windows(root):
    copy_tree(STDLIB, os.path.join(root, "Lib"))
    for name in ("DLLs", "include", "libs", "tcl"):
        copy_tree(os.path.join(PREFIX, name), os.path.join(root, name))
    for name in os.listdir(PREFIX):
        if name in ("python.exe", "pythonw.exe") or name.endswith(".dll"):
            shutil.copy(os.path.join(PREFIX, name), root)


def copy_posix(root):
    binaries = [os.path.join(root, "bin", "python" + SUFFIX)]
    os.mkdir(os.path.dirname(binaries[0]))
    os.mkdir(os.path.join(root, "lib"))
    shutil.copyfile(executable(), binaries[0])
    os.chmod(binaries[0], 0o755)
    for link in ("python3", "python"):
        os.symlink("python" + SUFFIX, os.path.join(root, "bin", link))
    if getattr(sys, "platlibdir", "lib") != "lib":
        os.symlink("lib", os.path.join(root, sys.platlibdir))

    stdlib = os.path.join(root, "lib", os.path.basename(STDLIB))
    copy_tree(STDLIB, stdlib)
    copy_headers(os.path.join(root, "include", "python" + SUFFIX))
    write_pkgconfig(os.path.join(root, "lib", "pkgconfig"))
    rewrite_build_files(root, stdlib)

    library = shared_library()
    if library is not None:
        binaries.append(os.path.join(root, "lib", os.path.basename(library)))
        shutil.copyfile(library, binaries[-1])
        os.chmod(binaries[-1], 0o755)
        find_library_beside(binaries[0], library)
    undo_debian(stdlib, binaries)
    undo_schemes(stdlib)
    if sys.platform == "linux" and shutil.which("strip"):
        for folder, _, names in os.walk(os.path.join(stdlib, "lib-dynload")):
            binaries += [os.path.join(folder, name) for name in names]
        subprocess.run(["strip", "--strip-debug"] + binaries, check=True)


def executable():
    # The command of a macOS framework only starts the interpreter, which is this one.
    framework = os.path.join(PREFIX, "Resources/Python.app/Contents/MacOS/Python")
    return framework if os.path.exists(framework) else os.path.realpath(sys.executable)


def shared_library():
    """The libpython that the interpreter is linked to; None where it is all in one."""
    command = ["otool", "-L"] if MACOS else ["ldd"]
    found = subprocess.run(command + [executable()], stdout=subprocess.PIPE, text=True)
    pattern = r"^\s*(/\S*(?:libpython\S*|/Python3?)) \(" if MACOS else r"libpython\S* => (/\S+)"
    match = re.search(pattern, found.stdout, re.MULTILINE)
    return match and match.group(1)


def find_library_beside(binary, library):
    """Lets the interpreter find its library in ../lib, wherever it is unpacked."""
    if MACOS:
        beside = "@executable_path/../lib/" + os.path.basename(library)
        subprocess.run(["install_name_tool", "-change", library, beside, binary], check=True)
        subprocess.run(["codesign", "--force", "--sign", "-", binary], check=True)
        return
    with open(binary, "rb") as file:
        content = file.read()
    # The search path stands in the string table. It may be overwritten, but not grow.
    written = re.escape(os.path.dirname(library).encode())
    match = re.search(rb"(?<=\0)(?:[^\0]*:)?" + written + rb"(?::[^\0]*)?(?=\0)", content)
    beside = b"$ORIGIN/../lib"
    if match is None or b"$ORIGIN" in match.group():
        return  # It is found by the system's loader, or beside the interpreter already.
    if len(match.group()) < len(beside):
        fail("there is no room for a relative library path in " + executable())
    padded = beside.ljust(len(match.group()), b"\0")
    with open(binary, "wb") as file:
        file.write(content[: match.start()] + padded + content[match.end() :])


def copy_tree(source, target):
    for folder, folders, names in os.walk(source):
        folders[:] = [name for name in folders if name.lower() not in LEFT_OUT_FOLDERS]
        inside = os.path.normpath(os.path.join(target, os.path.relpath(folder, source)))
        os.makedirs(inside, exist_ok=True)
        for name in names:
            path, copy = os.path.join(folder, name), os.path.join(inside, name)
            if name in FOREIGN_FILES or name.endswith(LEFT_OUT_ENDINGS) or not os.path.exists(path):
                continue
            shutil.copyfile(path, copy)
            os.chmod(copy, os.stat(path).st_mode | 0o200)


def undo_debian(stdlib, binaries):
    """Debian's Python installs into dist-packages of its own; every other into site-packages."""
    for path in binaries + [os.path.join(stdlib, "site.py")]:  # Since 3.11 it is frozen.
        with open(path, "rb+") as file:
            content = file.read()
            if b"dist-packages" in content:
                file.seek(0)
                file.write(content.replace(b"dist-packages", b"site-packages"))
    disabled = "    _ensurepip_is_disabled_in_debian_for_system()\n"
    edit(os.path.join(stdlib, "ensurepip/__init__.py"), lambda text: text.replace(disabled, ""))


def undo_schemes(stdlib):
    for module, table, foreign, upstream in FOREIGN_SCHEMES:
        for path in (module + ".py", module + "/__init__.py"):
            line = "\n{0}[{1!r}] = {0}[{2!r}]\n".format(table, foreign, upstream)
            append = lambda text: text + line if repr(foreign) in text else text
            edit(os.path.join(stdlib, path), append)


def copy_headers(target):
    source = sysconfig.get_path("include")
    copy_tree(source, target)
    # Debian's own names the real one by a path that only its compilers search.
    real = os.path.join(os.path.dirname(source), MULTIARCH, os.path.basename(source), "pyconfig.h")
    if MULTIARCH and os.path.exists(real):
        shutil.copyfile(real, os.path.join(target, "pyconfig.h"))


def write_pkgconfig(folder):
    os.mkdir(folder)
    kinds = [
        ("", "Build a C extension for Python", ""),
        ("-embed", "Embed Python into an application", " -L${libdir} -lpython" + SUFFIX),
    ]
    for kind, description, libraries in kinds:
        name = "python-{}{}.pc".format(SUFFIX, kind)
        with open(os.path.join(folder, name), "w") as file:
            file.write(
                "# See: man pkg-config\nprefix=/install\nexec_prefix=${prefix}\n"
                "libdir=${exec_prefix}/lib\nincludedir=${prefix}/include\n\n"
                "Name: Python\nDescription: " + description + "\nRequires:\nVersion: " + VERSION
                + "\nLibs.private: -ldl\nLibs:" + libraries
                + "\nCflags: -I${includedir}/python" + SUFFIX + "\n"
            )
        os.symlink(name, os.path.join(folder, "python3{}.pc".format(kind)))


def rewrite_build_files(root, stdlib):
    """What the build wrote down about its place and its compiler becomes what PBS writes there."""
    variables = install_variables(os.path.basename(stdlib))
    for name in os.listdir(stdlib):
        path = os.path.join(stdlib, name)
        if name.startswith("_sysconfigdata_"):
            found = {}
            with open(path) as file:
                exec(file.read(), found)
            values = {key: rewrite(value) for key, value in found["build_time_vars"].items()}
            values.update({key: value for key, value in variables.items() if key in values})
            with open(path, "w") as file:
                file.write("# system configuration generated and used by the sysconfig module\n")
                file.write("build_time_vars = " + pprint.pformat(values) + "\n")
        elif name.endswith(".json"):
            edit(path, rewrite)
        elif name.startswith("config-"):
            for script in ("Makefile", "python-config.py"):
                edit(os.path.join(path, script), rewrite)
    script = os.path.join(PREFIX, "bin", "python{}-config".format(SUFFIX))
    if os.path.exists(script):
        edit(shutil.copy(script, os.path.join(root, "bin")), rewrite)


def install_variables(stdlib_name):
    library, include = "/install/lib/" + stdlib_name, "/install/include/python" + SUFFIX
    places = {
        "/install": ["prefix", "exec_prefix"],
        "/install/bin": ["BINDIR"],
        "/install/lib": ["LIBDIR", "SCRIPTDIR"],
        "/install/lib/pkgconfig": ["LIBPC"],
        library: ["LIBDEST", "BINLIBDEST", "DESTLIB", "MACHDESTLIB"],
        library + "/lib-dynload": ["DESTSHARED"],
        library + "/config-{}-{}".format(SUFFIX, MULTIARCH or sys.platform): ["LIBPL"],
        "/install /install/lib {0} {0}/lib-dynload".format(library): ["DESTDIRS"],
        "/install/include": ["INCLUDEDIR", "CONFINCLUDEDIR"],
        include: ["INCLUDEPY", "CONFINCLUDEPY"],
        "/install/include " + include: ["INCLDIRSTOMAKE"],
        "/install/share": ["datarootdir"],
        "/install/share/man": ["MANDIR"],
    }
    variables = {key: place for place, keys in places.items() for key in keys}
    if not MACOS:  # PBS builds with compilers that a runner may not have.
        compilers = dict.fromkeys(["CC", "LDSHARED", "BLDSHARED", "LINKCC"], "clang")
        compilers.update(CXX="clang++", LDCXXSHARED="clang++")
        compilers["AR"] = "/tools/clang-linux64/bin/llvm-ar"
        for key, compiler in compilers.items():
            words = rewrite(sysconfig.get_config_var(key) or "").split(" ")
            variables[key] = " ".join([compiler] + words[1:])
    return variables


def rewrite(value):
    if not isinstance(value, str) or PREFIX == "/usr":
        return value
    flags = r"\s?(?<!\S)(?:-L|-I|-Wl,-rpath,)" + re.escape(PREFIX) + r"[^\s']*"
    return re.sub(flags, "", value).replace(PREFIX, "/install")


def unpack_wheels(root):
    """Unpacks the wheels that ensurepip would install; maps their names to versions."""
    folders = [
        os.path.join(STDLIB, "ensurepip", "_bundled"),
        sysconfig.get_config_var("WHEEL_PKG_DIR") or "/usr/share/python-wheels",
    ]
    library = os.path.join(root, "Lib" if WINDOWS else "lib/" + os.path.basename(STDLIB))
    packages = os.path.join(library, "site-packages")
    os.makedirs(packages, exist_ok=True)
    versions = {}
    wanted = ("pip",) if sys.version_info >= (3, 12) else ("pip", "setuptools")
    for folder in filter(os.path.isdir, folders):
        for wheel in sorted(os.listdir(folder)):
            name, _, rest = wheel.partition("-")
            if not wheel.endswith(".whl") or name not in wanted or name in versions:
                continue
            versions[name] = rest.split("-")[0]
            with zipfile.ZipFile(os.path.join(folder, wheel)) as archive:
                archive.extractall(packages)
            information = "{}-{}.dist-info/".format(name, versions[name])
            installed = [information + "INSTALLER"]
            with open(os.path.join(packages, installed[0]), "w") as file:
                file.write("pip\n")
            if name == "pip" and not WINDOWS:
                scripts = write_pip_scripts(os.path.join(root, "bin"))
                installed += ["../../../bin/" + script for script in scripts]
            with open(os.path.join(packages, information + "RECORD"), "a") as file:
                file.write("".join(path + ",,\n" for path in installed))
    return versions


def write_pip_scripts(folder):
    names = ["pip3", "pip" + VERSION]
    for name in names:
        path = os.path.join(folder, name)
        with open(path, "w") as file:
            file.write(
                "#!/bin/sh\n"
                "'''exec' \"$(dirname -- \"$(realpath -- \"$0\")\")\"/'python" + SUFFIX
                + "' \"$0\" \"$@\"\n"
                "' '''\n"
                "import sys\n"
                "from pip._internal.cli.main import main\n"
                "if __name__ == '__main__':\n"
                "    sys.exit(main())\n"
            )
        os.chmod(path, 0o755)
    return names


PROOF = """
import os, sys, sysconfig
root = sys.argv[1]
for path in [sys.prefix, os.__file__, *sysconfig.get_paths().values()]:
    assert os.path.realpath(path).startswith(root), 'it looks for itself at ' + path
purelib = sysconfig.get_path('purelib')
assert 'site-packages' in purelib and purelib in sys.path, 'it installs packages into ' + purelib
for module in sys.argv[2:]:
    __import__(module)
"""


def prove(root):
    """Runs what is to be packed: a Python that cannot be moved is found out here, not in a test."""
    binary = os.path.join(root, "python.exe" if WINDOWS else "bin/python3")
    modules = [name for name in ("zlib", "hashlib", "ctypes", "ssl", "sqlite3") if importable(name)]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("LD_")}
    run = subprocess.run(
        [binary, "-I", "-B", "-c", PROOF, root] + modules,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if run.returncode != 0:
        fail("moved to another folder it does not work: " + run.stdout.strip())


def importable(name):
    try:
        __import__(name)
        return True
    except ImportError:
        return False


def pack(root, destination):
    def constant(entry):
        entry.mtime, entry.uid, entry.gid, entry.uname, entry.gname = MTIME, 0, 0, "", ""
        return entry

    with open(destination, "wb") as file:
        # Without a name in its header: whoever names the distribution puts it there.
        with gzip.GzipFile("", "wb", 4, file, MTIME) as compressed:
            with tarfile.open(fileobj=compressed, mode="w", format=tarfile.PAX_FORMAT) as archive:
                archive.add(root, "python", filter=constant)


def edit(path, change):
    if not os.path.exists(path):
        return
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(change(text))


def fail(reason):
    sys.exit("Cannot pack {} (CPython {}): {}".format(sys.executable, release(), reason))


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1])))
