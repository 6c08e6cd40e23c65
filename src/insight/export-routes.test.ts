import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createFirstAccount } from '#access'
import type { Db } from '#platform/db'
import { openStore } from '#platform/open-store'
import { systemRandom } from '#platform/random'
import { type ApiTest, buildApi, testSecrets, withApi } from '../../test/api.ts'
import { copyDatabase, engines } from '../../test/database.ts'

const url = '/api/v1/families/export.csv'
const nik = '6271034509870003'

/** A family with a head who has a NIK. */
async function addFamily(db: Db, familyId: string, line: object = {}): Promise<void> {
  await db
    .insertInto('family')
    .values({
      family_id: familyId,
      head_person_id: `p-${familyId}`,
      ward: '62.71.03.1002',
      list_count: 1,
      member_count: 1,
      detail: {},
      kk_cipher: testSecrets.seal('6271031212120007'),
    })
    .execute()
  await db
    .insertInto('person')
    .values({
      person_id: `p-${familyId}`,
      family_id: familyId,
      name: 'Siti',
      birth_date: '1987-09-05',
      status: 'active',
      nik_cipher: testSecrets.seal(nik),
      nik_hmac: testSecrets.hmacOf(nik),
      detail: {},
    })
    .execute()
  await db
    .insertInto('family_line')
    .values({
      family_id: familyId,
      head_name: 'Siti',
      ward: '62.71.03.1002',
      district: '62.71.03',
      member_count: 1,
      lacks: ['WATER'],
      sectors: ['water'],
      top_score: 40,
      served_by: ['PKH'],
      list_count: 2,
      ...line,
    })
    .execute()
}

async function addMany(db: Db, count: number): Promise<void> {
  await sql`
    insert into family_line (family_id, head_name, ward, member_count, lacks, sectors, top_score, served_by, list_count)
    select 'f' || lpad(n::text, 9, '0'), 'Keluarga ' || n, '62.71.03.1002', 4, '{}', '{}', 0, '{}', 1
    from generate_series(1, ${count}::integer) n`.execute(db)
  await sql`
    insert into family (family_id, ward, list_count, member_count, detail)
    select family_id, ward, 1, 4, '{}' from family_line`.execute(db)
}

async function setGrant(db: Db, change: object): Promise<void> {
  await db.updateTable('role_grant').set(change).where('role', '=', 'secretariat').execute()
}

async function findEvents({ db }: ApiTest) {
  return db
    .selectFrom('audit_event')
    .select(['action', 'subject_kind', 'subject_id', 'detail'])
    .where('action', '=', 'export')
    .orderBy('event_id')
    .execute()
}

describe.each(engines)('an export of families on %s', (engine) => {
  it('is a line a family, with numbers masked and nothing that runs in a spreadsheet', () =>
    withApi(engine, async (test) => {
      await addFamily(test.db, 'aaaaaaaaaa')
      await addFamily(test.db, 'bbbbbbbbbb', { head_name: '=1+1', lacks: [], served_by: [] })
      const answer = await test.api.inject({ url, headers: await test.signIn() })
      expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
      expect(answer.headers['content-disposition']).toBe('attachment; filename="families.csv"')
      expect(answer.body).toBe(
        `family_id,head_name,head_nik,kk,ward,ward_name,district,rt,members,decile,lacks,score,served_by,lists
aaaaaaaaaa,Siti,6271••••••••0003,6271••••••••0007,62.71.03.1002,Menteng,62.71.03,,1,,WATER,40,PKH,2
bbbbbbbbbb,'=1+1,6271••••••••0003,6271••••••••0007,62.71.03.1002,Menteng,62.71.03,,1,,,,,2
`,
      )
      expect(await findEvents(test)).toEqual([
        {
          action: 'export',
          subject_kind: 'families',
          subject_id: null,
          detail: { count: 2, hasWords: false },
        },
        { action: 'export', subject_kind: 'family', subject_id: 'aaaaaaaaaa', detail: {} },
        { action: 'export', subject_kind: 'family', subject_id: 'bbbbbbbbbb', detail: {} },
      ])
    }))

  it('holds every family once, however many batches it takes', () =>
    withApi(engine, async (test) => {
      await addMany(test.db, 2500)
      const { body } = await test.api.inject({ url, headers: await test.signIn() })
      const keys = body
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[0])
      expect(keys.length).toBe(2500)
      expect(keys).toEqual(keys.toSorted())
      expect(new Set(keys).size).toBe(2500)
      expect((await findEvents(test)).length).toBe(2501)
    }))

  it('is narrowed by filter, words and what the asker may see', () =>
    withApi(engine, async (test) => {
      await addFamily(test.db, 'aaaaaaaaaa', { decile: 1 })
      await addFamily(test.db, 'bbbbbbbbbb', {
        decile: 2,
        ward: '62.71.01.1003',
        district: '62.71.01',
      })
      await test.db
        .updateTable('family')
        .set({ ward: '62.71.01.1003' })
        .where('family_id', '=', 'bbbbbbbbbb')
        .execute()
      const headers = await test.signIn()
      const keysOf = (body: string) =>
        body
          .trim()
          .split('\n')
          .slice(1)
          .map((line) => line.slice(0, 10))
      const get = async (query: string) =>
        keysOf((await test.api.inject({ url: url + query, headers })).body)
      expect(await get('?decile=2')).toEqual(['bbbbbbbbbb'])
      expect(await get('?district=62.71.03')).toEqual(['aaaaaaaaaa'])
      const found = await test.api.inject({
        method: 'POST',
        url,
        headers,
        payload: { q: nik, decile: 1 },
      })
      expect(keysOf(found.body)).toEqual(['aaaaaaaaaa'])
      const events = await findEvents(test)
      expect(events.at(-2)?.detail).toEqual({ decile: 1, hasWords: true, count: 1 })

      await setGrant(test.db, { regions: sql`'{62.71.01}'` })
      expect(await get('')).toEqual(['bbbbbbbbbb'])
      await setGrant(test.db, { regions: sql`'{62.71.04}'` })
      expect(await get('')).toEqual([])
    }))
})

