import { describe, expect, it } from 'vitest'
import { type ApiTest, withApi } from '../../../test/api.ts'
import { engines } from '../../../test/database.ts'
import { insertGrant } from '../scope/store.ts'
import { ApiKey, FreshApiKey, ServiceAccount } from './schema.ts'

const grant = {
  role: 'agency-officer',
  regions: ['32.75.04'],
  isOwnOrganisation: false,
  dataClasses: ['family'],
  purpose: 'service',
} as const

/** An administrator at the screen, and calls that a partner's system makes. */
async function open({ api, db, signIn }: ApiTest) {
  const cookie = await signIn()
  await db
    .updateTable('session')
    .set(({ selectFrom }) => ({
      grant_id: selectFrom('role_grant')
        .select('grant_id')
        .where('role', '=', 'administrator')
        .limit(1),
    }))
    .execute()
  let calls = 0
  const post = (url: string, payload: object, key = `key-of-call-${++calls}`) =>
    api.inject({ method: 'POST', url, payload, headers: { ...cookie, 'idempotency-key': key } })

  async function makeAccount(given: object = grant) {
    const answer = await post('/api/v1/service-accounts', {
      displayName: 'Sistem antrean',
      organisationId: 'tkpk',
      grant: given,
    })
    expect(answer.statusCode).toBe(201)
    const { accountId } = ServiceAccount.parse(answer.json())
    const { grant_id } = await db
      .selectFrom('role_grant')
      .select('grant_id')
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow()
    return { accountId, grantId: grant_id }
  }

  async function makeKey(terms: object = {}, given: object = grant) {
    const { accountId, grantId } = await makeAccount(given)
    const answer = await post(`/api/v1/service-accounts/${accountId}/keys`, { grantId, ...terms })
    expect(answer.statusCode).toBe(201)
    const { apiKey, text } = FreshApiKey.parse(answer.json())
    return { accountId, apiKey, text: text ?? '' }
  }

  const ask = (text: string, url = '/api/v1/today', headers: object = {}) =>
    api.inject({ url, headers: { authorization: `Bearer ${text}`, ...headers } })

  async function findKey(accountId: string, keyId: string) {
    const url = `/api/v1/service-accounts/${accountId}`
    const account = ServiceAccount.parse((await api.inject({ url, headers: cookie })).json())
    return account.keys.find((key) => key.keyId === keyId)
  }
  return { cookie, post, makeAccount, makeKey, ask, findKey }
}

