import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Db } from '#platform/db'
import { type ApiTest, testSecrets, withApi } from '../../../test/api.ts'
import { engines } from '../../../test/database.ts'
import { type Caller, signInAs, signInNamed } from '../../../test/people.ts'
import { findChangesInForce } from '../change-store.ts'

const menteng = '62.71.03.1002'
const list = { file: 'daftar.xlsx', sheet: 'A' }
const at = (row: number) => ({ ...list, row })
const pair = { left: at(2), right: at(3) }

/** Four families of a person each in one ward, and two doubtful pairs of them. */
async function fillRegister(db: Db): Promise<void> {
  const sheet = { ...list, sheet_no: 0, kind: 'aid', title: '', provider: null, programme: null }
  await db
    .insertInto('list_sheet')
    .values({ ...sheet, detail: {} })
    .execute()
  for (const no of [0, 1, 2, 3]) {
    const ids = { person_id: `person000${no}`, family_id: `family000${no}` }
    const place = { ward: menteng, district: menteng.slice(0, 8), address: null }
    await db
      .insertInto('family')
      .values({
        ...place,
        family_id: ids.family_id,
        head_person_id: ids.person_id,
        head_name: `NAMA ${no}`,
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
  for (const [pairNo, left, right] of [
    [0, 0, 1],
    [1, 2, 3],
  ] as const) {
    await db
      .insertInto('review_pair')
      .values({
        pair_no: pairNo,
        left_row_no: left,
        right_row_no: right,
        left_person_id: `person000${left}`,
        right_person_id: `person000${right}`,
        weight_bits: 2,
        probability: 0.8,
        evidence: JSON.stringify([{ comparison: 'name', level: 'all words', weightBits: 2 }]),
      })
      .execute()
  }
}

type Role = 'secretariat' | 'district-officer'

async function addReviewer(admin: Caller, test: ApiTest, userName: string, role: Role) {
  const { body } = await admin.call('POST', '/accounts', {
    userName,
    displayName: userName,
    organisationId: 'tkpk',
  })
  await admin.call('POST', `/accounts/${body.account.accountId}/grants`, {
    role,
    regions: role === 'secretariat' ? null : [menteng.slice(0, 8)],
    isOwnOrganisation: false,
    purpose: 'verification',
    dataClasses: ['general', 'family', 'health', 'disability', 'children', 'finances'],
  })
  return signInNamed(test, userName, String(body.firstPassword))
}

interface Reviewers {
  readonly test: ApiTest
  readonly first: Caller
  readonly second: Caller
  readonly third: Caller
  /** Proposes and does not decide. */
  readonly district: Caller
}

async function withReviewers(
  engine: (typeof engines)[number],
  work: (reviewers: Reviewers) => Promise<void>,
  secondShare = 1,
): Promise<void> {
  await withApi(
    engine,
    async (test) => {
      await fillRegister(test.db)
      const admin = await signInAs(test, 'administrator')
      const second = await addReviewer(admin, test, 'kedua', 'secretariat')
      const third = await addReviewer(admin, test, 'ketiga', 'secretariat')
      const district = await addReviewer(admin, test, 'camat', 'district-officer')
      const first = await signInAs(test, 'secretariat')
      await work({ test, first, second, third, district })
    },
    { secondShare },
  )
}

const judge = (who: Caller, answer: 'same-person' | 'other-person', about: object = pair) =>
  who.call('POST', '/pair-judgements', { ...about, answer })
const withdraw = (who: Caller, judgementNo: unknown) =>
  who.call('PATCH', `/pair-judgements/${judgementNo}`, { isWithdrawn: true })
const looksOf = async (who: Caller) => {
  const { body } = await who.call('GET', '/pairs')
  return body.pairs.map(({ look, left }: { look: string; left: { row: number } }) => [
    look,
    left.row,
  ])
}

/** As the register stands once it was made with the first answer. */
async function joinPersons(db: Db): Promise<void> {
  await sql`delete from review_pair where pair_no = 0`.execute(db)
  await sql`update import_row set person_id = 'person0000', family_id = 'family0000' where row_no = 1`.execute(
    db,
  )
}

describe.each(engines)('judging pairs on %s', (engine) => {
  it('leaves the queue with the first answer, which comes blind to another reviewer', () =>
    withReviewers(engine, async ({ test, first, second }) => {
      expect(await looksOf(first)).toEqual([
        ['first', 2],
        ['first', 4],
      ])
      const made = await judge(first, 'same-person')
      expect(made).toMatchObject({
        status: 201,
        body: { look: 'first', answer: 'same-person', changeState: 'in-force', isWithdrawn: false },
      })
      expect(await findChangesInForce(test.db, testSecrets)).toMatchObject([
        { kind: 'same-person', left: { row: 2 }, right: { row: 3 } },
      ])
      await joinPersons(test.db)
      expect(await looksOf(first)).toEqual([['first', 4]])
      expect((await judge(first, 'other-person')).body.code).toBe('pair-not-waiting')

      const { body } = await second.call('GET', '/pairs')
      expect(body).toMatchObject({
        total: 2,
        pairs: [{ look: 'second', percentSame: 80 }, { look: 'first' }],
      })
      // Neither the answer nor who made it, nor that both are one person by now.
      const [looked] = body.pairs
      expect(looked).toMatchObject({ answers: [], left: { personId: null, familyId: null } })
      expect(JSON.stringify(looked)).not.toMatch(/same-person|other-person|person000|family000/)
      expect(looked.evidence).toEqual([{ comparison: 'name', level: 'all words', weightBits: 2 }])
    }))

  it('changes nothing where both agree, and opens the pair to a third where they do not', () =>
    withReviewers(engine, async ({ test, first, second, third, district }) => {
      await judge(first, 'same-person')
      await judge(first, 'other-person', { left: at(4), right: at(5) })
      const agreed = await judge(second, 'other-person', { left: at(5), right: at(4) })
      expect(agreed.body).toMatchObject({ look: 'second', changeState: null })
      const differing = await judge(second, 'other-person')
      expect(differing.body).toMatchObject({ look: 'second', changeState: null })
      const inForce = async () =>
        (await findChangesInForce(test.db, testSecrets)).map(({ kind }) => kind)
      expect(await inForce()).toEqual(['same-person', 'other-person'])

      expect(await looksOf(first)).toEqual([])
      expect(await looksOf(second)).toEqual([])
      expect(await looksOf(district)).toEqual([])
      const { body } = await third.call('GET', '/pairs')
      expect(body.pairs).toMatchObject([
        { look: 'third', answers: [{ answer: 'same-person' }, { answer: 'other-person' }] },
      ])
      expect((await district.call('GET', '/pair-agreement')).body).toMatchObject({
        pairs: 2,
        agreed: 1,
        open: 1,
        settled: 0,
        waiting: 0,
      })
      expect((await judge(district, 'same-person')).body.code).toBe('pair-not-waiting')

      const settled = await judge(third, 'other-person')
      expect(settled.body).toMatchObject({ look: 'third', changeState: 'in-force' })
      expect(await inForce()).toEqual(['same-person', 'other-person', 'other-person'])
      expect(await looksOf(third)).toEqual([])
      // Taken back, the first stands as before, and the pair is open again.
      expect((await withdraw(third, settled.body.judgementNo)).body.isWithdrawn).toBe(true)
      expect(await inForce()).toEqual(['same-person', 'other-person'])
      expect(await looksOf(third)).toEqual([['third', 2]])
      // Who agrees with the first leaves its decision as it is.
      expect((await judge(third, 'same-person')).body.changeState).toBeNull()
      expect((await third.call('GET', '/pair-agreement')).body).toEqual({
        pairs: 2,
        agreed: 1,
        share: { value: 0.5, from: 0.095, to: 0.905 },
        kappa: null,
        waiting: 0,
        open: 0,
        settled: 1,
      })
    }))

  it('are taken back one by one, the latest first, by who gave them', () =>
    withReviewers(engine, async ({ test, first, second }) => {
      const { body: one } = await judge(first, 'same-person')
      const { body: two } = await judge(second, 'same-person')
      expect((await withdraw(second, one.judgementNo)).status).toBe(404)
      expect((await withdraw(first, one.judgementNo)).body.code).toBe('pair-judgement-followed')
      expect((await first.call('GET', '/pairs')).body.done).toEqual({
        judged: 1,
        same: 1,
        latest: [],
      })
      expect((await second.call('GET', '/pairs')).body.done.latest).toEqual([two.judgementNo])
      await withdraw(second, two.judgementNo)
      expect(await looksOf(second)).toEqual([
        ['second', 2],
        ['first', 4],
      ])
      await withdraw(first, one.judgementNo)
      expect(await findChangesInForce(test.db, testSecrets)).toEqual([])
      expect(await looksOf(first)).toEqual([
        ['first', 2],
        ['first', 4],
      ])
      const { rows } = await sql<{ action: string; count: number }>`
        select action, count(*)::integer as count from audit_event
        where action in ('judge-pair', 'withdraw-judgement') group by action order by action`.execute(
        test.db,
      )
      // Two answers and two taken back, each about two persons.
      expect(rows).toEqual([
        { action: 'judge-pair', count: 4 },
        { action: 'withdraw-judgement', count: 4 },
      ])
    }))

  it('end with the decision that they made, whoever takes it back', () =>
    withReviewers(engine, async ({ first, second, district }) => {
      const { body: made } = await judge(district, 'same-person')
      expect(made.changeState).toBe('proposed')
      await judge(second, 'other-person')
      const { body } = await first.call('GET', '/register-changes?state=proposed')
      const path = `/register-changes/${body.changes[0].changeNo}`
      expect((await first.call('PATCH', path, { verdict: 'refuse' })).status).toBe(200)
      expect(await looksOf(second)).toEqual([
        ['first', 2],
        ['first', 4],
      ])
      expect((await first.call('GET', '/pair-agreement')).body.pairs).toBe(0)
    }))

  it('come back to nobody where no share of them is to be looked at twice', () =>
    withReviewers(
      engine,
      async ({ first, second }) => {
        await judge(first, 'same-person')
        expect(await looksOf(second)).toEqual([['first', 4]])
        expect((await judge(second, 'same-person')).body.code).toBe('pair-not-waiting')
      },
      0,
    ))

  it('are about rows that wait, of which there are two', () =>
    withReviewers(engine, async ({ first }) => {
      const alone = await judge(first, 'same-person', { left: at(2), right: at(2) })
      expect(alone).toMatchObject({ status: 409, body: { code: 'pair-not-waiting' } })
      const notDoubtful = await judge(first, 'same-person', { left: at(2), right: at(5) })
      expect(notDoubtful).toMatchObject({ status: 409, body: { code: 'pair-not-waiting' } })
      const unknown = await judge(first, 'same-person', { left: at(2), right: at(99) })
      expect(unknown).toMatchObject({ status: 404, body: { code: 'change-subject-unknown' } })
    }))
})
