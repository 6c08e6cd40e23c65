import { describe, expect, it } from 'vitest'
import { engines, withDatabase } from '../../test/database.ts'
import { buildMatrix } from './build-matrix.ts'
import { saveMatrix } from './store.ts'

describe.each(engines)('saveMatrix on %s', (engine) => {
  it('keeps each line with the findings of its own row', () =>
    withDatabase(engine, async (db) => {
      const matrix = buildMatrix({
        tables: [
          {
            file: 'a.csv',
            sheet: '',
            headings: ['Strategi', 'OPD', 'Sub Kegiatan', 'Langsung', 'Anggaran', 'TW I', 'Total'],
            rows: [
              { row: 2, cells: ['a', 'Dinsos', 'Beras', 'v', '10', '4', '4'] },
              { row: 3, cells: ['a', 'Dinsos', 'Santunan', 'v', '10', '4', '5'] },
            ],
          },
        ],
        received: [],
        needs: [],
        on: '2025-07-01',
      })
      await saveMatrix(db, matrix)
      await saveMatrix(db, matrix)
      const lines = await db.selectFrom('budget_line').selectAll().orderBy('line_no').execute()
      expect(lines).toMatchObject([
        { line_no: 1, cells: { subActivity: 'Beras' }, findings: [], families_reached: null },
        { line_no: 2, findings: [{ code: 'total-differs' }] },
      ])
    }))
})
