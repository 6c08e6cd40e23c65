import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Db } from '#platform/db'
import { type ApiTest, withApi } from '../../../test/api.ts'
import { engines } from '../../../test/database.ts'
import { type Caller, signInAs, signInNamed } from '../../../test/people.ts'

const menteng = '62.71.03.1002'
const langkai = '62.71.01.1003'
const list = { file: 'daftar.xlsx', sheet: 'A' }
const pair = { left: { ...list, row: 2 }, right: { ...list, row: 3 } }

/** Two families of a person each in one ward. */
async function fillRegister(db: Db): Promise<void> {
  const sheet = { ...list, sheet_no: 0, kind: 'aid', title: '', provider: null, programme: null }
  await db
    .insertInto('list_sheet')
    .values({ ...sheet, detail: {} })
    .execute()
  for (const no of [0, 1]) {
    const ids = { person_id: `person000${no}`, family_id: `family000${no}` }
    const name = no === 0 ? 'SITI NORLELA' : 'NORLELA'
    await db
      .insertInto('family')
      .values({
        family_id: ids.family_id,
        head_person_id: ids.person_id,
        head_name: name,
        ward: menteng,
        district: menteng.slice(0, 8),
        address: null,
        list_count: 1,
        member_count: 1,
        detail: {},
      })
      .execute()
    await db
      .insertInto('person')
      .values({ ...ids, name, status: 'active', birth_year: 1980, detail: {} })
      .execute()
    await db
      .insertInto('import_row')
      .values({
        ...ids,
        row_no: no,
        sheet_no: 0,
        row: no + 2,
        fields: { name, ward: menteng, address: 'Jl. Mawar 3', motherName: 'MASRANI' },
      })
      .execute()
  }
}

async function addWardOfficer(admin: Caller, test: ApiTest, userName: string, region: string) {
  const { body } = await admin.call('POST', '/accounts', {
    userName,
    displayName: userName,
    organisationId: 'tkpk',
  })
  await admin.call('POST', `/accounts/${body.account.accountId}/grants`, {
    role: 'ward-officer',
    regions: [region],
    isOwnOrganisation: false,
    purpose: 'verification',
    dataClasses: ['general', 'family', 'health', 'disability', 'children', 'finances'],
  })
  return signInNamed(test, userName, String(body.firstPassword))
}

describe.each(engines)('questions about pairs on %s', (engine) => {
  it('go once to the ward, which tells what it knows, and come back to who judges', () =>
    withApi(engine, async (test) => {
      await fillRegister(test.db)
      await test.db
        .insertInto('review_pair')
        .values({
          pair_no: 1,
          left_row_no: 0,
          right_row_no: 1,
          left_person_id: 'person0000',
          right_person_id: 'person0001',
          weight_bits: 3,
          probability: 0.5,
          evidence: JSON.stringify([]),
        })
        .execute()
      const admin = await signInAs(test, 'administrator')
      const ward = await addWardOfficer(admin, test, 'lurah', menteng)
      const elsewhere = await addWardOfficer(admin, test, 'lurah2', langkai)
      const office = await signInAs(test, 'secretariat')

      const asked = await office.call('POST', '/pair-questions', pair)
      expect(asked).toMatchObject({ status: 201, body: { answer: null } })
      const again = await office.call('POST', '/pair-questions', pair)
      expect(again).toMatchObject({ status: 409, body: { code: 'pair-question-open' } })
      const swapped = await office.call('POST', '/pair-questions', {
        left: pair.right,
        right: pair.left,
      })
      expect(swapped).toMatchObject({ status: 409, body: { code: 'pair-question-open' } })
      const alone = { left: pair.left, right: pair.left }
      expect((await office.call('POST', '/pair-questions', alone)).status).toBe(404)

      const { body } = await ward.call('GET', '/pair-questions')
      expect(body.questions).toEqual([
        {
          questionNo: asked.body.questionNo,
          left: { name: 'SITI NORLELA', place: 'Jl. Mawar 3, Menteng' },
          right: { name: 'NORLELA', place: 'Jl. Mawar 3, Menteng' },
          organisation: expect.any(String),
          askedAt: expect.any(String),
          answer: null,
          answeredAt: null,
        },
      ])
      expect((await elsewhere.call('GET', '/pair-questions')).body.questions).toEqual([])
      const path = `/pair-questions/${asked.body.questionNo}/answer`
      expect((await elsewhere.call('PUT', path, { answer: 'yes' })).status).toBe(404)
      expect((await office.call('PUT', path, { answer: 'yes' })).status).toBe(403)
      expect((await ward.call('POST', '/pair-questions', pair)).status).toBe(403)
      expect((await ward.call('PUT', path, { answer: 'yes' })).body.answer).toBe('yes')
      expect((await ward.call('PUT', path, { answer: 'no' })).body.code).toBe(
        'pair-question-answered',
      )
      expect((await ward.call('GET', '/pair-questions')).body.questions).toEqual([])
      const { body: pairs } = await office.call('GET', '/pairs')
      expect(pairs.pairs).toMatchObject([{ question: { answer: 'yes' } }])
      const { rows: trail } = await sql<{ action: string; subjects: string[] }>`
        select action, array_agg(distinct subject_id order by subject_id) as subjects
        from audit_event where action like '%pair-question%' or action = 'ask-about-pair'
        group by action order by action`.execute(test.db)
      const subjects = ['person0000', 'person0001']
      expect(trail).toEqual(
        ['answer-pair-question', 'ask-about-pair', 'read-pair-questions'].map((action) => ({
          action,
          subjects,
        })),
      )
      // Once it is answered the ward may be asked anew.
      expect((await office.call('POST', '/pair-questions', pair)).status).toBe(201)
    }))
})
