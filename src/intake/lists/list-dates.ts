import type { IsoDate } from '#platform/dates'
import { parseCell, textCell } from '../values/index.ts'

/** Days within which a list's last date must have company, or it is taken for a slip of the pen. */
const companyDays = 92
/** How far a period's end may lie after the last date that the lists carry. */
const periodReachDays = 31

/**
 * The latest plausible date among the dates of one column: the last one that others come close to.
 *
 * A year typed wrongly stands alone far beyond the rest; the last real days of a list do not. A
 * column of fewer than four dates is believed as it is.
 */
export function latestWithCompany(dates: readonly IsoDate[], today: IsoDate): IsoDate | undefined {
  const sorted = dates.filter((date) => date <= today).sort()
  if (sorted.length < 4) return sorted.at(-1)
  const needed = Math.max(1, Math.floor(sorted.length * 0.003))
  for (let at = sorted.length - 1; at >= needed; at--) {
    const date = sorted[at]
    const companion = sorted[at - needed]
    if (date && companion && daysBetween(companion, date) <= companyDays) return date
  }
  return sorted[Math.floor(sorted.length / 2)]
}

/** Dates that title and footer lines carry: "Palangka Raya, 30 Juni 2025". */
export function datesOfLines(lines: readonly string[]): IsoDate[] {
  const found: IsoDate[] = []
  for (const line of lines) {
    const text = /(\d{1,2}[\s-]+[a-z]{3,9}[\s-]+\d{4}|\d{1,2}[-/]\d{1,2}[-/]\d{4})/i.exec(line)?.[1]
    const date = text ? parseCell('aidDate', textCell(text)).fields.aidDate : undefined
    if (date) found.push(date)
  }
  return found
}

/**
 * The latest date of all lists: the last one carried by rows and signatures, or the end of a period
 * that titles name where it lies at most a month later (a list is drawn up in or after its period;
 * a plan's year reaches further).
 */
export function latestOfAll(
  carried: readonly IsoDate[],
  periodEnds: readonly IsoDate[],
  today: IsoDate,
): IsoDate | undefined {
  const last = carried
    .filter((date) => date <= today)
    .sort()
    .at(-1)
  const ends = periodEnds.filter((date) => date <= today).sort()
  if (last === undefined) return ends.at(-1)
  const near = ends.filter((date) => date > last && daysBetween(last, date) <= periodReachDays)
  return near.at(-1) ?? last
}

function daysBetween(from: IsoDate, to: IsoDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}
