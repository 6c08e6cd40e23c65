import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Db } from '#platform/db'
import { type ApiTest, withApi } from '../../../test/api.ts'
import { engines } from '../../../test/database.ts'
import { bySystem, recordEvent, recordReads } from './record-event.ts'
import { AuditPage, UnusualPage } from './schema.ts'
import { sealEvents } from './seal-events.ts'
import { unusualLimits } from './unusual-limits.ts'

const family = 'famaaaaaaa'
const mother = 'peraaaaaaa'
const child = 'perbbbbbbb'
const other = 'famzzzzzzz'

const search = (test: ApiTest, headers: object, payload: object = {}) =>
  test.api.inject({ method: 'POST', url: '/api/v1/audit/search', headers: { ...headers }, payload })
const unusual = async (test: ApiTest, headers: object) => {
  while ((await sealEvents(test.db)) > 0) {}
  const answer = await test.api.inject({ url: '/api/v1/audit/unusual', headers: { ...headers } })
  return UnusualPage.parse(answer.json()).patterns
}

/** Signs in under a role; the first account holds no other afterwards. */
async function signInAs(test: ApiTest, role: string) {
  await sql`delete from role_grant where role = 'administrator'`.execute(test.db)
  await sql`update role_grant set role = ${role}`.execute(test.db)
  return test.signIn()
}

async function addFamilies(db: Db): Promise<void> {
  await sql`
    insert into family (family_id, ward, list_count, member_count, detail)
    values (${family}, '62.71.03.1001', 1, 2, '{}'), (${other}, '62.71.01.1001', 1, 1, '{}')`.execute(
    db,
  )
  await sql`
    insert into person (person_id, family_id, status, detail)
    values (${mother}, ${family}, 'active', '{}'), (${child}, ${family}, 'active', '{}')`.execute(
    db,
  )
}

async function addOfficer(db: Db, accountId: string, personId: string | null = null) {
  await sql`
    insert into account (account_id, organisation_id, user_name, display_name, password_hash, person_id)
    values (${accountId}, 'tkpk', ${accountId}, ${`Petugas ${accountId}`}, '-', ${personId})`.execute(
    db,
  )
}

/** Looks of an account at that many made-up families, at a moment of the days before the test's. */
async function addLooks(
  db: Db,
  accountId: string,
  at: string,
  subjects: number | readonly string[],
  action = 'read',
): Promise<void> {
  const ids =
    typeof subjects === 'number' ? Array.from({ length: subjects }, (_, no) => `f${no}`) : subjects
  await sql`
    insert into audit_event (account_id, action, subject_kind, subject_id, at)
    select ${accountId}, ${action}, 'family', id, ${at}::timestamp at time zone ${
      Intl.DateTimeFormat().resolvedOptions().timeZone
    } from unnest(${ids}::text[]) as s (id)`.execute(db)
}

