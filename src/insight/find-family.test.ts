import { describe, expect, it } from 'vitest'
import type { Db } from '#platform/db'
import { testSecrets } from '../../test/api.ts'
import { withDatabase } from '../../test/database.ts'
import { findFamily } from './find-family.ts'

const familyId = 'k7f2m9q4xa'

/** A family of one in the store. */
async function saveFamily(db: Db): Promise<void> {
  await db
    .insertInto('family')
    .values({ family_id: familyId, list_count: 1, member_count: 1, detail: {} })
    .execute()
  await db
    .insertInto('run_state')
    .values([
      { key: 'programmes', value: JSON.stringify([summary]) },
      { key: 'dashboard', value: JSON.stringify(dashboard) },
      { key: 'run-day', value: JSON.stringify(dashboard.on) },
    ])
    .execute()
}

const summary = {
  code: 'PKH',
  nameId: 'Program Keluarga Harapan',
  nameEn: 'Family Hope Programme',
  sector: 'basic',
  unit: 'family',
  decidedBy: 'Kementerian Sosial',
  decidedByEn: 'the ministry of social affairs',
  source: 'Permensos 1/2018',
  validFrom: '2025-01-01',
  paidEvery: 'quarter',
}

/** The picture of the run, which says its day. */
const dashboard = {
  on: '2025-07-01',
  persons: 1,
  families: 1,
  lists: 1,
  rows: 1,
  familiesByListCount: [],
  served: { none: 0, one: 1, several: 0 },
  indicators: [],
  wards: [],
  familiesWithoutWard: 1,
}

const pkh = {
  family_id: familyId,
  programme: 'PKH',
  rule_version: 'PKH@2025-01-01',
  result: 'eligible',
  amount_rp: 500_000,
  amount_period: 'quarter',
  reason_code: 'ok',
  outcomes: JSON.stringify([]),
  missing: JSON.stringify([]),
  reason_id: 'Bisa mendapat PKH.',
  reason_en: 'Can get PKH.',
  is_receiving: false,
} as const

describe('findFamily', () => {
  it('says where an amount is the least it can be', () =>
    withDatabase('PGlite', async (db) => {
      await saveFamily(db)
      await db
        .insertInto('decision')
        .values({ ...pkh, is_amount_minimum: true })
        .execute()
      const page = await findFamily(db, testSecrets, familyId)
      expect(page.programmes[0]).toMatchObject({ amountRp: 500_000, isAmountMinimum: true })
      expect(page.grid.basic?.[0]).toMatchObject({
        textId: 'PKH sekurangnya Rp500.000/triwulan',
        textEn: 'PKH at least Rp500.000/quarter',
        noteId: 'diputuskan Kementerian Sosial',
        noteEn: 'decided by the ministry of social affairs',
      })
      await db.updateTable('decision').set({ is_amount_minimum: false }).execute()
      const sure = await findFamily(db, testSecrets, familyId)
      expect(sure.programmes[0]).toMatchObject({ isAmountMinimum: false })
      expect(sure.grid.basic?.[0]?.textId).toBe('PKH Rp500.000/triwulan')
    }))

  it('says what regular help brings a month, from the ledger', () =>
    withDatabase('PGlite', async (db) => {
      await saveFamily(db)
      const payment = {
        family_id: familyId,
        person_id: 'p000000001',
        sector: 'basic',
        indicator: 'INCOME',
        provider: 'Kementerian Sosial',
        programme: 'PKH',
        status: 'received',
        amount_rp: 600_000,
      }
      await db
        .insertInto('received')
        .values([
          { ...payment, row_no: 1, received_on: '2025-01-15' },
          { ...payment, row_no: 2, received_on: '2025-04-15' },
          { ...payment, row_no: 3, received_on: '2023-04-15' },
        ])
        .execute()
      const { counts } = await findFamily(db, testSecrets, familyId)
      expect(counts.receivedRpPerMonth).toBe(100_000)
    }))

  it('tells why a need is there and what its score is made of', () =>
    withDatabase('PGlite', async (db) => {
      await saveFamily(db)
      const ref = { file: '07_Air.csv', sheet: '', row: 418 }
      await db
        .insertInto('need')
        .values({
          need_id: 'n000000001',
          family_id: familyId,
          sector: 'water',
          indicator: 'WATER',
          severity: 2,
          score: 200,
          since: '2025-03-14',
          facts: JSON.stringify({}),
          evidence: JSON.stringify([
            { fact: 'water', value: 'surface', ref, seenOn: '2025-03-14' },
          ]),
          points: JSON.stringify([{ reason: 'severity-2', points: 200 }]),
        })
        .execute()
      const { grid } = await findFamily(db, testSecrets, familyId)
      expect(grid.water?.[0]?.reasonId).toBe(
        'Air minum: air minum dari sungai (07_Air.csv baris 418, 2025-03-14). ' +
          'Nilai kebutuhan 200, dari: Sedang 200.',
      )
      expect(grid.water?.[0]?.reasonEn).toBe(
        'Drinking water: drinking water from the river (07_Air.csv row 418, 2025-03-14). ' +
          'Need score 200, from: Moderate 200.',
      )
    }))
})
