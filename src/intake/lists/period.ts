import { daysInMonth, type IsoDate, toIsoDate } from '#platform/dates'

export interface Period {
  readonly from: IsoDate
  readonly to: IsoDate
}

const monthByPrefix: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  peb: 2,
  mar: 3,
  apr: 4,
  mei: 5,
  jun: 6,
  jul: 7,
  agu: 8,
  ags: 8,
  sep: 9,
  okt: 10,
  nov: 11,
  nop: 11,
  des: 12,
}
const monthName =
  '(januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember|jan|feb|peb|mar|apr|jun|jul|agt|ags|sept|sep|okt|nov|nop|des)'
const monthSpan = new RegExp(
  `\\b${monthName}\\b\\.?\\s*(?:(20\\d\\d)\\s*)?(?:-|–|s\\.?\\s*/?\\s*d\\.?|sampai(?: dengan)?|hingga|dan|,|&)+\\s*${monthName}\\b\\.?\\s*(20\\d\\d)?`,
  'i',
)
const oneMonth = new RegExp(`\\b${monthName}\\b\\.?[\\s_-]*(20\\d\\d)?`, 'i')
const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi']

/**
 * The time that a list's titles speak of, the narrowest first: months, quarter or stage, half year,
 * year. Stages of payment ("Tahap II") are quarters, as PKH's are.
 *
 * @param lines titles, then sheet and file name as last resort; a year may stand in another line
 *   than the month.
 */
export function findPeriod(lines: readonly string[]): Period | undefined {
  const year = lines.map(yearOf).find((found) => found !== undefined)
  for (const line of lines) {
    const period = periodOfLine(line, yearOf(line) ?? year)
    if (period) return period
  }
  return year === undefined ? undefined : months(year, 1, year, 12)
}

function periodOfLine(line: string, year: number | undefined): Period | undefined {
  const compact = /(?<!\d)(20[12]\d)(0[1-9]|1[0-2])(?!\d)/.exec(line)
  if (compact)
    return months(Number(compact[1]), Number(compact[2]), Number(compact[1]), Number(compact[2]))

  const span = monthSpan.exec(line)
  if (span) {
    const toYear = Number(span[4] ?? span[2] ?? year)
    const fromMonth = monthOf(span[1])
    const toMonth = monthOf(span[3])
    const fromYear = span[2] ? Number(span[2]) : fromMonth > toMonth ? toYear - 1 : toYear
    return toYear ? months(fromYear, fromMonth, toYear, toMonth) : undefined
  }
  const part = partOfYear(line)
  if (part && year !== undefined) return months(year, part.from, year, part.to)

  const month = oneMonth.exec(line)
  const monthYear = month?.[2] ? Number(month[2]) : year
  if (month && monthYear) return months(monthYear, monthOf(month[1]), monthYear, monthOf(month[1]))
  return undefined
}

function partOfYear(line: string): { readonly from: number; readonly to: number } | undefined {
  const quarter = numberAfter(line, /(?:triwulan|tri wulan|tw|tahap|kuartal|quarter|q)/)
  if (quarter !== undefined && quarter <= 4) return { from: 3 * quarter - 2, to: 3 * quarter }
  const half = numberAfter(line, /(?:semester|smt|sem|sm)/)
  if (half !== undefined && half <= 2) return { from: 6 * half - 5, to: 6 * half }
  return undefined
}

function numberAfter(line: string, word: RegExp): number | undefined {
  const found = new RegExp(
    `(?<![a-z])${word.source}[\\s._-]*(?:ke[\\s-]*)?(\\d|[iv]{1,3})(?![a-z0-9])`,
    'i',
  ).exec(line)
  const text = found?.[1]?.toLowerCase()
  if (!text) return undefined
  const number = /^\d$/.test(text) ? Number(text) : romans.indexOf(text) + 1
  return number >= 1 ? number : undefined
}

function yearOf(line: string): number | undefined {
  const year = /(?<!\d)(20[0-4]\d)(?!\d{3,})/.exec(line)?.[1]
  return year ? Number(year) : hijriYear(line)
}

/** The common year of "1446-1447 H": the one in which the later of both begins. */
function hijriYear(line: string): number | undefined {
  const found = /\b(14\d\d)(?:\s*[-/]\s*(14\d\d))?\s*h\b/i.exec(line)
  if (!found) return undefined
  // A Hijri year is 0.970224 of a common one; year 1 began in mid-622.
  return Math.floor(621.57 + Number(found[2] ?? found[1]) * 0.970224)
}

function monthOf(name: string | undefined): number {
  const prefix = (name ?? '').toLowerCase().slice(0, 3)
  return monthByPrefix[prefix === 'agt' ? 'agu' : prefix] ?? 0
}

function months(fromYear: number, fromMonth: number, toYear: number, toMonth: number) {
  const from = toIsoDate(fromYear, fromMonth, 1)
  const to = toMonth ? toIsoDate(toYear, toMonth, daysInMonth(toYear, toMonth)) : undefined
  return from && to && from <= to ? { from, to } : undefined
}
