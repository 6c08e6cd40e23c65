import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type ConnectionOptions, connect } from 'node:tls'
import { describe, expect, it } from 'vitest'
import { testSecrets } from '../../test/api.ts'
import { withDatabase } from '../../test/database.ts'
import { buildApi } from '../api/build-api.ts'
import { httpsTrouble } from './https-checks.ts'
import { readCertificate } from './own-certificate.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'betang-cert-'))
const file = (name: string) => path.join(folder, name)
const hasOpenssl = (() => {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

/** A certificate for localhost that signed itself, as an office makes one to begin with. */
function make(name: string): { cert: string; key: string } {
  const files = { cert: file(`${name}.pem`), key: file(`${name}-key.pem`) }
  const words =
    'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=localhost'
  execFileSync(
    'openssl',
    [
      ...words.split(' '),
      '-addext',
      'subjectAltName=DNS:localhost',
      '-out',
      files.cert,
      '-keyout',
      files.key,
    ],
    { stdio: 'ignore' },
  )
  return files
}

const unfit = (trouble: string) =>
  expect.objectContaining({
    code: 'certificate-unfit',
    details: expect.objectContaining({ trouble }),
  })

describe('an own certificate', () => {
  it.runIf(hasOpenssl)('is refused with another key, outside its time, and unreadable', () => {
    const [one, two] = [make('one'), make('two')]
    const now = new Date()
    expect(readCertificate(one, now)).toEqual({
      cert: expect.stringContaining('BEGIN CERTIFICATE'),
      key: expect.stringContaining('PRIVATE KEY'),
    })
    expect(() => readCertificate({ ...one, key: two.key }, now)).toThrow(unfit('other-key'))
    const late = new Date(now.getTime() + 31 * 24 * 60 * 60_000)
    expect(() => readCertificate(one, late)).toThrow(unfit('time'))
    expect(() => readCertificate(one, new Date(0))).toThrow(unfit('time'))
    expect(() => readCertificate({ ...one, cert: one.key }, now)).toThrow(unfit('unreadable'))
    expect(() => readCertificate({ ...one, key: one.cert }, now)).toThrow(unfit('unreadable'))
  })

  it('that is not there is named', () => {
    writeFileSync(file('here.pem'), '')
    const files = { cert: file('gone.pem'), key: file('here.pem') }
    expect(() => readCertificate(files, new Date())).toThrow(
      expect.objectContaining({ code: 'file-not-found', details: { path: files.cert } }),
    )
  })

  it.runIf(hasOpenssl)('serves HTTPS with cookies bound to the host', () =>
    withDatabase('PGlite', async (_db, store) => {
      const certificate = readCertificate(make('served'), new Date())
      const api = await buildApi({ store, secrets: testSecrets, certificate })
      try {
        await api.listen({ port: 0, host: '127.0.0.1' })
        const address = api.server.address()
        const port = typeof address === 'object' && address ? address.port : 0
        const answer = await get(`https://localhost:${port}/api/v1/health`, certificate.cert)
        expect(answer.status).toBe(200)
        expect(answer.headers['strict-transport-security']).toContain('max-age')
        const meets = (wish: ConnectionOptions) =>
          shakeHands({ port, ca: certificate.cert, ...wish })
        expect(await meets({})).toBe('TLSv1.3')
        expect(await meets({ maxVersion: 'TLSv1.2' })).toBe('TLSv1.2')
        const old = { minVersion: 'TLSv1', ciphers: 'ALL@SECLEVEL=0' } as const
        expect(await meets({ ...old, maxVersion: 'TLSv1.1' })).toBeNull()
        // Without forward secrecy, or with a cipher that does not guard what it hides.
        for (const ciphers of ['AES256-GCM-SHA384', 'ECDHE-ECDSA-AES256-SHA384']) {
          expect(await meets({ maxVersion: 'TLSv1.2', ciphers })).toBeNull()
        }
      } finally {
        await api.close()
      }
    }),
  )
})

/** The version of TLS that server and client agree on; null when on none. */
function shakeHands(options: ConnectionOptions): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ ...options, host: 'localhost', servername: 'localhost' }, () => {
      resolve(socket.getProtocol())
      socket.end()
    })
    socket.on('error', () => resolve(null))
  })
}

function get(url: string, ca: string) {
  return new Promise<{ status: number | undefined; headers: NodeJS.Dict<string | string[]> }>(
    (resolve, reject) => {
      request(url, { ca, family: 4 }, (answer) => {
        answer.resume()
        resolve({ status: answer.statusCode, headers: answer.headers })
      })
        .on('error', reject)
        .end()
    },
  )
}

describe('what does not work without HTTPS', () => {
  it.each([
    [{ host: '0.0.0.0' }, true],
    [{ host: '192.168.1.10' }, true],
    [{ host: '127.0.0.1' }, false],
    [{ host: 'localhost' }, false],
    [{ host: '0.0.0.0', behindHttps: true }, false],
    [{ host: '0.0.0.0', cert: 'a.pem', key: 'b.pem' }, false],
  ])('is said of %j: %s', (served, isSaid) => {
    const trouble = httpsTrouble(served)
    expect(trouble !== undefined).toBe(isSaid)
    if (isSaid) for (const word of ['passkey', '--cert']) expect(trouble).toContain(word)
  })
})
