import excel from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainTable } from '#intake/schema'
import type { Received } from '#ledger/schema'
import { propertyRuns } from '../../test/property-runs.ts'
import { bandOf, buildMatrix } from './build-matrix.ts'
import { matrixColumns } from './schema.ts'
import { matrixWorkbook } from './write-xlsx.ts'

const on = '2025-07-01'

function aTable(headings: readonly string[], ...rows: readonly (readonly string[])[]): PlainTable {
  return {
    file: 'anggaran.xlsx',
    sheet: 'OPPKPKE',
    headings,
    rows: rows.map((cells, index) => ({ row: index + 2, cells })),
  }
}

const headings = matrixColumns.map((name) => (name.startsWith('TW') ? `Realisasi ${name}` : name))

/** A full row of the official columns with the cells that matter. */
function aRow(parts: Readonly<Record<string, string>> = {}): string[] {
  const cells: Readonly<Record<string, string>> = {
    'Strategi OPPKPKE': 'Mengurangi beban pengeluaran masyarakat',
    'Perangkat Daerah': 'Dinas Sosial',
    Kode: '1.06.05.2.01.0001',
    Program: 'Program Perlindungan',
    Kegiatan: 'Pengelolaan Data',
    'Sub Kegiatan': 'Fasilitasi Bantuan Sosial',
    'Aktivitas Real: Langsung': 'v',
    'Alokasi Anggaran (Rp)': '1000',
    ...parts,
  }
  return headings.map((heading) => cells[heading] ?? '')
}

function build(tables: readonly PlainTable[], received: readonly Received[] = []) {
  return buildMatrix({ tables, received, needs: [], on })
}

function lineOf(parts: Readonly<Record<string, string>>, received: readonly Received[] = []) {
  const matrix = build([aTable(headings, aRow(parts))], received)
  const line = matrix.groups[0]?.lines[0]
  if (!line) throw new Error('no line was read')
  return { line, codes: matrix.findings.map(({ code }) => code), matrix }
}

function aReceived(parts: Partial<Received> = {}): Received {
  return {
    rowNo: 0,
    ref: { file: 'a.xlsx', sheet: '', row: 2 },
    personId: 'p1',
    familyId: 'f1',
    sector: 'housing',
    indicator: 'HOUSING',
    programme: 'Bantuan rumah',
    provider: 'Disperkimtan',
    status: 'received',
    ...parts,
  }
}

