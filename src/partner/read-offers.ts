import type { PlainTable } from '#intake/schema'
import { isIsoDate } from '#platform/dates'
import { parseCount, parseRupiah } from './amounts.ts'
import { columnConditions } from './column-conditions.ts'
import type { Condition } from './conditions.ts'
import { readDayRange, readDays } from './day-text.ts'
import { readEligibility } from './eligibility-text.ts'
import {
  indicatorOfCode,
  indicatorOfWords,
  sectorOfIndicator,
  sectorOfWords,
} from './indicator-words.ts'
import { matchOfferColumns, type OfferField } from './offer-columns.ts'
import { readTerritory } from './offer-territory.ts'
import { fieldName, plainText, saysNothing } from './plain-text.ts'
import { type QuestionCode, questionOf } from './questions.ts'
import type { Offer, OfferQuestion, OfferReading } from './schema.ts'
import { readUnit } from './units.ts'

/** Cells of one offer by meaning, and where questions about it go. */
interface OfferRow {
  readonly offerId: string
  readonly cell: (field: OfferField) => string
  readonly ask: (code: QuestionCode, text: string) => void
}

/**
 * Offers from agencies' and partners' tables, in whatever columns they use.
 *
 * What cannot be read becomes a question. A condition that no list knows stays in the filter as a
 * field that nobody has yet: it reserves nothing, and the allocation says how many needs wait for it.
 */
export function readOffers(tables: readonly PlainTable[]): OfferReading {
  const offers: Offer[] = []
  const questions: OfferQuestion[] = []
  const ids = new Set<string>()
  for (const table of tables) {
    const columns = matchOfferColumns(
      table.headings,
      table.rows.map(({ cells }) => cells),
    )
    for (const { row, cells } of table.rows) {
      const cell = (field: OfferField) => {
        const text = cells[columns[field] ?? -1]?.trim() ?? ''
        return saysNothing(text) ? '' : text
      }
      if (!isOfferRow(cells, cell)) continue
      const offerId = freeId(ids, cell('offerId') || `${stem(table.file)}-${row}`)
      const ask = (code: QuestionCode, text: string) =>
        questions.push(questionOf(offerId, code, text))
      offers.push(readOffer({ offerId, cell, ask }))
    }
  }
  return { offers, questions }
}

/** Totals, signatures and blank lines are no offers. */
function isOfferRow(cells: readonly string[], cell: (field: OfferField) => string): boolean {
  const filled = cells.filter((text) => !saysNothing(text))
  if (filled.length < 2) return false
  const first = plainText(filled[0] ?? '')
  if (/^(?:jumlah|total|sub ?total|grand total)\b/.test(first) && cell('what') === '') return false
  return cell('what') !== '' || cell('provider') !== '' || cell('needCode') !== ''
}

function freeId(ids: Set<string>, wanted: string): string {
  const plain = wanted.replace(/\s+/g, '-')
  let id = plain
  for (let copy = 2; ids.has(id); copy++) id = `${plain}-${copy}`
  ids.add(id)
  return id
}

function stem(file: string): string {
  return file.replace(/\.[^.]*$/, '').replace(/[^A-Za-z0-9]+/g, '-')
}

function readOffer(row: OfferRow): Offer {
  const { offerId, cell } = row
  const kind = readKind(row)
  const territory = readTerritory(cell('territory'))
  const unit = readQuantity(row)
  const money = readMoney(row, unit.units)
  const conditions = [
    ...readConditions(row, kind.indicator, territory.conditions),
    ...unit.conditions,
  ]
  for (const part of territory.unread) row.ask('territory-unknown', part)
  for (const { text, as } of territory.doubtful) row.ask('territory-ambiguous', `${text} (${as})`)
  const kinds = territory.conditions.map(({ text }) => text).filter(Boolean)
  if (kinds.length > 0) row.ask('territory-kind', cell('territory'))

  const unreadPlaces = territory.unread.map(
    (part): Condition => ({ topic: 'area', text: `${fieldName('wilayah', part)} == true` }),
  )
  const window = readWindow(row)
  const places = alternatives(territory.wards, [...territory.conditions, ...unreadPlaces])
  return {
    offerId,
    provider: cell('provider'),
    sector: kind.sector,
    indicator: kind.indicator,
    ...(unit.units === undefined ? {} : { units: unit.units }),
    ...money,
    wards: territory.wards,
    filter: joinRule(cell('filter'), [...places, ...conditions, ...window.conditions]),
    ...window.days,
    needsPerUnit: unit.needsPerUnit,
    ...readBundle(row),
    what: cell('what'),
  }
}

/** Beside named wards an unread place adds nothing to where the offer surely holds. */
function alternatives(
  wards: readonly string[],
  conditions: readonly Condition[],
): readonly Condition[] {
  if (conditions.length === 0 || wards.length > 0) return []
  const [first, ...others] = conditions
  if (!first || others.length === 0) return conditions
  const text = `(${conditions.map((condition) => condition.text).join(' || ')})`
  return [{ topic: 'area', text }]
}

function readKind({ cell, ask }: OfferRow): { sector: string; indicator: string } {
  const code = cell('needCode')
  const named = indicatorOfCode(code) ?? (code === '' ? undefined : indicatorOfWords(code))
  if (named !== undefined) return { sector: sectorOfIndicator(named), indicator: named }
  const assumed = indicatorOfWords(`${cell('what')} ${cell('eligibility')}`)
  if (assumed !== undefined) {
    ask('need-assumed', `${cell('what')} (${assumed})`)
    return { sector: sectorOfIndicator(assumed), indicator: assumed }
  }
  const sector = sectorOfWords(cell('sector'))
  ask(sector === undefined ? 'need-unknown' : 'need-open', cell('what') || cell('sector'))
  return { sector: sector ?? '', indicator: '' }
}

