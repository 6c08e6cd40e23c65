import type { Offer } from '#partner/schema'
import { isIsoDate } from '#platform/dates'
import { AppError } from '#platform/errors'
import type { CompileFilter } from './filter-fields.ts'
import { type CellFault, readTable, type TextTable } from './read-table.ts'
import type { NeedInput } from './schema.ts'

const needColumns = ['need_id', 'family_id', 'ward', 'sector', 'indicator', 'score'] as const
const offerColumns = ['offer_id', 'sector', 'units', 'unit_cost_rp', 'budget_rp'] as const
/** Columns of needs.csv that are no further fields. */
const ownNeedColumns = [
  ...needColumns,
  'person_id',
  'severity',
  'since',
  'locked_offer',
  'promised_offer',
]

/**
 * Needs from a file as `betang run` writes it; each further column is a field for filters, as text.
 *
 * @param asked names that filters ask for: other further columns are left where they are.
 * @throws AppError `column-missing`, `rows-invalid` with the place of each fault.
 */
export async function readNeeds(
  path: string,
  asked: ReadonlySet<string>,
): Promise<readonly NeedInput[]> {
  const table = await readTable(path)
  const reader = new RowReader(table, needColumns)
  const ids = new Set<string>()
  const further = table.headings.filter((name) => asked.has(name) && !ownNeedColumns.includes(name))
  const needs = table.records.map((record) => {
    reader.open(record)
    const needId = reader.text('need_id')
    if (needId === '') reader.fault('need_id', 'missing')
    else if (ids.has(needId)) reader.fault('need_id', 'twice')
    ids.add(needId)
    const fields: Record<string, string> = {}
    for (const name of further) fields[name] = reader.text(name)
    return {
      needId,
      familyId: reader.text('family_id'),
      personId: reader.text('person_id'),
      ward: reader.text('ward'),
      sector: reader.text('sector'),
      indicator: reader.text('indicator'),
      severity: reader.number('severity') ?? 0,
      score: reader.required('score'),
      since: reader.date('since') ?? '',
      lockedOffer: reader.text('locked_offer'),
      promisedOffer: reader.text('promised_offer'),
      fields,
    }
  })
  reader.throwFaults()
  return needs
}

/**
 * Offers in the contract's columns.
 *
 * @param compile tells whether a filter can be read.
 * @throws AppError `column-missing`, `rows-invalid` with the place of each fault.
 */
export async function readOfferFile(
  path: string,
  compile: CompileFilter,
): Promise<readonly Offer[]> {
  const table = await readTable(path)
  const reader = new RowReader(table, offerColumns)
  const ids = new Set<string>()
  const offers = table.records.map((record) => {
    reader.open(record)
    const offerId = reader.text('offer_id')
    if (offerId === '') reader.fault('offer_id', 'missing')
    else if (ids.has(offerId)) reader.fault('offer_id', 'twice')
    ids.add(offerId)
    if (reader.text('sector') === '') reader.fault('sector', 'missing')
    const filter = reader.text('filter')
    if (!canCompile(filter, compile)) reader.fault('filter', 'rule-unreadable')
    const offer = {
      offerId,
      provider: reader.text('provider'),
      sector: reader.text('sector'),
      indicator: reader.text('indicator'),
      ...optional('units', reader.whole('units')),
      unitCostRp: reader.whole('unit_cost_rp') ?? 0,
      ...optional('budgetRp', reader.whole('budget_rp')),
      wards: reader
        .text('wards')
        .split(/[\s;]+/)
        .filter(Boolean),
      filter,
      ...optional('windowFrom', reader.date('window_from')),
      ...optional('windowTo', reader.date('window_to')),
      needsPerUnit: reader.whole('needs_per_unit') ?? 1,
      ...optional('minBundle', reader.whole('min_bundle')),
      what: reader.text('what'),
    }
    if (offer.needsPerUnit < 1) reader.fault('needs_per_unit', 'not-positive')
    const isLimited = offer.budgetRp !== undefined && offer.unitCostRp > 0
    if (offer.units === undefined && !isLimited) reader.fault('units', 'no-limit')
    return offer
  })
  reader.throwFaults()
  return offers
}

function canCompile(filter: string, compile: CompileFilter): boolean {
  try {
    compile(filter)
    return true
  } catch {
    return false
  }
}

function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { [name in Key]?: Value } {
  const part: { [name in Key]?: Value } = {}
  if (value !== undefined) part[key] = value
  return part
}

/** Reads cells of one record after the other by heading, and gathers what is wrong with them. */
class RowReader {
  private readonly path: string
  private readonly columns: ReadonlyMap<string, number>
  private readonly faults: CellFault[] = []
  private record: TextTable['records'][number] = { record: 0, cells: [] }

  constructor({ path, headings }: TextTable, needed: readonly string[]) {
    this.path = path
    this.columns = new Map(headings.map((name, index) => [name, index]))
    const column = needed.find((name) => !this.columns.has(name))
    if (column !== undefined) throw new AppError('column-missing', { path, column })
  }

  open(record: TextTable['records'][number]): void {
    this.record = record
  }

  /** The cell, or empty where the file has no such column. */
  text(column: string): string {
    const index = this.columns.get(column)
    return index === undefined ? '' : (this.record.cells[index] ?? '').trim()
  }

  number(column: string): number | undefined {
    const text = this.text(column)
    if (text === '') return undefined
    if (!/^-?\d+(?:\.\d+)?$/.test(text)) {
      this.fault(column, 'not-a-number')
      return undefined
    }
    const value = Number(text)
    if (value < 0) this.fault(column, 'negative')
    return value
  }

  required(column: string): number {
    if (this.text(column) === '') this.fault(column, 'missing')
    return this.number(column) ?? 0
  }

  whole(column: string): number | undefined {
    const value = this.number(column)
    if (value !== undefined && !Number.isSafeInteger(value)) this.fault(column, 'not-whole')
    return value
  }

  date(column: string): string | undefined {
    const text = this.text(column)
    if (text === '') return undefined
    if (!isIsoDate(text)) this.fault(column, 'not-a-date')
    return text
  }

  fault(column: string, fault: string): void {
    this.faults.push({ record: this.record.record, column, fault })
  }

  throwFaults(): void {
    if (this.faults.length === 0) return
    throw new AppError('rows-invalid', {
      path: this.path,
      count: this.faults.length,
      first: this.faults.slice(0, 10),
    })
  }
}
