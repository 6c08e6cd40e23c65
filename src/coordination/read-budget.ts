import type { Finding, PlainTable } from '#intake/schema'
import { parseCount, parseRupiah, plainText, saysNothing } from '#partner'
import { type BudgetColumns, type BudgetField, matchBudgetColumns } from './budget-columns.ts'
import { type BudgetFault, budgetFinding } from './budget-findings.ts'
import type { Involvement, MatrixLine, Strategy } from './schema.ts'
import { strategyOfText } from './strategies.ts'

/** A budget line before it is numbered and judged. */
export type BudgetLine = Omit<MatrixLine, 'no' | 'share' | 'band' | 'familiesReached' | 'reachNote'>

export interface BudgetReading {
  readonly lines: readonly BudgetLine[]
  readonly findings: readonly Finding[]
}

/** One row with its cells by meaning. */
interface BudgetRow {
  readonly table: PlainTable
  readonly row: number
  readonly cells: readonly string[]
  readonly cell: (field: BudgetField) => string
  readonly note: (field: BudgetField, fault: BudgetFault, value: string, expected?: string) => void
}

const codeForm = /^\d\.\d{2}\.\d{2}\.\d\.\d{2}\.\d{2,4}$/

/**
 * Budget lines from tables in whatever columns, in their order.
 *
 * Amounts are parsed to rupiah and totals recomputed; a wrong sum in the source is a finding and the
 * recomputed one stands. Section headings give the strategy of the rows below them.
 */
export function readBudget(tables: readonly PlainTable[]): BudgetReading {
  const lines: BudgetLine[] = []
  const findings: Finding[] = []
  for (const table of tables) {
    const columns = matchBudgetColumns(
      table.headings,
      table.rows.map(({ cells }) => cells),
    )
    findings.push(...missingColumns(table, columns))
    let section: Strategy | undefined
    let sinceSum: BudgetLine[] = []
    const all: BudgetLine[] = []
    for (const { row, cells } of table.rows) {
      const budgetRow = openRow(table, columns, row, cells, findings)
      const kind = rowKind(budgetRow)
      if (kind === 'section') {
        section = strategyOfText(cells.join(' ')) ?? section
        sinceSum = []
      } else if (kind === 'sum') {
        checkSumRow(budgetRow, [sinceSum, all])
        sinceSum = []
      } else if (kind === 'line') {
        const line = readLine(budgetRow, section)
        sinceSum.push(line)
        all.push(line)
      }
    }
    lines.push(...all)
  }
  return { lines, findings }
}

function openRow(
  table: PlainTable,
  columns: BudgetColumns,
  row: number,
  cells: readonly string[],
  findings: Finding[],
): BudgetRow {
  const { file, sheet, headings } = table
  return {
    table,
    row,
    cells,
    cell: (field) => {
      const text = cells[columns[field] ?? -1]?.trim() ?? ''
      return saysNothing(text) ? '' : text
    },
    note: (field, fault, value, expected) => {
      const column = headings[columns[field] ?? -1] ?? ''
      findings.push(budgetFinding({ file, sheet, row, column }, fault, value, expected))
    },
  }
}

/** Columns that the matrix cannot do without. */
function missingColumns({ file, sheet }: PlainTable, columns: BudgetColumns): Finding[] {
  const needed: readonly (readonly [BudgetField, string])[] = [
    ['agency', 'Perangkat Daerah'],
    ['subActivity', 'Sub Kegiatan'],
    ['budget', 'Alokasi Anggaran (Rp)'],
  ]
  const findings = needed
    .filter(([field]) => columns[field] === undefined)
    .map(([, column]) => budgetFinding({ file, sheet, row: 0, column }, 'column-missing', ''))
  if (columns.quarter1 === undefined && columns.semester1 !== undefined) {
    const place = { file, sheet, row: 0, column: 'Realisasi' }
    findings.push(budgetFinding(place, 'semester-as-quarters', ''))
  }
  return findings
}

/** Sections, sums, lines of column numbers and blanks are told from budget lines. */
function rowKind({ cells, cell }: BudgetRow): 'section' | 'sum' | 'line' | 'none' {
  const filled = cells.filter((text) => !saysNothing(text))
  if (filled.length === 0) return 'none'
  const words = plainText(filled.find((text) => /[A-Za-z]/.test(text)) ?? '')
  if (/^(?:sub ?total|grand total|jumlah|total)\b/.test(words)) return 'sum'
  if (filled.length > 3 && filled.every((text) => /^\(?\d{1,2}\)?$/.test(text.trim()))) {
    return 'none'
  }
  const hasBody = ['agency', 'programme', 'activity', 'subActivity', 'budget'] as const
  const bodyCount = hasBody.filter((field) => cell(field) !== '').length
  if (filled.length <= 2 && bodyCount <= 1) {
    return strategyOfText(filled.join(' ')) === undefined && bodyCount === 0 ? 'none' : 'section'
  }
  return bodyCount > 0 ? 'line' : 'none'
}

