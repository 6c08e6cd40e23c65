import { describe, expect, it } from 'vitest'
import { withDatabase } from '../../test/database.ts'
import { findFindingGroups } from './find-files.ts'

describe('findFindingGroups', () => {
  it('says what to do in both languages', () =>
    withDatabase('PGlite', async (db) => {
      const place = { file: 'a.csv', sheet: '' }
      await db
        .insertInto('list_sheet')
        .values({ ...place, sheet_no: 0, kind: 'aid', title: '', detail: JSON.stringify({}) })
        .execute()
      await db
        .insertInto('finding')
        .values({
          ...place,
          is_quarantine: false,
          row: 2,
          code: 'nik-length',
          column_heading: 'NIK',
          value: '6271',
          hint: 'NIK harus 16 angka. Periksa di KTP atau KK.',
        })
        .execute()
      expect(await findFindingGroups(db, 0)).toMatchObject([
        {
          code: 'nik-length',
          hintId: 'NIK harus 16 angka. Periksa di KTP atau KK.',
          hintEn: 'A NIK has 16 digits. Check the ID or family card.',
        },
      ])
    }))
})