describe('an export of families', () => {
  it('takes no words in its address', () =>
    withApi('PGlite', async ({ api, signIn }) => {
      const answer = await api.inject({ url: `${url}?q=Siti`, headers: await signIn() })
      expect(answer.statusCode).toBe(400)
      expect(answer.json()).toMatchObject({ fields: [{ path: 'q', message: 'unknown' }] })
    }))

  it('is refused without a fresh proof, and to a role that takes none', () =>
    withApi('PGlite', async (test) => {
      const headers = await test.signIn()
      await setGrant(test.db, { role: 'ward-officer' })
      const refused = await test.api.inject({ url, headers })
      expect(refused.json()).toMatchObject({ code: 'not-permitted' })
      await test.db.updateTable('role_grant').set({ role: 'secretariat' }).execute()
      test.clock.moveMinutes(11)
      const stale = await test.api.inject({ url, headers })
      expect(stale.json()).toMatchObject({ code: 'step-up-required' })
      expect(await findEvents(test)).toEqual([])
    }))
})

describe('an export over the network', () => {
  it('lets nobody hold more than two connections, and tells what left before it broke off', async () => {
    const store = await openStore({ url: await copyDatabase() })
    const api = await buildApi({ store, secrets: testSecrets })
    try {
      const first = await createFirstAccount(store.db, systemRandom)
      await store.db.updateTable('account').set({ must_change_password: false }).execute()
      await addMany(store.db, 60_000)
      await api.listen({ port: 0, host: '127.0.0.1' })
      const signedIn = await api.inject({
        method: 'POST',
        url: '/api/v1/session',
        payload: { ...first },
      })
      const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? ''
      const open = () => get(api.server.address(), cookie)

      const one = await open()
      const two = await open()
      expect([one.statusCode, two.statusCode]).toEqual([200, 200])
      const third = await open()
      expect(third.statusCode).toBe(429)
      expect(Number(third.headers['retry-after'])).toBeGreaterThan(0)
      third.resume()

      await once(one, 'readable')
      one.destroy()
      two.destroy()
      const [seen = 0, announced] = await waitForEnd(store.db)
      expect(announced).toEqual([60_000, 60_000])
      expect(seen).toBeGreaterThan(0)
      expect(seen).toBeLessThan(60_000)
      const next = await open()
      expect(next.statusCode).toBe(200)
      next.destroy()
    } finally {
      await api.close()
      await store.close()
    }
  })
})

function get(address: string | AddressInfo | null, cookie: string): Promise<IncomingMessage> {
  const port = typeof address === 'object' ? address?.port : undefined
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: url, headers: { cookie } }, (answer) => {
      answer.on('error', () => {}) // broken off on purpose
      resolve(answer)
    })
      .on('error', reject)
      .end()
  })
}

/** Families noted, and the counts announced, once no export is at work any more. */
async function waitForEnd(db: Db): Promise<[number, number[]]> {
  for (;;) {
    const { rows } = await sql<{ running: number }>`
      select count(*)::integer as running from pg_stat_activity
      where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`.execute(
      db,
    )
    if (rows[0]?.running === 0) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const events = await db
    .selectFrom('audit_event')
    .selectAll()
    .where('action', '=', 'export')
    .execute()
  const announced = events.filter(({ subject_kind }) => subject_kind === 'families')
  return [events.length - announced.length, announced.map(({ detail }) => Number(detail.count))]
}
