import * as XLSX from '@e965/xlsx'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Db } from '#platform/db'
import { type ApiTest, testSecrets, withApi } from '../../../test/api.ts'
import { engines } from '../../../test/database.ts'
import { saveAnswers } from '../dukcapil/store.ts'
import { DataQuality, WorklistPage } from './schema.ts'

const base = '/api/v1/data-quality'
const menteng = '62.71.03.1002'
const pahandut = '62.71.01.1001'

interface Judged {
  readonly ward?: string | null
  readonly offices?: readonly string[]
  readonly isUnique?: boolean | null
  readonly isInOneFamily?: boolean | null
  readonly missing?: readonly string[]
  readonly codes?: readonly string[]
  readonly name?: string
  readonly birthDate?: string
}

/** A family of one, judged as a run would store it. */
async function addJudged(db: Db, familyId: string, judged: Judged = {}): Promise<void> {
  const { ward = menteng, offices = ['Dinas Sosial'], missing = [], codes = [] } = judged
  const { name = 'Siti', birthDate = '1987-09-05' } = judged
  const personId = `p${familyId.slice(1)}`
  const nik = '6271034509870003'
  await db
    .insertInto('family')
    .values({
      family_id: familyId,
      head_person_id: personId,
      head_name: name,
      ward,
      district: ward?.slice(0, 8) ?? null,
      list_count: 1,
      member_count: 1,
      detail: {},
      kk_cipher: testSecrets.seal('6271031212120007'),
    })
    .execute()
  await db
    .insertInto('person')
    .values({
      person_id: personId,
      family_id: familyId,
      name,
      sex: 'male',
      birth_date: birthDate,
      birth_precision: 'day',
      status: 'active',
      nik_cipher: testSecrets.seal(nik),
      nik_hmac: testSecrets.hmacOf(nik),
      detail: {},
    })
    .execute()
  await db
    .insertInto('person_quality')
    .values({
      person_id: personId,
      family_id: familyId,
      ward,
      offices: [...offices],
      is_unique: judged.isUnique === undefined ? true : judged.isUnique,
      is_in_one_family: judged.isInOneFamily === undefined ? true : judged.isInOneFamily,
      is_complete: missing.length === 0,
      missing: [...missing],
      identity_hmac: testSecrets.textHmacOf('test', familyId),
    })
    .execute()
  for (const code of codes) {
    await db
      .insertInto('quality_finding')
      .values({
        code,
        family_id: familyId,
        person_id: code.startsWith('no-k') ? '' : personId,
        ward,
        offices: [...offices],
      })
      .execute()
  }
}

async function getQuality({ api, signIn }: ApiTest, query = '') {
  const answer = await api.inject({ url: `${base}${query}`, headers: await signIn() })
  expect(answer.json()).not.toHaveProperty('code')
  return DataQuality.parse(answer.json())
}

async function getWorklist({ api, signIn }: ApiTest, path: string) {
  const answer = await api.inject({ url: `${base}/worklists/${path}`, headers: await signIn() })
  expect(answer.json()).not.toHaveProperty('code')
  return WorklistPage.parse(answer.json())
}

async function setGrant(db: Db, change: object): Promise<void> {
  await db.updateTable('role_grant').set(change).where('role', '=', 'secretariat').execute()
}