describe('buildMatrix', () => {
  it('reads amounts as offices write them and recomputes a wrong total', () => {
    const { line, codes, matrix } = lineOf({
      'Alokasi Anggaran (Rp)': 'Rp 1.175.000.000,00',
      'Realisasi TW I': '138.970.000',
      'Realisasi TW II': '151,460,000',
      'Realisasi TW III': '0',
      'Realisasi TW IV': '-',
      'Total Realisasi': '295430000',
    })
    expect(line.budgetRp).toBe(1_175_000_000)
    expect(line.quartersRp).toEqual([138_970_000, 151_460_000, 0, undefined])
    expect(line.totalRp).toBe(290_430_000)
    expect(codes).toEqual(['total-differs'])
    expect(matrix.findings[0]).toMatchObject({
      file: 'anggaran.xlsx',
      row: 2,
      column: 'Total Realisasi',
      value: '295430000',
    })
    expect(matrix.findings[0]?.hint).toContain('290430000')
  })

  it.each([
    { written: '500 KK', target: { count: 500, unit: 'KK' } },
    { written: '± 1.190 orang', target: { count: 1190, unit: 'orang' } },
    { written: '12', target: { count: 12, unit: '' } },
    { written: '', target: undefined },
  ])('reads the target "$written"', ({ written, target }) => {
    const { line, codes } = lineOf({ 'Jumlah Sasaran Penerima Manfaat': written })
    expect(line.target).toEqual(target)
    expect(line.targetText).toBe(written)
    expect(codes).toEqual([])
  })

  it('keeps a target that is no count as written, with a finding', () => {
    const { line, codes } = lineOf({ 'Jumlah Sasaran Penerima Manfaat': 'seluruh warga' })
    expect(line).toMatchObject({ targetText: 'seluruh warga' })
    expect(line.target).toBeUndefined()
    expect(codes).toEqual(['target-unreadable'])
  })

  it('groups by strategy, takes it from the heading above where the row names none', () => {
    const matrix = build([
      aTable(
        headings,
        ['', 'C. MENURUNKAN JUMLAH KANTONG KEMISKINAN'],
        aRow({ 'Strategi OPPKPKE': '', 'Sub Kegiatan': 'Jalan' }),
        ['', 'A. MENGURANGI BEBAN PENGELUARAN MASYARAKAT'],
        aRow({ 'Strategi OPPKPKE': '', 'Sub Kegiatan': 'Beras' }),
        ['', 'JUMLAH'],
      ),
    ])
    expect(matrix.groups.map(({ strategy, lines }) => [strategy, lines[0]?.subActivity])).toEqual([
      ['a', 'Beras'],
      ['c', 'Jalan'],
    ])
    expect(matrix.groups.flatMap(({ lines }) => lines.map(({ no }) => no))).toEqual([1, 2])
    expect(matrix.findings).toEqual([])
  })

  it('finds a row of sums that does not add up', () => {
    const sums = (budget: string) => ['', 'JUMLAH', ...Array(8).fill(''), budget]
    const right = build([aTable(headings, aRow(), aRow(), sums('2.000'))])
    expect(right.findings).toEqual([])
    const wrong = build([aTable(headings, aRow(), aRow(), sums('2.500'))])
    expect(wrong.findings).toMatchObject([{ code: 'sum-row-differs', row: 4, value: '2.500' }])
    expect(wrong.sum.budgetRp).toBe(2000)
  })

  it('reads other headings in any order, and half-years', () => {
    const matrix = build([
      aTable(
        [
          'OPD',
          'Semester 2',
          'Semester 1',
          'Pagu (Rp)',
          'Nama Sub Kegiatan',
          'Strategi',
          'Satuan Sasaran',
          'Jumlah Sasaran',
          'Penerima Langsung',
        ],
        ['Dinkes', '', '40', '100', 'Gizi', 'a', 'balita', '30', '30'],
      ),
    ])
    expect(matrix.groups[0]?.lines[0]).toMatchObject({
      agency: 'Dinkes',
      strategy: 'a',
      budgetRp: 100,
      quartersRp: [undefined, 40, undefined, undefined],
      totalRp: 40,
      target: { count: 30, unit: 'balita' },
      involvement: ['direct'],
    })
    expect(matrix.findings.map(({ code }) => code)).toEqual(['semester-as-quarters'])
  })

  it('names columns that the source lacks', () => {
    const matrix = build([aTable(['OPD', 'Strategi'], ['Dinsos', 'a'])])
    expect(matrix.findings.map(({ code, column }) => [code, column])).toContainEqual([
      'column-missing',
      'Alokasi Anggaran (Rp)',
    ])
  })

  it('notes a code of another form, an amount that is none, and too much realised', () => {
    const { codes, line } = lineOf({
      Kode: '4.01',
      'Alokasi Anggaran (Rp)': '100',
      'Realisasi TW I': '150',
      'Realisasi TW II': 'belum ada',
    })
    expect(codes).toEqual(['amount-unreadable', 'realised-over-budget', 'code-form'])
    expect(line.totalRp).toBe(150)
  })

  it('counts families reached by a programme that the line names', () => {
    const given = ['f1', 'f1', 'f2'].map((familyId) => aReceived({ familyId, programme: 'PKH' }))
    const { line } = lineOf({ 'Sub Kegiatan': 'Pendampingan PKH' }, given)
    expect(line.familiesReached).toBe(2)
    expect(line.reachNote).toContain('PKH')
  })

  it('counts families reached by the same agency for the need that the line names', () => {
    const given = [
      aReceived({ familyId: 'f1' }),
      aReceived({ familyId: 'f2', indicator: 'SANI' }),
      aReceived({ familyId: 'f3', date: '2024-05-01' }),
      aReceived({ familyId: 'f4', provider: 'PT Papan' }),
    ]
    const parts = { 'Perangkat Daerah': 'Disperkimtan Kota', 'Sub Kegiatan': 'Perbaikan rumah' }
    const { line, matrix } = lineOf(parts, given)
    expect(line.familiesReached).toBe(1)
    expect(matrix.outsideBudget).toEqual([
      { provider: 'PT Papan', programme: 'Bantuan rumah', families: 1 },
    ])
  })

  it('leaves families reached blank where the ledger cannot tell, and says so', () => {
    const { line } = lineOf({}, [aReceived()])
    expect(line.familiesReached).toBeUndefined()
    expect(line.reachNote).toBe('Belum ada daftar penerima dari perangkat daerah ini.')
  })

  it('makes a matrix from the ledger alone, with blanks', () => {
    const matrix = build(
      [],
      [
        aReceived({ amountRp: 500, date: '2025-05-02' }),
        aReceived({ familyId: 'f2', amountRp: 250 }),
        aReceived({ familyId: 'f3', sector: 'basic', indicator: 'INCOME', programme: 'Beras' }),
      ],
    )
    expect(matrix.basis).toBe('received')
    expect(matrix.groups.map(({ strategy }) => strategy)).toEqual(['a', 'c'])
    const housing = matrix.groups[1]?.lines[0]
    expect(housing).toMatchObject({
      agency: 'Disperkimtan',
      familiesReached: 2,
      quartersRp: [undefined, 500, undefined, undefined],
      totalRp: 750,
      band: 'no-budget',
    })
    expect(matrix.groups[0]?.lines[0]?.totalRp).toBeUndefined()
  })

  it('gives sums that are the sums of what it read, whatever is in the cells', () => {
    const amount = fc.oneof(
      fc.nat(10_000).map(String),
      fc.constantFrom('', '-', 'x', '1.5.2', '12,50'),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount, amount), { maxLength: 6 }), (rows) => {
        const { groups, sum } = build([
          aTable(
            headings,
            ...rows.map(([budget, first, second]) =>
              aRow({
                'Alokasi Anggaran (Rp)': budget,
                'Realisasi TW I': first,
                'Realisasi TW II': second,
              }),
            ),
          ),
        ])
        const lines = groups.flatMap((group) => group.lines)
        expect(lines).toHaveLength(rows.length)
        expect(sum.totalRp).toBe(sum.quartersRp.reduce((a, b) => a + b, 0))
        expect(sum.budgetRp).toBe(lines.reduce((a, { budgetRp = 0 }) => a + budgetRp, 0))
      }),
      { numRuns: propertyRuns(100), seed: 4 },
    )
  })
})

