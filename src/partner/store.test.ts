import { describe, expect, it } from 'vitest'
import { engines, withDatabase } from '../../test/database.ts'
import { readOffers } from './read-offers.ts'
import { saveOffers } from './store.ts'

describe.each(engines)('saveOffers on %s', (engine) => {
  it('replaces the offers with those read last, blanks as null', () =>
    withDatabase(engine, async (db) => {
      const reading = readOffers([
        {
          file: 'a.csv',
          sheet: '',
          headings: ['kode', 'bantuan', 'indikator', 'jumlah', 'wilayah', 'kriteria'],
          rows: [{ row: 2, cells: ['A', 'Beras', 'INCOME', '5', '62.71.01', 'mau swadaya'] }],
        },
      ])
      await saveOffers(db, reading)
      await saveOffers(db, reading)
      expect(await db.selectFrom('offer').selectAll().execute()).toMatchObject([
        { offer_id: 'A', units: 5, budget_rp: null, wards: ['62.71.01'], window_from: null },
      ])
      const questions = await db.selectFrom('offer_question').selectAll().execute()
      expect(questions.find(({ code }) => code === 'condition-unknown')).toMatchObject({
        text: 'Siapa yang memenuhi "mau swadaya"? Tidak ada daftar yang memuatnya.',
        text_en: 'Who meets "mau swadaya"? No list tells it.',
        effect_en: 'Nothing is reserved until answered; nobody is refused.',
      })
      expect(questions.map(({ code }) => code).sort()).toEqual([
        'condition-unknown',
        'cost-missing',
      ])
    }))
})