describe.each(engines)('searching the trail on %s', (engine) => {
  it('tells a person who looked at them or their family, when, as what and why', () =>
    withApi(engine, async (test) => {
      const headers = await signInAs(test, 'auditor')
      await addFamilies(test.db)
      await addOfficer(test.db, 'rina')
      const look = {
        accountId: 'rina',
        organisationId: 'tkpk',
        role: 'ward-officer',
        purpose: 'service',
        requestId: 'r1',
        fields: ['family'],
        reason: 'kunjungan',
      }
      const reads = [
        ['family', [family, other]],
        ['person', [child]],
      ] as const
      for (const [subjectKind, subjectIds] of reads) {
        await recordReads(test.db, { ...look, action: 'read', subjectKind, subjectIds })
      }
      await sealEvents(test.db)

      const ofMother = AuditPage.parse((await search(test, headers, { subjectId: mother })).json())
      expect(ofMother.lines).toMatchObject([
        {
          userName: 'rina',
          actorName: 'Petugas rina',
          organisationName: 'Sekretariat TKPK',
          role: 'ward-officer',
          purpose: 'service',
          reason: 'kunjungan',
          subjectKind: 'family',
          subjectId: family,
          fields: ['family'],
          seq: expect.any(Number),
        },
      ])
      const ofFamily = AuditPage.parse((await search(test, headers, { subjectId: family })).json())
      // The auditor's own look at the mother's trail is the newest.
      expect(ofFamily.lines.map(({ subjectId }) => subjectId)).toEqual([mother, child, family])
    }))

  it('is itself in the trail, under the person it asked about', () =>
    withApi(engine, async (test) => {
      const headers = await signInAs(test, 'auditor')
      await search(test, headers, { subjectId: family, from: '2026-06-01' })
      const { lines } = AuditPage.parse((await search(test, headers, { subjectId: family })).json())
      expect(lines).toMatchObject([
        {
          userName: 'sekretariat',
          role: 'auditor',
          action: 'read-audit',
          subjectKind: 'audit',
          subjectId: family,
          detail: { from: '2026-06-01', events: 0 },
        },
      ])
    }))

  it('finds by actor, action and period, and pages through all of them once', () =>
    withApi(engine, async (test) => {
      const headers = await signInAs(test, 'data-protection-officer')
      await addOfficer(test.db, 'rina')
      await addLooks(test.db, 'rina', '2026-06-10 09:00', 120)
      await addLooks(test.db, 'rina', '2026-06-11 00:00', 1)
      await addLooks(test.db, 'rina', '2026-06-10 23:59', 1, 'export')
      await addLooks(test.db, 'budi', '2026-06-10 09:00', 3)

      const day = { from: '2026-06-10', to: '2026-06-10' }
      const seen = new Set<number>()
      let cursor: string | null = null
      do {
        const filter = { actor: 'Rina', action: 'read', ...day, ...(cursor ? { cursor } : {}) }
        const page = AuditPage.parse((await search(test, headers, filter)).json())
        for (const { eventId } of page.lines) seen.add(eventId)
        cursor = page.nextCursor
      } while (cursor !== null)
      expect(seen.size).toBe(120)
      await recordEvent(test.db, {
        ...bySystem,
        action: 'sign-in-refused',
        subjectKind: 'account',
        subjectId: 'rina',
      })
      const tried = await search(test, headers, { actor: 'rina', action: 'sign-in-refused' })
      expect(AuditPage.parse(tried.json()).lines).toHaveLength(1)
      const exports = await search(test, headers, { action: 'export' })
      expect(AuditPage.parse(exports.json()).lines).toHaveLength(1)
    }))

  it('refuses filters that it does not know, a NIK among them', () =>
    withApi(engine, async (test) => {
      const headers = await signInAs(test, 'auditor')
      for (const filter of [
        { who: 'x' },
        { subjectId: '6271034502890001' },
        { from: '2026-02-30' },
        { cursor: 'x' },
      ]) {
        expect((await search(test, headers, filter)).statusCode).toBe(400)
      }
    }))

  it.each(['secretariat', 'administrator', 'ward-officer', 'partner', 'citizen'])(
    'is closed to the role %s, and the attempt is in the trail',
    (role) =>
      withApi(engine, async (test) => {
        const headers = await signInAs(test, role)
        for (const url of ['unusual', 'anchors']) {
          const answer = await test.api.inject({ url: `/api/v1/audit/${url}`, headers })
          expect(answer.statusCode).toBe(403)
        }
        expect((await search(test, headers)).json()).toMatchObject({ code: 'not-permitted' })
        const events = await test.db
          .selectFrom('audit_event')
          .select(['role', 'detail'])
          .where('action', '=', 'refused')
          .orderBy('event_id')
          .execute()
        expect(events).toHaveLength(3)
        expect(events[2]).toEqual({
          role,
          detail: {
            status: 403,
            asked: 'read-audit',
            method: 'POST',
            route: '/api/v1/audit/search',
          },
        })
      }),
  )

  it('is closed without a session', () =>
    withApi(engine, async (test) => {
      expect((await search(test, {})).statusCode).toBe(401)
    }))
})

