import { describe, expect, it } from 'vitest'
import type { Db } from '#platform/db'
import { type ApiTest, testSecrets, withApi } from '../../../test/api.ts'
import { engines } from '../../../test/database.ts'
import { type Caller, signInAs, signInNamed } from '../../../test/people.ts'
import { findChangesInForce } from '../change-store.ts'

const menteng = '62.71.03.1002'
const langkai = '62.71.01.1003'
const list = { file: 'daftar.xlsx', sheet: 'A' }

/** Three families of a person each, the last in another district. */
async function fillRegister(db: Db): Promise<void> {
  await db
    .insertInto('list_sheet')
    .values({
      ...list,
      sheet_no: 0,
      kind: 'aid',
      title: '',
      provider: null,
      programme: null,
      detail: {},
    })
    .execute()
  for (const [no, ward] of [menteng, menteng, langkai].entries()) {
    const ids = { person_id: `person000${no}`, family_id: `family000${no}` }
    await db
      .insertInto('family')
      .values({
        family_id: ids.family_id,
        head_person_id: ids.person_id,
        head_name: `NAMA ${no}`,
        ward,
        district: ward.slice(0, 8),
        address: `Jl. Mawar ${no}`,
        list_count: 1,
        member_count: 1,
        detail: {},
      })
      .execute()
    await db
      .insertInto('person')
      .values({ ...ids, name: `NAMA ${no}`, status: 'active', birth_year: 1980, detail: {} })
      .execute()
    await db
      .insertInto('import_row')
      .values({ ...ids, row_no: no, sheet_no: 0, row: no + 2, fields: { name: `NAMA ${no}` } })
      .execute()
  }
}

async function addOfficer(admin: Caller, test: ApiTest, userName: string, grant: object) {
  const { body } = await admin.call('POST', '/accounts', {
    userName,
    displayName: userName,
    organisationId: 'tkpk',
  })
  const wide = { regions: null, isOwnOrganisation: false, purpose: 'verification' }
  const dataClasses = ['family', 'health', 'disability', 'children', 'finances']
  await admin.call('POST', `/accounts/${body.account.accountId}/grants`, {
    ...wide,
    dataClasses,
    ...grant,
  })
  return signInNamed(test, userName, String(body.firstPassword))
}

async function withOfficers(
  test: ApiTest,
  work: (people: { ward: Caller; other: Caller; office: Caller }) => Promise<void>,
): Promise<void> {
  await fillRegister(test.db)
  const admin = await signInAs(test, 'administrator')
  const ward = await addOfficer(admin, test, 'lurah', { role: 'ward-officer', regions: [menteng] })
  const other = await addOfficer(admin, test, 'lurah2', {
    role: 'ward-officer',
    regions: [langkai],
  })
  const office = await signInAs(test, 'secretariat')
  await work({ ward, other, office })
}

const same = {
  kind: 'same-person',
  left: { personId: 'person0000' },
  right: { personId: 'person0001' },
}

