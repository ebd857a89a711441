import { expect, it } from 'vitest'
import { systemIdentity } from '../../src/domain/system-identity.ts'
import { hosts } from '../support/hosts.ts'

const release = (id: string, version: string) => `NAME="x"\nID=${id}\nVERSION_ID="${version}"\n`

it.each([
  ['linux', '6.8.0', release('ubuntu', '24.04'), 'linux-x86_64-gnu', 'ubuntu-24.04-gnu'],
  ['linux', '6.8.0', release('debian', '12'), 'linux-x86_64-gnu', 'debian-12-gnu'],
  ['linux', '6.8.0', release('"rocky"', '9.4'), 'linux-x86_64-gnu', 'rocky-9-gnu'],
  ['linux', '6.8.0', "ID='fedora' \nVERSION_ID=41.2\n", 'linux-x86_64-gnu', 'fedora-41-gnu'],
  ['linux', '6.8.0', release('alpine', '3.22.1'), 'linux-x86_64-musl', 'alpine-3.22.1-musl'],
  ['linux', '6.8.0', 'ID=arch\n', 'linux-x86_64-gnu', 'arch-gnu'],
  ['linux', '6.8.0', '', 'linux-x86_64-gnu', 'linux-gnu'],
  ['darwin', '24.5.0', '', 'darwin-aarch64-none', 'macos-15'],
  ['darwin', '25.0.0', '', 'darwin-aarch64-none', 'macos-26'],
  ['win32', '10.0.26100', '', 'windows-x86_64-none', 'windows-26100'],
])(
  '%s %s is for caches what its system is (%j)',
  (nodePlatform, version, osRelease, host, identity) => {
    const platform = hosts[host]
    if (platform === undefined) throw new Error(`no host: ${host}`)
    expect(systemIdentity({ nodePlatform, release: version, osRelease }, platform)).toBe(identity)
  },
)
