import { describe, expect, it } from 'vitest'
import { type ApiTest, withApi } from '../../../test/api.ts'
import { engines } from '../../../test/database.ts'
import { type Caller, signInAs, signInNamed } from '../../../test/people.ts'

const wide = {
  role: 'secretariat',
  regions: null,
  isOwnOrganisation: false,
  dataClasses: ['family'],
  purpose: 'coordination',
}
const administrator = { ...wide, role: 'administrator', dataClasses: [], purpose: 'administration' }

/** An administrator, and the account of somebody else. */
async function withRina(test: ApiTest) {
  const admin = await signInAs(test, 'administrator')
  const { body } = await admin.call('POST', '/accounts', {
    userName: 'rina',
    displayName: 'Rina Agustina',
    organisationId: 'tkpk',
  })
  const { accountId } = body.account
  return {
    admin,
    accountId,
    firstPassword: String(body.firstPassword),
    give: (change: object = {}) =>
      admin.call('POST', `/accounts/${accountId}/grants`, { ...wide, ...change }),
    end: (grantId: string, validTo: string | null) =>
      admin.call('PATCH', `/accounts/${accountId}/grants/${grantId}`, { validTo }),
  }
}

async function ownOf(admin: Caller) {
  const { body } = await admin.call('POST', '/accounts/search', { q: 'sekretariat' })
  const { accountId } = body.accounts[0]
  const { body: page } = await admin.call('GET', `/accounts/${accountId}`)
  const grantId = (role: string) =>
    String(page.grants.find((grant: { role: string }) => grant.role === role)?.grantId)
  return { accountId: String(accountId), grantId }
}

