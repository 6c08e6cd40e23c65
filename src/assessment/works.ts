import type { Indicator, Received } from '#ledger/schema'
import type { IsoDate } from '#platform/dates'
import type { FamilyView } from './family-view.ts'
import type { Finding } from './finding.ts'

/**
 * Takes back lacks that works have met since: a house rebuilt, a toilet built after the last look.
 *
 * A gift that the evidence's own row tells of came before that look, so the lack stands. A gift
 * later than every dated look turns the lack into a question: is it finished, is it good?
 */
export function metByWorks(
  view: FamilyView,
  indicator: Indicator,
  fact: string,
  finding: Finding,
  dateOf: (rowNo: number) => IsoDate | undefined,
): Finding {
  const gifts = view.gifts.filter((gift) => gift.indicator === indicator && gift.date !== undefined)
  if (gifts.length === 0 || finding.lacks.length === 0) return finding
  const standing = finding.lacks.filter(
    (lack) => !gifts.some((gift) => isLater(gift, lack.evidence, view, dateOf)),
  )
  if (standing.length === finding.lacks.length) return finding
  return { lacks: standing, missing: [...finding.missing, { fact }] }
}

function isLater(
  gift: Received,
  evidence: Finding['lacks'][number]['evidence'],
  view: FamilyView,
  dateOf: (rowNo: number) => IsoDate | undefined,
): boolean {
  const looks = view.family.rowNos.filter((rowNo) => {
    const ref = view.refOf(rowNo)
    return evidence.some(
      (entry) => entry.fact !== 'decile' && entry.ref !== undefined && entry.ref === ref,
    )
  })
  if (looks.includes(gift.rowNo)) return false
  return looks.every((rowNo) => (dateOf(rowNo) ?? '') <= (gift.date ?? ''))
}
