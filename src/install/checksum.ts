import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { Distribution } from '../domain/distribution.ts'
import { ActionError } from '../domain/errors.ts'

const chunkBytes = 1024 ** 2

/** SHA-256 of a file, in lower-case hexadecimal; in half the time that a stream of it takes. */
export async function sha256Of(file: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  const chunk = Buffer.allocUnsafeSlow(chunkBytes)
  await using handle = await open(file)
  for (;;) {
    signal.throwIfAborted()
    const { bytesRead } = await handle.read(chunk)
    if (bytesRead === 0) return hash.digest('hex')
    hash.update(chunk.subarray(0, bytesRead))
  }
}

/** What a workflow has chosen that bears on archives nobody vouches for. */
export interface ChecksumPolicy {
  /** The list is its own, and so it answers for what is in it. */
  readonly ownList: boolean
  readonly verifyAttestation: boolean
}

/** Refuses a distribution whose bytes nobody vouches for. Throws an `ActionError`. */
export function requireChecksum(
  { key, sha256 }: Distribution,
  { ownList, verifyAttestation }: ChecksumPolicy,
): void {
  if (sha256 !== null || (ownList && !verifyAttestation)) return
  const withSum = `a list with a SHA-256 for it (python-downloads-json-url)`
  throw new ActionError({
    code: 'CHECKSUM_MISSING',
    message: `The list has no SHA-256 for ${key}, so its archive cannot be verified.`,
    hint: ownList
      ? `Provide ${withSum}: it is what verify-attestation looks for.`
      : `Request another build, or provide ${withSum}. uv's own list has none for Pyodide.`,
  })
}

/** Throws an `ActionError` where the archive is not the one that the list describes. */
export function checkChecksum(distribution: Distribution, found: string, url: URL): void {
  const { key, sha256 } = distribution
  if (sha256 === null || sha256 === found) return
  throw new ActionError({
    code: 'CHECKSUM_MISMATCH',
    message: `The archive of ${key} from ${url.href} has the SHA-256 ${found}, but the list says ${sha256}.`,
    hint: 'The archive was changed or damaged in transit, or the mirror and the list do not match. Nothing was installed. Update the mirror or the list.',
  })
}
