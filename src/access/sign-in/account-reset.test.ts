import { describe, expect, it } from 'vitest'
import { type ApiTest, withApi } from '../../../test/api.ts'
import { engines } from '../../../test/database.ts'
import { publicKey } from '../../platform/keys.ts'
import { systemRandom } from '../../platform/random.ts'
import { bySystem } from '../audit/record-event.ts'
import { resetAccount } from './account-reset.ts'

const accountId = publicKey('account sekretariat')
const parts = { asker: bySystem, random: systemRandom }

async function addFactors({ db }: ApiTest): Promise<void> {
  const confirmed_at = '2026-07-01T00:00:00Z'
  await db
    .insertInto('totp')
    .values({ account_id: accountId, secret_cipher: new Uint8Array(1), confirmed_at })
    .execute()
  await db
    .insertInto('passkey')
    .values({
      passkey_id: 'abc',
      account_id: accountId,
      name: 'Ponsel',
      public_key: new Uint8Array(1),
      counter: 0,
      transports: [],
    })
    .execute()
}

describe.each(engines)('resetting an account on %s', (engine) => {
  it('gives a password that has to be changed, and ends the sessions', () =>
    withApi(engine, async (test) => {
      const headers = await test.signIn()
      const password = await resetAccount(test.db, { accountId, withAllFactors: false }, parts)
      expect(password).toMatch(/^(\w{4}-){6}\w{4}$/)
      const session = '/api/v1/session'
      expect((await test.api.inject({ url: session, headers })).statusCode).toBe(401)
      expect((await test.signIn()).cookie).toBe('undefined')
      const fresh = await test.api.inject({ url: session, headers: await test.signIn(password) })
      expect(fresh.json()).toMatchObject({ mustChangePassword: true })

      const events = await test.db
        .selectFrom('audit_event')
        .select(['action', 'subject_id', 'detail'])
        .where('action', '=', 'reset-account')
        .execute()
      expect(events).toEqual([
        { action: 'reset-account', subject_id: accountId, detail: { withAllFactors: false } },
      ])
      expect(JSON.stringify(events)).not.toContain(password)
    }))

  it('leaves the other factors, unless the person has lost everything', () =>
    withApi(engine, async (test) => {
      await addFactors(test)
      await resetAccount(test.db, { accountId, withAllFactors: false }, parts)
      const factors = () =>
        Promise.all([
          test.db.selectFrom('totp').select('account_id').execute(),
          test.db.selectFrom('passkey').select('account_id').execute(),
        ])
      expect((await factors()).flat()).toHaveLength(2)
      await resetAccount(test.db, { accountId, withAllFactors: true }, parts)
      expect((await factors()).flat()).toEqual([])
    }))

  it('refuses an account that is not there', () =>
    withApi(engine, async ({ db }) => {
      await expect(
        resetAccount(db, { accountId: 'nobody', withAllFactors: false }, parts),
      ).rejects.toMatchObject({ code: 'account-not-found' })
    }))
})

describe.each(engines)('the trail of sign-ins on %s', (engine) => {
  it('tells who came in, who was refused, and nothing secret', () =>
    withApi(engine, async (test) => {
      await test.signIn('salah sandi')
      const headers = await test.signIn()
      await test.api.inject({ method: 'DELETE', url: '/api/v1/session', headers })
      const events = await test.db
        .selectFrom('audit_event')
        .selectAll()
        .where('subject_kind', '=', 'account')
        .orderBy('event_id')
        .execute()
      expect(events.map(({ action, subject_id }) => [action, subject_id])).toEqual([
        ['sign-in-refused', accountId],
        ['sign-in', accountId],
        ['sign-out', accountId],
      ])
      const told = JSON.stringify(events)
      for (const secret of [test.password, 'salah sandi', headers.cookie.split('=')[1] ?? '?']) {
        expect(told).not.toContain(secret)
      }
    }))
})