describe('bandOf', () => {
  it.each([
    { totalRp: 80, band: 'on-target' },
    { totalRp: 79, band: 'on-progress' },
    { totalRp: 50, band: 'on-progress' },
    { totalRp: 49, band: 'attention' },
    { totalRp: 0, band: 'attention' },
  ])('of 100 budgeted calls $totalRp $band', ({ totalRp, band }) => {
    expect(bandOf({ budgetRp: 100, totalRp })).toBe(band)
  })

  it('tells nothing entered from nothing spent', () => {
    expect(bandOf({ budgetRp: 100 })).toBe('not-filled')
    expect(bandOf({ totalRp: 5 })).toBe('no-budget')
  })
})

describe('matrixWorkbook', () => {
  const matrix = build([
    aTable(
      headings,
      aRow({ 'Realisasi TW I': '200', 'Jumlah Sasaran Penerima Manfaat': '500 KK' }),
      aRow({ 'Strategi OPPKPKE': 'Meningkatkan pendapatan masyarakat', 'Total Realisasi': '7' }),
    ),
  ])

  async function readBack() {
    const workbook = new excel.Workbook()
    const bytes = await matrixWorkbook(matrix)
    await workbook.xlsx.load(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
    )
    return workbook
  }

  it('has the 23 columns in order, groups, numbers and sums', async () => {
    const sheet = (await readBack()).getWorksheet('OPPKPKE')
    const rows: unknown[][] = []
    sheet?.eachRow((row) => rows.push([...Array(23).keys()].map((n) => row.getCell(n + 1).value)))
    expect(rows[0]).toEqual([...matrixColumns])
    expect(rows.map((row) => row[1])).toEqual([
      'Strategi OPPKPKE',
      'A. MENGURANGI BEBAN PENGELUARAN MASYARAKAT',
      'Mengurangi beban pengeluaran masyarakat',
      'Jumlah A',
      'B. MENINGKATKAN PENDAPATAN MASYARAKAT',
      'Meningkatkan pendapatan masyarakat',
      'Jumlah B',
      'JUMLAH',
    ])
    expect(rows[2]?.slice(10, 11)).toEqual([1000])
    expect(rows[2]?.[14]).toBe('500 KK')
    expect(rows[7]?.[10]).toBe(2000)
    expect(rows[7]?.[22]).toBe(207)
    expect(sheet?.getCell('K3').numFmt).toBe('#,##0')
    expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 8 })
  })

  it('has the notes second and the reach third', async () => {
    const workbook = await readBack()
    expect(workbook.worksheets.map(({ name }) => name).slice(0, 3)).toEqual([
      'OPPKPKE',
      'Catatan',
      'Capaian',
    ])
  })

  it('is the same bytes for the same matrix', async () => {
    const once = await matrixWorkbook(matrix)
    expect(Buffer.from(once).equals(Buffer.from(await matrixWorkbook(matrix)))).toBe(true)
  })
})
