import { generateKeyPairSync, type KeyObject, sign, X509Certificate } from 'node:crypto'
import { bitString, integer, octetString, oid, sequence, set, text, time, tlv } from './der.ts'

/** A key and the certificate that it signed itself; for `https.createServer`, and as a CA file. */
export interface Certificate {
  readonly key: string
  readonly cert: string
}

const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'))

/**
 * Makes a self-signed certificate for these host names and IPv4 addresses. Node can read
 * certificates but not write them, and a test machine need not have openssl.
 */
export function makeCertificate(hosts: readonly string[]): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = commonName('loopback test')
  const alternatives = hosts.map(host => {
    const address = /^\d+(\.\d+){3}$/.test(host)
    return address ? tlv(0x87, Buffer.from(host.split('.').map(Number))) : text(host, 0x82)
  })
  const certificate = signCertificate(
    certificateBody({
      issuer: name,
      subject: name,
      notBefore: new Date('2024-01-01'),
      notAfter: new Date('2049-12-31'),
      publicKey,
      extensions: [extension('2.5.29.17', sequence(...alternatives)), authority],
    }),
    privateKey,
  )
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: new X509Certificate(certificate).toString(),
  }
}

export interface CertificateParts {
  readonly issuer: Buffer
  readonly subject: Buffer
  readonly notBefore: Date
  readonly notAfter: Date
  readonly publicKey: KeyObject
  readonly extensions: readonly Buffer[]
}

/** What a certificate says, for somebody to sign. */
export function certificateBody(parts: CertificateParts): Buffer {
  const { issuer, subject, notBefore, notAfter, publicKey, extensions } = parts
  return sequence(
    tlv(0xa0, integer(2)),
    integer(1),
    ecdsaWithSha256,
    issuer,
    sequence(time(notBefore), time(notAfter)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, sequence(...extensions)),
  )
}

/** The certificate that a body and its signature make. */
export function signCertificate(body: Buffer, key: KeyObject): Buffer {
  return sequence(body, ecdsaWithSha256, bitString(sign('sha256', body, key)))
}

/** A name that has one part. */
export function commonName(name: string): Buffer {
  return sequence(set(sequence(oid('2.5.4.3'), text(name))))
}

export function extension(id: string, value: Buffer): Buffer {
  return sequence(oid(id), octetString(value))
}

/** The extension without which a certificate cannot sign others. */
export const authority = extension('2.5.29.19', sequence(tlv(0x01, Buffer.from([0xff]))))
