import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { withApi } from '../../test/api.ts'
import { silentLog } from '../platform/log.ts'

/** What answers without a session; anything else that does is a mistake. */
const publicRoutes = [
  'GET /api/openapi.json',
  'GET /api/v1/health',
  'GET /api/v1/oidc/providers',
  'GET /api/v1/oidc/{provider}/callback',
  'GET /api/v1/oidc/{provider}/start',
  'POST /api/v1/session',
  'POST /api/v1/session/passkey',
  'POST /api/v1/session/passkey-question',
  'POST /api/v1/session/second-factor',
]

/** Pages and files that are no operations; what they say is in `reference/routes.test.ts`. */
const publicPages = [
  '/api',
  '/api/',
  '/api/guide',
  '/api/codes',
  '/api/reference/families',
  '/api/reference.css',
  '/api/openapi.json',
]

const Paths = z.object({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string() }))),
})

describe('every route', () => {
  it('refuses whoever is not signed in, unless it is one of the few that are public', () =>
    withApi('PGlite', async ({ api }) => {
      const { paths } = Paths.parse((await api.inject('/api/openapi.json')).json())
      const routes = Object.entries(paths).flatMap(([url, methods]) =>
        Object.keys(methods).map((method) => ({ url, method: method.toUpperCase() })),
      )
      expect(routes.length).toBeGreaterThan(10)
      const open: string[] = ['GET /api/openapi.json']
      for (const { url, method } of routes) {
        const filled = url.replace(/\{[^}]+\}/g, '1')
        const answer = await api.inject({ method: toMethod(method), url: filled })
        if (answer.statusCode !== 401) open.push(`${method} ${url}`)
      }
      expect(open.toSorted()).toEqual(publicRoutes)
    }))

  it('that only tells of the API is open to everyone, and to reading alone', () =>
    withApi('PGlite', async ({ api }) => {
      for (const url of publicPages) {
        expect([200, 302], url).toContain((await api.inject(url)).statusCode)
        expect((await api.inject({ method: 'POST', url })).statusCode, url).toBe(404)
      }
    }))

  it('is refused however its address is written', () =>
    withApi('PGlite', async ({ api }) => {
      for (const url of [
        '/%61pi/v1/session',
        '/api/%761/session',
        '/api/v1/session?a=/api/v1/health',
      ]) {
        expect((await api.inject(url)).statusCode).toBe(401)
      }
      for (const url of [
        '//api/v1/session',
        '/API/v1/session',
        '/api/v1/session/',
        '/api/../api/v1/session',
      ]) {
        expect([401, 404]).toContain((await api.inject(url)).statusCode)
      }
    }))

  it('is not stored by anyone on the way', () =>
    withApi('PGlite', async ({ api, signIn }) => {
      const answer = await api.inject({ url: '/api/v1/session', headers: await signIn() })
      expect(answer.headers['cache-control']).toBe('no-store')
    }))

  it('refuses what another site sends in the name of whoever is signed in', () =>
    withApi('PGlite', async ({ api, signIn }) => {
      const headers = { ...(await signIn()), 'sec-fetch-site': 'cross-site' }
      const answer = await api.inject({ method: 'DELETE', url: '/api/v1/session', headers })
      expect(answer.statusCode).toBe(403)
      expect(answer.json()).toMatchObject({ code: 'origin-refused' })
    }))
})

function toMethod(text: string): 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' {
  return z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).parse(text)
}

