import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { testSecrets, withApi } from '../../../test/api.ts'
import { engines } from '../../../test/database.ts'
import { type Caller, signInAs, signInNamed } from '../../../test/people.ts'
import type { Db } from '../../platform/db.ts'
import { asViewer } from '../../platform/scoped-db.ts'

const rina = {
  userName: 'Rina.Agustina',
  displayName: 'Rina Agustina',
  organisationId: 'tkpk',
}
const nik = '6271035502890001'
const mother = 'ibuaaaaaaa'
const family = 'famaaaaaaa'
const add = (admin: Caller, change: object = {}) =>
  admin.call('POST', '/accounts', { ...rina, ...change })
const give = (admin: Caller, accountId: string, role: string) =>
  admin.call('POST', `/accounts/${accountId}/grants`, {
    role,
    regions: null,
    isOwnOrganisation: false,
    dataClasses: [],
    purpose: 'coordination',
  })

async function addFamily(db: Db): Promise<void> {
  await sql`
    insert into family (family_id, head_person_id, head_name, ward, list_count, member_count, detail)
    values (${family}, ${mother}, 'Siti Aminah', '62.71.03.1001', 1, 1, '{}')`.execute(db)
  await sql`
    insert into person (person_id, family_id, name, birth_year, status, nik_hmac, detail)
    values (${mother}, ${family}, 'Siti Aminah', 1989, 'active', ${testSecrets.hmacOf(nik)}, '{}')`.execute(
    db,
  )
}

/** Whose looks at whom the auditor is told of. */
async function ownFamily(db: Db): Promise<{ subject_id: string }[]> {
  return asViewer(db, auditor, async (scoped) => {
    const { rows } = await sql<{ subject_id: string }>`
      select * from public.audit_own_family()`.execute(scoped)
    return rows
  })
}

const auditor = {
  accountId: 'a',
  grantId: 'g',
  role: 'auditor',
  organisationId: 'o',
  isOwnOrganisation: false,
  regions: null,
  dataClasses: ['general'],
  purpose: 'oversight',
}

