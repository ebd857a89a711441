import type { Distribution } from '../../src/domain/distribution.ts'
import { layoutNumber } from '../../src/domain/layout.ts'
import { asItComes, pythonId } from '../../src/domain/python.ts'
import type { InstallationRecord } from '../../src/install/record.ts'
import { parseList } from '../../src/list/parse.ts'
import { listJson, type Offer } from './list.ts'

const releases = 'https://github.com/astral-sh/python-build-standalone/releases/download/'

/** A distribution as the list could have it; `parts` replaces what a test is about. */
export function distribution(parts: Partial<Distribution> = {}): Distribution {
  return {
    key: 'cpython-3.13.5-linux-x86_64-gnu',
    implementation: 'cpython',
    version: { major: 3, minor: 13, patch: 5, prerelease: null },
    variant: 'default',
    build: '20250612',
    platform: { os: 'linux', architecture: { family: 'x86_64', level: null }, libc: 'gnu' },
    url: new URL(`${releases}20250612/cpython-3.13.5%2B20250612-x86_64.tar.gz`),
    sha256: 'a'.repeat(64),
    ...asItComes,
    ...parts,
  }
}

/** The distribution that the list makes of an offered archive. */
export function offeredDistribution(offer: Offer): Distribution {
  const [first] = parseList(listJson([offer]), 'the test').distributions
  if (first === undefined) throw new Error(`unusable: ${offer.key}`)
  return first
}

/** The record of such a distribution's installation, never compiled. */
export function recordOfPython(
  path: string,
  parts: Partial<Distribution> = {},
): InstallationRecord {
  const { key: _, url: __, sha256, ...python } = distribution(parts)
  return {
    layout: layoutNumber,
    id: pythonId(python),
    python,
    path,
    archiveSha256: sha256,
    files: 1,
    digest: null,
    tree: null,
    bytecode: null,
  }
}
