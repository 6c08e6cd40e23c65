import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { saveIntake } from '#intake'
import type { Db } from '#platform/db'
import { testSecrets, withApi } from '../../../test/api.ts'
import { engines } from '../../../test/database.ts'
import type { TestList } from '../intake-builder.ts'
import { saveRegister } from '../store.ts'
import { FamilyAsOf, FamilyHistory } from './answers.ts'
import { PersonHistory } from './person-answers.ts'
import { makeRegister, type Sources } from './random-registers.ts'

const card = '6271013004210030'
const ani = { name: 'ANI', nik: '6271034806030010', birthDate: '2003-06-08', kk: card } as const
const home = { ward: '62.71.01.1001', district: '62.71.01' }
const one: TestList = {
  file: 'a.csv',
  kind: 'register-person',
  rows: [{ ...ani, ...home, decile: 3 }],
}
const two: TestList = {
  file: 'b.csv',
  kind: 'housing-survey',
  rows: [{ name: 'BUDI SANTOSO', ...home, floor: 'earth', surveyDate: '2025-03-01' }],
}
const apart: Sources = { lists: [one, two], changes: [] }
const joined: Sources = {
  lists: [one, two],
  changes: [
    {
      changeNo: 1,
      kind: 'same-person',
      left: { file: 'a.csv', sheet: '', row: 2 },
      right: { file: 'b.csv', sheet: '', row: 2 },
    },
  ],
}

async function save(db: Db, sources: Sources, day: string) {
  const made = makeRegister(sources)
  await saveRegister(db, testSecrets, made, `${day}T02:00:00.000Z`)
  await saveIntake(db, testSecrets, made.intake, made.register.rowLinks)
  return made.register
}

describe.each(engines)('the past of a family on %s', (engine) => {
  it('is told under the old id and the new, numbers masked, each look in the trail', () =>
    withApi(engine, async ({ api, db, signIn }) => {
      const before = await save(db, apart, '2026-01-05')
      await save(db, joined, '2026-02-05')
      const headers = await signIn()
      const [kept, gone] = before.families.map(({ familyId }) => familyId)
      const read = async (path: string) => {
        const answer = await api.inject({ url: `/api/v1/families/${path}`, headers })
        expect(answer.statusCode).toBe(200)
        expect(answer.payload).not.toContain(ani.nik)
        expect(answer.payload).not.toContain(card)
        return answer.json()
      }

      expect(await read(`${gone}`)).toMatchObject({ familyId: kept, mergedInto: kept })
      expect(await read(`${kept}`)).toMatchObject({ familyId: kept, mergedInto: null })

      const history = FamilyHistory.parse(await read(`${kept}/history`))
      expect(history.steps).toMatchObject([
        {
          at: '2026-02-05T02:00:00.000Z',
          mergedFrom: [gone],
          lists: [{ file: 'b.csv', rowsAdded: 1 }],
          changes: expect.arrayContaining([
            { person: null, field: 'floor', from: null, to: 'earth' },
          ]),
        },
        { kind: 'first', lists: [{ file: 'a.csv', rowsAdded: 1 }] },
      ])
      const old = FamilyHistory.parse(await read(`${gone}/history`))
      expect(old).toMatchObject({ mergedInto: kept, steps: [{ kind: 'gone' }, { kind: 'first' }] })

      const then = FamilyAsOf.parse(await read(`${gone}/as-of?knownOn=2026-01-20`))
      expect(then).toMatchObject({ familyId: gone, mergedInto: kept, isKnown: true })
      expect(then.members).toMatchObject([{ name: 'BUDI SANTOSO' }])
      const now = FamilyAsOf.parse(await read(`${gone}/as-of`))
      expect(now).toMatchObject({ familyId: kept, members: [{ name: 'ANI' }] })
      const early = FamilyAsOf.parse(await read(`${kept}/as-of?validOn=2025-01-01`))
      expect(early.values.map(({ field }) => field)).not.toContain('floor')
      expect(await read(`${kept}/as-of?knownOn=2025-12-01`)).toMatchObject({ isKnown: false })

      const { rows } = await sql<{ n: number }>`
        select count(*)::integer as n from audit_event where action = 'read' and subject_kind = 'family'`.execute(
        db,
      )
      expect(rows[0]?.n).toBe(8)
    }))

  it('is told of one person, under the old id too, with numbers of before and families', () =>
    withApi(engine, async ({ api, db, signIn }) => {
      const [, budi] = (await save(db, apart, '2026-01-05')).persons
      await save(db, joined, '2026-02-05')
      const newer = { ...ani, kk: '6271013004210099', name: 'ANI BUDIANI' }
      const moved: TestList = {
        file: 'c.csv',
        kind: 'register-person',
        rows: [newer, newer, newer],
      }
      const lists = [one, two, moved, { ...moved, file: 'd.csv' }]
      const [now] = (await save(db, { ...joined, lists }, '2026-03-05')).persons
      const headers = await signIn()
      const read = async (path: string) => {
        const answer = await api.inject({ url: `/api/v1/persons/${path}`, headers })
        expect(answer.statusCode, answer.payload).toBe(200)
        expect(answer.payload).not.toMatch(/6271\d{12}/)
        return PersonHistory.parse(answer.json())
      }
      const told = await read(`${budi?.personId}/history`)
      expect(told).toMatchObject({
        personId: now?.personId,
        mergedInto: now?.personId,
        familyId: now?.familyId,
        names: [
          { name: 'ANI BUDIANI', recordedFrom: '2026-03-05T02:00:00.000Z', recordedTo: null },
          { name: 'ANI', recordedTo: '2026-03-05T02:00:00.000Z' },
        ],
        mergedFrom: [{ personId: budi?.personId, recordedTo: null }],
      })
      const numbers = (type: 'nik' | 'kk') =>
        told.identifiers
          .filter((line) => line.type === type)
          .map(({ value, status, sources }) => [value, status, sources.length])
      expect(numbers('nik')).toEqual([['6271••••••••0010', 'current', 7]])
      expect(numbers('kk')).toEqual([
        ['6271••••••••0099', 'current', 6],
        ['6271••••••••0030', 'former', 1],
      ])
      const then = await read(`${now?.personId}/history?knownOn=2026-01-20`)
      expect(then).toMatchObject({
        mergedInto: null,
        names: [{ name: 'ANI', recordedTo: null }],
        identifiers: [
          { type: 'nik', status: 'current' },
          { type: 'kk', status: 'current' },
        ],
        memberships: [{ recordedTo: null }],
        mergedFrom: [],
        record: { name: 'ANI' },
      })
      const none = await api.inject({ url: '/api/v1/persons/aaaaaaaaaa/history', headers })
      expect(none.json()).toMatchObject({ code: 'person-not-found' })
    }))

  it('is not there for a family that never was', () =>
    withApi(engine, async ({ api, signIn }) => {
      const headers = await signIn()
      for (const path of ['history', 'as-of', 'as-of?knownOn=2026-01-01']) {
        const answer = await api.inject({ url: `/api/v1/families/aaaaaaaaaa/${path}`, headers })
        expect(answer.statusCode).toBe(404)
        expect(answer.json()).toMatchObject({ code: 'family-not-found' })
      }
    }))
})