describe.each(engines)('the quality of data on %s', (engine) => {
  it('counts each criterion in three answers, and what nobody asked as unknown', () =>
    withApi(engine, async (test) => {
      await addJudged(test.db, 'aaaaaaaaaa')
      await addJudged(test.db, 'bbbbbbbbbb', { isUnique: false, missing: ['nama'] })
      await addJudged(test.db, 'cccccccccc', { isUnique: null, isInOneFamily: null, ward: null })
      const { counts, wards, dukcapil, missing } = await getQuality(test)
      expect(counts).toEqual({
        persons: 3,
        sound: { yes: 0, no: 1, unknown: 2 },
        criteria: {
          unique: { yes: 1, no: 1, unknown: 1 },
          confirmed: { yes: 0, no: 0, unknown: 3 },
          'one-family': { yes: 2, no: 0, unknown: 1 },
          complete: { yes: 2, no: 1, unknown: 0 },
        },
      })
      expect(wards.map(({ name, persons }) => [name, persons])).toEqual([
        ['Menteng', 2],
        [null, 1],
      ])
      expect(missing).toEqual([{ variable: 'nama', persons: 1 }])
      expect(dukcapil).toEqual({ isConnected: false, answered: 0, lastAt: null })
    }))

  it('takes the fourth criterion from what Dukcapil said of just this record', () =>
    withApi(engine, async (test) => {
      const answers = [
        { of: 'aaaaaaaaaa', state: 'padan', address: 'same' },
        { of: 'bbbbbbbbbb', state: 'padan', address: 'not-told' },
        { of: 'cccccccccc', state: 'padan', address: 'different' },
        { of: 'dddddddddd', state: 'meninggal', address: 'not-told' },
      ] as const
      for (const { of } of answers) await addJudged(test.db, of)
      await saveAnswers(
        test.db,
        answers.map(({ of, ...answer }) => ({
          identityHmac: testSecrets.textHmacOf('test', of),
          answer,
        })),
        { source: 'gerbang', clock: test.clock.read },
      )
      const { counts, dukcapil, worklists } = await getQuality(test)
      expect(counts.criteria.confirmed).toEqual({ yes: 1, no: 2, unknown: 1 })
      expect(counts.sound).toEqual({ yes: 1, no: 2, unknown: 1 })
      expect(dukcapil).toMatchObject({ answered: 4, lastAt: '2026-07-01T02:00:00.000Z' })
      expect(worklists.find(({ code }) => code === 'dukcapil-differs')).toMatchObject({
        severity: 'error',
        persons: 2,
        families: 2,
      })
      const page = await getWorklist(test, 'dukcapil-differs')
      expect(page.lines.map(({ dukcapilState }) => dukcapilState)).toEqual(['padan', 'meninggal'])
    }))

  it('lists by office, a person with each that has it, and narrows by office and ward', () =>
    withApi(engine, async (test) => {
      const { db } = test
      await addJudged(db, 'aaaaaaaaaa', { offices: ['BAZNAS', 'Dinas Sosial'], codes: ['no-nik'] })
      await addJudged(db, 'bbbbbbbbbb', { offices: [''], ward: pahandut, codes: ['no-kk'] })
      const { offices } = await getQuality(test)
      expect(offices.map(({ office, persons }) => [office, persons])).toEqual([
        ['', 1],
        ['BAZNAS', 1],
        ['Dinas Sosial', 1],
      ])
      const narrow = await getQuality(test, '?office=BAZNAS')
      expect(narrow.counts.persons).toBe(1)
      const listed = narrow.worklists.filter(({ families }) => families > 0)
      expect(listed.map(({ code }) => code)).toEqual(['no-nik', 'not-confirmed'])
      const cards = await getWorklist(test, `no-kk?ward=${pahandut}`)
      expect(cards).toMatchObject({ total: 1, lines: [{ familyId: 'bbbbbbbbbb', personId: null }] })
      expect((await getWorklist(test, 'no-kk?office=BAZNAS')).lines).toEqual([])
    }))

  it('tells beside the lists what the digits of the NIK tell, and shows no number whole', () =>
    withApi(engine, async (test) => {
      await addJudged(test.db, 'aaaaaaaaaa', { codes: ['nik-sex-mismatch'] })
      const { lines } = await getWorklist(test, 'nik-sex-mismatch')
      expect(lines).toEqual([
        {
          familyId: 'aaaaaaaaaa',
          personId: 'paaaaaaaaa',
          name: 'Siti',
          headName: 'Siti',
          nikMasked: '6271••••••••0003',
          kkMasked: '6271••••••••0007',
          ward: menteng,
          wardName: 'Menteng',
          rt: null,
          birthDate: '1987-09-05',
          sex: 'male',
          nikBirth: '05-09-87',
          nikSex: 'female',
          dukcapilState: 'belum_dicek',
          dukcapilAt: null,
          offices: ['Dinas Sosial'],
        },
      ])
    }))

  it('goes on page after page, each record once, and keeps every look', () =>
    withApi(engine, async (test) => {
      for (let no = 0; no < 53; no++) {
        await addJudged(test.db, `f${String(no).padStart(9, '0')}`, { codes: ['no-nik'] })
      }
      const first = await getWorklist(test, 'no-nik')
      expect(first.total).toBe(53)
      const second = await getWorklist(test, `no-nik?cursor=${first.nextCursor}`)
      const seen = [...first.lines, ...second.lines].map(({ familyId }) => familyId)
      expect(seen).toHaveLength(53)
      expect(new Set(seen).size).toBe(53)
      expect(second.nextCursor).toBeNull()
      const { rows } = await sql<{ kind: string; looks: number }>`
        select subject_kind as kind, count(*)::integer as looks from audit_event
        where action = 'read' and subject_kind in ('person', 'family')
        group by 1 order by 1`.execute(test.db)
      expect(rows).toEqual([
        { kind: 'family', looks: 53 },
        { kind: 'person', looks: 53 },
      ])
    }))

  it('counts for a ward officer the own ward alone, and no child without that class', () =>
    withApi(engine, async (test) => {
      const { db } = test
      await addJudged(db, 'aaaaaaaaaa', { codes: ['no-nik'] })
      await addJudged(db, 'bbbbbbbbbb', { ward: pahandut, codes: ['no-nik'] })
      await addJudged(db, 'cccccccccc', { birthDate: '2020-01-05', codes: ['no-nik'] })
      await setGrant(db, { regions: [menteng], data_classes: ['general', 'family'] })
      const { counts, wards, worklists } = await getQuality(test)
      expect(counts.persons).toBe(1)
      expect(wards.map(({ code }) => code)).toEqual([menteng])
      expect(worklists.find(({ code }) => code === 'no-nik')).toMatchObject({ families: 1 })
      expect((await getWorklist(test, 'no-nik')).lines.map(({ familyId }) => familyId)).toEqual([
        'aaaaaaaaaa',
      ])
    }))

  it.each(['csv', 'xlsx'])('leaves as %s with all lines, and nothing in it runs', (format) =>
    withApi(engine, async (test) => {
      await addJudged(test.db, 'aaaaaaaaaa', { codes: ['no-nik'], name: '=1+1' })
      await addJudged(test.db, 'bbbbbbbbbb', { codes: ['no-nik'], name: 'Budi' })
      const answer = await test.api.inject({
        url: `${base}/worklists/no-nik/export?format=${format}`,
        headers: await test.signIn(),
      })
      expect(answer.statusCode).toBe(200)
      expect(answer.headers['content-disposition']).toBe(`attachment; filename="no-nik.${format}"`)
      const book = XLSX.read(answer.rawPayload, { cellFormula: true, raw: true, codepage: 65001 })
      const [sheet] = Object.values(book.Sheets)
      if (!sheet) throw new Error('no sheet')
      const rows = XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1 })
      expect(rows.map((row) => row[2])).toEqual([
        'Nama',
        format === 'csv' ? "'=1+1" : '=1+1',
        'Budi',
      ])
      const cells = Object.values(sheet).filter((cell) => typeof cell === 'object' && 'f' in cell)
      expect(cells).toEqual([])
      const events = await test.db
        .selectFrom('audit_event')
        .select(['subject_kind', 'subject_id'])
        .where('action', '=', 'export')
        .orderBy('event_id')
        .execute()
      expect(events.map(({ subject_id }) => subject_id)).toEqual([
        'no-nik',
        'paaaaaaaaa',
        'pbbbbbbbbb',
        'aaaaaaaaaa',
        'bbbbbbbbbb',
      ])
    }),
  )

  it('is asked for by the code of a ward, not by any number', () =>
    withApi(engine, async (test) => {
      const headers = await test.signIn()
      for (const ward of ['0000000000000', '6271031002', '62.71.03.100.']) {
        const url = `${base}/worklists/no-nik/export?ward=${ward}&format=csv`
        const answer = await test.api.inject({ url, headers })
        expect(answer.json()).toMatchObject({ status: 400, code: 'request-invalid' })
      }
    }))

  it('asks who exports to prove once more who they are', () =>
    withApi(engine, async (test) => {
      const headers = await test.signIn()
      test.clock.moveMinutes(11)
      for (const url of [
        `${base}/worklists/no-nik/export?format=csv`,
        `${base}/counts/export?by=ward&format=csv`,
      ]) {
        expect((await test.api.inject({ url, headers })).json()).toMatchObject({
          code: 'step-up-required',
        })
      }
    }))

  it('shares counts without a number under ten', () =>
    withApi(engine, async (test) => {
      for (let no = 0; no < 13; no++) {
        await addJudged(test.db, `f${String(no).padStart(9, '0')}`, { isUnique: no > 3 })
      }
      const answer = await test.api.inject({
        url: `${base}/counts/export?by=ward&format=csv`,
        headers: await test.signIn(),
      })
      expect(answer.body.split('\n')[1]).toBe(
        'Menteng,10,0,kurang dari 10,kurang dari 10,kurang dari 10,kurang dari 10,0,0,0,10,10,0,0,10,0,0',
      )
    }))
})
