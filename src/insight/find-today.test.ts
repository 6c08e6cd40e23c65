import { describe, expect, it } from 'vitest'
import { withDatabase } from '../../test/database.ts'
import { findToday } from './find-today.ts'

const reviewer = { accountId: 'somebody', maySettle: true, secondShare: 0.1 }
const numbers = Array.from({ length: 7 }, (_, no) => no)

describe('findToday', () => {
  it('counts all that is open, however little of it the day shows', () =>
    withDatabase('PGlite', async (db) => {
      const facts = ['decile', 'nik', 'sex', 'water', 'toilet', 'floor', 'roof']
      await db
        .insertInto('question')
        .values(
          facts.flatMap((fact) =>
            ['a', 'b'].map((family_id) => ({ family_id, indicator: 'WATER', fact })),
          ),
        )
        .execute()
      const offers = numbers.map((no) => ({
        offer_id: `P${no}`,
        provider: `Perusahaan ${no}`,
        sector: 'water',
        indicator: 'WATER',
        unit_cost_rp: 1,
        wards: [],
        filter: '',
        needs_per_unit: 1,
        what: 'tandon',
      }))
      await db.insertInto('offer').values(offers).execute()
      await db
        .insertInto('offer_question')
        .values(
          offers.flatMap(({ offer_id }) =>
            ['a', 'b'].map((code) => ({ offer_id, code, text: 't', effect: 'e' })),
          ),
        )
        .execute()
      const { items, counts } = await findToday(db, reviewer)
      expect(counts).toEqual({ files: 0, pairs: 0, questions: 7, offers: 7 })
      expect(items.filter(({ kind }) => kind === 'question')).toHaveLength(5)
    }))

  it('counts files beyond the twenty that the day shows', () =>
    withDatabase('PGlite', async (db) => {
      const files = Array.from({ length: 23 }, (_, no) => `${no}.csv`)
      await db
        .insertInto('list_sheet')
        .values(
          files.map((file, sheet_no) => ({
            sheet_no,
            file,
            sheet: '',
            kind: 'aid',
            title: '',
            detail: JSON.stringify({}),
          })),
        )
        .execute()
      const held = files.flatMap((file) =>
        [1, 2].map((row) => ({
          is_quarantine: true,
          file,
          sheet: '',
          row,
          code: 'row-identifies-nobody',
          column_heading: '',
          value: '',
          hint: '',
        })),
      )
      await db.insertInto('finding').values(held).execute()
      await db
        .insertInto('file_fault')
        .values({ file: 'x.pdf', code: 'file-format', hint_id: '', hint_en: '' })
        .execute()
      expect((await findToday(db, reviewer)).counts.files).toBe(24)
    }))
})
