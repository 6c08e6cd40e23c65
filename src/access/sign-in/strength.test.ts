import { sql } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { type ApiTest, withApi } from '../../../test/api.ts'
import { engines } from '../../../test/database.ts'
import type { IdentityProvider } from './oidc/identity-provider.ts'

describe.each(engines)('an office that requires a second factor, on %s', (engine) => {
  const required = { requiresSecondFactor: true }
  const post = ({ api }: ApiTest, url: string, payload: object, headers: object = {}) =>
    api.inject({ method: 'POST', url, payload, headers: { ...headers } })

  it('lets whoever came by a password alone add one, and nothing else', () =>
    withApi(
      engine,
      async (test) => {
        const headers = await test.signIn()
        const isOpen = async () =>
          (await test.api.inject({ url: '/api/v1/today', headers })).statusCode !== 403
        const refused = await test.api.inject({ url: '/api/v1/today', headers })
        expect(refused.statusCode).toBe(403)
        expect(refused.json()).toMatchObject({ code: 'second-factor-required' })
        for (const url of ['/api/v1/session', '/api/v1/account', '/api/v1/grants']) {
          expect((await test.api.inject({ url, headers })).statusCode, url).toBe(200)
        }

        const { secret } = (await post(test, '/api/v1/totp', {}, headers)).json()
        const code = () =>
          new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: test.clock.nowMs })
        await post(test, '/api/v1/totp/confirmation', { code: code() }, headers)
        expect(await isOpen()).toBe(true)

        test.clock.moveMinutes(1)
        const { userName, password } = test
        const { ticket } = (await post(test, '/api/v1/session', { userName, password })).json()
        const signedIn = await post(test, '/api/v1/session/second-factor', { ticket, code: code() })
        const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? ''
        const answer = await test.api.inject({ url: '/api/v1/today', headers: { cookie } })
        expect(answer.statusCode).toBe(200)
      },
      required,
    ))

  it('is an office that said so', () =>
    withApi(engine, async (test) => {
      const headers = await test.signIn()
      expect((await test.api.inject({ url: '/api/v1/today', headers })).statusCode).toBe(200)
    }))
})

describe.each(engines)('a first password on %s', (engine) => {
  it('opens nothing after a week, and answers as a wrong one', () =>
    withApi(
      engine,
      async ({ api, db, userName, password }) => {
        const ask = async () =>
          (
            await api.inject({
              method: 'POST',
              url: '/api/v1/session',
              payload: { userName, password },
            })
          ).statusCode
        const row = await db
          .selectFrom('account')
          .select(
            sql<number>`extract(day from first_password_until - now())::integer`.as('days_left'),
          )
          .executeTakeFirstOrThrow()
        expect(row.days_left).toBe(7)
        expect(await ask()).toBe(201)
        await db
          .updateTable('account')
          .set({ first_password_until: sql<string>`now() - interval '1 second'` })
          .execute()
        expect(await ask()).toBe(401)
      },
      { hasFirstPassword: true },
    ))
})

describe('a sign-in by an outside provider', () => {
  const provider: IdentityProvider = {
    id: 'sso',
    name: 'SSO',
    saysHow: false,
    begin: async () => new URL('https://sso.example.go.id/'),
    complete: async () => ({ issuer: 'https://sso.example.go.id', subject: 'rina' }),
  }

  it('is begun by its person, not by a link of another site', () =>
    withApi(
      'PGlite',
      async ({ api }) => {
        const start = async (site: string) =>
          (
            await api.inject({
              url: '/api/v1/oidc/sso/start',
              headers: { 'sec-fetch-site': site },
            })
          ).headers.location
        expect(await start('cross-site')).toBe('/masuk')
        expect(await start('same-origin')).toBe('https://sso.example.go.id/')
      },
      { identityProviders: [provider] },
    ))

  it('counts as a password alone where the provider does not say how', () =>
    withApi(
      'PGlite',
      async ({ api, db, clock }) => {
        const { account_id } = await db
          .selectFrom('account')
          .select('account_id')
          .executeTakeFirstOrThrow()
        await db
          .insertInto('account_link')
          .values({
            issuer: 'https://sso.example.go.id',
            subject: 'rina',
            provider_id: 'sso',
            account_id,
          })
          .execute()
        const there = await api.inject('/api/v1/oidc/sso/start')
        const errand = String(there.headers['set-cookie']).split(';')[0] ?? ''
        const back = await api.inject({
          url: `/api/v1/oidc/sso/callback?state=${errand.split('=')[1]}`,
          headers: { cookie: errand },
        })
        const cookie = back.cookies.find(({ name }) => name === 'betang')?.value ?? ''
        const headers = { cookie: `betang=${cookie}` }
        const ask = () => api.inject({ url: '/api/v1/today', headers })
        expect((await ask()).json()).toMatchObject({ code: 'second-factor-required' })

        // Whoever has an app already shows its code instead of adding one.
        const post = (url: string, payload: object) =>
          api.inject({ method: 'POST', url: `/api/v1${url}`, headers, payload })
        const { secret } = (await post('/totp', {})).json()
        const code = (ms: number) =>
          new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: ms })
        await post('/totp/confirmation', { code: code(clock.nowMs) })
        await db.updateTable('session').set({ has_second_factor: false }).execute()
        expect((await ask()).statusCode).toBe(403)
        clock.moveMinutes(1)
        const proved = await post('/step-up', { code: code(clock.nowMs) })
        headers.cookie = `betang=${proved.cookies[0]?.value}`
        expect((await ask()).statusCode).not.toBe(403)
      },
      { identityProviders: [provider], requiresSecondFactor: true },
    ))
})

describe('a sign-in that fails', () => {
  it('is an event also without a name: by passkey', () =>
    withApi('PGlite', async ({ api, db }) => {
      const payload = {
        response: {
          id: 'AAAA',
          rawId: 'AAAA',
          type: 'public-key',
          response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' },
          clientExtensionResults: {},
        },
      }
      const answer = await api.inject({ method: 'POST', url: '/api/v1/session/passkey', payload })
      expect(answer.statusCode).toBe(422)
      const events = await db.selectFrom('audit_event').select(['action', 'detail']).execute()
      expect(events).toContainEqual({ action: 'sign-in-refused', detail: { method: 'passkey' } })
    }))
})
