import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Db } from '#platform/db'
import { type ApiTest, testSecrets, withApi } from '../../test/api.ts'
import { engines } from '../../test/database.ts'
import { FamilyPageOfLines } from './schema.ts'

const nik = '6271034509870003'
const kk = '6271031212120007'
const phone = '081234567890'

/** A family of adults, the first of them its head; key and names as given. */
async function addFamily(db: Db, familyId: string, names: readonly string[]): Promise<void> {
  await db
    .insertInto('family')
    .values({
      family_id: familyId,
      head_person_id: `${familyId}0`,
      head_name: names[0] ?? null,
      ward: '62.71.03.1002',
      district: '62.71.03',
      address: 'Jl. Rajawali No. 12',
      rt: 3,
      rw: 2,
      list_count: 1,
      member_count: names.length,
      detail: {},
      kk_hmac: testSecrets.hmacOf(kk),
    })
    .execute()
  await db
    .insertInto('person')
    .values(
      names.map((name, no) => ({
        person_id: `${familyId}${no}`,
        family_id: familyId,
        name,
        birth_date: '1987-09-05',
        status: 'active' as const,
        nik_hmac: no === 1 ? testSecrets.hmacOf(nik) : null,
        detail: no === 1 ? { phone } : {},
      })),
    )
    .execute()
  await db
    .insertInto('family_line')
    .values({
      family_id: familyId,
      head_name: names[0] ?? '',
      ward: '62.71.03.1002',
      district: '62.71.03',
      rt: 3,
      member_count: names.length,
      decile: 2,
      lacks: [],
      sectors: [],
      top_score: 0,
      served_by: [],
      list_count: 1,
    })
    .execute()
}

const keyOf = (no: number) => `fam${String(no).padStart(7, '0')}`

/** Tells the search that the lists were read again. */
async function readLists(db: Db, no: number): Promise<void> {
  await db
    .insertInto('list_sheet')
    .values({
      sheet_no: no,
      file: `${no}.csv`,
      sheet: '',
      kind: 'aid',
      title: '',
      detail: JSON.stringify({}),
      read_at: new Date(Date.UTC(2030, 0, 1 + no)).toISOString(),
    })
    .execute()
}

async function search({ api, signIn }: ApiTest, body: object): Promise<FamilyPageOfLines> {
  const answer = await api.inject({
    method: 'POST',
    url: '/api/v1/families/search',
    payload: body,
    headers: await signIn(),
  })
  expect(answer.statusCode, answer.payload).toBe(200)
  for (const number of [nik, kk, phone]) expect(answer.payload).not.toContain(number)
  return FamilyPageOfLines.parse(z.unknown().parse(answer.json()))
}

const shown = ({ lines }: FamilyPageOfLines) =>
  lines.map(({ familyId, matched }) => ({ familyId, matched }))

describe.each(engines)('the search of families on %s', (engine) => {
  it('tells by what a family was found, and who was hit where it is not the head', () =>
    withApi(engine, async (test) => {
      await addFamily(test.db, keyOf(1), ['NORLELA', 'SITI AMINAH'])
      const found = async (q: string) => shown(await search(test, { q }))[0]?.matched
      expect(await found('norlela')).toEqual([{ part: 'name', memberName: null }])
      expect(await found('sitti aminah')).toEqual([{ part: 'name', memberName: 'SITI AMINAH' }])
      expect(await found('rajawali rt 3')).toEqual([{ part: 'address', memberName: null }])
      expect(await found(nik)).toEqual([{ part: 'nik', memberName: 'SITI AMINAH' }])
      expect(await found(kk)).toEqual([{ part: 'kk', memberName: null }])
      expect(await found('0812-3456-7890')).toEqual([{ part: 'phone', memberName: 'SITI AMINAH' }])
      expect(await found('')).toEqual([])
      expect(await found('xyzzy')).toBeUndefined()
    }))

  it('finds what came with the last reading of the lists', () =>
    withApi(engine, async (test) => {
      await addFamily(test.db, keyOf(1), ['NORLELA'])
      expect(shown(await search(test, { q: 'kristina' }))).toEqual([])
      await addFamily(test.db, keyOf(2), ['KRISTINA'])
      await readLists(test.db, 1)
      expect(shown(await search(test, { q: 'kristina' }))).toHaveLength(1)
    }))

  it('asks the store for whoever was hit: an index that is a moment old shows nobody', () =>
    withApi(engine, async (test) => {
      await addFamily(test.db, keyOf(1), ['NORLELA', 'SITI AMINAH'])
      expect(shown(await search(test, { q: 'siti aminah' }))).toHaveLength(1)
      await test.db.updateTable('person').set({ name: null }).execute()
      expect(shown(await search(test, { q: 'siti aminah' }))).toEqual([])
    }))

  it('pages through what words found, and says where it stopped', () =>
    withApi(engine, async (test) => {
      for (let no = 0; no < 60; no++) await addFamily(test.db, keyOf(no), ['NORLELA'])
      const first = await search(test, { q: 'norlela' })
      expect(first).toMatchObject({ total: 60, isCut: false })
      expect(first.lines).toHaveLength(50)
      const second = await search(test, { q: 'norlela', cursor: first.nextCursor })
      expect(second).toMatchObject({ total: 60, nextCursor: null })
      const all = new Set([...first.lines, ...second.lines].map(({ familyId }) => familyId))
      expect(all.size).toBe(60)

      for (let no = 60; no < 210; no++) await addFamily(test.db, keyOf(no), ['NORLELA'])
      await readLists(test.db, 1)
      expect(await search(test, { q: 'norlela' })).toMatchObject({ total: 200, isCut: true })
    }))

  it('refuses a cursor that is no place in the list', () =>
    withApi(engine, async ({ api, signIn }) => {
      const cursor = Buffer.from(JSON.stringify([-1])).toString('base64url')
      const answer = await api.inject({
        method: 'POST',
        url: '/api/v1/families/search',
        payload: { q: 'norlela', cursor },
        headers: await signIn(),
      })
      expect(answer.json()).toMatchObject({ code: 'cursor-invalid' })
    }))
})
