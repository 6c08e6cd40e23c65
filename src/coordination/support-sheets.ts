import type { Indicator } from '#ledger/schema'
import type {
  AgencyRank,
  Band,
  IndicatorReach,
  Matrix,
  MatrixLine,
  OutsideBudget,
} from './schema.ts'
import {
  amountFormat,
  type excel,
  fillTable,
  shareFormat,
  type TableColumn,
} from './workbook-style.ts'

/** Words of the regional dashboards. */
const bandNames: Readonly<Record<Band, string>> = {
  'on-target': 'Sesuai Target',
  'on-progress': 'On Progress',
  attention: 'Perlu Perhatian',
  'not-filled': 'Belum Diisi',
  'no-budget': 'Tanpa Anggaran',
}

const indicatorNames: Readonly<Record<Indicator, string>> = {
  INCOME: 'Penghasilan',
  ELDER: 'Perawatan lansia',
  NEGLECT: 'Telantar',
  DOC: 'Dokumen kependudukan',
  ATS: 'Tidak sekolah',
  EDU_COST: 'Biaya sekolah',
  JKN: 'Jaminan kesehatan',
  NUTR: 'Gizi',
  PREG: 'Kehamilan',
  DISAB: 'Disabilitas',
  WATER: 'Air minum',
  SANI: 'Sanitasi',
  HOUSING: 'Rumah',
  ELEC: 'Listrik',
  WORK: 'Pekerjaan',
  CAPITAL: 'Modal usaha',
  JAMSOS: 'Perlindungan kerja',
  PEKKA: 'Perempuan kepala keluarga',
  DEBT: 'Utang',
}

/** Adds `Catatan`, `Capaian`, `Kebutuhan` and `Perangkat Daerah`. */
export function fillSupportSheets(
  workbook: InstanceType<typeof excel.Workbook>,
  matrix: Matrix,
): void {
  fillNotes(workbook.addWorksheet('Catatan'), matrix)
  fillReach(workbook.addWorksheet('Capaian'), matrix)
  fillTable<IndicatorReach>(
    workbook.addWorksheet('Kebutuhan'),
    [
      { header: 'Kode', width: 12, cell: ({ indicator }) => indicator },
      { header: 'Kebutuhan', width: 28, cell: ({ indicator }) => indicatorNames[indicator] },
      amount('Keluarga yang membutuhkan', 16, (row) => row.familiesInNeed),
      amount('Keluarga yang sudah dibantu tahun ini', 16, (row) => row.familiesReached),
      amount('Kebutuhan yang direncanakan dilayani', 16, (row) => row.needsPlanned),
      amount('Nilai rencana (Rp)', 20, (row) => row.plannedRp),
    ],
    matrix.indicators,
  )
  fillTable<AgencyRank>(
    workbook.addWorksheet('Perangkat Daerah'),
    [
      { header: 'Perangkat Daerah', width: 36, cell: ({ agency }) => agency },
      amount('Jumlah sub kegiatan', 16, (row) => row.lineCount),
      amount('Alokasi Anggaran (Rp)', 20, (row) => row.budgetRp),
      amount('Total Realisasi (Rp)', 20, (row) => row.totalRp),
      { header: 'Serapan', width: 10, cell: ({ share }) => share, format: shareFormat },
    ],
    matrix.agencies,
  )
}

function amount<Row>(
  header: string,
  width: number,
  cell: (row: Row) => number | undefined,
): TableColumn<Row> {
  return { header, width, cell, format: amountFormat }
}

function fillNotes(sheet: Parameters<typeof fillTable>[0], matrix: Matrix): void {
  const about =
    matrix.basis === 'budget'
      ? `Anggaran tahun ${matrix.year} dari berkas dinas; jumlah dihitung ulang. Baris yang tidak disebut di sini terbaca utuh.`
      : `Tidak ada berkas anggaran. Matriks tahun ${matrix.year} disusun dari daftar penerima saja; kolom anggaran kosong, strategi menurut bidang bantuannya.`
  const general = { file: '', sheet: '', row: 0, column: '', code: 'about', value: '', hint: about }
  fillTable(
    sheet,
    [
      { header: 'Berkas', width: 24, cell: ({ file }) => file },
      { header: 'Lembar', width: 14, cell: (finding) => finding.sheet },
      { header: 'Baris', width: 8, cell: ({ row }) => (row === 0 ? undefined : row) },
      { header: 'Kolom', width: 26, cell: ({ column }) => column },
      { header: 'Kode', width: 22, cell: ({ code }) => code },
      { header: 'Tertulis', width: 24, cell: ({ value }) => value },
      { header: 'Keterangan', width: 70, cell: ({ hint }) => hint },
    ],
    [general, ...matrix.findings],
  )
}

/** Families reached, line by line; help that no line accounts for follows without a number. */
function fillReach(sheet: Parameters<typeof fillTable>[0], matrix: Matrix): void {
  const lines = matrix.groups.flatMap((group) => group.lines)
  fillTable<MatrixLine | OutsideBudget>(
    sheet,
    [
      { header: 'Nomor', width: 8, cell: (row) => ('no' in row ? row.no : undefined) },
      {
        header: 'Perangkat Daerah',
        width: 26,
        cell: (row) => ('no' in row ? row.agency : row.provider),
      },
      {
        header: 'Sub Kegiatan',
        width: 40,
        cell: (row) => ('no' in row ? row.subActivity || row.programme : row.programme),
      },
      amount('Sasaran', 16, (row) => ('no' in row ? row.target?.count : undefined)),
      { header: 'Satuan', width: 12, cell: (row) => ('no' in row ? row.target?.unit : undefined) },
      amount('Keluarga tercapai', 16, (row) => ('no' in row ? row.familiesReached : row.families)),
      {
        header: 'Serapan',
        width: 10,
        cell: (row) => ('no' in row ? row.share : undefined),
        format: shareFormat,
      },
      {
        header: 'Status',
        width: 16,
        cell: (row) => ('no' in row ? bandNames[row.band] : undefined),
      },
      {
        header: 'Keterangan',
        width: 60,
        cell: (row) =>
          'no' in row ? row.reachNote : 'Bantuan di luar baris anggaran ini, dari daftar penerima.',
      },
    ],
    [...lines, ...matrix.outsideBudget],
  )
}
