import excel from 'exceljs'
import { xlsxCell } from '#platform/xlsx'
import { regionName } from '#territory'
import type { Compared } from './difference.ts'
import type { DifferenceLine } from './schema.ts'

const titles = {
  new: 'Baru',
  gone: 'Hilang',
  changed: 'Berubah',
  inactive: 'JKN nonaktif',
} as const
const headings = ['Nama', 'NIK', 'No. KK', 'Kelurahan', 'Baris', 'Kolom', 'Dulu', 'Sekarang']
const widths = [30, 20, 20, 22, 8, 20, 30, 30]

/** The difference as a workbook, a sheet for each kind, numbers masked; a line a changed field. */
export async function writeDifference(compared: Compared): Promise<Uint8Array> {
  const workbook = new excel.Workbook()
  for (const kind of ['new', 'gone', 'changed', 'inactive'] as const) {
    const page = workbook.addWorksheet(titles[kind], { views: [{ state: 'frozen', ySplit: 1 }] })
    page.columns = widths.map((width) => ({ width }))
    page.addRow(headings).font = { bold: true }
    for (const line of compared[kind]) page.addRows(toRows(line).map((row) => row.map(xlsxCell)))
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function toRows({ name, nik, kk, ward, row, changes }: DifferenceLine): (string | number)[][] {
  const who = [name, nik, kk, ward === null ? '' : (regionName(ward) ?? ward), row]
  if (changes.length === 0) return [who]
  return changes.map(({ field, before, after }) => [...who, field, before ?? '', after ?? ''])
}