describe.each(engines)('an API key on %s', (engine) => {
  it('lets a system ask under the role it was given, and nothing beyond', () =>
    withApi(engine, async (test) => {
      const { makeKey, ask } = await open(test)
      const { text } = await makeKey()
      expect((await ask(text)).statusCode).toBe(200)
      for (const url of ['/api/v1/session', '/api/v1/grants', '/api/v1/service-accounts']) {
        const answer = await ask(text, url)
        expect(answer.statusCode).toBe(403)
        expect(answer.json()).toMatchObject({ code: 'not-permitted' })
      }
      const partner = await makeKey(
        {},
        {
          ...grant,
          role: 'partner',
          regions: null,
          isOwnOrganisation: true,
          dataClasses: ['general'],
        },
      )
      expect((await ask(partner.text, '/api/v1/offers')).statusCode).toBe(200)
      expect((await ask(partner.text)).statusCode).toBe(403)
    }))

  it('falls with its role, whatever else the account holds', () =>
    withApi(engine, async (test) => {
      const { makeKey, ask } = await open(test)
      const { accountId, apiKey, text } = await makeKey()
      await insertGrant(test.db, {
        accountId,
        role: 'auditor',
        regions: null,
        isOwnOrganisation: false,
        purpose: 'oversight',
        validFrom: '2026-01-01',
        validTo: null,
      })
      expect((await ask(text, '/api/v1/audit/events')).statusCode).not.toBe(200)
      await test.db
        .updateTable('role_grant')
        .set({ valid_to: '2026-07-01' })
        .where('grant_id', '=', apiKey.grantId)
        .execute()
      expect((await ask(text)).statusCode).toBe(403)
    }))

  it('is told once and kept as a hash', () =>
    withApi(engine, async (test) => {
      const { makeAccount, post } = await open(test)
      const { accountId, grantId } = await makeAccount()
      const url = `/api/v1/service-accounts/${accountId}/keys`
      const first = FreshApiKey.parse((await post(url, { grantId }, 'the same call')).json())
      const again = FreshApiKey.parse((await post(url, { grantId }, 'the same call')).json())
      expect(first.text).toMatch(/^btg_[a-f0-9]{12}_/)
      expect(again).toEqual({ apiKey: first.apiKey, text: null })
      const secret = first.text?.split('_').slice(2).join('_') ?? 'none'
      for (const table of ['api_key', 'audit_event', 'idempotency_key'] as const) {
        const rows = await test.db.selectFrom(table).selectAll().execute()
        expect(JSON.stringify(rows)).not.toContain(secret)
      }
    }))

  it('is refused alike when it is wrong, has expired, was revoked, or its account is closed', () =>
    withApi(engine, async (test) => {
      const { makeKey, ask, cookie, findKey } = await open(test)
      const refused = async (text: string) => {
        const answer = await ask(text)
        expect(answer.statusCode).toBe(401)
        expect(answer.json()).toMatchObject({ code: 'api-key-refused' })
        expect(answer.headers['www-authenticate']).toContain('Bearer')
      }
      const revoked = await makeKey()
      await refused(`${revoked.text.slice(0, -1)}${revoked.text.endsWith('A') ? 'B' : 'A'}`)
      await refused('nonsense')
      await test.api.inject({
        method: 'DELETE',
        url: `/api/v1/api-keys/${revoked.apiKey.keyId}`,
        headers: cookie,
      })
      await refused(revoked.text)
      expect(await findKey(revoked.accountId, revoked.apiKey.keyId)).toMatchObject({
        state: 'revoked',
      })

      const closed = await makeKey()
      await test.db
        .updateTable('account')
        .set({ disabled_at: '2026-07-01T00:00:00Z' })
        .where('account_id', '=', closed.accountId)
        .execute()
      await refused(closed.text)

      const brief = await makeKey({ validDays: 1 })
      expect((await ask(brief.text)).statusCode).toBe(200)
      test.clock.moveMinutes(24 * 60)
      await refused(brief.text)
    }))

  it('is followed by another, both opening for the overlap', () =>
    withApi(engine, async (test) => {
      const { makeKey, ask, post, findKey } = await open(test)
      const { accountId, apiKey, text } = await makeKey()
      const url = `/api/v1/api-keys/${apiKey.keyId}/rotate`
      const next = FreshApiKey.parse((await post(url, { overlapHours: 2 })).json())
      expect((await ask(text)).statusCode).toBe(200)
      expect((await ask(next.text ?? '')).statusCode).toBe(200)
      expect(next.apiKey.grantId).toBe(apiKey.grantId)
      expect(await findKey(accountId, apiKey.keyId)).toMatchObject({
        replacedBy: next.apiKey.keyId,
        lastUsedAt: '2026-07-01T02:00:00.000Z',
      })
      expect((await post(url, {})).statusCode).toBe(404)
      test.clock.moveMinutes(121)
      expect((await ask(text)).statusCode).toBe(401)
      expect((await ask(next.text ?? '')).statusCode).toBe(200)
    }))

  it('waits its turn when it asks too often, and no other waits with it', () =>
    withApi(engine, async (test) => {
      const { makeKey, ask, cookie } = await open(test)
      const { text } = await makeKey({ requestsPerMinute: 2 })
      const other = await makeKey()
      await ask(text)
      await ask(text)
      const third = await ask(text)
      expect(third.statusCode).toBe(429)
      expect(third.json()).toMatchObject({ code: 'rate-limit-exceeded' })
      expect(Number(third.headers['retry-after'])).toBeGreaterThan(0)
      expect((await ask(other.text)).statusCode).toBe(200)
      const headers = cookie
      expect((await test.api.inject({ url: '/api/v1/grants', headers })).statusCode).toBe(200)
    }))

  it('never comes with a cookie, and needs no word of a browser', () =>
    withApi(engine, async (test) => {
      const { makeKey, ask, cookie } = await open(test)
      const { text } = await makeKey()
      const both = await ask(text, '/api/v1/today', cookie)
      expect(both.statusCode).toBe(400)
      expect(both.json()).toMatchObject({ code: 'credentials-both' })
      const elsewhere = await test.api.inject({
        method: 'POST',
        url: '/api/v1/families/search',
        payload: {},
        headers: { authorization: `Bearer ${text}`, 'sec-fetch-site': 'cross-site' },
      })
      expect(elsewhere.statusCode).toBe(200)
    }))
})