describe.each(engines)('roles of people on %s', (engine) => {
  it('are given once for a key and told with who gave them', () =>
    withApi(engine, async (test) => {
      const { admin, accountId } = await withRina(test)
      const path = `/accounts/${accountId}/grants`
      const ward = { ...wide, role: 'ward-officer', regions: ['62.71.01.1001'] }
      const first = await admin.call('POST', path, ward, 'the-same-key')
      expect(await admin.call('POST', path, ward, 'the-same-key')).toEqual(first)
      expect(first).toMatchObject({
        status: 201,
        body: {
          role: 'ward-officer',
          regions: ['62.71.01.1001'],
          dataClasses: ['general', 'family'],
          validFrom: '2026-07-01',
          validTo: null,
          state: 'held',
          grantedBy: 'Sekretariat TKPK',
          lentBy: null,
        },
      })
      const page = await admin.call('GET', `/accounts/${accountId}`)
      expect(page.body).toMatchObject({
        account: { roles: ['ward-officer'] },
        grants: [{ role: 'ward-officer' }],
      })
    }))

  it('are refused when they are wider than the role needs, or for nobody', () =>
    withApi(engine, async (test) => {
      const { admin, give } = await withRina(test)
      expect(await give({ role: 'ward-officer' })).toMatchObject({
        status: 422,
        body: { code: 'grant-unfit' },
      })
      expect((await give({ regions: ['Pahandut'] })).body.code).toBe('request-invalid')
      expect((await give({ role: 'king' })).body.code).toBe('request-invalid')
      expect((await give({ validFrom: '2026-06-30' })).body.code).toBe('grant-unfit')
      expect((await admin.call('POST', '/accounts/nobody/grants', wide)).body.code).toBe(
        'account-not-found',
      )
    }))

  it('are kept apart where one watches over the other, with the reason', () =>
    withApi(engine, async (test) => {
      const { give, end } = await withRina(test)
      const proposer = await give({ validTo: '2026-08-01' })
      const approver = { role: 'plan-approver' }
      expect(await give(approver)).toMatchObject({
        status: 409,
        body: {
          code: 'roles-incompatible',
          detail: expect.stringContaining('Yang mengusulkan rencana tidak menyetujuinya.'),
        },
      })
      expect((await give({ ...approver, validFrom: '2026-08-01' })).status).toBe(201)
      // the end may move up to the day on which the other begins
      const { grantId } = proposer.body
      expect((await end(grantId, '2026-07-20')).status).toBe(200)
      expect((await end(grantId, '2026-08-01')).status).toBe(200)
      expect((await end(grantId, '2026-08-02')).body.code).toBe('roles-incompatible')
      expect((await end(grantId, null)).body.code).toBe('roles-incompatible')
    }))

  it('end today, and come back when the ending is taken back', () =>
    withApi(engine, async (test) => {
      const { admin, accountId, firstPassword, give, end } = await withRina(test)
      const { body } = await give()
      const rina = await signInNamed(test, 'rina', firstPassword)
      expect((await rina.call('GET', '/files')).status).toBe(200)
      const ended = await end(body.grantId, '2026-07-01')
      expect(ended.body).toMatchObject({ state: 'ended', validTo: '2026-07-01' })
      expect((await rina.call('GET', '/files')).status).toBe(403)
      expect((await end(body.grantId, null)).body).toMatchObject({ state: 'held', validTo: null })
      expect((await rina.call('GET', '/files')).status).toBe(200)
      expect((await end(body.grantId, '2026-06-30')).body.code).toBe('grant-unfit')
      expect((await end('nothing-held', null)).body.code).toBe('grant-not-found')

      const coming = await give({ role: 'agency-officer', validFrom: '2026-09-01' })
      expect(coming.body.state).toBe('coming')
      const never = await end(coming.body.grantId, '2026-07-01')
      expect(never.body).toMatchObject({ state: 'ended', validTo: '2026-09-01' })
      const { body: page } = await admin.call('GET', `/accounts/${accountId}`)
      expect(page.grants.map(({ state }: { state: string }) => state)).toEqual(['held', 'ended'])
    }))

  it('are given to oneself by another administrator only', () =>
    withApi(engine, async (test) => {
      const admin = await signInAs(test, 'administrator')
      const own = await ownOf(admin)
      const give = () =>
        admin.call('POST', `/accounts/${own.accountId}/grants`, { ...wide, role: 'agency-officer' })
      // while there is no other account
      expect((await give()).status).toBe(201)
      await admin.call('POST', '/accounts', {
        userName: 'rina',
        displayName: 'Rina Agustina',
        organisationId: 'tkpk',
      })
      expect(await give()).toMatchObject({ status: 403, body: { code: 'own-account-refused' } })
      const path = `/accounts/${own.accountId}/grants/${own.grantId('secretariat')}`
      expect((await admin.call('PATCH', path, { validTo: '2026-07-01' })).status).toBe(200)
      expect((await admin.call('PATCH', path, { validTo: null })).body.code).toBe(
        'own-account-refused',
      )
    }))

  it('keep one administrator without an end', () =>
    withApi(engine, async (test) => {
      const { admin, accountId, give } = await withRina(test)
      const own = await ownOf(admin)
      const path = `/accounts/${own.accountId}/grants/${own.grantId('administrator')}`
      const end = () => admin.call('PATCH', path, { validTo: '2026-07-01' })
      expect(await end()).toMatchObject({ status: 409, body: { code: 'last-administrator' } })
      await give({ ...administrator, validTo: '2026-12-31' })
      expect((await end()).body.code).toBe('last-administrator')
      await give(administrator)
      await admin.call('PATCH', `/accounts/${accountId}`, { isDisabled: true })
      expect((await end()).body.code).toBe('last-administrator')
      await admin.call('PATCH', `/accounts/${accountId}`, { isDisabled: false })
      expect((await end()).status).toBe(200)
      expect((await admin.call('GET', '/organisations')).status).toBe(403)
    }))

  it.each([
    ['POST', '/accounts/anyone/grants', wide],
    ['PATCH', '/accounts/anyone/grants/any-grant', { validTo: null }],
    ['POST', '/accounts/anyone/preview', { grantId: 'any-grant' }],
  ] as const)('are nobody’s business but an administrator’s: %s %s', (method, path, payload) =>
    withApi(engine, async (test) => {
      const officer = await signInAs(test, 'secretariat')
      expect(await officer.call(method, path, payload)).toMatchObject({
        status: 403,
        body: { code: 'not-permitted' },
      })
    }),
  )

  it('are written in the audit trail with their scope', () =>
    withApi(engine, async (test) => {
      const { accountId, give, end } = await withRina(test)
      const { body } = await give({ role: 'ward-officer', regions: ['62.71.01.1001'] })
      await end(body.grantId, '2026-07-01')
      const events = await test.db
        .selectFrom('audit_event')
        .select(['action', 'detail'])
        .where('subject_id', '=', accountId)
        .orderBy('event_id')
        .execute()
      expect(events.slice(1)).toMatchObject([
        {
          action: 'give-grant',
          detail: { role: 'ward-officer', regions: ['62.71.01.1001'], validTo: null },
        },
        { action: 'change-grant-end', detail: { grantId: body.grantId, validTo: '2026-07-01' } },
      ])
    }))
})
