import { describe, expect, it } from 'vitest'
import { withApi } from '../../test/api.ts'

const kinds = [
  '/api',
  '/api/reference.css',
  '/api/v1/health',
  '/api/v1/session',
  '/api/v1/nowhere',
  '/api/openapi.json',
] as const

describe('every answer', () => {
  it('is read as what it is, runs nothing, is framed by nobody and tells no other site where it stood', () =>
    withApi('PGlite', async ({ api }) => {
      for (const url of kinds) {
        const { headers } = await api.inject(url)
        expect(headers['x-content-type-options'], url).toBe('nosniff')
        expect(headers['referrer-policy'], url).toBe('no-referrer')
        expect(headers['cross-origin-opener-policy'], url).toBe('same-origin')
        expect(headers['cross-origin-resource-policy'], url).toBe('same-origin')
        const policy = String(headers['content-security-policy'])
        for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
          expect(policy, url).toContain(part)
        }
      }
    }))

  it('opens to no other origin and says nothing of what serves it', () =>
    withApi('PGlite', async ({ api }) => {
      for (const method of ['GET', 'OPTIONS'] as const) {
        const headers = { origin: 'https://evil.example', 'access-control-request-method': 'GET' }
        const answer = await api.inject({ method, url: '/api/v1/health', headers })
        const names = Object.keys(answer.headers)
        expect(names.filter((name) => name.startsWith('access-control'))).toEqual([])
        expect(answer.headers).not.toHaveProperty('x-powered-by')
        expect(answer.headers).not.toHaveProperty('server')
      }
    }))

  it('keeps browsers on HTTPS for a year once it came by it, and binds the cookie to this host', async () => {
    await withApi(
      'PGlite',
      async ({ api, userName, password }) => {
        const payload = { userName, password }
        const answer = await api.inject({ method: 'POST', url: '/api/v1/session', payload })
        expect(answer.headers['strict-transport-security']).toBe(
          'max-age=31536000; includeSubDomains',
        )
        for (const line of [answer.headers['set-cookie'] ?? ''].flat()) {
          expect(line).toMatch(/^__Host-betang[^;]*; .*Path=\/; HttpOnly; Secure; SameSite=Strict/)
          expect(line).not.toContain('Domain')
        }
      },
      { isHttps: true },
    )
    await withApi('PGlite', async ({ api }) => {
      const { headers } = await api.inject('/api/v1/health')
      expect(headers).not.toHaveProperty('strict-transport-security')
    })
  })
})

describe('a change from another origin', () => {
  const ask = { method: 'DELETE', url: '/api/v1/session' } as const
  it('is refused where a browser says only the origin, as without HTTPS', () =>
    withApi('PGlite', async ({ api, signIn }) => {
      const cookie = await signIn()
      for (const origin of ['http://evil.example', 'null', 'http://betang.lan:81', 'x']) {
        const headers = { ...cookie, host: 'betang.lan:8080', origin }
        const answer = await api.inject({ ...ask, headers })
        expect(answer.statusCode, origin).toBe(403)
        expect(answer.json()).toMatchObject({ code: 'origin-refused' })
      }
      const headers = { ...cookie, host: 'betang.lan:8080', origin: 'http://betang.lan:8080' }
      expect((await api.inject({ ...ask, headers })).statusCode).toBe(204)
    }))
})
