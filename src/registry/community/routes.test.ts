import { describe, expect, it } from 'vitest'
import type { Db } from '#platform/db'
import { type ApiTest, withApi } from '../../../test/api.ts'
import { engines } from '../../../test/database.ts'
import { type Caller, signInAs, signInNamed } from '../../../test/people.ts'

const menteng = '62.71.03.1002'
const langkai = '62.71.01.1003'

/** Two persons of Menteng and one of Langkai, each a family. */
async function fillRegister(db: Db): Promise<void> {
  for (const [no, ward] of [menteng, menteng, langkai].entries()) {
    const ids = { person_id: `person000${no}`, family_id: `family000${no}` }
    const name = `NAMA ${no}`
    await db
      .insertInto('family')
      .values({
        family_id: ids.family_id,
        head_person_id: ids.person_id,
        head_name: name,
        ward,
        district: ward.slice(0, 8),
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
  }
}

const kube = {
  name: 'KUBE Harapan',
  kind: 'kube',
  ward: menteng,
  address: 'Jl. Mawar 3',
  since: '2024-02-01',
}

async function makeGroup(by: Caller, group: object = kube): Promise<string> {
  const made = await by.call('POST', '/groups', group)
  expect(made.status).toBe(201)
  return String(made.body.groupId)
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

interface Told {
  readonly personId: string | null
  readonly changeNo: number
}
const idsOf = (members: readonly Told[]) => members.map(({ personId }) => personId)

describe.each(engines)('groups on %s', (engine) => {
  const withRegister = (work: (test: ApiTest, tkpk: Caller) => Promise<void>) =>
    withApi(engine, async (test) => {
      await fillRegister(test.db)
      await work(test, await signInAs(test, 'secretariat'))
    })

  it('tell who belongs to them on a day, and who did', () =>
    withRegister(async (_test, tkpk) => {
      const groupId = await makeGroup(tkpk)
      const write = (change: object) => tkpk.call('POST', `/groups/${groupId}/changes`, change)
      const chair = { kind: 'joined', personId: 'person0000', role: 'chair', on: '2024-02-01' }
      const joined = await write(chair)
      const [{ changeNo }] = joined.body.members
      await write({ kind: 'joined', personId: 'person0001', role: 'member', on: '2025-01-01' })
      await write({ kind: 'renamed', name: 'KUBE Harapan Baru', on: '2025-06-01' })
      const now = await write({ kind: 'left', changeNo, on: '2026-01-01' })
      expect(now.body.name).toBe('KUBE Harapan Baru')
      expect(idsOf(now.body.members)).toEqual(['person0001'])
      expect(idsOf(now.body.past)).toEqual(['person0000'])

      const then = await tkpk.call('GET', `/groups/${groupId}?on=2024-12-31`)
      expect(then.body.name).toBe('KUBE Harapan')
      expect(idsOf(then.body.members)).toEqual(['person0000'])
      const before = await tkpk.call('GET', `/groups/${groupId}?on=2024-01-31`)
      expect(before.body).toMatchObject({ isThere: false, members: [], past: [] })

      const { body: person } = await tkpk.call('GET', '/persons/person0000')
      expect(person.groups).toEqual([
        expect.objectContaining({ groupId, role: 'chair', from: '2024-02-01', to: '2026-01-01' }),
      ])
    }))

  it('end with a reason, which ends the memberships, and stand again when that is taken back', () =>
    withRegister(async (_test, tkpk) => {
      const groupId = await makeGroup(tkpk)
      const write = (change: object) => tkpk.call('POST', `/groups/${groupId}/changes`, change)
      await write({ kind: 'joined', personId: 'person0000', role: 'chair', on: '2024-03-01' })
      const early = await write({ kind: 'closed', reason: 'bubar', on: '2024-02-15' })
      expect(early.body.code).toBe('group-day-refused')
      const closed = await write({ kind: 'closed', reason: 'bubar', on: '2026-05-01' })
      expect(closed.body).toMatchObject({ closedReason: 'bubar', isThere: false, members: [] })
      expect(closed.body.past).toEqual([expect.objectContaining({ to: '2026-05-01' })])
      const late = await write({ kind: 'renamed', name: 'Lain', on: '2026-06-01' })
      expect(late.body.code).toBe('group-closed')
      expect((await tkpk.call('GET', '/groups')).body.groups).toEqual([])
      expect((await tkpk.call('GET', '/groups?state=closed')).body.total).toBe(1)

      const [{ changeNo }] = closed.body.changes
      const undone = await tkpk.call('DELETE', `/group-changes/${changeNo}`)
      expect(undone.status).toBe(204)
      const again = await tkpk.call('GET', `/groups/${groupId}`)
      expect(again.body).toMatchObject({ closedOn: null, isThere: true })
      expect(again.body.members).toHaveLength(1)
      expect(again.body.changes[0]).toMatchObject({ kind: 'closed', undoneAt: expect.anything() })
      expect((await tkpk.call('GET', '/groups')).body.groups).toEqual([
        expect.objectContaining({ groupId, memberCount: 1 }),
      ])
    }))

  it('take nobody in twice at one time, and take back only what nothing rests on', () =>
    withRegister(async (test, tkpk) => {
      const groupId = await makeGroup(tkpk)
      const write = (change: object) => tkpk.call('POST', `/groups/${groupId}/changes`, change)
      const undo = (changeNo: number) => tkpk.call('DELETE', `/group-changes/${changeNo}`)
      const join = { kind: 'joined', personId: 'person0000', role: 'member' }
      const first = await write({ ...join, on: '2024-03-01' })
      const [{ changeNo }] = first.body.members
      expect((await write({ ...join, on: '2025-03-01' })).body.code).toBe('group-member-twice')
      const left = await write({ kind: 'left', changeNo, on: '2025-01-01' })
      expect((await write({ kind: 'left', changeNo, on: '2025-01-01' })).status).toBe(404)
      expect((await write({ ...join, role: 'chair', on: '2025-03-01' })).status).toBe(201)
      expect((await undo(changeNo)).body.code).toBe('group-change-rested-on')
      expect((await undo(left.body.changes[0].changeNo)).body.code).toBe('group-member-twice')
      const created = first.body.changes.at(-1)
      expect(created.kind).toBe('created')
      expect((await undo(created.changeNo)).body.code).toBe('group-change-rested-on')
      expect((await undo(999_999)).body.code).toBe('group-change-not-found')

      for (const { changeNo: no, undoneAt } of (await tkpk.call('GET', `/groups/${groupId}`)).body
        .changes) {
        if (undoneAt === null) expect((await undo(no)).status).toBe(204)
      }
      expect((await tkpk.call('GET', `/groups/${groupId}`)).body.code).toBe('group-not-found')
      const deeds = await test.db
        .selectFrom('audit_event')
        .select('action')
        .where('action', 'like', '%group%')
        .orderBy('event_id')
        .execute()
      expect(new Set(deeds.map(({ action }) => action))).toEqual(
        new Set(['create-group', 'change-group', 'read-group', 'undo-group-change']),
      )
    }))

  it('refuse days that cannot be', () =>
    withRegister(async (_test, tkpk) => {
      const codeOf = (answer: { readonly body: { readonly code?: unknown } }) => answer.body.code
      const future = await tkpk.call('POST', '/groups', { ...kube, since: '2026-07-02' })
      expect(codeOf(future)).toBe('group-day-refused')
      const groupId = await makeGroup(tkpk)
      const write = (change: object) => tkpk.call('POST', `/groups/${groupId}/changes`, change)
      const join = { kind: 'joined', personId: 'person0000', role: 'member' }
      expect(codeOf(await write({ ...join, on: '2024-01-31' }))).toBe('group-day-refused')
      expect(codeOf(await write({ ...join, on: '2026-07-02' }))).toBe('group-day-refused')
      const joined = await write({ ...join, on: '2024-02-01' })
      const [{ changeNo }] = joined.body.members
      const same = await write({ kind: 'left', changeNo, on: '2024-02-01' })
      expect(codeOf(same)).toBe('group-day-refused')
      const elsewhere = await tkpk.call('POST', '/groups', { ...kube, ward: '62.01.01.1001' })
      expect(codeOf(elsewhere)).toBe('group-ward-refused')
    }))

  it('are seen and changed where they are at home; with a member elsewhere they are seen', () =>
    withRegister(async (test, tkpk) => {
      const admin = await signInAs(test, 'administrator')
      const home = await addWardOfficer(admin, test, 'lina', menteng)
      const other = await addWardOfficer(admin, test, 'budi', langkai)
      const groupId = await makeGroup(home)
      const write = (by: Caller, change: object) =>
        by.call('POST', `/groups/${groupId}/changes`, change)
      expect((await other.call('POST', '/groups', kube)).body.code).toBe('group-ward-refused')
      expect((await other.call('GET', `/groups/${groupId}`)).status).toBe(404)
      expect((await other.call('GET', '/groups')).body.total).toBe(0)
      const unseen = { kind: 'joined', personId: 'person0002', role: 'member', on: '2024-03-01' }
      expect((await write(home, unseen)).body.code).toBe('person-not-found')

      await write(tkpk, unseen)
      await write(home, { ...unseen, personId: 'person0000' })
      const seen = await other.call('GET', `/groups/${groupId}`)
      expect(idsOf(seen.body.members)).toEqual(['person0002'])
      expect(idsOf((await home.call('GET', `/groups/${groupId}`)).body.members)).toEqual([
        'person0000',
      ])
      const renamed = await write(other, { kind: 'renamed', name: 'Lain', on: '2024-03-01' })
      expect(renamed.body.code).toBe('not-permitted')
    }))

  it('are taken back by who wrote them, or by who decides changes', () =>
    withRegister(async (test, tkpk) => {
      const admin = await signInAs(test, 'administrator')
      const lina = await addWardOfficer(admin, test, 'lina', menteng)
      const budi = await addWardOfficer(admin, test, 'budi', menteng)
      const groupId = await makeGroup(lina)
      const rename = async (name: string) => {
        const change = { kind: 'renamed', name, on: '2024-03-01' }
        const { body } = await lina.call('POST', `/groups/${groupId}/changes`, change)
        expect(body.changes[0]).toMatchObject({ kind: 'renamed', name, isOwn: true })
        return `/group-changes/${body.changes[0].changeNo}`
      }
      const first = await rename('KUBE Satu')
      const seen = await budi.call('GET', `/groups/${groupId}`)
      expect(seen.body.changes[0]).toMatchObject({ name: 'KUBE Satu', isOwn: false })
      const refusal = await budi.call('DELETE', first)
      expect(refusal).toMatchObject({ status: 403, body: { code: 'group-change-of-others' } })
      expect((await lina.call('GET', `/groups/${groupId}`)).body.name).toBe('KUBE Satu')
      expect((await lina.call('DELETE', first)).status).toBe(204)
      expect((await tkpk.call('DELETE', await rename('KUBE Dua'))).status).toBe(204)
      expect((await lina.call('GET', `/groups/${groupId}`)).body.name).toBe('KUBE Harapan')
    }))

  it('keep a member whose record was joined with another', () =>
    withRegister(async (test, tkpk) => {
      const groupId = await makeGroup(tkpk)
      await tkpk.call('POST', `/groups/${groupId}/changes`, {
        kind: 'joined',
        personId: 'person0000',
        role: 'chair',
        on: '2024-03-01',
      })
      await test.db
        .insertInto('subject_alias')
        .values({
          kind: 'person',
          subject_id: 'person0000',
          present_id: 'person0001',
          rows: '[]',
          recorded_from: '2026-06-01T00:00:00Z',
          recorded_to: null,
        })
        .execute()
      await test.db.deleteFrom('person').where('person_id', '=', 'person0000').execute()
      const { body } = await tkpk.call('GET', `/groups/${groupId}`)
      expect(body.members).toEqual([
        expect.objectContaining({ personId: 'person0001', name: 'NAMA 1', role: 'chair' }),
      ])
      const { body: person } = await tkpk.call('GET', '/persons/person0000')
      expect(person).toMatchObject({ personId: 'person0001', mergedInto: 'person0001' })
      expect(person.groups).toHaveLength(1)
    }))
})

describe('a person', () => {
  it('is told with what Dukcapil said, and never with what nobody answered', () =>
    withApi('PGlite', async (test) => {
      await fillRegister(test.db)
      const tkpk = await signInAs(test, 'secretariat')
      const before = await tkpk.call('GET', '/persons/person0000')
      expect(before.body).toMatchObject({
        name: 'NAMA 0',
        wardName: 'Menteng',
        dukcapil: { state: 'belum_dicek', at: null, isConnected: false, canBeAsked: false },
        groups: [],
      })
      expect((await tkpk.call('GET', '/persons/aaaaaaaaaa')).body.code).toBe('person-not-found')
    }))
})
