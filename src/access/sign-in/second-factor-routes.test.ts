import { Secret, TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { type ApiTest, withApi } from '../../../test/api.ts'
import { engines } from '../../../test/database.ts'
import { hashPassword } from './passwords.ts'

function post(test: ApiTest, url: string, payload: object = {}, headers: object = {}) {
  return test.api.inject({ method: 'POST', url, payload, headers: { ...headers } })
}
const signInWithPassword = (test: ApiTest) =>
  post(test, '/api/v1/session', { userName: test.userName, password: test.password })
const secondStep = (test: ApiTest, ticket: string, code: string) =>
  post(test, '/api/v1/session/second-factor', { ticket, code })

function codeAt(test: ApiTest, secret: string, minutes = 0): string {
  const timestamp = test.clock.nowMs + minutes * 60_000
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp })
}

/** Sets an authenticator app up; what it shows next is a minute later. */
async function setUp(test: ApiTest, headers: object) {
  const { secret } = (await post(test, '/api/v1/totp', {}, headers)).json()
  const code = codeAt(test, secret)
  const answer = await post(test, '/api/v1/totp/confirmation', { code }, headers)
  const { recoveryCodes } = answer.json()
  test.clock.moveMinutes(1)
  return { secret, code, recoveryCodes }
}

describe.each(engines)('an authenticator app on %s', (engine) => {
  it('is set up by a picture or text, and asks for its codes once one was shown', () =>
    withApi(engine, async (test) => {
      const headers = await test.signIn()
      const key = await post(test, '/api/v1/totp', {}, headers)
      expect(key.statusCode).toBe(201)
      const { secret, uri, qrSvg } = key.json()
      expect(secret).toMatch(/^[A-Z2-7]{32}$/)
      expect(uri).toBe(
        `otpauth://totp/Betang:sekretariat?issuer=Betang&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
      )
      expect(qrSvg).toContain('<svg')
      expect((await signInWithPassword(test)).statusCode).toBe(201)

      const wrong = await post(test, '/api/v1/totp/confirmation', { code: '000000' }, headers)
      expect(wrong.json()).toMatchObject({ code: 'code-wrong' })
      const right = { code: codeAt(test, secret) }
      const answer = await post(test, '/api/v1/totp/confirmation', right, headers)
      expect(answer.json().recoveryCodes).toHaveLength(10)
      expect((await post(test, '/api/v1/totp', {}, headers)).json()).toMatchObject({
        code: 'second-factor-exists',
      })
      const needed = await signInWithPassword(test)
      expect(needed.statusCode).toBe(202)
      expect(needed.cookies).toEqual([])
      expect(needed.json()).toEqual({ ticket: expect.any(String) })
    }))

  it('keeps its secret sealed', () =>
    withApi(engine, async (test) => {
      const { secret } = await setUp(test, await test.signIn())
      const row = await test.db.selectFrom('totp').selectAll().executeTakeFirstOrThrow()
      expect(Buffer.from(row.secret_cipher).toString('latin1')).not.toContain(secret)
    }))

  it('completes a sign-in by a code, each of which serves once', () =>
    withApi(engine, async (test) => {
      const { secret, code: first } = await setUp(test, await test.signIn())
      const { ticket } = (await signInWithPassword(test)).json()
      const replayed = await secondStep(test, ticket, first)
      expect(replayed.json()).toMatchObject({ code: 'code-wrong' })
      const code = codeAt(test, secret)
      const answer = await secondStep(test, ticket, `${code.slice(0, 3)} ${code.slice(3)}`)
      expect(answer.statusCode).toBe(201)
      expect(answer.json()).toMatchObject({ userName: 'sekretariat' })

      const other = (await signInWithPassword(test)).json()
      expect((await secondStep(test, other.ticket, code)).json().detail).toContain('sudah dipakai')
      test.clock.moveMinutes(1)
      expect((await secondStep(test, other.ticket, codeAt(test, secret))).statusCode).toBe(201)
      expect((await secondStep(test, other.ticket, codeAt(test, secret, 1))).statusCode).toBe(401)
    }))

  it('may be half a minute late, not two', () =>
    withApi(engine, async (test) => {
      const { secret } = await setUp(test, await test.signIn())
      test.clock.moveMinutes(5)
      const { ticket } = (await signInWithPassword(test)).json()
      expect((await secondStep(test, ticket, codeAt(test, secret, -1.1))).statusCode).toBe(422)
      expect((await secondStep(test, ticket, codeAt(test, secret, -0.5))).statusCode).toBe(201)
    }))

  it('is replaced by a recovery code when lost, each of which serves once', () =>
    withApi(engine, async (test) => {
      const { recoveryCodes } = await setUp(test, await test.signIn())
      expect(new Set(recoveryCodes).size).toBe(10)
      const [code] = recoveryCodes
      expect(code).toMatch(/^([a-z2-9]{4}-){6}[a-z2-9]{4}$/)
      const { ticket } = (await signInWithPassword(test)).json()
      const written = String(code).toUpperCase().replaceAll('-', ' ')
      const answer = await secondStep(test, ticket, written)
      expect(answer.statusCode).toBe(201)
      const headers = { cookie: String(answer.headers['set-cookie']).split(';')[0] }
      const account = await test.api.inject({ url: '/api/v1/account', headers })
      expect(account.json()).toMatchObject({ hasTotp: true, recoveryCodesLeft: 9 })

      const again = (await signInWithPassword(test)).json()
      expect((await secondStep(test, again.ticket, String(code))).statusCode).toBe(422)

      const renewed = await post(test, '/api/v1/recovery-codes', {}, headers)
      expect(renewed.statusCode).toBe(201)
      const old = await secondStep(test, again.ticket, String(recoveryCodes[1]))
      expect(old.statusCode).toBe(422)
      const [fresh] = renewed.json().recoveryCodes
      expect((await secondStep(test, again.ticket, fresh)).statusCode).toBe(201)
    }))

  it('takes a shorter recovery code that was given out before, once', () =>
    withApi(engine, async (test) => {
      await setUp(test, await test.signIn())
      await test.db
        .updateTable('recovery_code')
        .set({ code_hash: await hashPassword('kertasdilaci') })
        .where('recovery_code_id', '=', ({ selectFrom }) =>
          selectFrom('recovery_code').select(({ fn }) => fn.max('recovery_code_id').as('last')),
        )
        .execute()
      const { ticket } = (await signInWithPassword(test)).json()
      expect((await secondStep(test, ticket, 'kert-asdi-laci')).statusCode).toBe(201)
      const again = (await signInWithPassword(test)).json()
      expect((await secondStep(test, again.ticket, 'kert-asdi-laci')).statusCode).toBe(422)
    }))

  it('is guarded against guessing, from whatever address', () =>
    withApi(engine, async (test) => {
      const { secret } = await setUp(test, await test.signIn())
      const { ticket } = (await signInWithPassword(test)).json()
      for (let guess = 0; guess < 5; guess++) {
        await test.api.inject({
          method: 'POST',
          url: '/api/v1/session/second-factor',
          payload: { ticket, code: `00000${guess}` },
          remoteAddress: `10.0.0.${guess}`,
        })
      }
      expect((await secondStep(test, ticket, codeAt(test, secret))).statusCode).toBe(429)
    }))

  it('waits ten minutes for its code', () =>
    withApi(engine, async (test) => {
      const { secret } = await setUp(test, await test.signIn())
      const { ticket } = (await signInWithPassword(test)).json()
      test.clock.moveMinutes(11)
      const answer = await secondStep(test, ticket, codeAt(test, secret))
      expect(answer.statusCode).toBe(401)
      expect(answer.json()).toMatchObject({ code: 'sign-in-expired' })
    }))

  it('steps a session up, and is removed with its recovery codes', () =>
    withApi(engine, async (test) => {
      const headers = await test.signIn()
      const { secret } = await setUp(test, headers)
      test.clock.moveMinutes(11)
      const remove = (cookie: object) =>
        test.api.inject({ method: 'DELETE', url: '/api/v1/totp', headers: { ...cookie } })
      expect((await remove(headers)).json()).toMatchObject({ code: 'step-up-required' })
      const stepUp = await post(test, '/api/v1/step-up', { code: codeAt(test, secret) }, headers)
      const fresh = { cookie: String(stepUp.headers['set-cookie']).split(';')[0] }
      expect((await remove(fresh)).statusCode).toBe(204)
      expect((await remove(fresh)).json()).toMatchObject({ code: 'second-factor-missing' })
      expect(await test.db.selectFrom('recovery_code').selectAll().execute()).toEqual([])
      expect((await signInWithPassword(test)).statusCode).toBe(201)
      const codes = await post(test, '/api/v1/recovery-codes', {}, fresh)
      expect(codes.json()).toMatchObject({ code: 'second-factor-missing' })
      const confirmation = await post(test, '/api/v1/totp/confirmation', { code: '123456' }, fresh)
      expect(confirmation.statusCode).toBe(409)
    }))

  it.each(['/api/v1/totp', '/api/v1/totp/confirmation', '/api/v1/recovery-codes'])(
    'needs a session and a fresh proof: %s',
    (url) =>
      withApi(engine, async (test) => {
        const payload = url.endsWith('confirmation') ? { code: '123456' } : {}
        expect((await post(test, url, payload)).statusCode).toBe(401)
        const headers = await test.signIn()
        test.clock.moveMinutes(11)
        expect((await post(test, url, payload, headers)).json()).toMatchObject({
          code: 'step-up-required',
        })
      }),
  )
})
