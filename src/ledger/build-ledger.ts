import type { Intake, IntakeRow, ListSheet } from '#intake/schema'
import type { IsoDate } from '#platform/dates'
import type { Register } from '#registry/schema'
import { readAidStatus, remarkSaysFailed, saysNone } from './aid-status.ts'
import { classifyAid, findFixedProgramme } from './classify-aid.ts'
import { plainWords, wordPattern } from './plain-words.ts'
import { type Indicator, indicatorsBySector, type Received, type Sector } from './schema.ts'

/** What one row says was given, before it is known to whom. */
interface Gift {
  readonly indicators: readonly Indicator[]
  readonly programme: string
  readonly provider: string
  readonly status: Received['status']
  readonly amountRp?: number
  readonly date?: IsoDate
}

/** A list under such a title is about help to come, whatever its rows say. */
const planTitle = wordPattern(['calon*', 'usul*', 'rencana*', 'daftar tunggu', 'waiting list'])

const sectorByIndicator = new Map<Indicator, Sector>(
  sectors().flatMap((sector) =>
    indicatorsBySector[sector].map((indicator): [Indicator, Sector] => [indicator, sector]),
  ),
)

/** The sectors in the order of every screen and report. */
export function sectors(): readonly Sector[] {
  return ['basic', 'education', 'health', 'water', 'housing', 'livelihood']
}

/** The sector that an indicator belongs to. */
export function sectorOf(indicator: Indicator): Sector {
  return sectorByIndicator.get(indicator) ?? 'basic'
}

/**
 * What was really given, in the order of the rows: one entry a row and indicator.
 *
 * A proposal, a survey of a lack, a failed, planned or inactive row gives nothing. A survey that
 * tells of earlier help gives that help. A row of several things keeps its amount on the first.
 */
export function buildLedger(intake: Intake, register: Register): readonly Received[] {
  const received: Received[] = []
  intake.rows.forEach((row, rowNo) => {
    const sheet = intake.sheets[row.sheetNo]
    const link = register.rowLinks[rowNo]
    if (sheet === undefined || link === undefined) return
    for (const gift of giftsOf(row, sheet)) {
      gift.indicators.forEach((indicator, place) => {
        received.push({
          rowNo,
          ref: row.ref,
          personId: link.personId,
          familyId: link.familyId,
          sector: sectorOf(indicator),
          indicator,
          programme: gift.programme,
          provider: gift.provider,
          ...(gift.amountRp !== undefined && place === 0 ? { amountRp: gift.amountRp } : {}),
          ...(gift.date !== undefined ? { date: gift.date } : {}),
          status: gift.status,
        })
      })
    }
  })
  return received
}

function giftsOf(row: IntakeRow, sheet: ListSheet): readonly Gift[] {
  switch (sheet.kind) {
    case 'aid':
      return giftOfAidRow(row, sheet)
    case 'housing-survey':
      return giftsTold(row, sheet, 'HOUSING')
    case 'disability':
      return giftsTold(row, sheet, 'DISAB')
    case 'water-survey':
      return giftsTold(row, sheet, undefined)
    case 'proposal':
    case 'register-family':
    case 'register-person':
      return giftOfText(row.fields.earlierAidText, row, sheet, undefined)
    default:
      return []
  }
}

