import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainTable } from '#intake/schema'
import { propertyRuns } from '../../test/property-runs.ts'
import { readOffers } from './read-offers.ts'

function aTable(headings: readonly string[], ...rows: readonly (readonly string[])[]): PlainTable {
  return {
    file: 'penawaran.xlsx',
    sheet: 'Sheet1',
    headings,
    rows: rows.map((cells, index) => ({ row: index + 2, cells })),
  }
}

/** One offer with the cells that matter. */
function readOne(cells: Readonly<Record<string, string>>) {
  const row = { offer_id: 'P1', owner: 'Dinas', need_code: 'INCOME', what: 'Bantuan', ...cells }
  const withLimits = { unit: 'family', quantity: '5', unit_cost_rp: '1000', ...row }
  const { offers, questions } = readOffers([
    aTable(Object.keys(withLimits), Object.values(withLimits)),
  ])
  const [offer] = offers
  if (!offer) throw new Error('no offer was read')
  return { offer, codes: questions.map(({ code }) => code), questions }
}

describe('readOffers', () => {
  it('reads an office table in English headings into contract terms', () => {
    const { offers, questions } = readOffers([
      aTable(
        'offer_id,owner,sector,need_code,what,unit,quantity,unit_cost_rp,territory,eligibility_text,decile_max,age_min,exclude_programmes,window_from,window_to,contact_phone'.split(
          ',',
        ),
        [
          'OF1',
          'Dinas Sosial',
          'cash',
          'INCOME',
          'Santunan lansia',
          'person',
          '66',
          '1870000',
          'ALL',
          'lansia 60+ desil 1-3 belum PKH',
          '3',
          '60',
          'PKH',
          '2025-01-01',
          '2025-06-28',
          '0837',
        ],
      ),
    ])
    expect(questions).toEqual([])
    expect(offers).toEqual([
      {
        offerId: 'OF1',
        provider: 'Dinas Sosial',
        sector: 'basic',
        indicator: 'INCOME',
        units: 66,
        unitCostRp: 1_870_000,
        wards: [],
        filter: 'decile <= 3 && age_years >= 60 && !("PKH" in receives)',
        windowFrom: '2025-01-01',
        windowTo: '2025-06-28',
        needsPerUnit: 1,
        what: 'Santunan lansia',
      },
    ])
  })

  it('reads Indonesian headings in any order, with amounts and dates as offices write them', () => {
    const { offers, questions } = readOffers([
      aTable(
        [
          'Masa Berlaku',
          'No.',
          'Biaya Satuan (Rp)',
          'Lokasi',
          'Instansi Pemberi',
          'Kuota',
          'Bentuk Bantuan',
          'Desil Maks.',
          'Usia',
          'Belum Menerima',
          'Satuan',
          'Kebutuhan',
          'Wajib NIK',
        ],
        [
          '1 Januari s.d. 30 Juni 2025',
          '1',
          'Rp 2.422.000,00',
          'Kel. Langkai; Kec. Rakumpit',
          'Dinas Sosial',
          '43',
          'Kursi roda',
          '4',
          '18-60 tahun',
          'BPNT, RTLH Kota',
          'orang',
          'disabilitas',
          'ya',
        ],
        ['', 'JUMLAH', '', '', '', '43', '', '', '', '', '', '', ''],
      ),
    ])
    expect(questions).toEqual([])
    expect(offers).toEqual([
      {
        offerId: '1',
        provider: 'Dinas Sosial',
        sector: 'health',
        indicator: 'DISAB',
        units: 43,
        unitCostRp: 2_422_000,
        wards: ['62.71.01.1003', '62.71.05'],
        filter:
          'decile <= 4 && age_years >= 18 && age_years <= 60 && has_nik == true && !("SEMBAKO" in receives) && !("RTLH-K" in receives)',
        windowFrom: '2025-01-01',
        windowTo: '2025-06-30',
        needsPerUnit: 1,
        what: 'Kursi roda',
      },
    ])
  })

  it('takes the contract columns as they are', () => {
    const { offers } = readOffers([
      aTable(
        'offer_id,provider,sector,indicator,units,unit_cost_rp,budget_rp,wards,filter,window_from,window_to,needs_per_unit,min_bundle'.split(
          ',',
        ),
        [
          'a',
          'X',
          'water',
          'SANI',
          '',
          '100',
          '1000',
          '62.71.01 62.71.02',
          'decile <= 2',
          '',
          '',
          '10',
          '2',
        ],
      ),
    ])
    expect(offers[0]).toMatchObject({
      sector: 'water',
      indicator: 'SANI',
      budgetRp: 1000,
      wards: ['62.71.01', '62.71.02'],
      filter: '(decile <= 2)',
      needsPerUnit: 10,
      minBundle: 2,
    })
    expect(offers[0]?.units).toBeUndefined()
  })

  it('gives each offer an id of its own, from the row where none is written', () => {
    const { offers } = readOffers([
      aTable(['what', 'need_code'], ['Beras', 'INCOME'], ['Air', 'WATER']),
      aTable(['kode', 'what', 'need_code'], ['A', 'Beras', 'INCOME'], ['A', 'Air', 'WATER']),
    ])
    expect(offers.map(({ offerId }) => offerId)).toEqual(['penawaran-2', 'penawaran-3', 'A', 'A-2'])
  })

  it.each([
    { cells: { sex: 'P', pregnant: '1' }, filter: 'sex == "P" && pregnant == true' },
    { cells: { in_school: '0' }, filter: 'in_school == false' },
    { cells: { disability: 'fisik;rungu' }, filter: 'disability in ["physical", "hearing"]' },
    { cells: { disability: 'any' }, filter: 'disability != "none"' },
    { cells: { requires_nik: '0' }, filter: '' },
    { cells: { land_title: '1' }, filter: 'land_title in ["certificate", "statement"]' },
    { cells: { area_type: '!river' }, filter: 'area_type != "river"' },
    { cells: { flood_affected: '1' }, filter: 'flooded == true' },
    { cells: { decile_max: '2-4' }, filter: 'decile >= 2 && decile <= 4' },
    { cells: { sex: 'L/P' }, filter: '' },
    { cells: { umur: '>= 60' }, filter: 'age_years >= 60' },
    { cells: { umur: 'di bawah 15' }, filter: 'age_years < 15' },
  ])('reads the columns $cells', ({ cells, filter }) => {
    const { offer, codes } = readOne(cells)
    expect(offer.filter).toBe(filter)
    expect(codes).toEqual([])
  })

  it.each([
    [
      'murid SD/SMP desil 1-4 belum PIP',
      'EDU_COST',
      'in_school == true && school_level in ["SD", "SMP"] && decile <= 4 && !("PIP" in receives)',
    ],
    ['anak dan remaja 7-21 putus sekolah', 'ATS', 'age_years >= 7 && age_years <= 21'],
    ['balita/bumil gizi kurang', 'NUTR', '(age_years <= 4 || pregnant == true)'],
    [
      'rumah rusak sedang/berat, milik sendiri',
      'HOUSING',
      'house_condition in ["moderate", "heavy"] && own_house == true',
    ],
    ['penduduk ber-NIK tanpa JKN aktif', 'JKN', 'has_nik == true && jkn_active == false'],
    ['belum punya NIK/akta/tidak di KK', 'DOC', ''],
    ['daya <= 1300 VA', 'WATER', 'power_va <= 1300'],
    ['keluarga tidak mampu, desil 1-2', 'INCOME', 'decile <= 2'],
    ['tanah adat boleh; semua agama', 'HOUSING', ''],
  ])('reads the text "%s"', (eligibility_text, need_code, filter) => {
    const { offer, codes } = readOne({ eligibility_text, need_code })
    expect(offer.filter).toBe(filter)
    expect(codes).toEqual([])
  })

  it.each([
    ['mau swadaya', 'syarat_mau_swadaya == true'],
    ['desil 1-2, orang tua setuju', 'decile <= 2 && syarat_orang_tua_setuju == true'],
    ['pelajar nilai baik', 'in_school == true && syarat_nilai_baik == true'],
  ])('asks about "%s" and reserves nothing until it is known', (eligibility_text, filter) => {
    const { offer, codes, questions } = readOne({ eligibility_text })
    expect(offer.filter).toBe(filter)
    expect(codes).toEqual(['condition-unknown'])
    expect(questions[0]?.effect).toContain('Tidak ada yang dipesankan')
  })

  it('does not ask again for what a column says', () => {
    const { offer, codes } = readOne({
      eligibility_text: 'perempuan kepala keluarga di bawah 65, desil 1-4',
      woman_head: '1',
      age_max: '64',
      decile_max: '4',
    })
    expect(offer.filter).toBe('decile <= 4 && age_years <= 64 && woman_head == true')
    expect(codes).toEqual([])
  })

  it('keeps the end of an age that the columns leave open', () => {
    const { offer } = readOne({ eligibility_text: 'usia 7-21', age_min: '7' })
    expect(offer.filter).toBe('age_years >= 7 && age_years <= 21')
  })

  it('turns a kind of place into a condition, with a question', () => {
    const river = readOne({ territory: 'river' })
    expect(river.offer).toMatchObject({ wards: [], filter: 'area_type == "river"' })
    expect(river.codes).toEqual(['territory-kind'])
    const flood = readOne({ territory: 'flood', flood_affected: '1' })
    expect(flood.offer.filter).toBe('flooded == true')
  })

  it('asks for a faith in the words of the register, and says that few lists hold it', () => {
    const { offer, codes } = readOne({
      faith: 'Islam',
      eligibility_text: 'mustahik muslim, desil 1-4',
    })
    expect(offer.filter).toBe('faith == "islam" && decile <= 4')
    expect(codes).toEqual(['faith'])
  })

  it('serves nobody in a territory that it cannot find', () => {
    const { offer, codes } = readOne({ territory: 'sekitar kantor pusat' })
    expect(offer.filter).toBe('wilayah_sekitar_kantor_pusat == true')
    expect(codes).toEqual(['territory-unknown'])
  })

  it.each(['ALL', 'Seluruh Kota', '', '30 Kelurahan', 'Kota Palangka Raya'])(
    'takes the territory "%s" as everywhere',
    (territory) => {
      expect(readOne({ territory }).offer.wards).toEqual([])
    },
  )

  it('counts a group as its fewest members and asks', () => {
    const { offer, codes } = readOne({ unit: 'group', eligibility_text: '8-10 KK satu RT' })
    expect(offer).toMatchObject({ needsPerUnit: 8, filter: '' })
    expect(codes).toEqual(['group-size'])
  })

  it('does not guess how many a facility serves', () => {
    const said = readOne({
      unit: 'area',
      need_code: 'SANI',
      eligibility_text: 'RT dengan >10 rumah',
    })
    expect(said.offer.needsPerUnit).toBe(10)
    const unsaid = readOne({ unit: 'area', need_code: 'WATER' })
    expect(unsaid.offer.filter).toBe('cakupan_satu_unit == true')
    expect(unsaid.codes).toEqual(['area-size'])
  })

  it('works out the need from the words where no code stands, and asks', () => {
    const { offer, codes } = readOne({ need_code: '', what: 'Tangki septik individual' })
    expect(offer).toMatchObject({ sector: 'water', indicator: 'SANI' })
    expect(codes).toEqual(['need-assumed'])
  })

  it('never promises without a limit', () => {
    const { codes } = readOne({ quantity: '', unit_cost_rp: '' })
    expect(codes).toContain('limit-missing')
  })

  it('works out the unit cost from the budget and the count', () => {
    const { offer } = readOne({ quantity: '4 KK', unit: '', unit_cost_rp: '', pagu: 'Rp10 juta' })
    expect(offer).toMatchObject({ units: 4, unitCostRp: 2_500_000, budgetRp: 10_000_000 })
  })

  it('asks about a window that it cannot read', () => {
    const { offer, codes } = readOne({ window_from: '2025-02-30', window_to: '2025-05-01' })
    expect(offer.filter).toBe('masa_berlaku_dibuka == true')
    expect(codes).toEqual(['window-unclear'])
  })

  it('never fails on any text, and never widens a filter by a text it cannot read', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (eligibility_text, territory, unit) => {
        const { offer } = readOne({ eligibility_text, territory, unit })
        expect(offer.needsPerUnit).toBeGreaterThanOrEqual(1)
      }),
      { numRuns: propertyRuns(300), seed: 3 },
    )
  })
})

const officeFile = new URL('../../../shared/data/lists/dev/offers.csv', import.meta.url)
describe.skipIf(!existsSync(officeFile))('an office table of sixty offers', () => {
  it('reads every row with its need, and leaves no offer without a limit', () => {
    const [headings = '', ...lines] = readFileSync(officeFile, 'utf8').trim().split(/\r?\n/)
    const cells = (line: string) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((match) =>
        (match[1] ?? '').replace(/^"|"$/g, '').replaceAll('""', '"'),
      )
    const { offers, questions } = readOffers([
      aTable(cells(headings).slice(0, -1), ...lines.map((line) => cells(line))),
    ])
    expect(offers).toHaveLength(lines.length)
    expect(offers.every(({ indicator }) => indicator !== '')).toBe(true)
    expect(questions.filter(({ code }) => code === 'limit-missing')).toEqual([])
  })
})