function readQuantity({ cell, ask }: OfferRow): {
  readonly units: number | undefined
  readonly needsPerUnit: number
  readonly conditions: readonly Condition[]
} {
  const counted = parseCount(cell('quantity'))
  if (cell('quantity') !== '' && !counted) ask('quantity-unclear', cell('quantity'))
  const stated = parseCount(cell('needsPerUnit'))?.count
  const units = counted === undefined ? undefined : Math.floor(counted.count)
  if (stated !== undefined && stated >= 1) {
    return { units, needsPerUnit: Math.floor(stated), conditions: [] }
  }
  const unitText = cell('unit') || counted?.unit || ''
  const reading = readUnit(unitText, `${cell('eligibility')} ${cell('what')}`)
  if (reading.doubt === 'group-size') {
    ask('group-size', `${unitText}: ${reading.needsPerUnit ?? 0}`)
  } else if (reading.needsPerUnit === undefined) ask('area-size', unitText)
  else if (reading.doubt !== undefined) ask('unit-unclear', `${unitText}: ${reading.needsPerUnit}`)
  const conditions: Condition[] =
    reading.needsPerUnit === undefined
      ? [{ topic: 'group', text: 'cakupan_satu_unit == true' }]
      : []
  return { units, needsPerUnit: reading.needsPerUnit ?? 1, conditions }
}

function readMoney(
  { cell, ask }: OfferRow,
  units: number | undefined,
): { unitCostRp: number; budgetRp?: number } {
  const cost = parseRupiah(cell('unitCost'))
  const budget = parseRupiah(cell('budget'))
  if (cell('unitCost') !== '' && cost === undefined) ask('cost-unclear', cell('unitCost'))
  if (cell('budget') !== '' && budget === undefined) ask('budget-unclear', cell('budget'))
  const shared =
    cost === undefined && budget !== undefined && units !== undefined && units > 0
      ? Math.floor(budget / units)
      : cost
  if (shared === undefined && cell('unitCost') === '') ask('cost-missing', cell('what'))
  const hasLimit = units !== undefined || (budget !== undefined && (shared ?? 0) > 0)
  if (!hasLimit) ask('limit-missing', cell('what'))
  return {
    unitCostRp: Math.max(0, shared ?? 0),
    ...(budget === undefined || budget < 0 ? {} : { budgetRp: budget }),
  }
}

function readConditions(
  { cell, ask }: OfferRow,
  indicator: string,
  ofTerritory: readonly Condition[],
): readonly Condition[] {
  const columns = columnConditions(cell)
  const text = readEligibility(cell('eligibility'), indicator, [
    ...columns.conditions,
    ...ofTerritory,
  ])
  for (const { text: written } of columns.unread) ask('condition-unknown', written)
  for (const { phrase } of text.unknown) ask('condition-unknown', phrase)
  for (const phrase of text.first) ask('some-first', phrase)
  for (const phrase of text.poverty) ask('poverty-without-limit', phrase)
  for (const { topic, text: rule } of columns.conditions) {
    if (topic === 'faith' && rule !== '') ask('faith', cell('faith'))
    if (topic === 'area' && /"(?:slum|farm|urban|rural)"/.test(rule)) {
      ask('condition-unknown', cell('areaType'))
    }
  }
  return [
    ...columns.conditions,
    ...text.conditions,
    ...columns.unread.map(
      ({ field, text: written }): Condition => ({
        topic: 'group',
        text: `${fieldName('syarat', `${field} ${written}`)} == true`,
      }),
    ),
    ...text.unknown.map(
      ({ words }): Condition => ({ topic: 'group', text: `${fieldName('syarat', words)} == true` }),
    ),
  ]
}

function readWindow({ cell, ask }: OfferRow): {
  readonly days: { windowFrom?: string; windowTo?: string }
  readonly conditions: readonly Condition[]
} {
  const both = cell('window') === '' ? undefined : readDayRange(cell('window'))
  const from = cell('windowFrom') === '' ? both?.from : readDays(cell('windowFrom'))?.from
  const to = cell('windowTo') === '' ? both?.to : readDays(cell('windowTo'))?.to
  const unread = [
    cell('windowFrom') !== '' && from === undefined ? cell('windowFrom') : '',
    cell('windowTo') !== '' && to === undefined ? cell('windowTo') : '',
    cell('window') !== '' && both === undefined ? cell('window') : '',
  ].filter(Boolean)
  const isBackwards = from !== undefined && to !== undefined && from > to
  if (isBackwards) unread.push(`${from} – ${to}`)
  for (const text of unread) ask('window-unclear', text)
  return {
    days: {
      ...(from === undefined || !isIsoDate(from) || isBackwards ? {} : { windowFrom: from }),
      ...(to === undefined || !isIsoDate(to) || isBackwards ? {} : { windowTo: to }),
    },
    conditions:
      unread.length === 0 ? [] : [{ topic: 'group', text: 'masa_berlaku_dibuka == true' }],
  }
}

function readBundle({ cell }: OfferRow): { minBundle?: number } {
  const count = parseCount(cell('minBundle'))?.count
  return count === undefined || count < 1 ? {} : { minBundle: Math.floor(count) }
}

/** Conditions joined by "and", each once. */
function joinRule(written: string, conditions: readonly Condition[]): string {
  const parts = conditions.flatMap(({ text }) =>
    text.includes('||') ? [inBrackets(text)] : text.split(' && '),
  )
  const rules = [...new Set(parts)].filter((text) => text !== '')
  return [...(written === '' ? [] : [`(${written})`]), ...rules].join(' && ')
}

function inBrackets(text: string): string {
  return /^\([^()]*\)$/.test(text) ? text : `(${text})`
}
