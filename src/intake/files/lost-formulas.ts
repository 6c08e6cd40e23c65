import { findSheetParts, textOf } from './sheet-parts.ts'

/**
 * Addresses of cells that hold a formula and no stored value, by sheet name.
 *
 * The parser shows such a cell as 0 or nothing; a program that writes workbooks without computing
 * them leaves whole columns so, and a made-up 0 would be read as an amount.
 *
 * @param parts the expanded parts of an XLSX, by name; other formats give an empty answer.
 */
export function findLostFormulas(
  parts: Readonly<Record<string, Uint8Array>>,
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { sheet, part } of findSheetParts(parts)) {
    const lost = lostIn(textOf(parts[part]))
    if (lost.size > 0) found.set(sheet, lost)
  }
  return found
}

/** Their addresses in the XML of a sheet or of some rows of it. */
export function lostIn(xml: string): Set<string> {
  const lost = new Set<string>()
  let at = 0
  for (;;) {
    const formula = xml.indexOf('<f', at)
    if (formula < 0) return lost
    at = formula + 2
    if (!/[\s>/]/.test(xml[at] ?? '')) continue
    const start = cellBefore(xml, formula)
    const end = xml.indexOf('</c>', formula)
    if (start < 0 || end < 0) continue
    const cell = xml.slice(start, end)
    at = end
    const address = /\sr="([A-Z]+\d+)"/.exec(cell)?.[1]
    if (address && !hasStoredValue(cell)) lost.add(address)
  }
}

/** Where the cell begins in which something stands; below 0 for none. */
function cellBefore(xml: string, at: number): number {
  let start = xml.lastIndexOf('<c', at)
  while (start > 0 && !/[\s>]/.test(xml[start + 2] ?? '')) start = xml.lastIndexOf('<c', start - 1)
  return start
}

/** An empty text is a stored value too: `="" ` leaves `t="str"` with an empty `<v>`. */
function hasStoredValue(cell: string): boolean {
  if (/<v[^>]*>[^<]/.test(cell) || /<is>/.test(cell)) return true
  return /\st="str"/.test(cell) && /<v[\s>/]/.test(cell)
}