function readLine(row: BudgetRow, section: Strategy | undefined): BudgetLine {
  const { cell, table } = row
  const target = readTarget(row)
  const money = readMoney(row)
  const benefitRp = parseRupiah(cell('benefit'))
  const code = cell('code')
  if (code !== '' && !codeForm.test(code)) row.note('code', 'code-form', code)
  return {
    strategy: readStrategy(row, section),
    agency: cell('agency'),
    code,
    programme: cell('programme'),
    activity: cell('activity'),
    subActivity: cell('subActivity'),
    involvement: readInvolvement(row),
    ...money,
    funding: cell('funding'),
    nature: cell('nature'),
    location: cell('location'),
    ...target,
    benefitText: cell('benefit'),
    ...(benefitRp === undefined ? {} : { benefitRp }),
    benefitKind: cell('benefitKind'),
    duration: cell('duration'),
    source: { file: table.file, sheet: table.sheet, row: row.row },
  }
}

function readStrategy(row: BudgetRow, section: Strategy | undefined): Strategy {
  const own = strategyOfText(row.cell('strategy'))
  if (own === undefined && section === undefined) {
    row.note('strategy', 'strategy-missing', row.cell('strategy'))
  }
  if (own !== undefined && section !== undefined && own !== section) {
    row.note('strategy', 'strategy-differs', row.cell('strategy'))
  }
  return own ?? section ?? 'unknown'
}

/** Ticks, or numbers of recipients, in the three columns of the real activity. */
function readInvolvement(row: BudgetRow): readonly Involvement[] {
  const kinds: readonly Involvement[] = ['direct', 'indirect', 'supporting']
  const marked = kinds.filter((kind) => isMarked(row.cell(kind)))
  if (marked.length === 0) row.note('direct', 'involvement-missing', '')
  return marked
}

function isMarked(text: string): boolean {
  return text !== '' && !/^(?:0|tidak|t|no|false)$/i.test(text)
}

function readTarget({ cell, note }: BudgetRow): {
  targetText: string
  target?: { count: number; unit: string }
} {
  // A variant counts recipients in the columns of the activity and keeps the unit apart.
  const text = cell('target') || (/^[\d.,\s]{2,}$/.test(cell('direct')) ? cell('direct') : '')
  if (text === '') return { targetText: '' }
  const counted = parseCount(text)
  if (!counted) {
    note('target', 'target-unreadable', text)
    return { targetText: text }
  }
  const unit = counted.unit || cell('targetUnit')
  const targetText = counted.unit === '' && unit !== '' ? `${text} ${unit}` : text
  return { targetText, target: { count: counted.count, unit } }
}

function readMoney(row: BudgetRow): {
  budgetRp?: number
  quartersRp: BudgetLine['quartersRp']
  totalRp?: number
} {
  const budgetRp = readAmount(row, 'budget')
  const quarters = [
    readAmount(row, 'quarter1'),
    readAmount(row, 'quarter2'),
    readAmount(row, 'quarter3'),
    readAmount(row, 'quarter4'),
  ] as const
  // A half-year is entered in the quarter that ends it; the other stays blank, never 0.
  const quartersRp: BudgetLine['quartersRp'] = [
    quarters[0],
    quarters[1] ?? readAmount(row, 'semester1'),
    quarters[2],
    quarters[3] ?? readAmount(row, 'semester2'),
  ]
  const stated = readAmount(row, 'total')
  const written = quartersRp.filter((amount) => amount !== undefined)
  const totalRp = written.length === 0 ? stated : written.reduce((sum, amount) => sum + amount, 0)
  if (stated !== undefined && totalRp !== undefined && stated !== totalRp) {
    row.note('total', 'total-differs', row.cell('total'), String(totalRp))
  }
  if (budgetRp !== undefined && totalRp !== undefined && totalRp > budgetRp) {
    row.note('total', 'realised-over-budget', String(totalRp))
  }
  return {
    ...(budgetRp === undefined ? {} : { budgetRp }),
    quartersRp,
    ...(totalRp === undefined ? {} : { totalRp }),
  }
}

function readAmount({ cell, note }: BudgetRow, field: BudgetField): number | undefined {
  const text = cell(field)
  if (text === '') return undefined
  const amount = parseRupiah(text)
  if (amount === undefined) note(field, 'amount-unreadable', text)
  else if (amount < 0) note(field, 'amount-negative', text)
  return amount === undefined || amount < 0 ? undefined : amount
}

/** A row of sums must hold those of its section or of all lines so far; blank cells claim nothing. */
function checkSumRow(row: BudgetRow, candidates: readonly (readonly BudgetLine[])[]): void {
  const sums: readonly (readonly [BudgetField, (line: BudgetLine) => number])[] = [
    ['budget', (line) => line.budgetRp ?? 0],
    ['quarter1', (line) => line.quartersRp[0] ?? 0],
    ['quarter2', (line) => line.quartersRp[1] ?? 0],
    ['quarter3', (line) => line.quartersRp[2] ?? 0],
    ['quarter4', (line) => line.quartersRp[3] ?? 0],
    ['semester1', (line) => line.quartersRp[1] ?? 0],
    ['semester2', (line) => line.quartersRp[3] ?? 0],
    ['total', (line) => line.totalRp ?? 0],
  ]
  for (const [field, amountOf] of sums) {
    const stated = parseRupiah(row.cell(field))
    if (stated === undefined) continue
    const expected = candidates
      .filter((lines) => lines.length > 0)
      .map((lines) => lines.reduce((sum, line) => sum + amountOf(line), 0))
    if (expected.length > 0 && !expected.includes(stated)) {
      row.note(field, 'sum-row-differs', row.cell(field), String(expected.at(-1)))
    }
  }
}
