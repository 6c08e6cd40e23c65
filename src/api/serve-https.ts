import { createServer } from 'node:https'
import type { FastifyServerFactory } from 'fastify'

/**
 * Key exchange with forward secrecy and authenticated encryption, the strongest first.
 *
 * @source Mozilla, "Server Side TLS", intermediate configuration 5.7.
 */
const ciphers = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
].join(':')

/** A server whose answers travel encrypted: TLS 1.3, and 1.2 for what is older. */
export function serveHttps(
  certificate: { readonly cert: string; readonly key: string },
  requestTimeoutMs: number,
): FastifyServerFactory {
  return (answer) =>
    createServer(
      {
        ...certificate,
        ciphers,
        honorCipherOrder: true,
        minVersion: 'TLSv1.2',
        requestTimeout: requestTimeoutMs,
      },
      answer,
    )
}