describe('whoever makes a key', () => {
  it('has proved a short while ago who they are', () =>
    withApi('PGlite', async (test) => {
      const { makeAccount, post } = await open(test)
      const { accountId, grantId } = await makeAccount()
      test.clock.moveMinutes(11)
      const answer = await post(`/api/v1/service-accounts/${accountId}/keys`, { grantId })
      expect(answer.json()).toMatchObject({ code: 'step-up-required' })
    }))

  it('gives no system a role that decides', () =>
    withApi('PGlite', async (test) => {
      const { post } = await open(test)
      for (const role of [
        'administrator',
        'payment-approver',
        'citizen',
        'data-protection-officer',
      ]) {
        const answer = await post('/api/v1/service-accounts', {
          displayName: 'Mesin penyetuju',
          organisationId: 'tkpk',
          grant: { ...grant, role, regions: null, dataClasses: [] },
        })
        expect(answer.statusCode).toBe(400)
      }
    }))

  it('chooses at most 366 days, and 90 where nothing is said', () =>
    withApi('PGlite', async (test) => {
      const { makeKey, makeAccount, post } = await open(test)
      const { apiKey } = await makeKey()
      expect(ApiKey.parse(apiKey).expiresAt).toBe('2026-09-29T02:00:00.000Z')
      const { accountId, grantId } = await makeAccount()
      const url = `/api/v1/service-accounts/${accountId}/keys`
      expect((await post(url, { grantId, validDays: 367 })).statusCode).toBe(400)
    }))

  it('is written down', () =>
    withApi('PGlite', async (test) => {
      const { makeKey } = await open(test)
      const { accountId, apiKey } = await makeKey()
      const events = await test.db
        .selectFrom('audit_event')
        .select(['action', 'detail'])
        .where('subject_id', '=', accountId)
        .orderBy('event_id')
        .execute()
      expect(events).toEqual([
        {
          action: 'create-service-account',
          detail: { organisationId: 'tkpk', role: 'agency-officer' },
        },
        { action: 'create-api-key', detail: { keyId: apiKey.keyId } },
      ])
    }))
})

describe('a service account', () => {
  it('gets no role that decides, and stands in no list of people', () =>
    withApi('PGlite', async (test) => {
      const { makeAccount, post } = await open(test)
      const { accountId } = await makeAccount()
      const given = {
        ...grant,
        role: 'administrator',
        regions: null,
        dataClasses: [],
        purpose: 'administration',
      }
      const answer = await post(`/api/v1/accounts/${accountId}/grants`, given)
      expect(answer.json()).toMatchObject({ code: 'grant-unfit' })
      const people = await post('/api/v1/accounts/search', {})
      expect(people.body).not.toContain(accountId)
      const reset = await post(`/api/v1/accounts/${accountId}/reset`, {})
      expect(reset.json()).toMatchObject({ code: 'account-not-found' })
    }))

  it('is nobody who could sign in', () =>
    withApi('PGlite', async (test) => {
      const { makeAccount } = await open(test)
      const { accountId } = await makeAccount()
      const answer = await test.api.inject({
        method: 'POST',
        url: '/api/v1/session',
        payload: { userName: `service-${accountId}`, password: 'sebuah tebakan' },
      })
      expect(answer.json()).toMatchObject({ code: 'sign-in-failed' })
    }))
})
