import { describe, expect, it } from 'vitest'
import { type ApiTest, withApi } from '../../../test/api.ts'
import { engines } from '../../../test/database.ts'

const session = '/api/v1/session'
const post = (test: ApiTest, url: string, payload: object, headers = {}) =>
  test.api.inject({ method: 'POST', url, payload, headers })
const who = (test: ApiTest, headers: object) =>
  test.api.inject({ url: session, headers: { ...headers } })

describe.each(engines)('signing in on %s', (engine) => {
  it('gives a session by a cookie that scripts cannot read', () =>
    withApi(engine, async (test) => {
      const { userName, password } = test
      const answer = await post(test, session, {
        userName: ` ${userName.toUpperCase()} `,
        password,
      })
      expect(answer.statusCode).toBe(201)
      expect(answer.json()).toEqual({
        userName: 'sekretariat',
        displayName: 'Sekretariat TKPK',
        organisationName: 'Sekretariat TKPK',
        language: 'id',
        mustChangePassword: true,
      })
      expect(answer.cookies).toEqual([
        expect.objectContaining({ httpOnly: true, sameSite: 'Strict', path: '/' }),
      ])
      expect((await who(test, await test.signIn())).json()).toEqual(answer.json())
    }))

  it('marks the cookie secure behind HTTPS', () =>
    withApi(
      engine,
      async (test) => {
        const { userName, password } = test
        const answer = await post(test, session, { userName, password })
        expect(answer.cookies[0]).toMatchObject({ secure: true })
      },
      { isHttps: true },
    ))

  it('refuses an unknown name and a wrong password in the same words', () =>
    withApi(engine, async (test) => {
      const unknown = await post(test, session, { userName: 'siapa', password: test.password })
      const wrong = await post(test, session, { userName: test.userName, password: 'salah sandi' })
      expect(unknown.statusCode).toBe(401)
      expect(wrong.statusCode).toBe(401)
      expect(wrong.json()).toEqual(unknown.json())
      expect(wrong.json()).toMatchObject({ code: 'sign-in-failed' })
    }))

  it('makes whoever keeps guessing wait, the right password too', () =>
    withApi(engine, async (test) => {
      const { userName, password } = test
      for (let guess = 0; guess < 5; guess++) {
        await post(test, session, { userName, password: `tebakan ${guess}` })
      }
      const answer = await post(test, session, { userName, password })
      expect(answer.statusCode).toBe(429)
      expect(answer.headers['retry-after']).toBe('60')
      test.clock.moveMinutes(1)
      expect((await post(test, session, { userName, password })).statusCode).toBe(201)
    }))

  it('keeps only a hash of the token', () =>
    withApi(engine, async (test) => {
      const { cookie } = await test.signIn()
      const token = cookie.split('=')[1] ?? ''
      const { token_hash } = await test.db
        .selectFrom('session')
        .select('token_hash')
        .executeTakeFirstOrThrow()
      expect(token).toHaveLength(43)
      expect(token_hash).not.toContain(token)
    }))

  it('ends after two hours without a request', () =>
    withApi(engine, async (test) => {
      const headers = await test.signIn()
      for (let hour = 0; hour < 2; hour++) {
        test.clock.moveMinutes(110)
        expect((await who(test, headers)).statusCode).toBe(200)
      }
      test.clock.moveMinutes(121)
      expect((await who(test, headers)).statusCode).toBe(401)
    }))

  it('ends after twelve hours in any case', () =>
    withApi(engine, async (test) => {
      const headers = await test.signIn()
      for (let step = 0; step < 11; step++) {
        test.clock.moveMinutes(60)
        await who(test, headers)
      }
      test.clock.moveMinutes(61)
      expect((await who(test, headers)).statusCode).toBe(401)
    }))

  it('ends when somebody signs out', () =>
    withApi(engine, async (test) => {
      const headers = await test.signIn()
      const answer = await test.api.inject({ method: 'DELETE', url: session, headers })
      expect(answer.statusCode).toBe(204)
      expect((await who(test, headers)).statusCode).toBe(401)
    }))

  it('is refused to a disabled account, also in its open sessions', () =>
    withApi(engine, async (test) => {
      const headers = await test.signIn()
      await test.db.updateTable('account').set({ disabled_at: '2026-07-01T00:00:00Z' }).execute()
      expect((await who(test, headers)).statusCode).toBe(401)
      const { userName, password } = test
      expect((await post(test, session, { userName, password })).statusCode).toBe(401)
    }))
})

describe.each(engines)('changing the password on %s', (engine) => {
  const next = 'sepeda biru tua'

  it('ends the other sessions and keeps this one', () =>
    withApi(engine, async (test) => {
      const other = await test.signIn()
      const mine = await test.signIn()
      const change = { present: test.password, next }
      const answer = await post(test, '/api/v1/password', change, mine)
      expect(answer.statusCode).toBe(204)
      expect((await who(test, other)).statusCode).toBe(401)
      expect((await who(test, mine)).statusCode).toBe(401)
      const fresh = { cookie: String(answer.headers['set-cookie']).split(';')[0] }
      expect((await who(test, fresh)).json()).toMatchObject({ mustChangePassword: false })
      expect((await who(test, await test.signIn(next))).statusCode).toBe(200)
    }))

  it.each([
    ['the present password is wrong', 'salah sandi', next, 'password-wrong'],
    ['it is weak', undefined, 'betang12345', 'password-weak'],
  ])('is refused when %s', (_why, present, wanted, code) =>
    withApi(engine, async (test) => {
      const headers = await test.signIn()
      const change = { present: present ?? test.password, next: wanted }
      const answer = await post(test, '/api/v1/password', change, headers)
      expect(answer.statusCode).toBe(422)
      expect(answer.json()).toMatchObject({ code })
      expect((await who(test, headers)).statusCode).toBe(200)
    }),
  )

  it('needs a session', () =>
    withApi(engine, async (test) => {
      const answer = await post(test, '/api/v1/password', { present: test.password, next })
      expect(answer.statusCode).toBe(401)
    }))
})