describe.each(engines)('decisions about the register on %s', (engine) => {
  it('are proposed by a ward, approved by another, in force, and taken back', () =>
    withApi(engine, (test) =>
      withOfficers(test, async ({ ward, other, office }) => {
        const made = await ward.call('POST', '/register-changes', same)
        expect(made).toMatchObject({
          status: 201,
          body: { state: 'proposed', kind: 'same-person' },
        })
        const path = `/register-changes/${made.body.changeNo}`
        expect(await findChangesInForce(test.db, testSecrets)).toEqual([])
        expect((await ward.call('PATCH', path, { verdict: 'approve' })).status).toBe(403)
        // whoever does not see the families does not see what is said of them
        expect((await other.call('GET', path)).status).toBe(404)
        expect((await other.call('GET', '/register-changes')).body.changes).toEqual([])
        // whoever does stands in the trail of each family, and nobody else
        const { body: seen } = await ward.call('GET', path)
        const looks = await test.db
          .selectFrom('audit_event')
          .innerJoin('account', 'account.account_id', 'audit_event.account_id')
          .select(['user_name', 'subject_id'])
          .distinct()
          .where('action', '=', 'read-register-changes')
          .orderBy('subject_id')
          .execute()
        expect(looks).toEqual(
          seen.familyIds.map((id: string) => ({ user_name: 'lurah', subject_id: id })),
        )
        const approved = await office.call('PATCH', path, { verdict: 'approve' })
        expect(approved).toMatchObject({ status: 200, body: { state: 'in-force' } })
        expect(await findChangesInForce(test.db, testSecrets)).toEqual([
          {
            changeNo: made.body.changeNo,
            kind: 'same-person',
            left: { ...list, row: 2 },
            right: { ...list, row: 3 },
          },
        ])
        expect((await office.call('PATCH', path, { verdict: 'approve' })).body.code).toBe(
          'change-closed',
        )
        expect((await office.call('PATCH', path, { verdict: 'withdraw' })).body.state).toBe(
          'withdrawn',
        )
        expect(await findChangesInForce(test.db, testSecrets)).toEqual([])
      }),
    ))

  it('reach no family outside the scope of who makes them', () =>
    withApi(engine, (test) =>
      withOfficers(test, async ({ ward }) => {
        const far = { ...same, right: { personId: 'person0002' } }
        const answer = await ward.call('POST', '/register-changes', far)
        expect(answer).toMatchObject({ status: 404, body: { code: 'change-subject-unknown' } })
      }),
    ))

  it('name all who stay and all who leave, are found by family, and say the office by name', () =>
    withApi(engine, (test) =>
      withOfficers(test, async ({ office }) => {
        const made = await office.call('POST', '/register-changes', {
          kind: 'other-family',
          left: { personIds: ['person0000'] },
          right: { personIds: ['person0001', 'person0002'] },
          reason: 'pindah bersama',
        })
        expect(made).toMatchObject({
          status: 201,
          body: {
            state: 'in-force',
            organisation: expect.stringContaining('TKPK'),
            left: { name: 'NAMA 0' },
            leftWith: [],
            rightWith: [{ personId: 'person0002', name: 'NAMA 2' }],
            familyIds: ['family0000', 'family0001', 'family0002'],
          },
        })
        const found = await office.call('GET', '/register-changes?familyId=family0002')
        expect(found.body).toMatchObject({ total: 1, changes: [{ changeNo: made.body.changeNo }] })
        expect(await findChangesInForce(test.db, testSecrets)).toMatchObject([
          { left: { row: 2 }, right: { row: 3 }, rightWith: [{ ...list, row: 4 }] },
        ])
        const unknown = await office.call('POST', '/register-changes', {
          kind: 'same-family',
          left: { familyId: 'family0000' },
          right: { personIds: ['person0001', 'person0009'] },
        })
        expect(unknown).toMatchObject({ status: 404, body: { code: 'change-subject-unknown' } })
      }),
    ))

  it('take a value as a list would be read, and refuse what cannot be', () =>
    withApi(engine, (test) =>
      withOfficers(test, async ({ office }) => {
        const value = (field: string, text: string) =>
          office.call('POST', '/register-changes', {
            kind: 'value',
            subject: { familyId: 'family0001' },
            field,
            text,
            reason: 'dilihat di rumah',
          })
        const refused = await value('birthDate', '31 Februari 1990')
        expect(refused).toMatchObject({ status: 422, body: { code: 'change-fields-refused' } })
        const taken = await value('birthDate', '5 Maret 1985')
        expect(taken.body).toMatchObject({ state: 'in-force', field: 'birthDate' })
        expect(await findChangesInForce(test.db, testSecrets)).toMatchObject([
          { kind: 'value', fields: { birthDate: '1985-03-05' }, left: { row: 3 } },
        ])
        const nik = await value('nik', '6271034508900003')
        expect(nik.body.written).toEqual([{ nik: expect.not.stringContaining('0890') }])
      }),
    ))

  it('add a family by hand, first as a draft', () =>
    withApi(engine, (test) =>
      withOfficers(test, async ({ ward, office }) => {
        const rows = [{ name: 'NORLELA', relation: 'kepala keluarga', ward: 'Menteng', rt: '3' }]
        const added = { kind: 'added', rows, isDraft: true }
        const draft = await ward.call('POST', '/register-changes', added)
        expect(draft.body).toMatchObject({ state: 'draft', ward: menteng })
        const path = `/register-changes/${draft.body.changeNo}`
        const checked = await ward.call('POST', '/register-changes/check', {
          rows: [{ nik: '62710345089', name: 'BUDI' }],
        })
        expect(checked.body.findings).toMatchObject([{ field: 'nik', code: 'nik-length' }])
        const empty = await ward.call('POST', '/register-changes', {
          ...added,
          rows: [{ rt: '3' }],
        })
        expect(empty.status).toBe(422)
        expect((await office.call('PATCH', path, { verdict: 'approve' })).body.state).toBe(
          'in-force',
        )
        expect(await findChangesInForce(test.db, testSecrets)).toMatchObject([
          { kind: 'added', rows: [{ name: 'NORLELA', relation: 'head', ward: menteng, rt: 3 }] },
        ])
      }),
    ))
})
