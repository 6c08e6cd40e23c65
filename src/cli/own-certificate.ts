import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { AppError } from '#platform/errors'

/** Certificate, with those that signed it, and key, in PEM. */
export interface OwnCertificate {
  readonly cert: string
  readonly key: string
}

/** What `--cert` and `--key` name. */
export interface CertificateFiles {
  readonly cert: string
  readonly key: string
}

/**
 * The certificate by which Betang itself serves HTTPS.
 *
 * @throws AppError `file-not-found`, `certificate-unfit` when it cannot be read, its key is another,
 * or `now` is outside its time.
 */
export function readCertificate(files: CertificateFiles, now: Date): OwnCertificate {
  const [cert, key] = [readPem(files.cert), readPem(files.key)]
  const refuse = (path: string, trouble: 'unreadable' | 'other-key' | 'time', cause?: unknown) =>
    new AppError('certificate-unfit', { path, trouble }, { cause })
  let certificate: X509Certificate
  try {
    certificate = new X509Certificate(cert)
  } catch (cause) {
    throw refuse(files.cert, 'unreadable', cause)
  }
  let isOwnKey: boolean
  try {
    isOwnKey = certificate.checkPrivateKey(createPrivateKey(key))
  } catch (cause) {
    throw refuse(files.key, 'unreadable', cause)
  }
  if (!isOwnKey) throw refuse(files.key, 'other-key')
  if (now < certificate.validFromDate || now > certificate.validToDate) {
    throw refuse(files.cert, 'time')
  }
  return { cert, key }
}

/** The moment after which browsers refuse a certificate in PEM. */
export function certificateEnd({ cert }: OwnCertificate): Date {
  return new X509Certificate(cert).validToDate
}

function readPem(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new AppError('file-not-found', { path }, { cause })
  }
}
