import { createHash, randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkChecksum, requireChecksum, sha256Of } from '../../src/install/checksum.ts'
import { distribution } from '../support/distributions.ts'
import { temporaryFolder } from '../support/shared.ts'

const never = new AbortController().signal

describe('the SHA-256', async () => {
  const folder = await temporaryFolder()
  const file = path.join(folder.path, 'file')
  afterAll(folder.remove)

  it.each([0, 1, 1024 ** 2, 1024 ** 2 + 1, 5_000_000])('of %i bytes', async size => {
    const bytes = randomBytes(size)
    await writeFile(file, bytes)
    expect(await sha256Of(file, never)).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  it('of a file that is not there is an error', async () => {
    await expect(sha256Of(path.join(folder.path, 'missing'), never)).rejects.toThrow('ENOENT')
  })

  it('is not finished after an abort', async () => {
    await expect(sha256Of(file, AbortSignal.abort())).rejects.toThrow('aborted')
  })
})

it('a distribution without a sum is refused, but for those of a list of one’s own', () => {
  const unknown = distribution({ sha256: null })
  const listed = { ownList: false, verifyAttestation: false }
  const own = { ...listed, ownList: true }
  const refusal = (hint: string) =>
    expect.objectContaining({
      code: 'CHECKSUM_MISSING',
      message: expect.stringContaining(unknown.key),
      hint: expect.stringContaining(hint),
    })
  expect(() => requireChecksum(unknown, listed)).toThrow(refusal('Request another build, or'))
  requireChecksum(unknown, own)
  requireChecksum(distribution(), listed)
  expect(() => requireChecksum(unknown, { ...own, verifyAttestation: true })).toThrow(
    refusal('it is what verify-attestation looks for'),
  )
})

it('an archive with another sum than the list’s is refused', () => {
  const url = new URL('https://mirror.test/a.tar.gz')
  const [a, b] = ['a'.repeat(64), 'b'.repeat(64)] as const
  expect(() => checkChecksum(distribution({ sha256: a }), b, url)).toThrow(
    expect.objectContaining({
      code: 'CHECKSUM_MISMATCH',
      message: `The archive of cpython-3.13.5-linux-x86_64-gnu from https://mirror.test/a.tar.gz has the SHA-256 ${b}, but the list says ${a}.`,
    }),
  )
  checkChecksum(distribution({ sha256: a }), a, url)
  checkChecksum(distribution({ sha256: null }), b, url)
})
