import { describePython, type Python } from '../domain/python.ts'
import type { JobContext } from './context.ts'

/**
 * Makes sure, where the workflow wants it, that the archive with this hash is attested.
 *
 * It is the hash that an attestation is about, so a tree from either cache is checked like a
 * download, by the hash in its record. That is worth as much as the cache: it shows what the tree
 * was once made of, and whoever can write there can change the tree and the record alike.
 */
export async function requireProvenance(
  { inputs, signal, log }: JobContext,
  python: Python,
  sha256: string | null,
): Promise<void> {
  if (!inputs.verifyAttestation) return
  // Loaded only here: the verification is a sixth of our code, and few ask for it.
  const { requireAttestation } = await import('../attestation/attestation.ts')
  const { mirror, token } = inputs
  await requireAttestation({ python, sha256, mirror, token, signal })
  log.info(`${describePython(python)}: the build provenance of its archive is verified.`)
}