describe('a refusal', () => {
  it('is a problem document in the language asked for', () =>
    withApi('PGlite', async ({ api }) => {
      const headers = { 'accept-language': 'en' }
      const answer = await api.inject({ url: '/api/v1/session', headers })
      expect(answer.headers['content-type']).toContain('application/problem+json')
      expect(answer.json()).toEqual({
        type: 'urn:betang:error:sign-in-required',
        title: 'sign-in-required',
        status: 401,
        code: 'sign-in-required',
        detail: 'Please sign in first.',
      })
    }))

  it('names the fields of a request that does not fit, not what stood in them', () =>
    withApi('PGlite', async ({ api }) => {
      const answer = await api.inject({
        method: 'POST',
        url: '/api/v1/session',
        payload: { userName: '', password: 'rahasia sekali' },
      })
      expect(answer.statusCode).toBe(400)
      expect(answer.json()).toMatchObject({
        code: 'request-invalid',
        fields: [{ path: 'userName', message: expect.any(String) }],
      })
      expect(answer.body).not.toContain('rahasia')
    }))

  it.each([
    ['text that is no JSON', '{"userName":', 'application/json', 400],
    ['a form', 'userName=a', 'application/x-www-form-urlencoded', 400],
    ['too much', JSON.stringify({ userName: 'a'.repeat(2_000_000) }), 'application/json', 413],
  ])('answers %s', (_what, payload, type, status) =>
    withApi('PGlite', async ({ api }) => {
      const headers = { 'content-type': type }
      const answer = await api.inject({ method: 'POST', url: '/api/v1/session', payload, headers })
      expect(answer.statusCode).toBe(status)
      expect(answer.json()).toHaveProperty('code')
    }),
  )

  it('of a fault of our own gives a number, and the log the same number', () => {
    const logged: unknown[] = []
    const log = { ...silentLog, error: (_text: string, facts?: object) => logged.push(facts) }
    return withApi(
      'PGlite',
      async ({ api, db }) => {
        await db.schema.alterTable('schema_migration').renameTo('elsewhere').execute()
        const answer = await api.inject('/api/v1/health')
        expect(answer.statusCode).toBe(500)
        const [, reference] = /nomor (\w{8}) /.exec(answer.json().detail) ?? []
        expect(reference).toMatch(/^\w{8}$/)
        expect(logged).toEqual([expect.objectContaining({ reference, route: '/api/v1/health' })])
        expect(answer.body).not.toContain('schema_migration')
      },
      { log },
    )
  })
})

describe('the web app', () => {
  const webDir = mkdtempSync(path.join(tmpdir(), 'betang-web-'))
  mkdirSync(path.join(webDir, 'assets'))
  writeFileSync(path.join(webDir, 'index.html'), '<p>Betang</p>')
  writeFileSync(path.join(webDir, 'assets', 'app-1a2b.js'), 'hello()')
  writeFileSync(path.join(webDir, 'assets', 'app-1a2b.js.br'), 'compressed')
  const withWeb = (work: Parameters<typeof withApi>[1]) => withApi('PGlite', work, { webDir })

  it('answers any page address with the app, and never with a file that is not there', () =>
    withWeb(async ({ api }) => {
      for (const url of ['/', '/masuk', '/keluarga/abcdefghjk?tab=1']) {
        const answer = await api.inject(url)
        expect(answer.statusCode).toBe(200)
        expect(answer.body).toBe('<p>Betang</p>')
        expect(answer.headers['cache-control']).toBe('no-cache')
      }
      for (const url of ['/assets/gone-9.js', '/api/v2/x', '/..%2f..%2fetc/passwd.txt']) {
        expect((await api.inject(url)).statusCode).toBe(404)
      }
    }))

  it('lets a browser keep files whose names carry a hash, compressed where it can', () =>
    withWeb(async ({ api }) => {
      const plain = await api.inject('/assets/app-1a2b.js')
      expect(plain.body).toBe('hello()')
      expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable')
      const headers = { 'accept-encoding': 'br' }
      const small = await api.inject({ url: '/assets/app-1a2b.js', headers })
      expect(small.headers['content-encoding']).toBe('br')
      expect(small.headers['content-type']).toContain('javascript')
    }))

  it('runs nothing from elsewhere and nothing inline, and is not framed', () =>
    withWeb(async ({ api }) => {
      const policy = String((await api.inject('/')).headers['content-security-policy'])
      expect(policy).toContain("default-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
    }))
})
