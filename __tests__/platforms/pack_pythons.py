#!/usr/bin/env python3
"""Packs real CPythons of python-build-standalone for other platforms into a mirror, with a list in uv's schema.

    pack_pythons.py MIRROR [--platform linux-arm64] [--python 3.14.6-20260610 …] [--pip 25.3]

The trees come from the Go module github.com/kluctl/go-embed-python, which embeds the files of a release
(programs and libraries gzipped), without headers, .pc files, ensurepip, site-packages and test_*.py. pip
is put back from its wheel, and for Windows an ensurepip that installs the same one. The form of an archive
is that of install_only_stripped; its SHA-256 is its own.

Needs: go, pip, Python 3.8 or newer.
"""
import argparse
import gzip
import hashlib
import io
import json
import os
import stat
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

MODULE = 'github.com/kluctl/go-embed-python'
PYTHONS = ['3.14.6-20260610', '3.11.11-20241219']
# The module's name of a platform: target triple, and os, architecture and libc in the list.
PLATFORMS = {
    'linux-arm64': ('aarch64-unknown-linux-gnu', 'linux', 'aarch64', 'gnu'),
    'windows-amd64': ('x86_64-pc-windows-msvc', 'windows', 'x86_64', 'none'),
}
MTIME = 1704067200  # 2024-01-01, as in the real archives
RELEASES = 'https://github.com/astral-sh/python-build-standalone/releases/download'
GO_DIRECTORY = 1 << 31

# What `python -m venv` calls.
ENSUREPIP = b'''import os, runpy, sys
bundled = os.path.join(os.path.dirname(__file__), "_bundled")
sys.path.insert(0, os.path.join(bundled, os.listdir(bundled)[0]))
sys.argv = ["pip", "install", "--no-index", "--find-links", bundled, "pip"]
runpy.run_module("pip", run_name="__main__", alter_sys=True)
'''


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('mirror', type=Path)
    parser.add_argument('--python', nargs='+', default=PYTHONS, metavar='VERSION-BUILD')
    parser.add_argument('--pip', default='25.3', metavar='VERSION')
    parser.add_argument('--platform', default='linux-arm64', choices=PLATFORMS)
    options = parser.parse_args()
    triple, system, arch, libc = PLATFORMS[options.platform]
    wheel = download_pip(options.pip)
    listed = {}
    for name in options.python:
        version, build = name.rsplit('-', 1)
        file = options.mirror / build / f'cpython-{version}+{build}-{triple}-install_only_stripped.tar.gz'
        file.parent.mkdir(parents=True, exist_ok=True)
        library = 'Lib' if system == 'windows' else 'lib/python' + '.'.join(version.split('.')[:2])
        members = read_module(version, build, options.platform)
        members.update({f'{library}/site-packages/{path}': (0o644, content) for path, content in files_of(wheel).items()})
        if system == 'windows':
            members.update({f'{library}/ensurepip/{path}': (0o644, content) for path, content in ensurepip_of(wheel).items()})
        pack(members, file)
        major, minor, patch = map(int, version.split('.'))
        listed[f'cpython-{version}-{system}-{arch}-{libc}'] = {
            'name': 'cpython', 'arch': {'family': arch, 'variant': None}, 'os': system, 'libc': libc,
            'major': major, 'minor': minor, 'patch': patch, 'prerelease': '',
            'url': f"{RELEASES}/{build}/{file.name.replace('+', '%2B')}",
            'sha256': hashlib.sha256(file.read_bytes()).hexdigest(), 'variant': None, 'build': build,
        }
        print(f'{file} ({len(members)} files, {file.stat().st_size / 1e6:.1f} MB)')
    (options.mirror / 'download-metadata.json').write_text(json.dumps(listed, indent=2) + '\n')


def read_module(version, build, platform):
    """The files of a release by their path: (mode, content), or (None, target) for a symbolic link."""
    done = subprocess.run(
        ['go', 'mod', 'download', '-json', f'{MODULE}@v0.0.0-{version}-{build}-1'],
        cwd=tempfile.gettempdir(), env={**os.environ, 'GO111MODULE': 'on', 'GOFLAGS': '-modcacherw'}, stdout=subprocess.PIPE, check=True,
    )
    data = Path(json.loads(done.stdout)['Dir'], 'python', 'internal', 'data', platform)
    members = {}
    for each in json.loads((data / 'files.json').read_text())['files']:
        path = data / each['name']
        if each.get('symlink'):
            members[each['name']] = (None, each['symlink'])
        elif each['perm'] & GO_DIRECTORY or each['name'] in ('.gitattributes', 'files.json'):
            continue
        elif each.get('compressed'):
            members[each['name']] = (stat.S_IMODE(each['perm']), gzip.decompress(path.with_name(path.name + '.gz').read_bytes()))
        elif path.is_file():
            members[each['name']] = (stat.S_IMODE(each['perm']), path.read_bytes())
    return members


def download_pip(version):
    """The name and content of pip's wheel."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, '-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary=:all:', '-d', folder, f'pip=={version}'],
            check=True,
        )
        file = next(Path(folder).glob('*.whl'))
        return file.name, file.read_bytes()


def files_of(wheel):
    with zipfile.ZipFile(io.BytesIO(wheel[1])) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith('/')}


def ensurepip_of(wheel):
    name, content = wheel
    return {f'_bundled/{name}': content, '__init__.py': b'', '__main__.py': ENSUREPIP}


def pack(members, file):
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode='w', format=tarfile.GNU_FORMAT) as tar:
        for name, (mode, content) in sorted(members.items()):
            member = tarfile.TarInfo(f'python/{name}')
            member.mtime, member.uname, member.gname = MTIME, 'root', 'root'
            if mode is None:
                member.type, member.linkname = tarfile.SYMTYPE, content
                tar.addfile(member)
            else:
                member.size, member.mode = len(content), mode
                tar.addfile(member, io.BytesIO(content))
    file.write_bytes(gzip.compress(raw.getvalue(), 6, mtime=0))


if __name__ == '__main__':
    main()
