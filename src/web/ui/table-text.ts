import { neutralCell } from '#platform/inert-cell'
import { number } from '../i18n/format.ts'
import { t } from '../i18n/language.ts'
import { showToast } from './toast.ts'

/** A table as it stands on the screen: headings, then rows of cells. */
export interface ShownTable {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

function inert(cell: string | number | null): string {
  return typeof cell === 'string' ? neutralCell(cell) : String(cell ?? '')
}

/** Tab-separated text, as spreadsheets paste it. */
export function toTsv({ headings, rows }: ShownTable): string {
  return [headings, ...rows]
    .map((row) => row.map((cell) => inert(cell).replace(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\n')
}

/** CSV with a byte order mark, so that Excel reads it as UTF-8. */
export function toCsv({ headings, rows }: ShownTable): string {
  const lines = [headings, ...rows].map((row) =>
    row
      .map(inert)
      .map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
      .join(','),
  )
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/** Puts the shown rows on the clipboard and says how many. */
export async function copyTable(table: ShownTable): Promise<void> {
  await navigator.clipboard.writeText(toTsv(table))
  showToast(t('table.copied', { count: number(table.rows.length) }))
}

/** Saves the shown rows as a file on this device. */
export function downloadTable(table: ShownTable, fileName: string): void {
  const address = URL.createObjectURL(new Blob([toCsv(table)], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${fileName}.csv`
  link.click()
  URL.revokeObjectURL(address)
  showToast(t('table.downloaded', { count: number(table.rows.length) }))
}
