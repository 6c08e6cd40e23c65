import type { AssignedColumn } from './columns/assign-meanings.ts'
import type { OpenList, ReadableBlock } from './lists/open-list.ts'
import { maskId } from './mask-id.ts'
import type { ColumnMeaning, ListSheet, PlainTable, RowAccount } from './schema.ts'
import type { RowClass } from './sheets/class-rows.ts'
import { chiefField } from './values/index.ts'

/** The sheet as later stages and the import page see it. */
export function describeSheet(
  list: OpenList,
  quarantined: number,
  withSamples: boolean,
): ListSheet {
  const [first] = list.blocks
  return {
    file: list.file,
    sheet: list.sheet,
    kind: list.kind,
    title: list.layout.titles.join(' · '),
    ...(list.provider ? { provider: list.provider } : {}),
    ...(list.programme ? { programme: list.programme } : {}),
    ...(list.period ? { period: list.period } : {}),
    headerRow: first ? first.block.headingRow + 1 : 0,
    columns: (first?.columns ?? []).map((column) => ({
      ...describeColumn(column),
      ...(first && withSamples ? { samples: samplesOf(first, column.column) } : {}),
    })),
    account: accountOf(list, quarantined),
  }
}

function describeColumn({
  column,
  heading,
  meaning,
  confidence,
  secondBest,
  isSaid,
}: AssignedColumn): ColumnMeaning {
  const field = meaning ? chiefField(meaning) : undefined
  return {
    column,
    heading: heading.replaceAll(' | ', ' / '),
    confidence: toHundredths(confidence),
    ...(field ? { field } : {}),
    ...(meaning ? { meaning } : {}),
    ...(secondBest && secondBest.meaning !== meaning
      ? { secondBest: { ...secondBest, confidence: toHundredths(secondBest.confidence) } }
      : {}),
    ...(isSaid ? { isCorrected: true } : {}),
  }
}

function toHundredths(share: number): number {
  return Math.round(share * 100) / 100
}

const mostSamples = 3
const longestSample = 80

/** The first distinct values of a column, numbers of persons masked. */
function samplesOf({ block, read }: ReadableBlock, column: number): string[] {
  const found = new Set<string>()
  for (const row of block.rows) {
    const { text } = read(row, column)
    if (text !== '') found.add(maskId(text).slice(0, longestSample))
    if (found.size === mostSamples) break
  }
  return [...found]
}

function accountOf(list: OpenList, quarantined: number): RowAccount {
  const counts: Record<RowClass, number> = {
    title: 0,
    heading: 0,
    blank: 0,
    section: 0,
    total: 0,
    footer: 0,
    data: 0,
  }
  for (const rowClass of list.layout.classes) counts[rowClass]++
  const lastRow = list.layout.classes.length
  if (list.kind === 'other' && !list.hasPersons) {
    const { blank } = counts
    return {
      lastRow,
      title: lastRow - blank,
      heading: 0,
      blank,
      section: 0,
      total: 0,
      footer: 0,
      data: 0,
      quarantined: 0,
    }
  }
  return { lastRow, ...counts, data: counts.data - quarantined, quarantined }
}

/** Offers or budget lines as text under their headings; sums and section lines stay among them. */
export function plainTable(list: OpenList): PlainTable {
  const [first] = list.blocks
  const headings = (first?.block.headings ?? []).map((heading) => heading.replaceAll(' | ', ' / '))
  const rows = list.layout.classes.flatMap((rowClass, row) => {
    if (rowClass !== 'data' && rowClass !== 'total' && rowClass !== 'section') return []
    return [
      { row: row + 1, cells: headings.map((_, column) => first?.read(row, column).text ?? '') },
    ]
  })
  return { file: list.file, sheet: list.sheet, headings, rows }
}
