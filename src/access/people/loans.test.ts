import { describe, expect, it } from 'vitest'
import { type ApiTest, withApi } from '../../../test/api.ts'
import { engines } from '../../../test/database.ts'
import { signInAs, signInNamed } from '../../../test/people.ts'

/** Two officers of the health agency, of whom one has a role to lend, and one of elsewhere. */
async function withAgency(test: ApiTest) {
  const admin = await signInAs(test, 'administrator')
  const { body: agency } = await admin.call('POST', '/organisations', {
    name: 'Dinas Kesehatan',
    kind: 'agency',
    sectors: ['health'],
  })
  const add = async (userName: string, organisationId: string) => {
    const { body } = await admin.call('POST', '/accounts', {
      userName,
      displayName: userName.toUpperCase(),
      organisationId,
    })
    const caller = await signInNamed(test, userName, body.firstPassword)
    return { ...caller, accountId: String(body.account.accountId) }
  }
  const give = async (accountId: string, change: object = {}) => {
    const { body } = await admin.call('POST', `/accounts/${accountId}/grants`, {
      role: 'agency-officer',
      regions: ['62.71.01'],
      isOwnOrganisation: true,
      dataClasses: ['family', 'health'],
      purpose: 'service',
      ...change,
    })
    return String(body.grantId)
  }
  const rina = await add('rina', agency.organisationId)
  const budi = await add('budi', agency.organisationId)
  const stranger = await add('stranger', 'tkpk')
  const grantId = await give(rina.accountId, { validTo: '2026-09-01' })
  const lend = (change: object = {}) =>
    rina.call('POST', '/grants/loans', {
      grantId,
      accountId: budi.accountId,
      validTo: '2026-07-15',
      ...change,
    })
  return { admin, give, rina, budi, stranger, grantId, lend }
}

describe.each(engines)('lending a role on %s', (engine) => {
  it('gives a colleague what the lender holds, until a day', () =>
    withApi(engine, async (test) => {
      const { rina, budi, lend } = await withAgency(test)
      expect((await rina.call('GET', '/colleagues')).body).toEqual({
        colleagues: [{ accountId: budi.accountId, displayName: 'BUDI' }],
      })
      expect((await budi.call('GET', '/offers')).status).toBe(403)
      const loan = await lend()
      expect(loan).toMatchObject({
        status: 201,
        body: { role: 'agency-officer', displayName: 'BUDI', validTo: '2026-07-15' },
      })
      expect((await budi.call('GET', '/grants')).body.grants).toMatchObject([
        {
          role: 'agency-officer',
          regions: ['62.71.01'],
          isOwnOrganisation: true,
          dataClasses: ['general', 'family', 'health'],
        },
      ])
      expect((await rina.call('GET', '/grants/loans')).body.loans).toEqual([loan.body])
      test.clock.moveMinutes(14 * 24 * 60)
      const [held] = await test.db
        .selectFrom('role_grant')
        .select('valid_to')
        .where('grant_id', '=', loan.body.grantId)
        .execute()
      expect(held?.valid_to).toBe('2026-07-15')
    }))

  it('stops at the door of the organisation', () =>
    withApi(engine, async (test) => {
      const { stranger, lend } = await withAgency(test)
      expect(await lend({ accountId: stranger.accountId })).toMatchObject({
        status: 404,
        body: { code: 'account-not-found' },
      })
    }))

  it('lends no longer than it holds, nothing of others, and nothing that was lent', () =>
    withApi(engine, async (test) => {
      const { rina, budi, grantId, lend } = await withAgency(test)
      expect((await lend({ validTo: '2026-09-02' })).body.code).toBe('delegation-too-wide')
      expect((await lend({ validTo: '2026-07-01' })).body.code).toBe('grant-unfit')
      expect((await lend({ validFrom: '2026-06-30' })).body.code).toBe('grant-unfit')
      expect((await lend({ regions: null })).body.code).toBe('request-invalid')
      const { body } = await lend()
      const again = { accountId: rina.accountId, validTo: '2026-07-10' }
      expect(
        (await budi.call('POST', '/grants/loans', { ...again, grantId: body.grantId })).body.code,
      ).toBe('delegation-too-wide')
      expect((await budi.call('POST', '/grants/loans', { ...again, grantId })).body.code).toBe(
        'grant-not-found',
      )
    }))

  it('is refused where the colleague holds a role that must be kept apart', () =>
    withApi(engine, async (test) => {
      const { give, budi, lend } = await withAgency(test)
      await give(budi.accountId, { role: 'payment-approver', regions: null })
      expect(await lend()).toMatchObject({ status: 409, body: { code: 'roles-incompatible' } })
    }))

  it('ends when the lender takes it back, and with what the lender holds', () =>
    withApi(engine, async (test) => {
      const { admin, rina, budi, grantId, lend } = await withAgency(test)
      const first = await lend()
      const path = `/grants/loans/${first.body.grantId}`
      expect((await budi.call('DELETE', path)).body.code).toBe('grant-not-found')
      expect((await rina.call('DELETE', path)).status).toBe(204)
      expect((await rina.call('DELETE', path)).body.code).toBe('grant-not-found')
      expect((await budi.call('GET', '/offers')).status).toBe(403)

      await lend()
      const own = `/accounts/${rina.accountId}/grants/${grantId}`
      await admin.call('PATCH', own, { validTo: '2026-07-01' })
      expect((await budi.call('GET', '/offers')).status).toBe(403)
      await admin.call('PATCH', own, { validTo: '2026-09-01' })
      expect((await budi.call('GET', '/offers')).status).toBe(200)
      await admin.call('PATCH', `/accounts/${rina.accountId}`, { isDisabled: true })
      expect((await budi.call('GET', '/offers')).status).toBe(403)
    }))

  it('does not come back beside a role that was given meanwhile', () =>
    withApi(engine, async (test) => {
      const { admin, give, rina, budi, grantId, lend } = await withAgency(test)
      await lend()
      const own = `/accounts/${rina.accountId}/grants/${grantId}`
      await admin.call('PATCH', own, { validTo: '2026-07-01' })
      await give(budi.accountId, { role: 'payment-approver', regions: null })
      expect((await admin.call('PATCH', own, { validTo: '2026-09-01' })).body.code).toBe(
        'roles-incompatible',
      )
    }))

  it('shows citizens to nobody as colleagues', () =>
    withApi(engine, async (test) => {
      const { give, rina, budi } = await withAgency(test)
      await give(budi.accountId, { role: 'citizen', regions: null, dataClasses: [] })
      expect((await rina.call('GET', '/colleagues')).body.colleagues).toEqual([])
      expect((await budi.call('GET', '/colleagues')).body.colleagues).toEqual([])
    }))

  it.each([
    ['GET', '/colleagues', undefined],
    ['GET', '/grants/loans', undefined],
    ['POST', '/grants/loans', { grantId: 'any', accountId: 'any', validTo: '2026-08-01' }],
    ['DELETE', '/grants/loans/any', undefined],
  ] as const)('is for who is signed in: %s %s', (method, path, payload) =>
    withApi(engine, async (test) => {
      const answer = await test.api.inject({
        method,
        url: `/api/v1${path}`,
        headers: { 'idempotency-key': 'a-key-of-the-test' },
        ...(payload ? { payload } : {}),
      })
      expect(answer.statusCode).toBe(401)
    }),
  )
})
