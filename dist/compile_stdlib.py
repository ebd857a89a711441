"""Compiles Python sources for as long as names come in: one worker of the compile pool.

    python -I -S -B -X utf8 compile_stdlib.py MODE ROOT FINAL_ROOT direct|atomic

stdin: names of sources relative to ROOT, each with a NUL behind it; its end is the end of work.
stdout: the greeting, then a byte for each source, soon after it is done:
    c  compiled: the cache is written
    k  unchanged: there was a valid one, or another job's worker was faster
    b  busy (Windows): another program has the cache that was there open, and it stays
    u  uncompilable: no cache can be made of this source, or (atomic) another job has removed it
    m  out of memory: nothing is said of the source
Anything else that goes wrong is a traceback on stderr and an exit code other than 0.

It runs before the standard library has any bytecode, so whatever it imports it would first have to
compile: the modules below are built into the interpreter. For the same reason there is no `os`.
"""
import _frozen_importlib_external as bootstrap
import _imp
import _warnings
import errno
import gc
import marshal
import sys
import time

if 'posix' in sys.builtin_module_names:
    import posix as system
else:
    import nt as system

GREETING = b'compile_stdlib 1\n'
COMPILED, UNCHANGED, BUSY, UNCOMPILABLE, OUT_OF_MEMORY = b'c', b'k', b'b', b'u', b'm'

# Seconds that an answer may wait for others: less than what there is to do before the next names
# are needed. Taking one costs the other side as much as a small file costs here, however many
# sources it is about.
PATIENCE = 0.02

# Seconds between attempts at what Windows refuses while others have the file open: an importing
# Python for an instant, a virus scanner for longer. Elsewhere a refusal is final.
WINDOWS = system.__name__ == 'nt'
PAUSES = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 0.64] if WINDOWS else []
# Those before a cache is given up. Who holds one for that long may hold hundreds: it is done once.
patience = PAUSES[:]

# PEP 552: the word behind the magic number.
FLAGS = {'timestamp': 0b00, 'checked-hash': 0b11, 'unchecked-hash': 0b01}

CLOSE_ON_EXEC = getattr(system, 'O_CLOEXEC', 0) | getattr(system, 'O_NOINHERIT', 0)
BINARY = getattr(system, 'O_BINARY', 0) | CLOSE_ON_EXEC
READ = system.O_RDONLY | BINARY
# Never through what is there already: a link would lead the bytes to a file that is not ours.
CREATE = system.O_WRONLY | system.O_CREAT | system.O_EXCL | BINARY


def main():
    mode, root, final_root, writing = sys.argv[1:]
    if sys.implementation.name == 'cpython':
        # Reference counts free everything here. Looking for cycles all the same takes a twentieth of
        # the time in free-threaded builds.
        gc.disable()
    # What `-W ignore` does, without importing all of `warnings` at every start.
    _warnings.filters[:] = [('ignore', None, Warning, None, 0)]
    write = {'direct': write_direct, 'atomic': write_atomic}[writing]
    # Whatever prints to stdout from here on ends up on stderr: the protocol has a descriptor of its own.
    answers = Answers(system.dup(1))
    system.dup2(2, 1)
    answers.add(GREETING)
    rest = b''
    try:
        while True:
            answers.send()
            names = system.read(0, 65536)
            if not names:
                return
            *names, rest = (rest + names).split(b'\0')
            for name in names:
                name = name.decode(sys.getfilesystemencoding(), sys.getfilesystemencodeerrors())
                answers.add(compile_source(root + name, final_root + name, FLAGS[mode], write))
    finally:
        # Also where it fails: the first source without an answer is the one to blame.
        answers.send()


class Answers:
    """What goes to stdout, a few bytes at a time."""

    def __init__(self, descriptor):
        self.descriptor = descriptor
        self.pending = b''
        self.sent_at = 0

    def add(self, answer):
        self.pending += answer
        if time.monotonic() - self.sent_at > PATIENCE:
            self.send()

    def send(self):
        if self.pending:
            system.write(self.descriptor, self.pending)
            self.pending = b''
            self.sent_at = time.monotonic()


