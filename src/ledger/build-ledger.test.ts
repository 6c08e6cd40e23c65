import { describe, expect, it } from 'vitest'
import type { Intake, ListSheet, RowFields } from '#intake/schema'
import type { Register } from '#registry/schema'
import { buildLedger } from './build-ledger.ts'

/** One sheet with its rows, each row a person of an own family: `p0` of `f0`. */
function ledgerOf(sheet: Partial<ListSheet>, rows: readonly RowFields[]) {
  return buildLedger(anIntake(sheet, rows), aRegister(rows.length))
}

function anIntake(sheet: Partial<ListSheet>, rows: readonly RowFields[]): Intake {
  const list: ListSheet = {
    file: 'a.xlsx',
    sheet: 'S',
    kind: 'aid',
    title: '',
    headerRow: 1,
    columns: [],
    account: {
      lastRow: 0,
      title: 0,
      heading: 0,
      blank: 0,
      section: 0,
      total: 0,
      footer: 0,
      data: 0,
      quarantined: 0,
    },
    ...sheet,
  }
  return {
    sheets: [list],
    rows: rows.map((fields, place) => ({
      ref: { file: list.file, sheet: list.sheet, row: place + 2 },
      sheetNo: 0,
      fields,
    })),
    quarantinedRefs: [],
    quarantine: [],
    findings: [],
    faults: [],
    ignored: [],
    offers: [],
    budgets: [],
  }
}

function aRegister(rowCount: number): Register {
  return {
    persons: [],
    families: [],
    rowLinks: Array.from({ length: rowCount }, (_, place) => ({
      personId: `p${place}`,
      familyId: `f${place}`,
    })),
    review: [],
    linkageSummary: { pairsCompared: 0, clusterCount: 0, doubtfulCount: 0 },
  }
}

describe('buildLedger', () => {
  it('enters a payment of a national programme with its row, amount and period', () => {
    const period = { from: '2025-04-01', to: '2025-06-30' }
    const [entry] = ledgerOf({ programme: 'PKH', provider: 'Kemensos', period }, [
      { name: 'Yuliana', amountRp: 1_500_000 },
    ])
    expect(entry).toEqual({
      rowNo: 0,
      ref: { file: 'a.xlsx', sheet: 'S', row: 2 },
      personId: 'p0',
      familyId: 'f0',
      sector: 'basic',
      indicator: 'INCOME',
      programme: 'PKH',
      provider: 'Kemensos',
      amountRp: 1_500_000,
      date: '2025-04-01',
      status: 'received',
    })
  })

  it('leaves the date open where only the year is known', () => {
    const period = { from: '2025-01-01', to: '2025-12-31' }
    expect(ledgerOf({ programme: 'PIP', period }, [{}])[0]).not.toHaveProperty('date')
  })

  it.each([
    'Gagal - saldo 0',
    'Rek. tidak aktif',
    'tidak hadir',
    'MENINGGAL',
    'Retur',
    'dalam proses',
    'belum salur',
    'usulan 2026',
  ])('gives nothing by a row that says "%s"', (aidStatusText) => {
    expect(ledgerOf({ programme: 'SEMBAKO' }, [{ aidStatusText }])).toEqual([])
  })

  it.each(['Berhasil', 'Sudah salur', 'Lunas', 'MENINGGAL, ahli waris', 'BNI'])(
    'gives by a row that says "%s"',
    (aidStatusText) => {
      expect(ledgerOf({ programme: 'SEMBAKO' }, [{ aidStatusText }])).toHaveLength(1)
    },
  )

  it('believes a remark that names a failure, and no other remark', () => {
    const notes = ['tidak hadir', 'rumah di tepi sungai, tidak punya HP']
    const entries = ledgerOf(
      { programme: 'PKH' },
      notes.map((note) => ({ note })),
    )
    expect(entries.map((entry) => entry.personId)).toEqual(['p1'])
  })

  it('counts an active member of health insurance and no inactive one', () => {
    const entries = ledgerOf({ programme: 'PBI-JK' }, [
      { jknStatus: 'active', aidDate: '2021-09-01' },
      { jknStatus: 'inactive', jknReason: 'DESIL 6-10' },
      { jknReason: 'PINDAH SEGMEN' },
    ])
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({ indicator: 'JKN', status: 'active', date: '2021-09-01' })
  })

  it('gives nothing by a proposal, a survey of a lack, or a list of candidates', () => {
    expect(ledgerOf({ kind: 'proposal' }, [{ note: 'rumah mau roboh' }])).toEqual([])
    expect(ledgerOf({ kind: 'housing-survey' }, [{ roofCondition: 'damaged' }])).toEqual([])
    expect(ledgerOf({ kind: 'water-survey' }, [{ earlierAidText: 'belum pernah' }])).toEqual([])
    expect(
      ledgerOf({ programme: 'BLT', title: 'DAFTAR CALON PENERIMA BLT' }, [{ amountRp: 300_000 }]),
    ).toEqual([])
    expect(ledgerOf({ kind: 'disability' }, [{ aidText: 'butuh kursi roda' }])).toEqual([])
  })

  it('believes a survey that tells of earlier help, with the year in the programme', () => {
    expect(
      ledgerOf({ kind: 'housing-survey' }, [{ earlierAidText: 'BSPS 2023' }])[0],
    ).toMatchObject({ indicator: 'HOUSING', programme: 'BSPS 2023' })
    const water = ledgerOf({ kind: 'water-survey' }, [
      { earlierAidText: 'stimulan jamban 2024' },
      { earlierAidText: 'SR MBR 2024' },
    ])
    expect(water.map((entry) => entry.indicator)).toEqual(['SANI', 'WATER'])
    expect(water[0]).not.toHaveProperty('date')
    const aids = ledgerOf({ kind: 'disability' }, [
      { aidText: 'Kursi roda 2024' },
      { earlierAidText: 'Asistensi kota' },
      { aidText: 'bantuan dari dinas' },
      { aidText: '-' },
    ])
    expect(aids.map((entry) => entry.indicator)).toEqual(['DISAB', 'DISAB', 'DISAB'])
  })

  it('enters a row of two things twice and its amount once', () => {
    const entries = ledgerOf({ provider: 'PT Handep' }, [
      { aidText: 'sembako dan tas sekolah', amountRp: 500_000 },
    ])
    expect(entries.map((entry) => entry.indicator)).toEqual(['INCOME', 'EDU_COST'])
    expect(entries.map((entry) => entry.amountRp)).toEqual([500_000, undefined])
    expect(entries[0]?.programme).toBe('PT Handep: sembako dan tas sekolah')
  })

  it('reads the purpose from the titles where rows have no words, else counts daily life', () => {
    const titled = ledgerOf({ title: 'PENERIMA BANTUAN PERAHU NELAYAN' }, [{ amountRp: 1 }])
    expect(titled[0]?.indicator).toBe('CAPITAL')
    expect(ledgerOf({ title: 'DAFTAR PENERIMA' }, [{ amountRp: 1 }])[0]?.indicator).toBe('INCOME')
  })
})