function giftOfAidRow(row: IntakeRow, sheet: ListSheet): readonly Gift[] {
  const { fields } = row
  if (planTitle.test(plainWords(sheet.title))) return []
  const status = readAidStatus(fields.aidStatusText)
  if (status === 'failed' || status === 'planned') return []
  if (remarkSaysFailed(fields.note)) return []

  const fixed =
    findFixedProgramme(sheet.programme ?? '') ??
    // Where rows say what was given, a title may name others: "bantuan CSR bagi KPM PKH".
    findFixedProgramme(fields.aidText ?? sheet.title)
  if (fixed?.indicator === 'JKN' || (fields.jknStatus !== undefined && !fields.aidText)) {
    return giftOfMembership(row, sheet)
  }
  const provider = fields.provider ?? sheet.provider ?? fixed?.provider ?? ''
  const date = fields.aidDate ?? sheet.period?.from
  const given = {
    provider,
    status: 'received' as const,
    ...(fields.amountRp !== undefined && fields.amountRp > 0 ? { amountRp: fields.amountRp } : {}),
    ...(date !== undefined && isShortPeriod(row, sheet) ? { date } : {}),
  }
  if (fixed !== undefined) {
    return [{ ...given, indicators: [fixed.indicator], programme: fixed.code }]
  }
  const text = fields.aidText ?? ''
  if (text !== '' && (saysNone(text) || isStillWanted(text))) return []
  return [
    { ...given, indicators: purposesOf(text, sheet), programme: nameOf(provider, text, sheet) },
  ]
}

/** Membership of health insurance: only what the list calls active reached anybody. */
function giftOfMembership(row: IntakeRow, sheet: ListSheet): readonly Gift[] {
  const { fields } = row
  const isInactive =
    fields.jknStatus === 'inactive' ||
    (fields.jknStatus === undefined && fields.jknReason !== undefined)
  if (isInactive) return []
  return [
    {
      indicators: ['JKN'],
      programme: 'PBI-JK',
      provider: fields.provider ?? sheet.provider ?? 'Kementerian Sosial',
      status: 'active',
      ...(fields.aidDate !== undefined ? { date: fields.aidDate } : {}),
    },
  ]
}

/** Help that a survey tells of; a text that names nothing known is `otherwise`, or nothing. */
function giftsTold(
  row: IntakeRow,
  sheet: ListSheet,
  otherwise: Indicator | undefined,
): readonly Gift[] {
  const text = row.fields.earlierAidText ?? row.fields.aidText
  return giftOfText(text, row, sheet, otherwise)
}

function giftOfText(
  text: string | undefined,
  row: IntakeRow,
  sheet: ListSheet,
  otherwise: Indicator | undefined,
): readonly Gift[] {
  if (text === undefined || saysNone(text) || isStillWanted(text)) return []
  const status = readAidStatus(row.fields.aidStatusText)
  if (status === 'failed' || status === 'planned') return []
  const named = classifyAid(text)
  // A survey of houses that names only money or a programme of another sector still tells of that.
  const indicators = named.length > 0 ? named : otherwise === undefined ? [] : [otherwise]
  if (indicators.length === 0) return []
  const fixed = findFixedProgramme(text)
  return [
    {
      indicators,
      programme: text,
      provider: fixed?.provider ?? (sheet.kind === 'proposal' ? '' : (sheet.provider ?? '')),
      status: 'received',
    },
  ]
}

function isStillWanted(text: string): boolean {
  const status = readAidStatus(text)
  return status === 'planned' || status === 'failed'
}

/** What a giver's row serves: its own words, else the list's titles, else daily life. */
function purposesOf(text: string, sheet: ListSheet): readonly Indicator[] {
  const byText = classifyAid(text)
  if (byText.length > 0) return byText
  const byTitle = classifyAid(`${sheet.programme ?? ''} ${sheet.title}`)
  const first = byTitle[0]
  // Somebody did receive something; without a named purpose it eased daily life.
  return [first ?? 'INCOME']
}

function nameOf(provider: string, text: string, sheet: ListSheet): string {
  const words = text !== '' ? text : (sheet.programme ?? sheet.title)
  return provider === '' || words.startsWith(provider) ? words : `${provider}: ${words}`
}

/** The date of a row counts as it is; a list's period only when it is a quarter or shorter. */
function isShortPeriod(row: IntakeRow, sheet: ListSheet): boolean {
  if (row.fields.aidDate !== undefined) return true
  if (sheet.period === undefined) return false
  const days = (Date.parse(sheet.period.to) - Date.parse(sheet.period.from)) / 86_400_000
  return days <= 93
}