describe.each(engines)('unusual looks on %s', (engine) => {
  const kindsOf = async (test: ApiTest, headers: object) =>
    (await unusual(test, headers)).map(({ kind, userName }) => `${kind} ${userName}`)

  it('are none in an ordinary week', () =>
    withApi(engine, async (test) => {
      const headers = await signInAs(test, 'auditor')
      await addOfficer(test.db, 'rina')
      for (let hour = 8; hour < 16; hour++) {
        await addLooks(test.db, 'rina', `2026-06-10 ${hour}:30`, 40)
        await addLooks(test.db, 'rina', `2026-06-10 ${hour}:45`, 300, 'search')
      }
      expect(await unusual(test, headers)).toEqual([])
    }))

  it('are many more than the person looks at in half of the own hours', () =>
    withApi(engine, async (test) => {
      const headers = await signInAs(test, 'auditor')
      const many = unusualLimits.openedAnHour
      for (const [accountId, usual] of [
        ['calm', 20],
        ['busy', many],
      ] as const) {
        await addOfficer(test.db, accountId)
        for (let hour = 10; hour < 16; hour++) {
          await addLooks(test.db, accountId, `2026-06-09 ${hour}:10`, usual)
        }
        await addLooks(test.db, accountId, '2026-06-10 09:10', many)
      }
      await addOfficer(test.db, 'first-day')
      await addLooks(test.db, 'first-day', '2026-06-10 09:20', many)
      await addOfficer(test.db, 'leafing')
      await addLooks(test.db, 'leafing', '2026-06-10 09:30', unusualLimits.listedAnHour, 'search')

      expect(await unusual(test, headers)).toMatchObject([
        { kind: 'many-listed', userName: 'leafing', subjects: unusualLimits.listedAnHour },
        { kind: 'many-opened', userName: 'first-day', subjects: many, usual: null },
        { kind: 'many-opened', userName: 'calm', subjects: many, usual: 20 },
      ])
    }))

  it('are those at the own family', () =>
    withApi(engine, async (test) => {
      const headers = await signInAs(test, 'auditor')
      await addFamilies(test.db)
      await addOfficer(test.db, 'mother', mother)
      await addOfficer(test.db, 'stranger')
      for (const accountId of ['mother', 'stranger']) {
        await addLooks(test.db, accountId, '2026-06-10 09:00', [family])
      }
      await addLooks(test.db, 'mother', '2026-06-10 10:00', [other])
      expect(await kindsOf(test, headers)).toEqual(['own-family mother'])
    }))

  it('are those at night, counted to the evening on which it began', () =>
    withApi(engine, async (test) => {
      const headers = await signInAs(test, 'auditor')
      for (const accountId of ['owl', 'early']) await addOfficer(test.db, accountId)
      await addLooks(test.db, 'owl', '2026-06-10 23:00', ['a', 'b', 'c'])
      await addLooks(test.db, 'owl', '2026-06-11 04:59', ['d', 'e'])
      await addLooks(test.db, 'early', '2026-06-11 05:00', 20)
      await addLooks(test.db, 'early', '2026-06-11 21:59', 20)
      expect(await unusual(test, headers)).toMatchObject([
        { kind: 'at-night', userName: 'owl', subjects: 5 },
      ])
    }))

  it('are repeated attempts at families outside the territory, not mistyped keys', () =>
    withApi(engine, async (test) => {
      const headers = await signInAs(test, 'auditor')
      await addFamilies(test.db)
      for (const accountId of ['prying', 'mistyping']) await addOfficer(test.db, accountId)
      await addLooks(test.db, 'prying', '2026-06-10 09:00', [family, other, mother], 'refused')
      await addLooks(test.db, 'mistyping', '2026-06-10 09:00', ['x', 'y', 'z'], 'refused')
      expect(await kindsOf(test, headers)).toEqual(['out-of-territory prying'])
    }))

  it('are left out before the days asked for', () =>
    withApi(engine, async (test) => {
      const headers = await signInAs(test, 'auditor')
      await addOfficer(test.db, 'owl')
      await addLooks(test.db, 'owl', '2026-05-01 23:00', 20)
      expect(await unusual(test, headers)).toEqual([])
    }))
})

describe.each(engines)('looks on %s', (engine) => {
  it('at a family are events of the same request, with role, purpose and classes', () =>
    withApi(engine, async (test) => {
      const headers = await signInAs(test, 'ward-officer')
      await addFamilies(test.db)
      await sql`update role_grant set data_classes = '{general,family}'`.execute(test.db)
      const answer = await test.api.inject({ url: `/api/v1/families/${family}`, headers })
      expect(answer.statusCode).toBe(200)
      const events = await test.db
        .selectFrom('audit_event')
        .selectAll()
        .where('subject_id', '=', family)
        .execute()
      expect(events).toMatchObject([
        {
          organisation_id: 'tkpk',
          role: 'ward-officer',
          action: 'read',
          purpose: 'coordination',
          subject_kind: 'family',
          fields: ['general', 'family'],
          request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        },
      ])
    }))
})

describe.each(engines)('refusals on %s', (engine) => {
  it('of a family outside the territory name the family that was asked for', () =>
    withApi(engine, async (test) => {
      const headers = await signInAs(test, 'ward-officer')
      await addFamilies(test.db)
      await sql`update role_grant set regions = '{62.71.03.1001}'`.execute(test.db)
      const answer = await test.api.inject({ url: `/api/v1/families/${other}`, headers })
      expect(answer.statusCode).toBe(404)
      const events = await test.db
        .selectFrom('audit_event')
        .select(['action', 'subject_kind', 'subject_id', 'detail'])
        .where('action', '=', 'refused')
        .execute()
      expect(events).toMatchObject([
        { action: 'refused', subject_kind: 'family', subject_id: other, detail: { status: 404 } },
      ])
      expect(z.object({ code: z.string() }).parse(answer.json()).code).toBe('family-not-found')
    }))
})
