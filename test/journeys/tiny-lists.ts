import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A list as a test writes it: rows can be put into another order, and each keeps its key. */
export interface TinyList {
  readonly file: string
  /** Lines above the first row, the headings last. */
  readonly head: readonly string[]
  readonly rows: readonly TinyRow[]
}

export interface TinyRow {
  /** Names the row whatever its place. */
  readonly key: string
  readonly line: string
}

const names = ['Siti Aminah', 'Budi Santoso', 'Rusmini', 'Yohanes Lampung', 'Dewi Kameloh', 'Ahmad']
const wards = ['Pahandut', 'Langkai', 'Panarung', 'Menteng']

/** Twelve invented families in three lists of three kinds, damaged as lists are. */
export function tinyLists(): TinyList[] {
  const families = Array.from({ length: 12 }, (_, familyNo) => familyNo)
  const members = families.flatMap((familyNo) => [0, 1].map((memberNo) => ({ familyNo, memberNo })))
  return [
    {
      file: 'data warga.csv',
      head: ['NIK;No KK;Nama;JK;Tgl Lahir;Hubungan;Alamat;Kelurahan;Desil'],
      rows: members.map(({ familyNo, memberNo }) => ({
        key: `warga ${familyNo}.${memberNo}`,
        line: [
          nik(familyNo, memberNo),
          kk(familyNo),
          nameOf(familyNo, memberNo),
          memberNo === 0 ? 'L' : 'P',
          `0${memberNo + 1}/03/${1970 + familyNo}`,
          memberNo === 0 ? 'Kepala Keluarga' : 'Istri',
          // A line break inside quotes makes no record.
          familyNo === 3 ? `"Jl. Rajawali\nNo. ${familyNo}"` : `Jl. Rajawali No. ${familyNo}`,
          wardOf(familyNo),
          String((familyNo % 4) + 1),
        ].join(';'),
      })),
    },
    {
      file: 'bansos.csv',
      head: [
        'PENERIMA BANTUAN PANGAN TAHUN 2025,,,,,',
        '',
        'No,Nama Penerima,NIK,Kelurahan,Nominal,Tanggal Salur',
      ],
      rows: [
        ...families.slice(0, 8).map((familyNo) => ({
          key: `bansos ${familyNo}`,
          line: `${familyNo + 1},${nameOf(familyNo, 0).toUpperCase()},${nik(familyNo, 0)},${wardOf(familyNo)},Rp 600.000,2025-06-1${familyNo}`,
        })),
        // Names nobody: it must be accounted for all the same.
        { key: 'bansos nobody', line: `9,,,${wardOf(1)},Rp 600.000,2025-06-19` },
      ],
    },
    {
      file: 'rumah.txt',
      head: ['NAMA KEPALA KELUARGA\tNIK\tKELURAHAN\tLANTAI\tATAP\tSUMBER AIR\tJAMBAN'],
      rows: families.slice(4).map((familyNo) => ({
        key: `rumah ${familyNo}`,
        line: `${nameOf(familyNo, 0)}\t${nik(familyNo, 0)}\t${wardOf(familyNo)}\tTanah\tSeng\tSungai\tTidak ada`,
      })),
    },
  ]
}

/** Writes the lists, each with its rows in the order that `arrange` gives. */
export function writeLists(
  folder: string,
  lists: readonly TinyList[],
  arrange: (rows: readonly TinyRow[]) => readonly TinyRow[] = (rows) => rows,
): void {
  mkdirSync(folder, { recursive: true })
  for (const { file, head, rows } of lists) {
    const lines = [...head, ...arrange(rows).map(({ line }) => line)]
    writeFileSync(join(folder, file), `${lines.join('\n')}\n`)
  }
}

/** Record number, from 1, of each row's key as `file key`, for the same `arrange`. */
export function recordNumbers(
  lists: readonly TinyList[],
  arrange: (rows: readonly TinyRow[]) => readonly TinyRow[] = (rows) => rows,
): Map<string, string> {
  return new Map(
    lists.flatMap(({ file, head, rows }) =>
      arrange(rows).map(({ key }, rowNo): [string, string] => [
        `${file} ${head.length + rowNo + 1}`,
        key,
      ]),
    ),
  )
}

function nameOf(familyNo: number, memberNo: number): string {
  const first = names[(familyNo + memberNo * 3) % names.length]
  return `${first} ${['Tingang', 'Nyai', 'Rangkap'][Math.floor(familyNo / 4)]}`
}

function wardOf(familyNo: number): string {
  return wards[familyNo % wards.length] ?? ''
}

function nik(familyNo: number, memberNo: number): string {
  const day = memberNo === 0 ? '01' : '42'
  return `627101${day}03${70 + familyNo}${String(familyNo * 2 + memberNo + 1).padStart(4, '0')}`
}

function kk(familyNo: number): string {
  return `62710101012${String(familyNo).padStart(5, '0')}`
}
