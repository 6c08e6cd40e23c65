import { describe, expect, it } from 'vitest'
import { type ApiTest, testSecrets, withApi } from '../../../test/api.ts'
import { engines } from '../../../test/database.ts'
import { systemRandom } from '../../platform/random.ts'
import {
  addAccount,
  disableAccount,
  expectPerson,
  listAccounts,
  resetAccountOf,
} from './keep-accounts.ts'

const parts = ({ db, clock }: ApiTest) => ({ db, clock: clock.read, random: systemRandom })
const rina = {
  userName: 'rina',
  displayName: 'Rina Agustina',
  organisationId: 'tkpk',
  isAdministrator: true,
}

function signIn({ api }: ApiTest, userName: string, password: string) {
  const payload = { userName, password }
  return api.inject({ method: 'POST', url: '/api/v1/session', payload })
}

describe.each(engines)('accounts kept from the server on %s', (engine) => {
  it('are added with a password that has to be changed', () =>
    withApi(engine, async (test) => {
      const password = await addAccount(parts(test), rina)
      expect((await signIn(test, 'rina', password)).json()).toMatchObject({
        displayName: 'Rina Agustina',
        mustChangePassword: true,
      })
      expect(await listAccounts(parts(test))).toMatchObject([
        { userName: 'rina', roles: ['administrator'], isDisabled: false },
        { userName: 'sekretariat', roles: ['administrator', 'secretariat'] },
      ])
    }))

  it('are closed and opened, but never the last administrator', () =>
    withApi(engine, async (test) => {
      const password = await addAccount(parts(test), rina)
      await disableAccount(parts(test), 'Rina', true)
      expect((await signIn(test, 'rina', password)).statusCode).toBe(401)
      await expect(disableAccount(parts(test), 'sekretariat', true)).rejects.toMatchObject({
        code: 'last-administrator',
      })
    }))

  it('are opened again', () =>
    withApi(engine, async (test) => {
      const password = await addAccount(parts(test), rina)
      await disableAccount(parts(test), 'rina', true)
      await disableAccount(parts(test), 'rina', false)
      expect((await signIn(test, 'rina', password)).statusCode).toBe(201)
    }))

  it.each([
    ['a name that is taken', { userName: 'sekretariat' }, 'user-name-taken'],
    ['a name with a blank', { userName: 'ri na' }, 'request-invalid'],
    ['an organisation nobody knows', { organisationId: 'nobody' }, 'organisation-not-found'],
  ])('refuse %s', (_what, words, code) =>
    withApi(engine, async (test) => {
      await expect(addAccount(parts(test), { ...rina, ...words })).rejects.toMatchObject({ code })
    }),
  )

  it('are reset by their user name', () =>
    withApi(engine, async (test) => {
      const password = await resetAccountOf(parts(test), 'Sekretariat', false)
      expect((await signIn(test, 'sekretariat', password)).statusCode).toBe(201)
      await expect(resetAccountOf(parts(test), 'siapa', false)).rejects.toMatchObject({
        code: 'account-not-found',
      })
    }))

  it('expect a person from a provider, of whose claim a keyed hash is kept', () =>
    withApi(engine, async (test) => {
      const expected = { userName: 'sekretariat', providerId: 'sso', claim: '19870101' }
      await expectPerson(parts(test), testSecrets, expected)
      const rows = await test.db.selectFrom('expected_link').selectAll().execute()
      expect(rows).toMatchObject([{ provider_id: 'sso' }])
      expect(JSON.stringify(rows)).not.toContain('19870101')
      const events = await test.db
        .selectFrom('audit_event')
        .select(['action', 'role'])
        .where('action', '=', 'expect-identity')
        .execute()
      expect(events).toEqual([{ action: 'expect-identity', role: 'system' }])
    }))
})