describe.each(engines)('accounts on %s', (engine) => {
  it('open with a password that is told once and has to be changed', () =>
    withApi(engine, async (test) => {
      const admin = await signInAs(test, 'administrator')
      const made = await admin.call('POST', '/accounts', rina, 'the-same-key')
      expect(made).toMatchObject({
        status: 201,
        body: {
          account: {
            userName: 'rina.agustina',
            displayName: 'Rina Agustina',
            organisationName: 'Sekretariat TKPK',
            language: 'id',
            isDisabled: false,
            hasFirstPassword: true,
            isMine: false,
            roles: [],
          },
          firstPassword: expect.stringMatching(/^(\w{4}-){6}\w{4}$/),
        },
      })
      const again = await admin.call('POST', '/accounts', rina, 'the-same-key')
      expect(again.body).toEqual({ account: made.body.account, firstPassword: null })
      const { answer } = await test.db
        .selectFrom('idempotency_key')
        .select('answer')
        .where('key', '=', 'the-same-key')
        .executeTakeFirstOrThrow()
      expect(JSON.stringify(answer)).not.toContain(made.body.firstPassword)

      const own = await signInNamed(test, 'rina.agustina', made.body.firstPassword)
      expect((await own.call('GET', '/session')).body).toMatchObject({ mustChangePassword: false })
      expect((await own.call('GET', '/dashboard')).status).toBe(403)
    }))

  it('refuse a user name that is taken, unreadable or a number as long as a NIK', () =>
    withApi(engine, async (test) => {
      const admin = await signInAs(test, 'administrator')
      await add(admin)
      expect((await add(admin, { userName: 'RINA.agustina' })).body.code).toBe('user-name-taken')
      expect((await add(admin, { organisationId: 'nowhere' })).body.code).toBe(
        'organisation-not-found',
      )
      for (const wrong of [
        { userName: 'ri' },
        { userName: 'rina agustina' },
        { userName: '6271010101010001' },
        { displayName: '6271010101010001' },
        { email: 'rina@example.org' },
      ]) {
        expect((await add(admin, wrong)).body.code).toBe('request-invalid')
      }
    }))

  it('are found by name, organisation, role and whether they are disabled', () =>
    withApi(engine, async (test) => {
      const admin = await signInAs(test, 'administrator')
      const { body: partner } = await admin.call('POST', '/organisations', {
        name: 'BAZNAS',
        kind: 'partner',
      })
      const { body } = await add(admin)
      await add(admin, {
        userName: 'budi',
        displayName: 'Budi_100%',
        ...{ organisationId: partner.organisationId },
      })
      await give(admin, body.account.accountId, 'secretariat')
      const found = async (filter: object) => {
        const answer = await admin.call('POST', '/accounts/search', filter)
        return answer.body.accounts.map(({ userName }: { userName: string }) => userName)
      }
      expect(await found({})).toEqual(['budi', 'rina.agustina', 'sekretariat'])
      expect(await found({ q: 'AGUST' })).toEqual(['rina.agustina'])
      expect(await found({ q: '%' })).toEqual(['budi'])
      expect(await found({ organisationId: partner.organisationId })).toEqual(['budi'])
      expect(await found({ role: 'secretariat' })).toEqual(['rina.agustina', 'sekretariat'])
      expect(await found({ role: 'auditor' })).toEqual([])
      await admin.call('PATCH', `/accounts/${body.account.accountId}`, { isDisabled: true })
      expect(await found({ isDisabled: true })).toEqual(['rina.agustina'])
    }))

  it('are changed by who has read the present version', () =>
    withApi(engine, async (test) => {
      const headers = await test.signIn()
      await signInAs(test, 'administrator')
      await test.db
        .updateTable('session')
        .set({
          grant_id: sql`(select grant_id from role_grant where role = 'administrator' limit 1)`,
        })
        .execute()
      const { account_id } = await test.db
        .selectFrom('account')
        .select('account_id')
        .executeTakeFirstOrThrow()
      const url = `/api/v1/accounts/${account_id}`
      const version = String((await test.api.inject({ url, headers })).headers.etag)
      const change = (displayName: string, match: object) =>
        test.api.inject({
          method: 'PATCH',
          url,
          payload: { displayName },
          headers: { ...headers, ...match },
        })
      expect((await change('Nama satu', {})).statusCode).toBe(428)
      const changed = await change('Nama satu', { 'if-match': version })
      expect(changed.statusCode).toBe(200)
      expect((await change('Nama dua', { 'if-match': version })).statusCode).toBe(412)
      const next = { 'if-match': String(changed.headers.etag) }
      expect((await change('Nama dua', next)).statusCode).toBe(200)
    }))

  it('come page after page with their number', () =>
    withApi(engine, async (test) => {
      const admin = await signInAs(test, 'administrator')
      await test.db
        .insertInto('account')
        .values(
          Array.from({ length: 70 }, (_, no) => ({
            account_id: `account-${no}`,
            organisation_id: 'tkpk',
            user_name: `user-${no}`,
            display_name: no % 2 ? 'Sama' : `petugas ${no}`,
            password_hash: '',
          })),
        )
        .execute()
      const first = await admin.call('POST', '/accounts/search', {})
      const { nextCursor: cursor } = first.body
      const second = await admin.call('POST', '/accounts/search', { cursor })
      expect(first.body.total).toBe(71)
      const ids = [...first.body.accounts, ...second.body.accounts].map(({ userName }) => userName)
      expect(new Set(ids).size).toBe(71)
      expect(second.body.nextCursor).toBeNull()
    }))

  it('are signed out everywhere when they are disabled, and stay so until enabled', () =>
    withApi(engine, async (test) => {
      const admin = await signInAs(test, 'administrator')
      const { body } = await add(admin)
      const own = await signInNamed(test, 'rina.agustina', body.firstPassword)
      const path = `/accounts/${body.account.accountId}`
      const disabled = await admin.call('PATCH', path, { isDisabled: true })
      expect(disabled.body.account.isDisabled).toBe(true)
      expect((await own.call('GET', '/session')).status).toBe(401)
      await admin.call('PATCH', path, { isDisabled: false, displayName: 'Rina A.' })
      expect((await own.call('GET', '/session')).status).toBe(401)
      expect((await admin.call('GET', path)).body.account).toMatchObject({
        isDisabled: false,
        displayName: 'Rina A.',
      })
      expect((await admin.call('PATCH', '/accounts/nobody', {})).body.code).toBe(
        'account-not-found',
      )
    }))

  it('leave their roles behind in another organisation', () =>
    withApi(engine, async (test) => {
      const admin = await signInAs(test, 'administrator')
      const { body: ward } = await admin.call('POST', '/organisations', {
        name: 'Kelurahan Pahandut',
        kind: 'ward',
      })
      const { body } = await add(admin)
      const { accountId } = body.account
      await give(admin, accountId, 'secretariat')
      const { organisationId } = ward
      const moved = await admin.call('PATCH', `/accounts/${accountId}`, { organisationId })
      expect(moved.body).toMatchObject({
        account: { organisationName: 'Kelurahan Pahandut', roles: [] },
        grants: [{ role: 'secretariat', state: 'ended' }],
      })
    }))

  it('get another first password from an administrator, never their own', () =>
    withApi(engine, async (test) => {
      const admin = await signInAs(test, 'administrator')
      const { body } = await add(admin)
      const { accountId } = body.account
      const own = await signInNamed(test, 'rina.agustina', body.firstPassword)
      const reset = await admin.call('POST', `/accounts/${accountId}/reset`, {})
      expect(reset.body).toMatchObject({
        account: { hasFirstPassword: true },
        firstPassword: expect.any(String),
      })
      expect(reset.body.firstPassword).not.toBe(body.firstPassword)
      expect((await own.call('GET', '/session')).status).toBe(401)
      await signInNamed(test, 'rina.agustina', reset.body.firstPassword)

      const { body: all } = await admin.call('POST', '/accounts/search', { q: 'sekretariat' })
      const mine = all.accounts[0].accountId
      expect((await admin.call('POST', `/accounts/${mine}/reset`, {})).body.code).toBe(
        'own-account-refused',
      )
      expect((await admin.call('PATCH', `/accounts/${mine}`, { isDisabled: true })).body.code).toBe(
        'own-account-refused',
      )
    }))

  it('want a fresh proof of who adds or resets one', () =>
    withApi(engine, async (test) => {
      const admin = await signInAs(test, 'administrator')
      const { body } = await add(admin)
      const { accountId } = body.account
      test.clock.moveMinutes(11)
      for (const answer of [
        await add(admin, { userName: 'budi' }),
        await admin.call('POST', `/accounts/${accountId}/reset`, {}),
        await give(admin, accountId, 'secretariat'),
      ]) {
        expect(answer).toMatchObject({ status: 403, body: { code: 'step-up-required' } })
      }
      expect((await admin.call('GET', `/accounts/${accountId}`)).status).toBe(200)
    }))

  it('are joined to their person, so that looks at the own family stand out', () =>
    withApi(engine, async (test) => {
      await addFamily(test.db)
      const admin = await signInAs(test, 'administrator')
      const { body } = await add(admin)
      const path = `/accounts/${body.account.accountId}`
      const { body: found } = await admin.call('POST', '/accounts/find-person', { nik })
      const siti = {
        personId: mother,
        name: 'S••• A•••',
        birthYear: 1989,
        ward: '62.71.03.1001',
        isMinor: false,
      }
      expect(found).toEqual({ persons: [siti] })
      expect((await admin.call('PATCH', path, { personId: 'nobodyaaaa' })).body.code).toBe(
        'person-not-found',
      )
      const joined = await admin.call('PATCH', path, { personId: mother })
      expect(joined).toMatchObject({ status: 200, body: { person: siti } })

      const own = await ownFamily(test.db)
      expect(own.map(({ subject_id }) => subject_id).sort()).toEqual([family, mother])
      // The lists are linked anew, and the person has another key.
      await sql`update person set person_id = 'ibubbbbbbb'`.execute(test.db)
      await sql`
        insert into subject_alias (kind, subject_id, present_id, rows, recorded_from)
        values ('person', ${mother}, 'ibubbbbbbb', '[]', now())`.execute(test.db)
      expect((await ownFamily(test.db)).map(({ subject_id }) => subject_id).sort()).toEqual([
        family,
        'ibubbbbbbb',
      ])
      expect((await admin.call('GET', path)).body.person).toMatchObject({ personId: 'ibubbbbbbb' })

      const { rows } = await sql<{ action: string; subject_id: string }>`
        select action, subject_id from audit_event
        where subject_kind = 'person' or detail ? 'personId' order by event_id`.execute(test.db)
      expect(rows.map(({ action }) => action)).toEqual(['search', 'change-account', 'read'])
      expect((await admin.call('PATCH', path, { personId: null })).body.person).toBeNull()
      expect(await ownFamily(test.db)).toEqual([])
    }))

  it('are not joined to a person by their own holder, who could hide looks', () =>
    withApi(engine, async (test) => {
      await addFamily(test.db)
      const admin = await signInAs(test, 'administrator')
      const { accountId } = (await admin.call('POST', '/accounts/search', {})).body.accounts[0]
      const refusal = await admin.call('PATCH', `/accounts/${accountId}`, { personId: mother })
      expect(refusal.body.code).toBe('own-account-refused')
    }))

  it.each([
    ['POST', '/accounts/search', {}],
    ['GET', '/accounts/anyone', undefined],
    ['POST', '/accounts', rina],
    ['POST', '/accounts/find-person', { nik }],
    ['PATCH', '/accounts/anyone', {}],
    ['POST', '/accounts/anyone/reset', {}],
  ] as const)('are nobody’s business but an administrator’s: %s %s', (method, path, payload) =>
    withApi(engine, async (test) => {
      const officer = await signInAs(test, 'secretariat')
      expect(await officer.call(method, path, payload)).toMatchObject({
        status: 403,
        body: { code: 'not-permitted' },
      })
    }),
  )
})
