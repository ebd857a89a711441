import { join } from 'node:path'
import { unpackFile } from '../../src/archive/unpack.ts'
import type { Distribution } from '../../src/domain/distribution.ts'
import { childEnvironment } from '../../src/io/process-environment.ts'
import { offeredDistribution } from './distributions.ts'
import { offer } from './list.ts'
import { type PackedPython, packPython } from './pack-python.ts'

/** What programs of the tests get of the environment: as much as those of the action. */
export const childEnv = childEnvironment(process.env, process.platform)

/** The host's own Python, unpacked and otherwise untouched. */
export interface UnpackedPython {
  readonly packed: PackedPython
  readonly distribution: Distribution
  readonly root: string
}

/** Unpacks the host's Python into a folder `tree` of this one. */
export async function unpackPython(folder: string): Promise<UnpackedPython> {
  const packed = await packPython()
  const distribution = offeredDistribution(offer(packed))
  const root = join(folder, 'tree')
  const { signal } = new AbortController()
  const unpacking = { subject: 'It', root: 'python', folder: root, signal }
  await unpackFile(packed.file, '.tar.gz', unpacking)
  return { packed, distribution, root }
}