def compile_source(source, final_source, flags, write):
    """Brings the cache of one source up to date."""
    try:
        stat, text = read_source(source)
    except FileNotFoundError:
        # From a folder in use another job may have removed it, with its pip.
        if write is write_direct:
            system.lstat(source)  # Raises, unless it is a link that leads nowhere.
        return UNCOMPILABLE
    header = cache_header(flags, stat, text)
    cache = bootstrap.cache_from_source(source, optimization='')
    if is_valid(cache, header, final_source):
        return UNCHANGED
    try:
        code = compile(text, final_source, 'exec', dont_inherit=True)
        data = header + marshal.dumps(code)
    except MemoryError as error:
        # The parser has a limit of its own, and calls it the same.
        return UNCOMPILABLE if 'stack overflowed' in str(error) else OUT_OF_MEMORY
    except Exception:
        # SyntaxError, UnicodeError, RecursionError, …: the source's fault.
        return UNCOMPILABLE
    try:
        answer = write(cache, data, (stat.st_mode | 0o200) & 0o666)
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            return UNCOMPILABLE
        if isinstance(error, PermissionError) and is_valid(cache, header, final_source):
            return UNCHANGED
        if write is write_atomic and isinstance(error, FileNotFoundError):
            return UNCOMPILABLE  # Its folder has gone since it was read, or another took its place.
        raise
    return UNCHANGED if answer == BUSY and is_valid(cache, header, final_source) else answer


def cache_header(flags, stat, text):
    """The 16 bytes that tie a cache to its source, for the import system to compare."""
    magic = bootstrap.MAGIC_NUMBER
    if flags:
        proof = _imp.source_hash(int.from_bytes(magic, 'little'), text)
    else:
        proof = word(stat.st_mtime) + word(stat.st_size)
    return magic + word(flags) + proof


def word(number):
    return (int(number) & 0xFFFFFFFF).to_bytes(4, 'little')


def is_valid(cache, header, final_source):
    """Whether the import system would take this cache, in this very mode, and as it is."""
    try:
        _, data = read_source(cache)
    except OSError:
        return False
    if data[:16] != header:
        return False
    try:
        # It may have been made in staging, under another path: PyPy writes caches as it starts, in
        # spite of -B. The import system would have to correct that, in every process.
        return marshal.loads(data[16:]).co_filename == final_source
    except Exception:
        # Cut off by a crash or a full disk.
        return False


def does_no_harm(cache):
    """Whether modules can be imported with this cache there: one that is cut off fails them."""
    try:
        _, data = read_source(cache)
    except OSError:
        return True  # Passed over.
    try:
        marshal.loads(data[16:])
    except Exception:
        return False
    return True


def read_source(path):
    """The status and the bytes of a file, with the fewest system calls."""
    descriptor = system.open(path, READ)
    try:
        stat = system.fstat(descriptor)
        data = system.read(descriptor, stat.st_size + 1)
        while len(data) < stat.st_size:
            more = system.read(descriptor, stat.st_size)
            if not more:
                break
            data += more
        return stat, data
    finally:
        system.close(descriptor)


def write_direct(cache, data, mode):
    """For a folder that nobody imports from yet."""
    try:
        create(cache, data, mode)
    except FileExistsError:
        return write_atomic(cache, data, mode)
    return COMPILED


def write_atomic(cache, data, mode):
    """For a folder in use: whoever reads the cache sees the old one or the new one, whole."""
    temporary = folder_of(cache) + '.' + system.urandom(8).hex() + '.tmp'
    create(temporary, data, mode)
    try:
        insist(patience, system.replace, temporary, cache)
    except BaseException as error:
        remove(temporary)
        if not (WINDOWS and isinstance(error, PermissionError) and does_no_harm(cache)):
            raise
        del patience[1:]
        return BUSY
    return COMPILED


def create(path, data, mode):
    try:
        descriptor = system.open(path, CREATE, mode)
    except FileNotFoundError:
        # `__pycache__` is not there: the rule, once a folder.
        try:
            system.mkdir(folder_of(path))
        except FileExistsError:
            pass  # Another worker was faster.
        descriptor = system.open(path, CREATE, mode)
    try:
        try:
            while data:
                data = data[system.write(descriptor, data):]
        finally:
            system.close(descriptor)  # First: Windows removes no file that is open.
    except BaseException:
        remove(path)
        raise


def remove(path):
    """Removes what came to nothing. Why it did is what matters, not whether this fails, too."""
    try:
        insist(PAUSES, system.unlink, path)
    except OSError:
        pass


def insist(pauses, change, *paths):
    """Tries again for a while where others are in the way."""
    for pause in pauses:
        try:
            return change(*paths)
        except PermissionError:
            time.sleep(pause)
    return change(*paths)


def folder_of(path):
    separator = '\\' if system.__name__ == 'nt' else '/'
    return path[: path.rindex(separator) + 1]


if __name__ == "__main__":
    main()
    # An orderly end would take 4 ms more, to free what the system frees anyway.
    system._exit(0)
