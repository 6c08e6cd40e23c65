import { describe, expect, it } from 'vitest'
import { type ApiTest, withApi } from '../../../test/api.ts'
import { engines } from '../../../test/database.ts'
import { systemRandom } from '../../platform/random.ts'
import { createFirstAccount } from './accounts.ts'
import { hashPassword } from './passwords.ts'

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
        mustChangePassword: false,
        needsSecondFactor: false,
      })
      expect(answer.cookies).toMatchObject([
        { name: 'betang', httpOnly: true, sameSite: 'Strict', path: '/' },
        { name: 'betang-device', httpOnly: true, sameSite: 'Strict', path: '/' },
      ])
      expect((await who(test, await test.signIn())).json()).toEqual(answer.json())
    }))

  it('binds the cookie to this host behind HTTPS', () =>
    withApi(
      engine,
      async (test) => {
        const { userName, password } = test
        const answer = await post(test, session, { userName, password })
        expect(answer.cookies).toMatchObject([
          { name: '__Host-betang', secure: true, path: '/' },
          { name: '__Host-betang-device', secure: true, path: '/' },
        ])
        expect(String(answer.headers['set-cookie'])).not.toMatch(/domain/i)
        const [cookie] = answer.cookies
        const named = { cookie: `betang=${cookie?.value}` }
        expect((await who(test, named)).statusCode).toBe(401)
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

  it('gives another token at each sign-in and ends the session that the browser came with', () =>
    withApi(engine, async (test) => {
      const { userName, password } = test
      const first = await test.signIn()
      const answer = await post(test, session, { userName, password }, first)
      const second = { cookie: String(answer.headers['set-cookie']).split(';')[0] }
      expect(second.cookie).not.toBe(first.cookie)
      expect((await who(test, first)).statusCode).toBe(401)
      expect((await who(test, second)).statusCode).toBe(200)
    }))

  it('makes nobody wait on a known device for what others guess', () =>
    withApi(engine, async (test) => {
      const { userName, password } = test
      const mine = await post(test, session, { userName, password })
      const [, device] = mine.cookies
      for (let guess = 0; guess < 6; guess++) {
        await post(test, session, { userName, password: `tebakan ${guess}` })
      }
      const known = { cookie: `${device?.name}=${device?.value}` }
      const forged = { cookie: `${device?.name}=${device?.value}x` }
      expect((await post(test, session, { userName, password }, forged)).statusCode).toBe(429)
      expect((await post(test, session, { userName, password }, known)).statusCode).toBe(201)
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

describe.each(engines)('the devices of an account on %s', (engine) => {
  const devices = '/api/v1/sessions'
  const phone = {
    'user-agent': 'Mozilla/5.0 (Linux; Android 10; K) Chrome/139.0.0.0 Mobile Safari/537.36',
  }

  it('are named, the present one marked; one is signed out from another', () =>
    withApi(engine, async (test) => {
      const { userName, password } = test
      await post(test, session, { userName, password }, phone)
      test.clock.moveMinutes(5)
      const mine = await test.signIn()
      const { sessions } = (await test.api.inject({ url: devices, headers: mine })).json()
      expect(sessions).toEqual([
        {
          sessionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
          device: '',
          startedAt: '2026-07-01T02:05:00.000Z',
          lastSeenAt: '2026-07-01T02:05:00.000Z',
          isMine: true,
        },
        expect.objectContaining({ device: 'Chrome, Android', isMine: false }),
      ])
      const url = `${devices}/${sessions[1].sessionId}`
      const end = () => test.api.inject({ method: 'DELETE', url, headers: mine })
      expect((await end()).statusCode).toBe(204)
      expect((await end()).json()).toMatchObject({ code: 'session-not-found' })
      const rest = (await test.api.inject({ url: devices, headers: mine })).json()
      expect(rest.sessions).toHaveLength(1)
    }))

  it('of somebody else are not touched', () =>
    withApi(engine, async (test) => {
      const theirs = await test.signIn()
      const listed = (await test.api.inject({ url: devices, headers: theirs })).json()
      await test.db
        .insertInto('account')
        .values({
          account_id: 'other',
          organisation_id: 'tkpk',
          user_name: 'lain',
          display_name: 'Lain',
          password_hash: await hashPassword('sepeda biru tua'),
        })
        .execute()
      const signIn = { userName: 'lain', password: 'sepeda biru tua' }
      const answer = await post(test, session, signIn)
      const headers = { cookie: String(answer.headers['set-cookie']).split(';')[0] }
      const url = `${devices}/${listed.sessions[0].sessionId}`
      expect((await test.api.inject({ method: 'DELETE', url, headers })).statusCode).toBe(404)
      await test.api.inject({ method: 'DELETE', url: devices, headers })
      expect((await who(test, headers)).statusCode).toBe(401)
      expect((await who(test, theirs)).statusCode).toBe(200)
    }))

  it('are all signed out at once', () =>
    withApi(engine, async (test) => {
      const [one, two] = [await test.signIn(), await test.signIn()]
      const answer = await test.api.inject({ method: 'DELETE', url: devices, headers: two })
      expect(answer.statusCode).toBe(204)
      expect((await who(test, one)).statusCode).toBe(401)
      expect((await who(test, two)).statusCode).toBe(401)
    }))
})

describe.each(engines)('the first password on %s', (engine) => {
  it('opens nothing but its own change', () =>
    withApi(
      engine,
      async (test) => {
        const headers = await test.signIn()
        expect((await who(test, headers)).json()).toMatchObject({ mustChangePassword: true })
        for (const url of ['/api/v1/today', '/api/v1/sessions', '/api/v1/families/abcdefghjk']) {
          const answer = await test.api.inject({ url, headers })
          expect(answer.statusCode).toBe(403)
          expect(answer.json()).toMatchObject({ code: 'password-change-required' })
        }
        const change = { present: test.password, next: 'sepeda biru tua' }
        const answer = await post(test, '/api/v1/password', change, headers)
        const fresh = { cookie: String(answer.headers['set-cookie']).split(';')[0] }
        expect(
          (await test.api.inject({ url: '/api/v1/sessions', headers: fresh })).statusCode,
        ).toBe(200)
      },
      { hasFirstPassword: true },
    ))

  it('is made once: a second start shows none and changes none', () =>
    withApi(engine, async ({ db }) => {
      const before = await db.selectFrom('account').selectAll().execute()
      expect(await createFirstAccount(db, systemRandom)).toBeUndefined()
      await db.updateTable('account').set({ disabled_at: '2026-07-01T00:00:00Z' }).execute()
      expect(await createFirstAccount(db, systemRandom)).toBeUndefined()
      expect(await db.selectFrom('account').select('password_hash').execute()).toEqual(
        before.map(({ password_hash }) => ({ password_hash })),
      )
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
