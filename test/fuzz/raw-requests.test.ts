import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { AppError } from '#platform/errors'
import { type ApiTest, withApi } from '../api.ts'

/** Sends bytes as they stand and returns all that comes back until the server hangs up. */
async function send(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.setEncoding('latin1')
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk
  })
  socket.on('error', () => {}) // a server that refuses may reset the line
  socket.write(bytes, 'latin1')
  await once(socket, 'close')
  return answer
}

async function listen({ api }: ApiTest): Promise<number> {
  await api.listen({ port: 0, host: '127.0.0.1' })
  const address = api.server.address()
  if (address === null || typeof address === 'string') throw new AppError('address-unknown', {})
  return address.port
}

const body = '{"userName":"a","password":"b"}'
const post = (headers: readonly string[], sent = body) =>
  ['POST /api/v1/session HTTP/1.1', 'Host: x', 'Content-Type: application/json', ...headers]
    .join('\r\n')
    .concat('\r\nConnection: close\r\n\r\n', sent)
const get = (line: string, headers: readonly string[] = []) =>
  [line, 'Host: x', ...headers, 'Connection: close'].join('\r\n').concat('\r\n\r\n')
const chunked = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`

/** Messages whose end two programs could see in different places. */
const unclear: readonly (readonly [string, string])[] = [
  ['a length beside chunks', post(['Content-Length: 5', 'Transfer-Encoding: chunked'], chunked)],
  ['two lengths', post([`Content-Length: ${body.length}`, 'Content-Length: 5'])],
  ['a length with a sign', post([`Content-Length: +${body.length}`])],
  ['two lengths in one', post([`Content-Length: ${body.length}, 5`])],
  ['chunks under another name', post(['Transfer-Encoding: xchunked'], chunked)],
  ['chunks that are not the last coding', post(['Transfer-Encoding: chunked, gzip'], chunked)],
  ['a length of chunks in tens', post(['Transfer-Encoding: chunked'], `z\r\n${body}\r\n0\r\n\r\n`)],
  ['a blank before the colon', post([`Content-Length : ${body.length}`])],
  ['a folded header', post(['X-A: 1\r\n 2', `Content-Length: ${body.length}`])],
  ['NUL in a header', post(['X-A: \0', `Content-Length: ${body.length}`])],
  ['a bare CR in a header', post(['X-A: a\rb', `Content-Length: ${body.length}`])],
]

describe('a server on the wire', () => {
  it('refuses what has no clear end, and hangs up', () =>
    withApi('PGlite', async (test) => {
      const port = await listen(test)
      for (const [what, bytes] of unclear) {
        // What follows would be read as a request of its own.
        const answer = await send(port, `${bytes}GET /api/v1/health HTTP/1.1\r\nHost: x\r\n\r\n`)
        expect(answer, what).toMatch(/^HTTP\/1\.1 400 /)
        expect(answer, what).toContain('Content-Type: application/problem+json')
        expect(answer.match(/HTTP\/1\.1/g), what).toHaveLength(1)
      }
    }))

  it('refuses headers without end, and methods that tell or tunnel', () =>
    withApi('PGlite', async (test) => {
      const port = await listen(test)
      const long = get('GET /api/v1/health HTTP/1.1', [`X-A: ${'a'.repeat(20_000)}`])
      const refused = await send(port, long)
      expect(refused).toMatch(/^HTTP\/1\.1 431 /)
      expect(refused).toContain('"code":"request-head-too-large"')
      for (const method of ['TRACE', 'OPTIONS', 'PROPFIND']) {
        const answer = await send(port, get(`${method} /api/v1/health HTTP/1.1`, ['X-Secret: s']))
        expect(answer, method).toMatch(/^HTTP\/1\.1 40[045] /)
        expect(answer, method).not.toContain('X-Secret')
      }
      expect(await send(port, get('CONNECT evil.example:443 HTTP/1.1'))).not.toMatch(/ 2\d\d /)
    }))

  it('does not wait for a request without end', () =>
    withApi('PGlite', async ({ api }) => {
      expect(api.server.requestTimeout).toBe(30_000)
      expect(api.server.headersTimeout).toBeGreaterThan(0)
      expect(api.server.headersTimeout).toBeLessThanOrEqual(60_000)
    }))

  it('answers an address that cannot be decoded as any other fault', () =>
    withApi('PGlite', async ({ api }) => {
      for (const url of ['/api/v1/sessions/%', '/%zz', '/api/v1/families/%ff']) {
        const answer = await api.inject(url)
        expect(answer.statusCode, url).toBe(400)
        expect(answer.headers['content-type']).toContain('application/problem+json')
        expect(answer.headers['x-content-type-options']).toBe('nosniff')
        expect(answer.json()).toMatchObject({ code: 'request-invalid', fields: [{ path: 'path' }] })
      }
    }))
})

describe('a header that only a proxy may set', () => {
  const tries = { openRoutesOfAddress: 3, refusedOfAddress: 1e9, ofAccount: 1e9 }
  const isRefusedAtLast = async ({ api }: ApiTest) => {
    const statuses: number[] = []
    for (let no = 0; no < 5; no++) {
      const headers = { 'x-forwarded-for': `10.0.0.${no}`, 'x-real-ip': `10.0.0.${no}` }
      const remoteAddress = '192.168.1.7'
      const answer = await api.inject({ url: '/api/v1/health', headers, remoteAddress })
      statuses.push(answer.statusCode)
    }
    return statuses.includes(429)
  }

  it('makes nobody another caller, with a proxy or without', async () => {
    for (const isBehindProxy of [false, true]) {
      await withApi('PGlite', async (test) => expect(await isRefusedAtLast(test)).toBe(true), {
        limits: tries,
        isBehindProxy,
      })
    }
  })
})
